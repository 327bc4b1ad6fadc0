"""Decides whose months may be shown beside the quarter that they add up to: an area shows all three or none.

The reader is taken to know the sum of each month, the quarters that are shown, and every month that is shown. What
remains is a table of hidden months by hidden areas of which both margins are known; the ends between which a cell of
such a table must lie are Fréchet's (1951).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from samvirke.insight.suppression.cells import FEW, NOTHING, WHOLE, Cell, Earlier, is_few, ordered, width

Month = Mapping[int, float]


def months_to_hide(
    months: Sequence[Month],
    quarter: Mapping[int, Cell],
    few: int,
    earlier: Earlier = NOTHING,
    order: Sequence[int] = (),
) -> set[int]:
    """The areas whose months of this quarter are hidden, `WHOLE` among them when the sums must go too.

    An area with a small month or a hidden quarter is hidden, and so are others where it could be worked out.
    """
    areas = {area: sum(month[area] for month in months) for area in months[0] if area != WHOLE}
    old = set(earlier.all_hidden) & set(areas)
    new = {area for area in areas if not quarter[area].shown or _has_few(months, area, few)} - old
    sums_go = WHOLE in earlier.all_hidden or not quarter[WHOLE].shown or _has_few(months, WHOLE, few)
    spare = [area for area in ordered(areas, order) if areas[area] and area not in old | new | earlier.shown]
    sums_go = sums_go or any(_exposed(months, quarter, group & set(areas), few) for group in earlier.hidden)
    while new and not sums_go and _exposed(months, quarter, new, few):
        sums_go = not spare
        new |= {spare.pop(0)} if spare else set()
    return old | new | ({WHOLE} if sums_go else set())


def _has_few(months: Sequence[Month], area: int, few: int) -> bool:
    return any(is_few(month[area], few) for month in months)


def _exposed(months: Sequence[Month], quarter: Mapping[int, Cell], hidden: Collection[int], few: int) -> bool:
    """Whether a month of these areas can be narrowed too far; also one of none, which is hidden like the others."""
    pooled = [area for area in hidden if not quarter[area].shown]
    everything = sum(month[area] for month in months for area in hidden)
    pool = sum(month[area] for month in months for area in pooled)
    for month in months:
        row = sum(month[area] for area in hidden)
        for area in hidden:
            cell = quarter[area]
            column = pool if cell.value is None else cell.value
            high = min(row, column, few - 1 if cell.hidden == FEW else row)
            low = max(0, row + column - everything - (0 if cell.shown else _others(pooled, area, quarter, few)))
            if high - low < width(few):
                return True
    return False


def _others(pooled: Sequence[int], area: int, quarter: Mapping[int, Cell], few: int) -> float:
    """How much of the hidden quarters' months the other hidden quarters can take up."""
    rooms = [few - 1 if quarter[one].hidden == FEW else float("inf") for one in pooled if one != area]
    return sum(rooms)
