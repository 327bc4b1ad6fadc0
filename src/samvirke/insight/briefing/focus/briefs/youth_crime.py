"""Youth crime in each municipality (ungdomskriminalitet), for the talk that the council owes once a year."""

from samvirke.foundation.words import _
from samvirke.insight.briefing.focus.declaration import TWELVE_MONTHS, At, Brief, Measure, Unanswered

_PLAN = At("Sydøstjylland", 2020, "4.2")

BRIEF = Brief(
    name="youth-crime",
    version=1,
    title=_("Youth crime in each municipality"),
    question=_("How has youth crime developed in each municipality, and what can we learn from one another?"),
    source=(_PLAN, At("Østjylland", 2024, "3.1")),
    confidence="H",
    words="ungdomskriminalitet, ungdomskriminalitetsnævn, unge kriminalitet, 10-17, youth crime, young offend",
    indicators=("youth-crime",),
    span=TWELVE_MONTHS,
    duties=("youth-crime-discussed", "municipality-visits"),
    measures=(
        Measure(_("Discussed in the district council at least once a year, municipality by municipality"), _PLAN),
        Measure(_("The secretariat visits each municipality"), _PLAN),
        Measure(_("Experience shared across municipalities"), _PLAN),
    ),
    unanswered=(
        Unanswered(
            _("How many young people stand behind the reports?"),
            _("It is not counted here: a count of persons in a small municipality would point at somebody."),
        ),
    ),
    breaks=(_("The youth crime board began on 1 January 2019; what is referred to it is no measure of youth crime."),),
    never=(_("Persons, and cases of the youth crime board."),),
)
