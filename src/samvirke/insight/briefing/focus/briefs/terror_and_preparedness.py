"""Terror and preparedness (terror og beredskab): that exercises were held and papers looked at, and nothing more."""

from samvirke.foundation.words import _
from samvirke.insight.briefing.focus.declaration import At, Brief, Measure, Unanswered

_PLAN, _STAFF = At("Sydøstjylland", 2020, "3.1.7"), At("Østjylland", 2024, "3.4")

BRIEF = Brief(
    name="terror-and-preparedness",
    version=1,
    title=_("Terror and preparedness"),
    question=_("Are the exercises held that the partners agreed, and is what they taught being followed up?"),
    source=(_PLAN, _STAFF),
    confidence="H",
    words="terror, beredskab, beredskabsstab, øvelse, cbrne, skoleskyderi, preparedness, exercise, emergency",
    measures=(
        Measure(_("Exercises with the partners of the local preparedness staff"), _PLAN),
        Measure(_("The three guides of PET used for buildings, public space and large events"), _PLAN),
        Measure(_("The framework plan of the staff looked at"), _STAFF),
    ),
    unanswered=(
        Unanswered(
            _("How many exercises were held, and how many learning points are open?"),
            _("Plan the exercise and record its learning points as commitments; they then stand on this page."),
        ),
    ),
    never=(_("Persons, threats, places at risk and how anything is guarded."),),
)
