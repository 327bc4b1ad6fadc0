"""Counts of areas that somebody drew: rounded, and not told below ten, so that two drawings give nobody away."""

from __future__ import annotations

FEWEST, NEAREST = 10, 5


def about(count: float) -> int:
    """To the nearest five: what one home more or less would change is not seen."""
    return int(NEAREST * round(count / NEAREST))


def tellable(*counts: float) -> bool:
    """Whether each of them is large enough to be told at all, rounded."""
    return all(one >= FEWEST for one in counts)
