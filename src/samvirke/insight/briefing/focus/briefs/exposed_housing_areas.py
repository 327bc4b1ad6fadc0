"""Especially exposed housing areas (SUB-områder): the nine points of the plan, seven aims and two methods."""

from samvirke.foundation.words import _
from samvirke.insight.briefing.focus.declaration import SURVEY, Aim, At, Brief, Measure, Unanswered

_PLAN = At("Sydøstjylland", 2020, "4.5")

BRIEF = Brief(
    name="exposed-housing-areas",
    version=1,
    title=_("Especially exposed housing areas"),
    question=_("How does it go with each aim of the plan for the areas, and what is done there?"),
    source=(_PLAN, At("Sydøstjylland", 2020, "3.1.1")),
    confidence="H",
    words="sub, udsatte boligområder, særligt udsatte, uroplan, boligforening, exposed housing, housing area",
    indicators=("safety-share", "disorder-calls", "harm"),
    aims=(
        Aim(_("The high trust in the police is kept")),
        Aim(_("Residents feel and are safer"), ("safety-share",)),
        Aim(_("There is less crime"), ("harm", "violence-against-person")),
        Aim(_("The police are seen and present, also with the mobile station"), ("disorder-calls",)),
        Aim(_("The cooperation with residents, associations and others grows")),
        Aim(_("Young people commit less crime and are not recruited"), ("youth-crime",)),
        Aim(_("Radicalisation and extremism are prevented")),
    ),
    measures=(
        Measure(_("A yearly analysis on the safety survey"), _PLAN),
        Measure(
            _("Pointing out particular offenders by the harm they do"),
            _PLAN,
            off=_(
                "Off by default: nothing here computes a number, rank or list of persons. Harm is told of areas alone."
            ),
        ),
    ),
    parts=(SURVEY,),
    designations=("sub-area", "insecure-place"),
    duties=("sub-areas-designated",),
    unanswered=(
        Unanswered(
            _("How great is the trust in the police in each area?"),
            _(
                "Put the answers of the safety survey in place with the area in a column: "
                "samvirke import sheet FILE --kind survey-answers --district DISTRICT --title SOURCE"
            ),
        ),
        Unanswered(
            _("What is reported within each area's border?"),
            _("Name the area with its polygon under Places; incidents need points in the import."),
        ),
    ),
    never=(_("Persons: neither those pointed out, nor those who live in a single home."),),
)
