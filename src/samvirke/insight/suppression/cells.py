"""Decides which cells of a table must be hidden: the small ones, and those that would give the small ones away.

The reader is taken to know the sum, every cell that is shown, how this file decides, that a cell marked "few" holds
1 to few − 1, and that one marked "protects" holds at least `few`. A small cell is safe when all that leaves an
interval at least as wide as the smaller of 3 and what "few" allows. Which cell protects is decided by an order that
does not look at the period itself, so that the choice tells nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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


@dataclass(frozen=True)
class Earlier:
    """What an audience knows of a period from earlier releases.

    `shown` are the areas whose number stands as it was shown. `hidden` are those hidden before, in groups that were
    hidden at the same time: the sum of a group is known, so it protects nothing that is hidden later. `few` are
    those of them that said so. In a period that has been `corrected` since, none says it any more: that one has
    crossed the limit, seen beside a sum that moved, would tell by how much.
    """

    shown: frozenset[int] = frozenset()
    hidden: tuple[frozenset[int], ...] = ()
    few: frozenset[int] = frozenset()
    corrected: bool = False

    @property
    def all_hidden(self) -> frozenset[int]:
        """Every area hidden before."""
        return frozenset().union(*self.hidden)


NOTHING = Earlier()


def protect(
    counts: Mapping[int, float], few: int, earlier: Earlier = NOTHING, order: Sequence[int] = ()
) -> dict[int, Cell]:
    """Cells by area for one period, of which the sum over areas (`WHOLE`, when it is among them) is shown too.

    What was hidden before stays hidden, and zero is shown. Areas named first in `order` are the first to protect
    others; when nothing is left to hide, the sum is hidden, and then no cell says "few": that the sum had to go
    tells of the small ones beside it, as does a small sum of several.
    """
    areas = {area: count for area, count in counts.items() if area != WHOLE}
    old = earlier.all_hidden & set(areas)
    new = {area for area, count in areas.items() if is_few(count, few)} - old
    small_sum = is_few(counts.get(WHOLE, 0), few)
    sum_hidden = small_sum or WHOLE in earlier.all_hidden or _tells_of_before(areas, few, earlier)
    says_few = not sum_hidden or (small_sum and sum(is_few(count, few) for count in areas.values()) < 2)
    if WHOLE in counts and new and not sum_hidden:
        ranked = [area for area in ordered(areas, order) if area not in old | earlier.shown]
        protectors, sum_hidden, says_few = _protectors(areas, new, ranked, few)
        new |= protectors
    hidden = old | new | ({WHOLE} if sum_hidden else set())
    few_said = earlier.few | (hidden - earlier.all_hidden if says_few else set()) if not earlier.corrected else set()
    return {
        area: Cell(count) if area not in hidden else _hidden(is_few(count, few) and area in few_said)
        for area, count in counts.items()
    }


def _protectors(
    areas: Mapping[int, float], small: set[int], ranked: Sequence[int], few: int
) -> tuple[set[int], bool, bool]:
    """Who is hidden for the small ones' sake, whether the sum goes too, and whether one of them was enough."""
    spare = [area for area in ranked if areas[area] >= few]
    chosen: list[int] = []
    while not chosen or exposed(_only(areas, small | set(chosen)), few):
        if len(chosen) == len(spare):
            return set(chosen), True, False
        chosen.append(spare[len(chosen)])
    if len(chosen) == 1:
        return set(chosen), False, True
    # That a first one was not enough tells of its size; nobody is to see which of the hidden ones it was.
    last = max(ranked.index(area) for area in small | set(chosen) if area in ranked)
    return {area for area in spare if ranked.index(area) <= last}, False, False


def _hidden(says_few: bool) -> Cell:
    return Cell(None, FEW if says_few else PROTECTS)


def exposed(hidden: Mapping[int, float], few: int) -> bool:
    """Whether a small cell can be narrowed too far by somebody who knows the sum of these hidden ones."""
    small = sum(is_few(count, few) for count in hidden.values())
    if not small:
        return False
    total, protectors, others = sum(hidden.values()), len(hidden) - small, small - 1
    high = min(few - 1, total - others - few * protectors)
    low = 1 if protectors else max(1, total - others * (few - 1))
    return high - low < width(few)


def _tells_of_before(areas: Mapping[int, float], few: int, earlier: Earlier) -> bool:
    """Whether the sum would now give away what was hidden before.

    After a correction the answer looks at sums alone, not at whether one of the cells still is small: that would tell.
    """
    groups = [_only(areas, group) for group in earlier.hidden]
    return any(
        exposed(group, few) or (earlier.corrected and sum(group.values()) < few * len(group) - 1) for group in groups
    )


def width(few: int) -> int:
    """How wide the interval must stay that a reader can put around a hidden number."""
    return min(_WIDTH, few - 2)


def is_few(count: float, few: int) -> bool:
    return 0 < count < few


def _only(areas: Mapping[int, float], wanted: set[int] | frozenset[int]) -> dict[int, float]:
    return {area: areas[area] for area in wanted if area in areas}


def ordered(areas: Mapping[int, float], order: Sequence[int]) -> list[int]:
    rank = {area: place for place, area in enumerate(order)}
    return sorted(areas, key=lambda area: (rank.get(area, len(rank)), area))
