"""The shared review of a place where somebody died on the road (dødsulykke)."""

from samvirke.desks.designations.engine.kind import ALWAYS, Kind, Stage
from samvirke.foundation.words import _
from samvirke.registers.places.shapes import POINT
from samvirke.trust.access.by import By

KIND = Kind(
    name="fatal-accident-review",
    title=_("Review of a fatal accident"),
    about=_("Police and road engineers look at the place together and agree what the road should be changed to."),
    source=_(
        "The plan of South-East Jutland 2020, section 3.1.8: police and municipalities work together on fatal accidents"
    ),
    confidence="H",
    shapes=(POINT,),
    two_sources=True,
    stages=(
        Stage("visited", _("Visited together"), needs=("evidence",)),
        Stage("named", _("Causes in the road agreed, and a measure decided"), names=True, needs=ALWAYS),
        Stage("done", _("Measure carried out")),
    ),
    proposed_by=(By("police", ("secretary", "coordinator", "analyst")), By("municipality")),
    decided_by=(By("municipality"), By("police", ("secretary", "coordinator", "chief"))),
    measured=_("Whether the measure was carried out, and accidents at the place in the years after."),
    indicators=("collisions-injury",),
    categories=("collision-fatal", "collision-injury"),
    never=(_("Persons: neither who died nor who drove, and no account of guilt."),),
)
