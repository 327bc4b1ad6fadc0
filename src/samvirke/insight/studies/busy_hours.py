"""In which hours of the week is most reported at a place: do they stand out from an even spread, or is it too few?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from samvirke.analysis.aoristic import aoristic
from samvirke.registers.incidents.queries.store import Store
from samvirke.registers.incidents.queries.windows import reported_windows

# Settings of the product: how near a point or a line is near, how long a window is, and how few are too few.
NEAR_METRES, HOURS, FEWEST = 250.0, 3, 20
_FEWEST_IN_WINDOW, _WEEK, _LEVEL = 5, 168, 0.95


@dataclass(frozen=True)
class BusyHours:
    """The three hours with most, of `n` incidents; `count` is a sum of shares, beside what an even spread would give.

    `low` and `high` hold the true number of all 168 windows together as often as 95 times in 100. `day` is 0 for
    Monday. Too few incidents name no hours: `day` is nothing then.
    """

    n: int
    first: date
    after: date
    day: int | None = None
    hour: int = 0
    count: float = 0.0
    expected: float = 0.0
    low: float = 0.0
    high: float = 0.0

    @property
    def is_enough(self) -> bool:
        """Whether there are enough to look at hours at all."""
        return self.day is not None

    @property
    def stands_out(self) -> bool:
        """Whether those hours have plainly more than an even spread would give them."""
        return self.is_enough and self.count >= _FEWEST_IN_WINDOW and self.low > self.expected


def last_year_of(store: Store) -> tuple[date, date]:
    """The last twelve whole months of a store: their first day, and the day after their last."""
    tomorrow = store.last_day + timedelta(days=1)
    after = tomorrow if tomorrow.day == 1 else store.last_day.replace(day=1)
    return after.replace(year=after.year - 1), after


def busy_hours(store: Store, categories: tuple[str, ...], there: BaseGeometry) -> BusyHours:
    """Reported incidents in an area, or within 250 m of a point or line, in the last twelve whole months."""
    area = there if there.geom_type in ("Polygon", "MultiPolygon") else there.buffer(NEAR_METRES)
    first, after = last_year_of(store)
    found = reported_windows(store, categories, first, after, area.bounds)
    inside = shapely.contains_xy(area, found.x, found.y)
    return busiest(found.starts[inside], found.ends[inside], first, after)


def busiest(starts: np.ndarray, ends: np.ndarray, first: date, after: date) -> BusyHours:
    """The window with most, and whether chance alone could have made it; `starts` and `ends` as the analysis takes
    them.
    """
    n = int(starts.size)
    if n < FEWEST:
        return BusyHours(n, first, after)
    hours = aoristic(starts, ends).hours_of_week.T.ravel()
    sums = sum(np.roll(hours, -step) for step in range(HOURS))
    top = int(np.argmax(sums))
    count = float(np.asarray(sums)[top])
    low, high = _interval(count)
    return BusyHours(n, first, after, top // 24, top % 24, count, n * HOURS / _WEEK, low, high)


def _interval(count: float) -> tuple[float, float]:
    """Ends of the mean of a Poisson count (Garwood), for the largest of 168 windows (Bonferroni)."""
    from scipy.special import gammaincinv  # late: scipy.special costs 0.1 s at start-up

    tail = (1 - _LEVEL) / 2 / _WEEK
    low = float(gammaincinv(count, tail)) if count > 0 else 0.0
    return low, float(gammaincinv(count + 1, 1 - tail))
