"""Decides which cells of a table must be hidden: the small ones, and those that would give the small ones away.

The reader is taken to know the total, every cell that is shown, and that a cell marked "few" holds 1 to few − 1.
A small cell is safe when all that leaves an interval at least as wide as the smaller of 3 and what "few" allows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

FEW, PROTECTS = "few", "protects"
WHOLE = 0
_WIDTH = 3


@dataclass(frozen=True)
class Cell:
    """A number that may be shown, or why it may not: too few, or it would give another one away."""

    value: float | None
    hidden: str = ""

    @property
    def shown(self) -> bool:
        """Whether the number may be shown."""
        return not self.hidden


def protect(
    counts: Mapping[int, float], few: int, hidden_before: Iterable[int] = (), shown_before: Iterable[int] = ()
) -> dict[int, Cell]:
    """Cells by area for one period, of which the sum over areas (`WHOLE`, when it is among them) is shown too.

    What was hidden before stays hidden. What was shown before with the same number is known already and cannot
    protect anything. When nothing else is left to hide, the sum is hidden.
    """
    areas = {area: count for area, count in counts.items() if area != WHOLE}
    hidden = {area: FEW for area, count in areas.items() if 0 < count < few}
    hidden |= {area: PROTECTS for area in hidden_before if area in areas and area not in hidden}
    has_sum = WHOLE in counts
    whole_hidden = has_sum and (0 < counts[WHOLE] < few or WHOLE in set(hidden_before))
    known = set(shown_before)
    while has_sum and not whole_hidden and _exposed([areas], hidden, few):
        spare = [area for area, count in areas.items() if area not in hidden and area not in known and count > 0]
        if not spare:
            whole_hidden = True
            break
        hidden[min(spare, key=lambda area: (areas[area], area))] = PROTECTS
    cells = {area: Cell(None, hidden[area]) if area in hidden else Cell(count) for area, count in areas.items()}
    if has_sum:
        why = FEW if 0 < counts[WHOLE] < few else PROTECTS
        cells[WHOLE] = Cell(None, why) if whole_hidden else Cell(counts[WHOLE])
    return cells


def lines_to_hide(columns: list[Mapping[int, float]], few: int) -> set[int]:
    """The areas of which no line may be drawn over these periods, `WHOLE` among them when the sum must go too.

    A line with one small count is not drawn at all; nor is another when it would, together with the sum's line,
    give the first away in some period.
    """
    areas = {area for column in columns for area in column if area != WHOLE}
    tables = [{area: column.get(area, 0) for area in areas} for column in columns]
    gone = {area for area in areas if any(0 < table[area] < few for table in tables)}
    while gone and any(_exposed([table], _marks(table, gone, few), few) for table in tables):
        spare = areas - gone
        if not spare:
            return gone | {WHOLE}
        gone.add(min(spare, key=lambda area: (sum(table[area] for table in tables), area)))
    few_in_sum = any(0 < column.get(WHOLE, 0) < few for column in columns)
    return gone | {WHOLE} if few_in_sum else gone


def _marks(table: Mapping[int, float], gone: set[int], few: int) -> dict[int, str]:
    return {area: FEW if 0 < table[area] < few else PROTECTS for area in gone}


def _exposed(tables: list[Mapping[int, float]], hidden: Mapping[int, str], few: int) -> bool:
    """Whether some small cell can be narrowed too far, given the sum of the hidden ones."""
    for table in tables:
        small = [area for area, why in hidden.items() if why == FEW]
        if not small:
            continue
        total = sum(table[area] for area in hidden)
        open_ended = len(small) < len(hidden)
        others = len(small) - 1
        low = 1 if open_ended else max(1, total - others * (few - 1))
        high = min(few - 1, total - others)
        if high - low < min(_WIDTH, few - 2):
            return True
    return False
