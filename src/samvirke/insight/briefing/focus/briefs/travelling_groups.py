"""Travelling groups (omrejsende): burglaries alike across districts, as offences and never as persons."""

from samvirke.foundation.words import _
from samvirke.insight.briefing.focus.declaration import SERIES, At, Brief, Measure, Unanswered

_PLAN = At("Sydøstjylland", 2020, "3.1.6")

BRIEF = Brief(
    name="travelling-groups",
    version=1,
    title=_("Travelling groups"),
    question=_("Which burglaries resemble each other by place, time and manner, also across district borders?"),
    source=(_PLAN,),
    confidence="H",
    words="omrejsende, udenlandske kriminelle, travelling, travelling criminal",
    indicators=("burglary-homes",),
    parts=(SERIES,),
    fewest=5,
    measures=(
        Measure(_("Residents told what to look for, and where to tell it"), _PLAN),
        Measure(_("The files of a series read side by side by an investigator"), _PLAN),
    ),
    unanswered=(
        Unanswered(
            _("Which burglaries belong together?"),
            _(
                "Put a table of burglaries with their manner in place, with some solved series among them: "
                "samvirke import sheet FILE --kind burglary-manners --district DISTRICT --title SOURCE"
            ),
            sheet="burglary-manners",
        ),
    ),
    never=(
        _("Persons, nationality and origin: offences are compared by place, time and manner alone."),
        _("Single offences: a group of fewer than five is not shown."),
    ),
)
