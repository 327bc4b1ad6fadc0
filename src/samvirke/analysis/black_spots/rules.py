"""Rules on counts: so many accidents, so many of them with injury, at a junction or within a stretch of road."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.kit.checks import Numbers


@dataclass(frozen=True)
class Spot:
    """One place: what was seen there, what was expected, and whether it is flagged.

    `start` and `end` are metres along the road, for stretches; `eb` and `sd` are for the whole period, and
    `eb_per_year` is for a year (and a kilometre, where the length is known).
    """

    place: str
    start: float | None
    end: float | None
    observed: int
    injured: int | None
    expected: float | None = None
    weight: float | None = None
    eb: float | None = None
    sd: float | None = None
    eb_per_year: float | None = None
    sd_per_year: float | None = None
    certainty: float | None = None
    flagged: bool = False


def junctions(
    names: list[str], codes: NDArray[np.int64], hurt: Numbers | None, least: int, least_injured: int
) -> tuple[Spot, ...]:
    """Every place with its accidents, most first; flagged where the rule is met."""
    seen = np.bincount(codes, minlength=len(names))
    injured = None if hurt is None else np.bincount(codes, hurt > 0, len(names)).astype(int)
    return tuple(
        Spot(
            names[at],
            None,
            None,
            int(seen[at]),
            None if injured is None else int(injured[at]),
            flagged=bool(seen[at] >= least and (injured is None or injured[at] >= least_injured)),
        )
        for at in np.lexsort((np.arange(len(names)), -seen))
    )


def stretches(
    names: list[str],
    codes: NDArray[np.int64],
    position: Numbers,
    hurt: Numbers | None,
    least: int,
    least_injured: int,
    metres: float,
) -> tuple[Spot, ...]:
    """On each road the stretches that windows meeting the rule make together, or the fullest window if none does.

    A window begins at an accident and holds all within so many metres of it, both ends included; windows that meet
    the rule and share an accident are one stretch.
    """
    order = np.lexsort((position, codes))
    road, at = codes[order], position[order]
    injured = None if hurt is None else np.append(0, np.cumsum(hurt[order] > 0))
    # One search for all roads: each road's positions are moved beyond those of the road before.
    away = road * (np.ptp(at) + 2 * metres + 1)
    last = np.searchsorted(at - at.min() + away, at - at.min() + away + metres, "right")
    held = last - np.arange(at.size)
    met = held >= least
    if injured is not None:
        met &= injured[last] - injured[:-1] >= least_injured
    spots: list[Spot] = []
    for first, end, flagged in _merged(road, last, held, met):
        hits = None if injured is None else int(injured[end] - injured[first])
        ends = float(at[first]), float(at[end - 1])
        spots.append(Spot(names[road[first]], *ends, end - first, hits, flagged=flagged))
    return tuple(sorted(spots, key=lambda each: (-each.flagged, -each.observed, each.place, each.start)))


def _merged(
    road: NDArray[np.int64], last: NDArray[np.int64], held: NDArray[np.int64], met: NDArray[np.bool_]
) -> list[tuple[int, int, bool]]:
    """Runs of accidents, from the first to before the last: those that meet the rule, else the fullest of a road."""
    found: list[tuple[int, int, bool]] = []
    for first in np.flatnonzero(met).tolist():
        if found and first < found[-1][1]:
            found[-1] = (found[-1][0], int(last[first]), True)
        else:
            found.append((first, int(last[first]), True))
    begins = np.flatnonzero(np.append(True, np.diff(road) > 0))
    ends = np.append(begins[1:], road.size)
    with_any = set(road[met].tolist())
    for begin, end in zip(begins.tolist(), ends.tolist(), strict=True):
        if road[begin] not in with_any:
            fullest = begin + int(np.argmax(held[begin:end]))
            found.append((fullest, int(last[fullest]), False))
    return found
