"""Burglary in homes (indbrud i privat beboelse): reports, homes hit again, and the burglary package as a checklist."""

from samvirke.foundation.words import _
from samvirke.insight.briefing.focus.declaration import HOURS, At, Brief, Measure, Unanswered

_EAST, _SOUTH_EAST = At("Østjylland", 2024, "5.2"), At("Sydøstjylland", 2020, "3.1.2")

BRIEF = Brief(
    name="home-burglary",
    version=1,
    title=_("Burglary in homes"),
    question=_("Where and when are homes burgled, which are hit again, and is what we agreed being done there?"),
    source=(_EAST, _SOUTH_EAST),
    confidence="H",
    words="indbrud, hæleri, hælervarer, nabohjælp, bo trygt, botrygt, grundejerforening, burglar, neighbour watch",
    indicators=("burglary-homes", "repeat-dwellings"),
    parts=(HOURS,),
    categories=("burglary-home",),
    designations=("burglary-area",),
    duties=("burglary-discussed",),
    measures=(
        Measure(_("The most burdened areas are found by analysis, and their associations contacted"), _SOUTH_EAST),
        Measure(_("Advice on securing the shell of the house"), _SOUTH_EAST),
        Measure(_("Security walk with the association"), _SOUTH_EAST),
        Measure(_("Neighbour watch begun or kept alive"), _SOUTH_EAST),
        Measure(_("Homes burgled twice within a year visited again"), _SOUTH_EAST),
        Measure(_("Second-hand dealers and auction houses checked for stolen goods"), _SOUTH_EAST),
        Measure(_("Bo Trygt offered where it is not in use yet"), _EAST),
        Measure(_("An officer booked to tell how a home is secured"), _EAST),
    ),
    unanswered=(
        Unanswered(
            _("How many checks of dealers and auction houses were made, and what was found?"),
            _("Plan them as traffic and other checks are planned, and enter what each found."),
        ),
        Unanswered(
            _("In how many burglaries were stolen goods found again?"),
            _("No source gives it. A column in the import of incidents would bring it."),
        ),
    ),
    never=(_("Persons and single homes: who was burgled stays with the police, who revisit them."),),
)
