"""Invented districts whose every table is published as the program publishes it, and what a reader then knows."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from tests.insight.suppression.lp_reader import Published

from samvirke.foundation.period import Period
from samvirke.insight.suppression.cells import FEW, PROTECTS, WHOLE, Cell
from samvirke.insight.suppression.release import COUNCIL, release, release_months
from samvirke.insight.suppression.squares import HIDDEN, SHOWN, Standing, Year
from samvirke.insight.tiles.ground import NOWHERE, SIZES, SMALLEST, Square
from samvirke.insight.tiles.tree import standings, tree

FEWEST, MUNICIPALITIES, YEARS = 5, 5, (2022, 2023)
_MORE_THAN_ALL = 10_000
_BLOCKS, _OF_EIGHT = 2, SIZES[0] // SMALLEST
# The first year was published at once, the other as its quarters came.
BATCHES = {2022: ((0, 1, 2, 3),), 2023: ((0,), (1,), (2,), (3,))}
Decide = Callable[..., Mapping[Square, Standing]]


@dataclass(frozen=True)
class Invented:
    """A district: counts by smallest square and month (0 to 11) of each year."""

    name: str
    counts: Mapping[int, Mapping[Square, Sequence[int]]]

    def quarters(self, year: int) -> dict[Square, list[int]]:
        """Counts of every square of every size by quarter."""
        return tree(
            (square, month // 3, count)
            for square, months in self.counts[year].items()
            for month, count in enumerate(months)
            if count
        )

    def column(self, year: int, months: Sequence[int]) -> dict[int, float]:
        """The municipalities and the whole district in some months."""
        found: dict[int, float] = dict.fromkeys([WHOLE, *range(1, MUNICIPALITIES + 1)], 0)
        for square, counts in self.counts[year].items():
            found[square.municipality] += sum(counts[month] for month in months)
        return found | {WHOLE: sum(found.values())}


def invented(seed: int) -> Invented:
    """A district of five municipalities, from a town to a small island; most squares hold few or none."""
    generator = np.random.default_rng(seed)
    counts: dict[int, dict[Square, list[int]]] = {year: {} for year in YEARS}
    for code in range(1, MUNICIPALITIES + 1):
        busy = generator.choice([0.02, 0.1, 0.4, 1.5])
        for square in (*_smallest(code), Square(code, NOWHERE)):
            rate = busy * generator.gamma(0.35, 1 / 0.35)
            for year in YEARS:
                counts[year][square] = generator.poisson(rate, 12).tolist()
    return Invented(f"t29-{seed}", counts)


def _smallest(code: int) -> Iterator[Square]:
    for block in range(_BLOCKS):
        for step in range(_OF_EIGHT**2):
            x, y = block * SIZES[0] + step % _OF_EIGHT * SMALLEST, step // _OF_EIGHT * SMALLEST
            yield Square(code, SMALLEST, x, y)


def published(district: Invented, decide: Decide = standings) -> dict[int, Published]:
    """Year by year, what a reader knows of every table that leaves: quarters, months, years, and squares of the map."""
    found = {}
    earlier: dict[Square, int] = {}
    for year in YEARS:
        known, columns = Published(), dict[Period, dict[int, Cell]]()
        for upto in range(1, len(BATCHES[year]) + 1):
            batches = BATCHES[year][:upto]
            columns |= _municipalities(known, district, year, batches[-1])
            _squares(known, district, year, Year(batches, FEWEST), columns, earlier, decide)
        for square, quarters in district.quarters(year).items():
            earlier[square] = earlier.get(square, 0) + sum(quarters)
        found[year] = known
    return found


def _municipalities(
    known: Published, district: Invented, year: int, batch: Sequence[int]
) -> dict[Period, dict[int, Cell]]:
    """Quarters and months leave through the door; a reader takes the words beside a hidden number at their meaning."""
    table = f"{district.name} burglary"
    quarters = [Period(year, quarter + 1, "quarter") for quarter in batch]
    cells = release(COUNCIL, table, {one: district.column(year, _months(one.number - 1)) for one in quarters}, FEWEST)
    months = {
        month: district.column(year, [month.number - 1]) for quarter in quarters for month in quarter.within("month")
    }
    for quarter, column in cells.items():
        _hear(known, year, _months(quarter.number - 1), column)
    for month, column in release_months(COUNCIL, table, months, cells, FEWEST).items():
        _hear(known, year, [month.number - 1], column)
    _joined(known, district, year, batch)
    return cells


def _hear(known: Published, year: int, months: Sequence[int], column: Mapping[int, Cell]) -> None:
    says_few = any(cell.hidden == FEW for cell in column.values())
    for code, cell in column.items():
        parts = [(one, month) for one in _codes(code) for month in months]
        if cell.value is not None:
            known.tell(parts, cell.value)
        elif cell.hidden == FEW:
            known.hide(parts, 1, FEWEST - 1)
        else:
            known.hide(parts, FEWEST if says_few and cell.hidden == PROTECTS and code != WHOLE else 0)


def _joined(known: Published, district: Invented, year: int, batch: Sequence[int]) -> None:
    """That the months of a municipality in a quarter are what its squares hold in that quarter."""
    for code in _codes(WHOLE):
        for quarter in batch:
            # The same sum twice: how much is left of a number that is larger than any.
            rest = ("rest", code, quarter)
            known.tell([*((code, month) for month in _months(quarter)), rest], _MORE_THAN_ALL)
            known.tell([*_within(district, year, code, quarter), rest], _MORE_THAN_ALL)


def _within(district: Invented, year: int, code: int, quarter: int) -> list[Hashable]:
    return [(square, quarter) for square in district.counts[year] if square.municipality == code]


def _squares(
    known: Published, district: Invented, year: int, of: Year, columns: Mapping[Period, Mapping[int, Cell]],
    earlier: Mapping[Square, int], decide: Decide,
) -> None:  # fmt: skip
    counts = district.quarters(year)
    here = {square: [n if at in of.quarters else 0 for at, n in enumerate(found)] for square, found in counts.items()}
    largest = {
        code: {square for one in district.counts[year] if one.municipality == code for square in [*one.above, one]
               if square.metres in (SIZES[0], NOWHERE)}
        for code in _codes(WHOLE)
    }  # fmt: skip
    released = [
        {code for code, cell in columns.get(Period(year, quarter + 1, "quarter"), {}).items() if cell.shown}
        for quarter in range(4)
    ]
    for square, standing in decide(here, of, released, largest, earlier).items():
        below = [one for one in district.counts[year] if one == square or square in one.above]
        found = counts.get(square, [0] * 4)
        for quarter in of.quarters:
            _see(known, [(one, quarter) for one in below], standing.quarters[quarter], found[quarter])
        if of.is_complete:
            _see(known, [(one, quarter) for one in below for quarter in range(4)], standing.year, sum(found))


def _see(known: Published, parts: Sequence[Hashable], standing: str, count: int) -> None:
    if standing == HIDDEN:
        known.hide(parts)
    else:
        known.tell(parts, count if standing == SHOWN else 0)


def _months(quarter: int) -> list[int]:
    return list(range(3 * quarter, 3 * quarter + 3))


def _codes(code: int) -> list[int]:
    return list(range(1, MUNICIPALITIES + 1)) if code == WHOLE else [code]
