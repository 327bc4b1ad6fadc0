"""Officers check speed at the roadside."""

from samvirke.desks.deployments.engine.kind import Count, Kind
from samvirke.foundation.words import _
from samvirke.registers.places.shapes import LINE, POINT
from samvirke.trust.access.by import By

KIND = Kind(
    name="speed-check",
    title=_("Traffic check: speed"),
    about=_("Officers measure speed at the roadside and stop those who drive too fast."),
    source=_(
        "The plan of South-East Jutland 2020, section 3.1.8: special focus on speed; its yearly targets are not printed"
    ),
    confidence="H",
    places=(LINE, POINT),
    requested_by=(By("police", ("secretary", "coordinator", "analyst")),),
    planned_by=(By("police", ("secretary", "coordinator")),),
    done_by=(By("police", ("secretary", "coordinator", "duty-officer")),),
    findings=(
        Count("measured", _("Vehicles measured")),
        Count("too-fast", _("Of these too fast"), of="measured"),
        Count("drunk", _("Drivers under the influence")),
    ),
    sites=("black-spot", "grey-stretch", "speed-van-site", "fatal-accident-review"),
    categories=("collision-fatal", "collision-injury", "collision-damage"),
    closed_until_done=True,
    never=(_("Persons and registration numbers."),),
)
