"""The tables of the map: every square of a group in every quarter and year, with its number or why it has none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import Max

from samvirke.foundation.period import Period
from samvirke.insight.indicators.facts import Facts
from samvirke.insight.indicators.kit import Indicator
from samvirke.insight.suppression.cells import Cell
from samvirke.insight.suppression.squares import HIDDEN, QUARTERS, SHOWN, Standing, Year
from samvirke.insight.tiles.commands.lock import lock
from samvirke.insight.tiles.fresh import fresh, municipalities
from samvirke.insight.tiles.ground import NOWHERE, SIZES, Square
from samvirke.insight.tiles.models import Locked
from samvirke.insight.tiles.tree import NOTHING, standings, tree
from samvirke.registers.places.models import District
from samvirke.registers.places.queries.near_cells import CELL, near_cells


@dataclass(frozen=True)
class Table:
    """One group in one period. What lies in a hidden square is not named; any other that is not named has none."""

    period: Period
    frozen_on: str
    shown: Mapping[Square, int]
    hidden: frozenset[Square]

    def of_size(self, metres: int) -> dict[Square, int]:
        """The numbers of the squares of one size."""
        return {square: count for square, count in self.shown.items() if square.metres == metres}

    @property
    def nowhere(self) -> dict[int, int | None]:
        """By municipality, how many have no known place; `None` where that is hidden."""
        hidden = dict.fromkeys(one.municipality for one in self.hidden if one.metres == NOWHERE)
        return {one.municipality: count for one, count in self.of_size(NOWHERE).items()} | hidden


@dataclass(frozen=True)
class Tables:
    """Everything that the map shows of one group, and what the municipalities show beside it."""

    group: str
    edition: str
    tables: Mapping[Period, Table]
    municipalities: Mapping[Period, Mapping[int, Cell]]

    @property
    def periods(self) -> list[Period]:
        """The periods that there are, the newest first; a year after its quarters."""
        return sorted(self.tables, key=lambda one: (one.last, one.kind), reverse=True)


def tables_of(facts: Facts, indicator: Indicator) -> Tables:
    """The tables of a group; quarters that are new are locked first."""
    squares = fresh(facts, indicator)
    if squares:
        lock(facts.actor, district=facts.district, squares=squares)
    return _tables(facts, indicator)


_kept: dict[tuple[str, str], tuple[object, Tables]] = {}


def _tables(facts: Facts, indicator: Indicator) -> Tables:
    """Kept for as long as the process reads the same versions: what leaves is the same for everybody."""
    name = (facts.district.pk, indicator.name)
    rows = Locked.objects.filter(district=facts.district, group=indicator.name)
    at = (facts.store, rows.aggregate(newest=Max("locked_at"))["newest"])
    if name not in _kept or _kept[name][0] != at:
        _kept[name] = (at, _made(facts, indicator))
    return _kept[name][1]


def _made(facts: Facts, indicator: Indicator) -> Tables:
    rows = list(Locked.objects.filter(district=facts.district, group=indicator.name).order_by("year", "quarter"))
    quarters = [Period(row.year, row.quarter, "quarter") for row in rows]
    cells = municipalities(facts, indicator, quarters)
    largest = _largest(facts.district, rows)
    earlier: dict[Square, int] = defaultdict(int)
    found: dict[Period, Table] = {}
    by_year: dict[int, list[Locked]] = defaultdict(list)
    for row in rows:
        by_year[row.year].append(row)
    for year, locked in by_year.items():
        counts = tree(_smallest(locked))
        found |= dict(_year(year, locked, counts, _decided(locked, counts, largest, earlier)))
        for square, numbers in counts.items():
            earlier[square] += sum(numbers)
    edition = "-".join([*(f"{number}" for _source, number in facts.store.stamp), f"{len(rows)}"])
    years = {period: _sums(cells, period) for period in found if period.kind == "year"}
    columns = {**cells, **years}
    shown = {period: _beside(table, columns.get(period, {}), largest) for period, table in found.items()}
    return Tables(indicator.name, edition, shown, columns)


def _beside(table: Table, column: Mapping[int, Cell], largest: Mapping[int, Collection[Square]]) -> Table:
    """The table beside the municipalities as they are shown now: within one that has been hidden since, nothing is."""
    gone = {code for code, cell in column.items() if not cell.shown} & set(largest)
    shown = {one: count for one, count in table.shown.items() if one.municipality not in gone}
    hidden = {one for one in table.hidden if one.municipality not in gone}
    return replace(table, shown=shown, hidden=frozenset(hidden.union(*(largest[code] for code in gone))))


def _sums(cells: Mapping[Period, Mapping[int, Cell]], year: Period) -> dict[int, Cell]:
    columns = [cells[quarter] for quarter in year.within("quarter")]
    found = {}
    for area in set.intersection(*(set(column) for column in columns)):
        values = [column[area].value for column in columns]
        known = [value for value in values if value is not None]
        found[area] = Cell(sum(known)) if len(known) == QUARTERS else Cell(None, "protects")
    return found


def _largest(district: District, rows: Sequence[Locked]) -> dict[int, set[Square]]:
    """The largest squares of each municipality, whether anything happened there or not: those where it has land.

    Where no borders are known, those where anything was ever counted.
    """
    size, near = SIZES[0], near_cells(district)
    found: dict[int, set[Square]] = defaultdict(set)
    for x, y, code in (
        zip(*(near[name].tolist() for name in ("cell_x", "cell_y", "cell_code")), strict=True) if near else ()
    ):
        found[code].add(Square(code, size, x * CELL // size * size, y * CELL // size * size))
    for code, x, y, _count in (one for row in rows for one in row.counts):
        found[code].add(Square(code, NOWHERE) if x is None else Square(code, size, x // size * size, y // size * size))
    return {code: squares | {Square(code, NOWHERE)} for code, squares in found.items()}


def _decided(
    locked: Sequence[Locked],
    counts: Mapping[Square, Sequence[int]],
    largest: Mapping[int, Collection[Square]],
    earlier: Mapping[Square, int],
) -> dict[Square, Standing]:
    batches: dict[int, list[int]] = defaultdict(list)
    for row in locked:
        batches[row.batch].append(row.quarter - 1)
    year = Year(tuple(tuple(batches[number]) for number in sorted(batches)), max(row.few for row in locked))
    shown = {row.quarter - 1: frozenset(row.shown) for row in locked}
    known = [shown.get(quarter, frozenset()) for quarter in range(QUARTERS)]
    return standings(counts, year, known, largest, earlier)


def _smallest(locked: Sequence[Locked]) -> Iterator[tuple[Square, int, int]]:
    for row in locked:
        for code, x, y, count in row.counts:
            square = Square(code, NOWHERE) if x is None else Square(code, row.metres, x, y)
            yield square, row.quarter - 1, count


def _year(
    year: int,
    locked: Sequence[Locked],
    counts: Mapping[Square, Sequence[int]],
    decided: Mapping[Square, Standing],
) -> Iterator[tuple[Period, Table]]:
    for row in locked:
        at = row.quarter - 1
        period = Period(year, row.quarter, "quarter")
        yield (
            period,
            _table(period, row, {one: (st.quarters[at], counts.get(one, NOTHING)[at]) for one, st in decided.items()}),
        )
    if len(locked) == QUARTERS:
        period = Period(year, 1, "year")
        yield (
            period,
            _table(period, locked[-1], {one: (st.year, sum(counts.get(one, NOTHING))) for one, st in decided.items()}),
        )


def _table(period: Period, row: Locked, found: Mapping[Square, tuple[str, int]]) -> Table:
    shown = {one: count for one, (standing, count) in found.items() if standing == SHOWN}
    hidden = frozenset(one for one, (standing, _count) in found.items() if standing == HIDDEN)
    return Table(period, row.frozen_on.isoformat(), shown, hidden)
