"""Reads a series of counts: one row a period, in order of time, with the day on which something was begun."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from samvirke.analysis.effect.interrupted import YEAR, Series
from samvirke.analysis.effect.parameters import Parameters
from samvirke.analysis.kit import counts, days, refuse_unless, same_length
from samvirke.analysis.kit.checks import Days, Numbers
from samvirke.foundation.words import _

_MOST_PERIODS, _FEWEST_AROUND, _SPARE = 100_000, 3, 4


def series_of(time: ArrayLike | None, count: ArrayLike | None, chosen: Parameters) -> tuple[Series, int]:
    """The series, and how many waves of the year are to be taken out of it."""
    refuse_unless(
        time is not None and count is not None,
        _("A series needs a time and a count in each row."),
        _("Give both columns; the count is that of the whole period."),
        column="count",
    )
    when, many = days(time if time is not None else []), counts(count if count is not None else [], "count")
    same_length({"time": when, "count": many})
    order = np.argsort(when, kind="stable")
    when, many = when[order], many[order]
    _check(when, many)
    series = Series(when.astype(np.float64), many, _lengths(when, time), _day(chosen.intervention))
    _check_around(series)
    harmonics = chosen.harmonics
    if harmonics < 0:
        harmonics = 2 if series.intervention - when[0] >= YEAR - 1 and when.size >= 12 + _SPARE else 0
    refuse_unless(
        when.size >= 4 + 2 * harmonics + _SPARE,
        _("There are too few periods ({count}) for what is to be told apart."),
        _("Give a longer series, or --harmonics 0."),
        key="harmonics",
        count=when.size,
    )
    return series, harmonics


def _check(when: Days, many: Numbers) -> None:
    refuse_unless(
        0 < when.size <= _MOST_PERIODS,
        _("The number of periods is not between 1 and 100,000."),
        _("Give one row for each week or month."),
        column="time",
    )
    refuse_unless(
        bool((np.diff(when) > 0).all()),
        _("Two rows are of the same day."),
        _("Give one row for each period, with the count of all incidents in it."),
        column="time",
    )
    refuse_unless(
        bool(many.sum() > 0),
        _("There is not one incident."),
        _("Choose a longer period or a larger area."),
        column="count",
    )


def _check_around(series: Series) -> None:
    after = int(series.post.sum())
    refuse_unless(
        min(after, series.day.size - after) >= _FEWEST_AROUND,
        _("There are {before} periods before the intervention and {after} from it on."),
        _("Give at least three of each; the more before, the better."),
        key="intervention",
        before=series.day.size - after,
        after=after,
    )
    refuse_unless(
        bool(series.count[series.post].any() and series.count[~series.post].any()),
        _("There is not one incident on one side of the intervention, so a ratio has no end."),
        _("Compare the counts instead, with --treated-before and --treated-after."),
        column="count",
    )


def _day(intervention: str) -> float:
    found: float | None = None
    text = intervention.strip()
    try:
        found = float(int(text)) if text.lstrip("-").isdigit() else float(np.datetime64(text, "D").astype(np.int64))
    except ValueError:
        found = None
    known = found is not None and (text != "" and text.upper() != "NAT")
    refuse_unless(
        known,
        _("“{value}” is not the day of an intervention."),
        _("Write it as 2024-03-01, or as the number of a day."),
        key="intervention",
        value=intervention,
    )
    return found or 0.0


def _lengths(when: Days, time: ArrayLike | None) -> Numbers:
    """Months count by their days, if every row is the first of a month; other periods count alike."""
    dates = np.asarray(time).dtype.kind == "M"
    months = when.astype("datetime64[D]").astype("datetime64[M]")
    if not dates or not (months.astype("datetime64[D]").astype(np.int64) == when).all():
        return np.ones(when.size)
    return ((months + 1).astype("datetime64[D]") - months.astype("datetime64[D]")).astype(np.float64)
