"""Response times (responstider): median and slowest tenth of the district, each way of counting by itself."""

from samvirke.foundation.words import _
from samvirke.insight.briefing.focus.declaration import DISTRICT, RESPONSES, TWELVE_MONTHS, At, Brief, Unanswered

BRIEF = Brief(
    name="response-times",
    version=1,
    title=_("Response times"),
    question=_("How fast do the police come when they are called, and how slow are the slowest tenth?"),
    source=(At("Sydøstjylland", 2020, "4.1"),),
    confidence="H",
    words="responstid, udrykningstid, response time",
    parts=(RESPONSES,),
    smallest=DISTRICT,
    span=TWELVE_MONTHS,
    fewest=10,
    unanswered=(
        Unanswered(
            _("How long does it take from the call until somebody comes?"),
            _(
                "Put the log of call-outs in place, a row a call-out with minutes, cause and way of counting: "
                "samvirke import sheet FILE --kind call-outs --district DISTRICT --title SOURCE"
            ),
            sheet="call-outs",
        ),
        Unanswered(
            _("Is that fast enough?"),
            _("No national target is known, so none is drawn. A district that has one prints it in its plan."),
        ),
    ),
    breaks=(_("Fifteen causes were counted in 2017 and six in 2022–2024; in which year it changed is not known."),),
    never=(
        _("Persons, and single call-outs."),
        _("A municipality by the year: too few are measured. It has one number, pooled over the years."),
    ),
)
