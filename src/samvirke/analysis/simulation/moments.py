"""When: the moment of report comes first, and the incident lies before it.

A count belongs to the quarter of its report; drawn the other way round, slow reports would thin out the first
weeks and cross into the next quarter. All moments are those of the clock on the wall in Denmark.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.simulation.parameters import Kind, Window
from samvirke.analysis.simulation.plants.move import Moments, earlier_by, later_by
from samvirke.foundation.period import Period

_THURSDAY = 3  # 1 January 1970
_LONGEST = 10  # times the mean: a report that comes even later is cut here


def reported(kind: Kind, quarter: Period, number: int, generator: np.random.Generator) -> Moments:
    """Moments of report within a quarter, by season, day of the week and hour."""
    until = np.cumsum(_hour_weights(kind, quarter))
    drawn = generator.random(number) * until[-1]
    hour = np.minimum(np.searchsorted(until, drawn, side="right"), len(until) - 1)
    first = np.full(number, np.datetime64(quarter.first, "m"))
    return past_the_skipped_hour(later_by(first, hour * 60 + generator.integers(0, 60, number)))


def happened(kind: Kind, report: Moments, generator: np.random.Generator) -> tuple[Moments, Moments]:
    """From and to: the same moment when it is known, otherwise the time in which the owner was away."""
    wait = generator.exponential(kind.report_minutes, len(report))
    ends = earlier_by(report, 1 + np.minimum(wait, _LONGEST * kind.report_minutes))
    starts = ends if kind.window is None else earlier_by(ends, _away(kind.window, len(report), generator))
    return past_the_skipped_hour(starts), past_the_skipped_hour(ends)


def past_the_skipped_hour(moments: Moments) -> Moments:
    """No moment between 2 and 3 on the last Sunday of March, when the clock goes from 2 straight to 3.

    The order of moments is kept: what lies in the hour is put at its end.
    """
    years = np.unique(moments.astype("datetime64[Y]"))
    for skipped in _skipped(years):
        end = skipped + np.timedelta64(60, "m")
        moments = np.where((moments >= skipped) & (moments < end), end, moments)
    return moments


def is_weekend_night(moments: Moments) -> NDArray[np.bool_]:
    """Whether people are out: Friday and Saturday from 22 to 6."""
    hour = (moments.astype("datetime64[h]").astype(np.int64) + 24 * _THURSDAY) % 168
    friday, saturday = 4 * 24 + 22, 5 * 24 + 22
    return ((hour >= friday) & (hour < friday + 8)) | ((hour >= saturday) & (hour < saturday + 8))


def _hour_weights(kind: Kind, quarter: Period) -> NDArray[np.float64]:
    months = quarter.within("month")
    edges = [np.datetime64(each.first, "h") for each in months] + [np.datetime64(quarter.after, "h")]
    season = [
        np.full(int((end - start).astype(int)), kind.months[month.number - 1])
        for month, (start, end) in zip(months, pairwise(edges), strict=True)
    ]
    weights = np.concatenate(season)
    return weights * np.resize(np.roll(kind.week, -24 * quarter.first.weekday()), len(weights))


def _away(window: Window, number: int, generator: np.random.Generator) -> NDArray[np.float64]:
    hours = window.hours * np.exp(generator.normal(0, window.spread, number))
    travels = generator.random(number) < window.away_share
    return 60 * np.where(travels, 24 * generator.uniform(1, max(window.away_days, 1), number), hours)


def _skipped(years: Moments) -> Moments:
    last = (years.astype("datetime64[M]") + 3).astype("datetime64[D]") - 1
    past_sunday = (last.astype(np.int64) + _THURSDAY + 1) % 7
    return later_by(last, (2 - 24 * past_sunday) * 60)
