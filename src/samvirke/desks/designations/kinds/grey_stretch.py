"""A stretch of road with more accidents than the municipality's own rule accepts (grå strækning)."""

from samvirke.desks.designations.engine.kind import ALWAYS, LINE, By, Kind, Stage
from samvirke.foundation.words import _

KIND = Kind(
    name="grey-stretch",
    title=_("Grey stretch"),
    about=_("A longer stretch with many accidents, by the rule of the municipality that owns the road."),
    source=_("The municipalities' own rules, which differ, such as 4 accidents on 500 metres in 5 years"),
    confidence="H",
    shapes=(LINE,),
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
