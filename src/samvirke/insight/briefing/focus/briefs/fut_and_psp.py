"""FUT and PSP (fælles udrykning og PSP-samarbejdet): the service that was promised, and the calls it is for."""

from samvirke.foundation.words import _
from samvirke.insight.briefing.focus.declaration import TWELVE_MONTHS, At, Brief, Measure, Unanswered

_PLAN = At("Østjylland", 2024, "4.7")

BRIEF = Brief(
    name="fut-and-psp",
    version=1,
    title=_("FUT and PSP: police and psychiatry together"),
    question=_("Does the joint patrol drive as promised, do the committees meet, and how many calls are there?"),
    source=(_PLAN,),
    confidence="H",
    words="psp, fut, fut-patrulje, psykiatri, psykisk syge, strategisk forum, kommissorium, psychiatr, joint patrol",
    indicators=("welfare-calls",),
    span=TWELVE_MONTHS,
    duties=("psp-discussed", "strategic-psp-meetings", "strategic-psp-terms"),
    measures=(
        Measure(_("The joint patrol drives three days a week, with a nurse on one of them"), _PLAN),
        Measure(_("A PSP committee meets in each municipality"), _PLAN),
        Measure(_("The strategic forum meets at least once a year, by its terms of reference"), _PLAN),
    ),
    unanswered=(
        Unanswered(
            _("On how many days did the joint patrol drive, of those promised?"),
            _("Plan the patrol's days and mark those that were driven; the promise is three a week."),
        ),
        Unanswered(
            _("How many of the calls did the joint patrol take?"),
            _("Give the call-outs a column that says who drove, and map it."),
        ),
    ),
    never=(_("Persons, and cases of PSP: those are behind the wall of the casework desk."),),
)
