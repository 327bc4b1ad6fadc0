"""Readers who want to know what is hidden: they try every table that could have led to what they see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import product

from samvirke.insight.suppression.cells import FEW, PROTECTS, WHOLE, Cell, protect
from samvirke.insight.suppression.history import History

Table = tuple[int, ...]
Look = tuple[tuple[float | None, str], ...]
_DAYS = [datetime(2024, 1, 1) + timedelta(days=number) for number in range(5)]


def column_of(table: Table, nowhere: int = 0) -> dict[int, float]:
    """A table as counts by area (1, 2, …), with a sum that also holds what has no known place."""
    return dict(enumerate(table, start=1)) | {WHOLE: sum(table) + nowhere}


def tables_up_to(areas: int, most: int) -> Iterator[Table]:
    """Every table of so many areas whose sum is at most so much."""
    if not areas:
        yield ()
        return
    for first in range(most + 1):
        for rest in tables_up_to(areas - 1, most - first):
            yield (first, *rest)


def look(cells: Mapping[int, Cell]) -> Look:
    """What a reader sees of a column: numbers, and words where there is none; the sum first."""
    return tuple((cells[area].value, cells[area].hidden) for area in sorted(cells))


def looks(tables: Sequence[Table], few: int) -> tuple[Look, ...]:
    """What an audience sees when one table after another is released for the same period."""
    history, seen = History(), []
    for table, day in zip(tables, _DAYS, strict=False):
        column = column_of(table)
        cells = protect(column, few, history.earlier(column), order=range(1, len(table) + 1))
        history.add_all(cells, day)
        seen.append(look(cells))
    return tuple(seen)


def confusable(candidates: Iterable[Sequence[Table]], few: int) -> dict[tuple[Look, ...], list[Sequence[Table]]]:
    """All candidates by what they look like: somebody who knows the program can tell no two of a group apart."""
    found: dict[tuple[Look, ...], list[Sequence[Table]]] = defaultdict(list)
    for candidate in candidates:
        found[looks(candidate, few)].append(candidate)
    return found


def spread(values: Iterable[float]) -> float:
    """How wide the interval is that is left to a reader."""
    known = list(values)
    return max(known) - min(known)


def months_that_fit(months: Sequence[Mapping[int, int]], quarter: Mapping[int, Cell], hidden: list[int]) -> Iterator:
    """Every way in which the hidden months of these areas can fill what a reader sees of a quarter.

    The reader knows the sum of each month, the quarters that are shown and the sum of those that are not, and takes
    the words "few" and "protects" at their meaning. One tuple of three months for each area.
    """
    rows = [sum(month[area] for area in hidden) for month in months]
    pool = sum(month[area] for month in months for area in hidden if not quarter[area].shown)
    says_few = any(cell.hidden == FEW for cell in quarter.values())
    ranges = {area: _quarters_that_fit(quarter[area], pool, says_few) for area in hidden}

    def fill(areas: list[int], left: Sequence[int], pool_left: int) -> Iterator:
        area, rest = areas[0], areas[1:]
        choices = product(*(range(most + 1) for most in left)) if rest else [tuple(left)]
        for three in choices:
            if sum(three) not in ranges[area]:
                continue
            still = pool_left if quarter[area].shown else pool_left - sum(three)
            if still < 0 or (not rest and still != 0):
                continue
            if not rest:
                yield (three,)
                continue
            for others in fill(rest, [most - count for most, count in zip(left, three, strict=True)], still):
                yield (three, *others)

    yield from fill(hidden, rows, pool)


def _quarters_that_fit(cell: Cell, pool: int, says_few: bool, few: int = 5) -> range:
    if cell.value is not None:
        return range(int(cell.value), int(cell.value) + 1)
    if cell.hidden == FEW:
        return range(1, few)
    return range(few if says_few and cell.hidden == PROTECTS else 1, pool + 1)
