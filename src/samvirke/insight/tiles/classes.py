"""Round limits for at most four classes of squares, the same for every period of a group."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

_ROUND = (5, 10, 15, 20, 30, 50, 75, 100, 150, 200, 300, 500, 750, 1000, 1500, 2000, 3000, 5000, 10_000, 20_000, 50_000)
# Squares are many small and few large ones; half of them are in the lowest class.
_SHARES = (0.5, 0.8, 0.95)


def limits(values: Sequence[float]) -> tuple[int, ...]:
    """Round lower limits of the classes above the lowest: at most three."""
    known = sorted(values)
    if len(known) < 2 or known[0] == known[-1]:
        return ()
    wanted = [known[int(share * (len(known) - 1))] for share in _SHARES]
    found = {next((one for one in _ROUND if one >= value), _ROUND[-1]) for value in wanted}
    return tuple(sorted(one for one in found if known[0] < one <= known[-1]))


def class_of(value: float, bounds: Sequence[float]) -> int:
    """The class of a value, the lowest being 0."""
    return bisect_right(bounds, value)
