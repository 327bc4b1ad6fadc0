"""Service times for victims (sagsbehandlingstid for forurettede): how long until something is done, open ones too."""

from samvirke.foundation.words import _
from samvirke.insight.briefing.focus.declaration import DISTRICT, TWELVE_MONTHS, WAITS, At, Brief, Measure, Unanswered

_PLAN = At("Sydøstjylland", 2020, "3.1.1")

BRIEF = Brief(
    name="victim-service-times",
    version=1,
    title=_("Service times for victims"),
    question=_("How long do those harmed by grave offences wait for us, counting those who wait still?"),
    source=(_PLAN, At("Østjylland", 2024, "4.5")),
    confidence="H",
    words="hurtig sagsbehandling, forurettede, offerrådgivning, offer, tryghedssamtale, victim, harmed",
    parts=(WAITS,),
    smallest=DISTRICT,
    span=TWELVE_MONTHS,
    fewest=10,
    measures=(
        Measure(_("Quick handling for those harmed by sexual offences, hate crime, stalking and digital abuse"), _PLAN),
        Measure(_("Help to take down what was posted, and to reach the providers"), _PLAN),
    ),
    unanswered=(
        Unanswered(
            _("How long do those who were harmed wait?"),
            _(
                "Put a table of waits in place, a row a case with the days and whether it is over: "
                "samvirke import sheet FILE --kind victim-waits --district DISTRICT --title SOURCE"
            ),
            sheet="victim-waits",
        ),
        Unanswered(
            _("Are they content with the help?"),
            _("Put the answers of a survey in place as survey answers."),
        ),
    ),
    never=(_("Persons and single cases: days and whether it is over, nothing else."),),
)
