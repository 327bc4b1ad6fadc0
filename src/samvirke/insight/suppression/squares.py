"""Decides which squares of a map may be shown, quarter by quarter and for the year, so that no hidden one comes out.

A municipality is divided into squares, each of them into smaller ones. What is inside a square is decided by its
family alone: nothing below a hidden square is shown, so that nothing below it tells of it, and what is above it is
known anyway. The reader is taken to know every number of the parent, every sister that is shown, and which squares
are not empty. Of a family the same squares are shown in all quarters that were published together, and a square that
was hidden once in a year stays hidden in its later quarters. The ends between which a cell of the table of hidden
squares by quarters must lie are Fréchet's (1951).
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from samvirke.insight.suppression.cells import exposed, width

SHOWN, NONE, HIDDEN = "shown", "none", "hidden"
QUARTERS = 4
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Standing:
    """How a square stands: in each quarter, and in the year; shown, known to be none, or hidden."""

    quarters: tuple[str, ...]
    year: str

    def is_open(self, quarter: int) -> bool:
        """Whether its number in a quarter is known."""
        return self.quarters[quarter] != HIDDEN

    @property
    def is_hidden(self) -> bool:
        """Whether nothing is known of it, so that nothing is said of what lies in it."""
        return all(one == HIDDEN for one in (*self.quarters, self.year))

    @property
    def is_year_open(self) -> bool:
        """Whether its number in the year is known."""
        return self.year != HIDDEN


@dataclass(frozen=True)
class Year:
    """What was published of a year: batches of quarters (0 to 3) in the order in which they came, and from when on a
    number is shown. A year of four quarters is complete."""

    batches: tuple[tuple[int, ...], ...]
    few: int

    @property
    def quarters(self) -> tuple[int, ...]:
        """The quarters that are there."""
        return tuple(sorted(quarter for batch in self.batches for quarter in batch))

    @property
    def is_complete(self) -> bool:
        """Whether nothing is to come any more."""
        return len(self.quarters) == QUARTERS


def family(
    parent: Standing, children: Mapping[Key, Sequence[int]], order: Sequence[Key], year: Year
) -> dict[Key, Standing]:
    """The standings of a family; `children` are counts by quarter, and those first in `order` protect the others."""
    shown = _by_batch(parent, children, order, year)
    in_year, hidden_in_year = _in_year(parent, children, order, year, shown)
    found = {}
    for child, counts in children.items():
        standing = HIDDEN
        if child in in_year:
            standing = SHOWN
        elif year.is_complete and parent.is_year_open and not hidden_in_year:
            standing = NONE
        # What is none in the year is none in each of its quarters.
        quarters = [NONE] * len(counts) if standing == NONE else _quarters(parent, children, child, shown)
        found[child] = Standing(tuple(quarters), standing)
    return found


def _by_batch(
    parent: Standing, children: Mapping[Key, Sequence[int]], order: Sequence[Key], year: Year
) -> dict[int, frozenset[Key]]:
    """By quarter in which the parent is known: the children that are shown."""
    allowed, found = set(children), dict[int, frozenset[Key]]()
    for batch in year.batches:
        known = [quarter for quarter in batch if parent.is_open(quarter)]
        if not known:
            continue
        shown = {child for child in allowed if _may_be_shown([children[child][one] for one in known], year.few)}
        spare = [child for child in order if child in shown]
        while shown and any(_unsafe(_hidden_in(children, shown, quarter), year.few) for quarter in known):
            shown.discard(spare.pop(0))
        allowed = shown
        found |= dict.fromkeys(known, frozenset(shown))
    return found


def _may_be_shown(counts: Sequence[int], few: int) -> bool:
    return any(counts) and all(count == 0 or count >= few for count in counts)


def _hidden_in(children: Mapping[Key, Sequence[int]], shown: set[Key] | frozenset[Key], quarter: int) -> list[int]:
    return [counts[quarter] for child, counts in children.items() if child not in shown and counts[quarter]]


def _unsafe(hidden: Sequence[int], few: int) -> bool:
    """Whether somebody who knows the sum of these, and that there are so many, narrows one of them too far."""
    if not hidden:
        return False
    total, many = sum(hidden), len(hidden)
    return many < 2 or total - many < width(few) or exposed(dict(enumerate(hidden)), few)


def _quarters(
    parent: Standing, children: Mapping[Key, Sequence[int]], child: Key, shown: Mapping[int, frozenset[Key]]
) -> list[str]:
    found = []
    for quarter in range(len(parent.quarters)):
        if quarter not in shown:
            found.append(HIDDEN)
        elif child in shown[quarter]:
            found.append(SHOWN if children[child][quarter] else NONE)
        else:
            found.append(HIDDEN if _hidden_in(children, shown[quarter], quarter) else NONE)
    return found


def _in_year(
    parent: Standing,
    children: Mapping[Key, Sequence[int]],
    order: Sequence[Key],
    year: Year,
    shown: Mapping[int, frozenset[Key]],
) -> tuple[set[Key], set[Key]]:
    """Whose year is shown, and whose is hidden though it is not empty."""
    if not year.is_complete or not parent.is_year_open:
        return set(), set(children)
    always = set(frozenset.intersection(*shown.values())) if len(shown) == QUARTERS else set()
    first = shown[year.batches[0][0]] if len(shown) == QUARTERS else frozenset[Key]()
    rest = {child for child, counts in children.items() if child not in always and any(counts)}
    totals: dict[Key, int] = {one: sum(children[one]) for one in rest - first}
    spare = [one for one in order if totals.get(one, 0) >= year.few]
    table = _Table(children, rest, frozenset(rest - first), shown if len(shown) == QUARTERS else {}, year.few)
    while spare and not table.is_safe(set(spare)):
        spare.pop(0)
    return always | set(spare), rest - set(spare)


@dataclass(frozen=True)
class _Table:
    """The table of a family's squares by quarters, of those that are not shown in all of them.

    `whole` are the squares that are hidden in every quarter; only theirs is a row of which no part is known.
    """

    children: Mapping[Any, Sequence[int]]
    rest: set[Any]
    whole: frozenset[Any]
    shown: Mapping[int, frozenset[Any]]
    few: int

    def is_safe(self, told: set[Any]) -> bool:
        """Whether the years of these may be told."""
        hidden = self.rest - told
        if _unsafe([sum(self.children[one]) for one in hidden], self.few):
            return False
        if not self.shown:
            return True
        if hidden and len(hidden & self.whole) < 2:
            return False
        columns = [sum(_hidden_in(self.children, self.shown[quarter], quarter)) for quarter in sorted(self.shown)]
        return all(self._is_column_safe(column, columns, told, bool(hidden)) for column in columns if column)

    def _is_column_safe(self, column: int, columns: Sequence[int], told: set[Any], has_hidden: bool) -> bool:
        everything, wide = sum(columns), width(self.few)
        rows = [sum(self.children[one]) for one in told]
        if has_hidden and min(column, everything - sum(rows)) < wide:
            return False
        return all(min(row, column) - max(0, row + column - everything) >= wide for row in rows)
