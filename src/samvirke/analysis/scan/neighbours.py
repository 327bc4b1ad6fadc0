"""The circles: for each centre the places around it, nearest first, as many as a circle may hold."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.kit import refuse_unless
from samvirke.analysis.kit.checks import Numbers
from samvirke.foundation.words import _

# The earth as SaTScan takes it, so that its circles are ours.
EARTH_KM = 6367.0
_MOST = 150_000_000
_CHUNK = 64
Order = NDArray[np.int64]


def on_sphere(longitude: Numbers, latitude: Numbers) -> Numbers:
    """Where degrees lie in space, in kilometres from the middle of the earth; order by chord is order by arc."""
    lon, lat = np.radians(longitude), np.radians(latitude)
    across = np.cos(lat)
    return np.column_stack([np.cos(lon) * across, np.sin(lon) * across, np.sin(lat)]) * EARTH_KM


def arc(chord: float) -> float:
    """The way along the earth, in kilometres, between places that are `chord` apart through it."""
    return float(2 * EARTH_KM * np.arcsin(min(chord / (2 * EARTH_KM), 1.0)))


def circles(
    centres: Numbers, places: Numbers, weight: Numbers, share: float, reach: float
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Starts and places of the circles around each centre.

    Places lie in rising order of their coordinates, and at a tied distance the first comes first. A circle ends
    before the place with which it would hold more than `share` of all weight or reach farther than `reach`.
    """
    most = share * weight.sum()
    _refuse_many(centres, places, reach)
    chunks = [slice(at, at + _CHUNK) for at in range(0, len(centres), _CHUNK)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        work = pool.map(lambda chunk: [_circle(c, places, weight, most, reach) for c in centres[chunk]], chunks)
        found = [circle for part in work for circle in part]
    starts = np.concatenate([[0], np.cumsum([each.size for each in found])]).astype(np.int64)
    return starts, np.concatenate(found) if found else np.zeros(0, np.int64)


def distances(centre: Numbers, places: Numbers) -> Numbers:
    """Straight distances, each term added after the other so that ties stay ties."""
    square = np.zeros(len(places))
    for axis in range(places.shape[1]):
        square += (centre[axis] - places[:, axis]) ** 2
    return np.asarray(np.sqrt(square))


def _circle(centre: Numbers, places: Numbers, weight: Numbers, most: float, reach: float) -> Order:
    low, high = 0, len(places)
    if np.isfinite(reach):
        slack = reach * (1 + 1e-9)
        low, high = np.searchsorted(places[:, 0], [centre[0] - slack, centre[0] + slack], side="left").tolist()
        high = int(np.searchsorted(places[:, 0], centre[0] + slack, side="right"))
    apart = distances(centre, places[low:high])
    near = np.flatnonzero(apart <= reach)
    order = near[np.argsort(apart[near], kind="stable")] + low
    return order[: int(np.searchsorted(np.cumsum(weight[order]), most, side="right"))]


def _refuse_many(centres: Numbers, places: Numbers, reach: float) -> None:
    """Refuse circles that would take more memory than there may be, from how many places some of them hold."""
    some = centres[:: max(len(centres) // 50, 1)]
    held = np.mean([np.count_nonzero(distances(each, places) <= reach) for each in some]) if len(some) else 0.0
    refuse_unless(
        held * len(centres) <= _MOST,
        _("The circles hold about {count} million places in all; the limit is {limit} million."),
        _("Give a smaller largest radius, or gather incidents that are near each other into one place."),
        key="max_km",
        count=f"{held * len(centres) / 1e6:,.0f}",
        limit=_MOST // 1_000_000,
    )
