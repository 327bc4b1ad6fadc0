"""The tables of the map: every municipality, every square that may be shown, and what the map does not know."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot
from typing import Any

from samvirke.doors.web.map.asked import View
from samvirke.foundation.period import Period
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _
from samvirke.insight.briefing.change_said import FEW as FEW_TO_SAY
from samvirke.insight.briefing.change_said import ChangeSaid, change_said
from samvirke.insight.briefing.drawings.marks import arrow
from samvirke.insight.indicators.facts import DISTRICT, Facts
from samvirke.insight.suppression.cells import FEW, Cell
from samvirke.insight.tiles.ground import SIZES, Square
from samvirke.insight.tiles.layers.squares import land_of
from samvirke.insight.tiles.scene import Scene
from samvirke.insight.tiles.tables import Table

_DIRECTIONS = (
    _("east of {town}"), _("north-east of {town}"), _("north of {town}"), _("north-west of {town}"),
    _("west of {town}"), _("south-west of {town}"), _("south of {town}"), _("south-east of {town}"),
)  # fmt: skip


def municipality_rows(facts: Facts, view: View, speech: Speech) -> list[dict[str, Any]]:
    """The district and each municipality: the number, the one beside it, the change, and how much squares show."""
    now, beside = _cells(view, view.period), _cells(view, view.against)
    largest = view.tables.tables[view.period].of_size(SIZES[0])
    rows = []
    for code in (DISTRICT, *facts.municipalities):
        change = _change(view, now.get(code), beside.get(code), speech)
        mine = {one: count for one, count in largest.items() if code in (DISTRICT, one.municipality)}
        rows.append(
            {
                "name": facts.municipalities[code].name if code else speech.say(_("The whole district")),
                "now": cell_said(now.get(code), view.group.few, speech),
                "beside": cell_said(beside.get(code), view.group.few, speech),
                "change": change,
                "arrow": arrow(change.state) if change and change.is_certain else "",
                "in_squares": speech.number(sum(mine.values())),
            }
        )
    return rows


def _cells(view: View, period: Period | None) -> dict[int, Cell]:
    return dict(view.tables.municipalities.get(period, {})) if period else {}


def _change(view: View, now: Cell | None, beside: Cell | None, speech: Speech) -> ChangeSaid | None:
    if view.against is None:
        return None
    earlier, later = sorted((view.against, view.period))
    broken = view.group.break_between(earlier, later) is not None
    pair = (now, beside) if later == view.period else (beside, now)
    found = change_said(*pair, speech, broken)
    if found.state == FEW_TO_SAY and later.year_before() != earlier:
        # The words beside it speak of the year before, which this is not; both numbers stand in the row.
        return ChangeSaid(found.state, found.headline, "")
    return found


def cell_said(cell: Cell | None, few: int, speech: Speech) -> str:
    """A number, or why there is none."""
    if cell is None:
        return "–"
    if cell.value is None:
        return f"1–{few - 1}" if cell.hidden == FEW else speech.say(_("hidden"))
    return speech.number(cell.value) if cell.value else speech.say(_("none"))


def square_groups(facts: Facts, view: View, speech: Speech) -> list[dict[str, Any]]:
    """The squares of each size, by municipality and from north to south."""
    towns = [(town.name, town.x, town.y) for town in facts.district.towns.all()]
    table, scene = view.tables.tables[view.period], Scene(facts, view.group, view.period)
    beside = view.tables.tables.get(view.against) if view.against else None
    return [
        {
            "title": speech.say(_("Squares of {size} × {size} km"), size=size // 1000),
            "hidden": speech.number(
                sum(one.metres == size and land_of(one, scene) is not None for one in table.hidden)
            ),
            "rows": [
                {
                    "name": facts.municipalities[square.municipality].name,
                    "where": where_said(square, towns, speech),
                    "now": speech.number(count),
                    "beside": _beside(square, beside, speech),
                }
                for square, count in sorted(table.of_size(size).items(), key=lambda one: _from_north(facts, one[0]))
            ],
        }
        for size in SIZES
    ]


def _from_north(facts: Facts, square: Square) -> tuple[str, int, int]:
    return facts.municipalities[square.municipality].name, -square.y, square.x


def _beside(square: Square, table: Table | None, speech: Speech) -> str:
    if table is None:
        return "–"
    if square in table.shown:
        return speech.number(table.shown[square])
    hidden = square in table.hidden or any(one in table.hidden for one in square.above)
    unknown = hidden or not any(one.municipality == square.municipality for one in table.shown)
    return speech.say(_("hidden")) if unknown else speech.say(_("none"))


def where_said(square: Square, towns: Sequence[tuple[str, float, float]], speech: Speech) -> str:
    """“4 km north of Hornslet (584 / 6240)”: from the nearest town, and the corner as kilometres of the grid."""
    corner = f"{square.x // 1000} / {square.y // 1000}"
    if not towns:
        return corner
    x, y = square.x + square.metres / 2, square.y + square.metres / 2
    name, east, north = min(towns, key=lambda town: hypot(town[1] - x, town[2] - y))
    kilometres = round(hypot(x - east, y - north) / 1000)
    if max(abs(x - east), abs(y - north)) <= square.metres / 2:
        return f"{name} ({corner})"
    direction = speech.say(_DIRECTIONS[_eighth(x - east, y - north)], town=name)
    return speech.say(_("{far} km {direction} ({corner})"), far=max(kilometres, 1), direction=direction, corner=corner)


def _eighth(east: float, north: float) -> int:
    """Which of eight directions, counted from east towards north."""
    steep = abs(north) > 2.4142 * abs(east), abs(east) > 2.4142 * abs(north)
    if steep[0]:
        return 2 if north > 0 else 6
    if steep[1]:
        return 0 if east > 0 else 4
    return {(True, True): 1, (False, True): 3, (False, False): 5, (True, False): 7}[east > 0, north > 0]


def unknowns(view: View, schematic: bool, speech: Speech) -> list[str]:
    """What the map does not know."""
    nowhere = view.tables.tables[view.period].nowhere
    known = [count for count in nowhere.values() if count]
    found = [
        speech.say(_("Incidents that nobody reported are not on it. Fewer reports do not always mean less crime.")),
        speech.say(
            _(
                "A hidden square holds none to {most}, or is kept back so that another cannot be worked out. "
                "It does not mean that nothing happened."
            ),
            most=view.group.few - 1,
        ),
        speech.say(_("How many homes and people a square has is not known, so numbers are not rates.")),
        speech.say(
            _(
                "A period is locked when it is first shown. Later corrections are in the table of municipalities, not "
                "in the squares."
            )
        ),
    ]
    if known:
        found.insert(1, speech.say(_("{n} incidents have no known place and lie in no square."), n=sum(known)))
    if schematic:
        found.append(speech.say(_("The borders are schematic: off by up to 3 km, and no answer to “in which?”.")))
    if view.period.kind == "quarter":
        found.append(speech.say(_("Seasons differ: compare a quarter with the same quarter of another year.")))
    return found
