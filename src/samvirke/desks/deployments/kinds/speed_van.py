"""A speed van measures on a stretch where it does most for safety on the road."""

from samvirke.desks.deployments.engine.kind import Count, Kind
from samvirke.foundation.words import _
from samvirke.registers.places.shapes import LINE, POINT
from samvirke.trust.access.by import By

KIND = Kind(
    name="speed-van",
    title=_("Speed van"),
    about=_("An automatic speed van (ATK) stands at a site that was named for it."),
    source=_("The plan of South-East Jutland 2020, section 3.1.8; no number is promised"),
    confidence="H",
    places=(LINE, POINT),
    requested_by=(By("police", ("secretary", "coordinator", "analyst")),),
    planned_by=(By("police", ("secretary", "coordinator")),),
    done_by=(By("police", ("secretary", "coordinator", "duty-officer")),),
    findings=(
        Count("measured", _("Vehicles measured")),
        Count("too-fast", _("Of these too fast"), of="measured"),
        Count("far-too-fast", _("Of these so fast that the licence is at stake"), of="measured"),
    ),
    sites=("speed-van-site", "black-spot", "grey-stretch", "speed-limit-review"),
    categories=("collision-fatal", "collision-injury", "collision-damage"),
    closed_until_done=True,
    never=(_("Persons and registration numbers: what a van measures stays with the police."),),
)
