"""A junction with more accidents than the municipality's own rule accepts (sort plet)."""

from samvirke.desks.designations.engine.kind import ALWAYS, Kind, Stage
from samvirke.foundation.words import _
from samvirke.registers.places.shapes import POINT
from samvirke.trust.access.by import By

KIND = Kind(
    name="black-spot",
    title=_("Black spot"),
    about=_("A junction or short spot with many accidents, by the rule of the municipality that owns the road."),
    source=_("The municipalities' own rules, which differ, such as 4 accidents in 5 years of which 3 with injury"),
    confidence="H",
    shapes=(POINT,),
    criterion_is_local=True,
    two_sources=True,
    stages=(
        Stage("found", _("Found by the rule, and by the expected number"), needs=("evidence", "baseline")),
        Stage("visited", _("Visited by road engineer and police")),
        Stage("named", _("Named"), names=True, needs=(*ALWAYS, "baseline")),
        Stage("rebuilt", _("Measure on the road carried out")),
    ),
    proposed_by=(By("police", ("secretary", "coordinator", "analyst")), By("municipality")),
    decided_by=(By("municipality"), By("police", ("secretary", "coordinator", "chief"))),
    measured=_(
        "Accidents in the same number of years after, beside what would have been expected without the measure."
    ),
    indicators=("collisions-injury",),
    categories=("collision-fatal", "collision-injury", "collision-damage"),
    never=(_("Persons: neither those in the accident nor their vehicles."),),
)
