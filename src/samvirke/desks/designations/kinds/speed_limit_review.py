"""The shared review of a speed limit and its signs on a stretch of road."""

from samvirke.desks.designations.engine.kind import ALWAYS, Kind, Stage
from samvirke.foundation.words import _
from samvirke.registers.places.shapes import LINE
from samvirke.trust.access.by import By

KIND = Kind(
    name="speed-limit-review",
    title=_("Review of a speed limit"),
    about=_("Police and municipality look at the limit and the signs of a stretch, and agree whether they fit."),
    source=_("The plan of South-East Jutland 2020, section 3.1.8: limits and signs are reviewed together since 2016"),
    confidence="H",
    shapes=(LINE,),
    stages=(
        Stage("measured", _("Speed and accidents measured"), needs=("evidence",)),
        Stage("named", _("Limit decided"), names=True, needs=ALWAYS),
        Stage("signed", _("Signs changed")),
        Stage("effect", _("Speed measured again"), needs=("afterwards",)),
    ),
    proposed_by=(By("police", ("secretary", "coordinator", "analyst")), By("municipality")),
    decided_by=(By("municipality"), By("police", ("secretary", "coordinator", "chief"))),
    measured=_("The speed that 85 of 100 vehicles keep within, before and after."),
    indicators=("collisions-injury",),
    categories=("collision-injury", "speeding"),
    never=(_("Persons and number plates."),),
)
