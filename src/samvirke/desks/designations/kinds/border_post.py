"""An airport or harbour on the outer border, where only how much was done is counted."""

from samvirke.desks.designations.engine.kind import ALWAYS, Kind, Stage
from samvirke.foundation.words import _
from samvirke.registers.places.shapes import POINT
from samvirke.trust.access.by import By

KIND = Kind(
    name="border-post",
    title=_("Border post"),
    about=_("An airport or harbour where travellers over the outer border are checked; only activity is counted."),
    source=_("Regulation (EU) 2017/458; the plan of South-East Jutland 2020, section 3.1.4"),
    confidence="H",
    shapes=(POINT,),
    stages=(
        Stage("counted", _("Activity of the last year counted"), needs=("evidence",)),
        Stage("named", _("Listed"), names=True, needs=ALWAYS),
    ),
    proposed_by=(By("police", ("secretary", "coordinator", "analyst")),),
    decided_by=(By("police", ("secretary", "coordinator", "chief")),),
    measured=_("How many checks were made; nothing about those who were checked."),
    never=(_("Persons: travellers, nationalities and results of checks."),),
)
