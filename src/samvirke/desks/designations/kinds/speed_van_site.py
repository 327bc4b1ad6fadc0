"""A stretch or spot where the speed vans (ATK) measure."""

from samvirke.desks.designations.engine.kind import ALWAYS, LINE, POINT, By, Kind, Stage
from samvirke.foundation.words import _

KIND = Kind(
    name="speed-van-site",
    title=_("Site for speed vans"),
    about=_(
        "Where a van measures speed: where it does most for safety on the road, for feeling safe and for how we drive."
    ),
    source=_("The plan of South-East Jutland 2020, section 3.1.8; no national rule for scoring such sites was found"),
    confidence="H",
    shapes=(LINE, POINT),
    sited=True,
    stages=(
        Stage("found", _("Found by analysis, experience or citizens' requests"), needs=("evidence",)),
        Stage("spoken", _("Spoken of with the municipality")),
        Stage("named", _("Named"), names=True, needs=(*ALWAYS, "baseline")),
    ),
    proposed_by=(By("police", ("secretary", "coordinator", "analyst")), By("municipality")),
    decided_by=(By("police", ("secretary", "coordinator", "chief")),),
    two_sources=True,
    measured=_("Collisions with injury on the stretch and measured speed, beside the baseline."),
    indicators=("collisions-injury",),
    categories=("collision-fatal", "collision-injury", "speeding"),
    never=(_("Persons and number plates: what a van measures stays with the police."),),
)
