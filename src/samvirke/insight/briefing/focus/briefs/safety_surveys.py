"""Safety surveys (tryghedsmålinger): shares with n, weights and interval; compared only where the interval allows."""

from samvirke.foundation.words import _
from samvirke.insight.briefing.focus.declaration import SURVEY, At, Brief, Measure, Unanswered

_EAST, _SOUTH_EAST = At("Østjylland", 2024, "5.1"), At("Sydøstjylland", 2020, "3.1.1")

BRIEF = Brief(
    name="safety-surveys",
    version=1,
    title=_("How safe people feel"),
    question=_("How many feel safe in their neighbourhood, and has it really changed?"),
    source=(_EAST, _SOUTH_EAST),
    confidence="H",
    words="tryghedsmåling, tryghedsundersøgelse, tryghedsindeks, tryghedsvandring, trygheden, utryg, "
    "feel safe, safety survey",
    indicators=("safety-share",),
    parts=(SURVEY,),
    designations=("insecure-place",),
    measures=(
        Measure(_("The mobile station sent where something has unsettled people"), _SOUTH_EAST),
        Measure(_("Safety walks with residents"), _SOUTH_EAST),
        Measure(_("Talks with those whom an incident has left insecure"), _EAST),
    ),
    unanswered=(
        Unanswered(
            _("What do the single answers say, with weights and by area?"),
            _(
                "Put the answers in place, a row an answer with its weight and stratum: "
                "samvirke import sheet FILE --kind survey-answers --district DISTRICT --title SOURCE"
            ),
            sheet="survey-answers",
        ),
    ),
    breaks=(_("The national survey changed hands and method between 2019 and 2021; none was made in 2020."),),
    never=(_("Persons and single answers; a share without n is not shown."),),
)
