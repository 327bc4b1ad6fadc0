"""Goes back years by the calendar, to the nearest same day of the week, as R's surveillance does with real dates."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from samvirke.analysis.kit import refuse_unless
from samvirke.analysis.kit.checks import Days
from samvirke.analysis.surveil.past import Whole, YearsAgo
from samvirke.foundation.words import _

_WEEK = 7
_SUNDAY = 4  # 1 January 1970 was a Thursday: day 0 is that many days after a Sunday.


def dates_ago(days: Days) -> YearsAgo:
    """The rows of the weeks nearest to the same date of former years, on the same weekday."""

    def ago(row: int, years: int) -> Whole:
        then = _years_before(int(days[row]), years)
        gap = _weekday(then) - _weekday(days[row])
        first = then - gap
        second = first + np.where(first > then, -_WEEK, _WEEK)
        nearest = np.where(np.abs(first - then) > np.abs(second - then), second, first)
        rows = _rows(nearest, days)
        refuse_unless(
            bool((rows >= 0).all()),
            _("Row {row} has too little history for so many years."),
            _("Begin at a later row, or look back fewer years (--b)."),
            key="from_",
            row=row + 1,
        )
        return rows

    return ago


def date_windows(days: Days, b: int, w: int) -> Callable[[int], Whole]:
    """The weeks within w of the same date of b former years, moved to the nearest same weekday."""

    def windows(row: int) -> Whole:
        then = _years_before(int(days[row]), b)
        around = (then[:, None] + _WEEK * np.arange(-w, w + 1)).ravel()
        ahead = (_weekday(days[row]) - _weekday(around)) % _WEEK
        back = (_WEEK - ahead) % _WEEK
        return _rows(around + np.where(ahead < back, ahead, -back), days)

    return windows


def _years_before(day: int, years: int) -> Whole:
    """The same date of former years; 29 February becomes 1 March where there is none."""
    date = np.datetime64(day, "D")
    month = date.astype("datetime64[M]")
    into = (date - month.astype("datetime64[D]")).astype(np.int64)
    firsts = (month - 12 * np.arange(1, years + 1)).astype("datetime64[D]")
    return (firsts + into).astype(np.int64)


def _weekday(day: Whole | int) -> Whole:
    """0 for Sunday to 6."""
    return (np.asarray(day) + _SUNDAY) % _WEEK


def _rows(wanted: Whole, days: Days) -> Whole:
    """The row of each day, −1 where there is none."""
    at = np.minimum(np.searchsorted(days, wanted), len(days) - 1)
    return np.where(days[at] == wanted, at, -1)
