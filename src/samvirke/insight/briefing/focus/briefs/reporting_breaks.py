"""Breaks in how things are reported and counted (brud i opgørelserne): what must not be compared, and why."""

from samvirke.foundation.words import _
from samvirke.insight.briefing.focus.declaration import BREAKS, At, Brief, Measure, Unanswered

_PLAN = At("Sydøstjylland", 2020, "4.4")

BRIEF = Brief(
    name="reporting-breaks",
    version=1,
    title=_("Breaks in reporting and counting"),
    question=_("Which of our numbers changed because the way of reporting or counting changed?"),
    source=(_PLAN,),
    confidence="M",
    words="anmeldelsespraksis, arbejdsskade, opgørelse, reporting practice, work injur",
    parts=(BREAKS,),
    measures=(Measure(_("Agree with the municipalities when violence against staff is reported, and why"), _PLAN),),
    breaks=(
        _("Reports of violence made only to register a work injury raise the numbers without more violence."),
        _("From 1 January 2018 burglary in homes has a section of its own, which breaks the series."),
        _("A new sexual offences law came into force in 2013; reports before and after are not compared."),
        _("Response times counted 15 causes in 2017 and 6 in 2022–2024; the year of change is not known."),
        _("More reports may mean more trust: what the police find themselves follows how much they look."),
    ),
    unanswered=(
        Unanswered(
            _("How many reports of violence are made only to register a work injury?"),
            _("Let the municipality count them and enter a series by quarter, or add a column to the mapping."),
        ),
    ),
    never=(_("Persons and workplaces."),),
)
