"""What follows from a threshold, told before it is chosen, and which reports hang together once people have judged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

THRESHOLDS = (0.5, 0.8, 0.9, 0.95, 0.99)


@dataclass(frozen=True)
class Outlook:
    """A threshold: how many pairs are looked at, and how many of them, and of the rest, are expected to be what."""

    at_least: float
    listed: int
    wrong: float
    missed: float


def outlooks(certainties: Sequence[float], expected_below: float) -> list[Outlook]:
    """By the model's own estimate; `expected_below` are the same among those that were not even kept."""
    return [
        Outlook(
            least,
            sum(one >= least for one in certainties),
            sum(1 - one for one in certainties if one >= least),
            expected_below + sum(one for one in certainties if one < least),
        )
        for least in THRESHOLDS
    ]


def groups(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Reports that hang together by pairs that a person found the same, each group and all of them in order."""
    of: dict[str, set[str]] = {}
    for first, second in pairs:
        joined = of.get(first, {first}) | of.get(second, {second})
        for key in joined:
            of[key] = joined
    return sorted({tuple(sorted(one)): sorted(one) for one in of.values()}.values())
