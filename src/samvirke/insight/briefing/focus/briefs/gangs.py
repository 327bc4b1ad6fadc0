"""Gangs and organised crime (rocker- og bandekriminalitet): counts, places and clubhouses, and never a person."""

from samvirke.foundation.words import _
from samvirke.insight.briefing.focus.declaration import At, Brief, Measure, Unanswered

_EAST, _SOUTH_EAST = At("Østjylland", 2024, "5.4"), At("Sydøstjylland", 2020, "3.1.3")
_EXIT = At("Østjylland", 2024, "4.3")

BRIEF = Brief(
    name="gangs",
    version=1,
    title=_("Gangs and organised crime"),
    question=_("Is any new clubhouse opening, do more people leave the milieu, and what was agreed?"),
    source=(_EAST, _EXIT, _SOUTH_EAST),
    confidence="H",
    words="bande, rocker, klubhus, exit, rekruttering, al capone, alcapone, organiseret, gangs, biker, clubhouse",
    indicators=("exit-courses", "violence-against-person"),
    designations=("gang-clubhouse", "insecure-place"),
    measures=(
        Measure(_("No new clubhouse: the municipality is told early when premises are asked for"), _SOUTH_EAST),
        Measure(_("Exit offered to more people than before"), _EXIT),
        Measure(_("Theme days and training together for those who lead people out"), _EXIT),
        Measure(
            _("Named members looked at for benefits and permits"),
            _SOUTH_EAST,
            off=_(
                "It is about named persons for purposes of control. It is the authorities' own task, outside Samvirke."
            ),
        ),
    ),
    unanswered=(
        Unanswered(
            _("How many shootings and how much unrest between groups is there?"),
            _("Add the police's own codes for it to the mapping of the reports."),
        ),
        Unanswered(
            _("How much of the economic crime is behind the groups?"),
            _("No source gives it. It is not counted here."),
        ),
    ),
    never=(_("Persons, membership, links between people, and who is in an exit course."),),
)
