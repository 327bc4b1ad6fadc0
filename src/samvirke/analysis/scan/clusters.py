"""What is told of a cluster."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Cluster:
    """One circle and window of time.

    `x` and `y` are as they were given. `start` and `end` are days, the end included. `radius` is in the unit of the
    coordinates, `radius_km` None where that unit is not known. `p` is the share of replicates, the data among
    them, whose highest ratio is as high. A prospective scan gives `recurrence_days`: how many days lie, on
    average, between two clusters so unlikely if nothing happens; `alarm` says whether that is rarer than promised.
    """

    centre: str | None
    x: float
    y: float
    radius_km: float | None
    radius: float
    members: tuple[str, ...]
    start: str | int | None
    end: str | int | None
    observed: int
    expected: float
    ratio: float
    llr: float
    p: float | None
    high: bool
    recurrence_days: float | None = None
    alarm: bool | None = None
