"""Goes down from the municipalities into their squares, and decides family by family what is shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from samvirke.insight.suppression.squares import HIDDEN, QUARTERS, SHOWN, Standing, Year, family
from samvirke.insight.tiles.ground import Square

NOTHING = (0,) * QUARTERS


def tree(smallest: Iterable[tuple[Square, int, int]]) -> dict[Square, list[int]]:
    """Counts by quarter of every square of every size that has any, from squares, quarters (0 to 3) and counts."""
    counts: dict[Square, list[int]] = defaultdict(lambda: list(NOTHING))
    for square, quarter, count in smallest:
        for one in (square, *square.above):
            counts[one][quarter] += count
    return counts


def standings(
    counts: Mapping[Square, Sequence[int]],
    year: Year,
    known: Sequence[Collection[int]],
    largest: Mapping[int, Collection[Square]],
    earlier: Mapping[Square, int],
) -> dict[Square, Standing]:
    """Every square's standing in one year, from the municipalities down.

    `counts` are by quarter, of every square of every size that has any; `known` are the municipalities whose own number
    was shown, quarter by quarter; `largest` are each municipality's largest squares, `earlier` the counts of
    the years before, by which it is chosen who protects.
    """
    found: dict[Square, Standing] = {}
    waiting: list[tuple[Standing, Iterable[Square]]] = [
        (_root([code in codes for codes in known]), squares) for code, squares in largest.items()
    ]
    while waiting:
        standing, children = waiting.pop()
        if standing.is_hidden:
            # Of a square that says it all; a municipality is no square, so that its largest ones say it.
            found |= {one: standing for one in children if one not in found and not one.above}
            continue
        order = sorted(children, key=lambda one: (earlier.get(one, 0), one))
        decided = family(standing, {one: counts.get(one, NOTHING) for one in order}, order, year)
        found |= decided
        waiting += [(below, one.children) for one, below in decided.items() if one.children]
    return found


def _root(quarters: Sequence[bool]) -> Standing:
    """How a municipality stands, as the door had let it out."""
    each = tuple(SHOWN if shown else HIDDEN for shown in quarters)
    return Standing(each, SHOWN if HIDDEN not in each else HIDDEN)
