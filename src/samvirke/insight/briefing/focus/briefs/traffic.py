"""Traffic (færdsel): collisions, the places that are worked on, and what must and may be done with the schools."""

from samvirke.foundation.words import _
from samvirke.insight.briefing.focus.declaration import HOURS, At, Brief, Measure, Unanswered

_EAST, _SOUTH_EAST = At("Østjylland", 2024, "5.3"), At("Sydøstjylland", 2020, "3.1.8")

BRIEF = Brief(
    name="traffic",
    version=1,
    title=_("Traffic"),
    question=_("Where and when are people hurt on the roads, and are the right places and schools being worked on?"),
    source=(_EAST, _SOUTH_EAST),
    confidence="H",
    words="færdsel, trafik, uheld, ulykke, dødsulyk, hastighed, fart, kryds, cykel, cyklist, skolepatrulje, gå-prøve, "
    "rasteplads, tungvogn, tunge køretøjer, traffic, collision, road, junction, bicycle, speed, cyclist",
    indicators=("collisions-injury",),
    parts=(HOURS,),
    categories=("collision-injury", "collision-fatal"),
    designations=("black-spot", "grey-stretch", "speed-van-site", "fatal-accident-review", "speed-limit-review"),
    duties=(
        "cycling-tests", "school-patrols", "bicycle-checks", "walking-tests", "traffic-teaching", "traffic-campaigns",
    ),
    measures=(
        Measure(_("Speed vans where analysis, municipality, citizens and experience agree"), _SOUTH_EAST),
        Measure(_("Checks of mobile phones and heavy vehicles"), _SOUTH_EAST),
        Measure(_("Every fatal accident looked at together with the municipality"), _SOUTH_EAST),
        Measure(_("Speed limits and signs gone through"), _SOUTH_EAST),
        Measure(_("Tips from “Book an officer” used in choosing stretches"), _EAST),
    ),
    unanswered=(
        Unanswered(
            _("How many are hurt whom the police never hear of?"),
            _("Enter the hospital's count as evidence of each place; light injuries are under-recorded."),
        ),
        Unanswered(
            _("How fast is driven, and what did the checks find?"),
            _("Enter what each traffic check found where the checks are planned."),
        ),
    ),
    never=(_("Persons and number plates."),),
)  # fmt: skip
