"""Puts what was given into one table of series by weeks: one column, several, or rows that name their series."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from samvirke.analysis.kit import counts, labels, refuse_unless, same_length
from samvirke.analysis.kit.checks import Days, Numbers, days
from samvirke.foundation.words import _

# From this many days on, rows are months, which differ in length.
_MONTH = 28


@dataclass(frozen=True)
class Weeks:
    """Counts as series × weeks, the name of each series, and the day of each week (a date, or a number) if known."""

    names: tuple[str, ...]
    counts: Numbers
    days: Days | None
    dated: bool

    @classmethod
    def of(cls, count: Any, time: ArrayLike | None, series: ArrayLike | None) -> Weeks:
        """One series (an array), several (a table, or a mapping of columns), or rows that name their series."""
        names, table, order = _table(count, series)
        refuse_unless(
            table.size > 0, _("There are no weeks to look at."), _("Give a count for each week."), column="count"
        )
        if time is None:
            return cls(names, table, None, False)
        when = days(time)
        same_length({"count": table[0] if order is None else order, "time": when})
        found = when if order is None else _same_for_all(when[order].reshape(table.shape))
        dated = np.asarray(time).dtype.kind == "M"
        _check_steps(found)
        return cls(names, table, found, dated)

    def dates(self, rows: range) -> tuple[str | int, ...]:
        """The days of some weeks as they are written; numbers stay numbers; nothing where they are unknown."""
        if self.days is None:
            return ()
        some = self.days[rows.start : rows.stop]
        return tuple((some.astype("datetime64[D]").astype(str) if self.dated else some).tolist())


def _table(count: Any, series: ArrayLike | None) -> tuple[tuple[str, ...], Numbers, NDArray[np.int64] | None]:
    if isinstance(count, Mapping) or hasattr(count, "columns"):
        found = {str(name): counts(count[name], str(name)) for name in getattr(count, "columns", count)}
        refuse_unless(bool(found), _("There are no weeks to look at."), _("Give a count for each week."))
        same_length(found)
        return tuple(found), _alone(series, np.stack(list(found.values()))), None
    if np.ndim(count) == 2 and not np.ma.isMaskedArray(count):
        several = np.ascontiguousarray(np.asarray(count).T)
        names = tuple(str(each + 1) for each in range(len(several)))
        return names, _alone(series, counts(several.ravel(), "count").reshape(several.shape)), None
    column = counts(count, "count")
    return (("count",), column[None], None) if series is None else _by_name(column, series)


def _alone(series: ArrayLike | None, table: Numbers) -> Numbers:
    refuse_unless(
        series is None,
        _("There are several columns of counts and a column of series."),
        _("Give a column for each series, or one column of counts and one that names the series."),
        column="series",
    )
    return table


def _by_name(column: Numbers, series: ArrayLike) -> tuple[tuple[str, ...], Numbers, NDArray[np.int64]]:
    names, codes = labels(series, "series")
    same_length({"count": column, "series": codes})
    many = np.bincount(codes, minlength=len(names))
    refuse_unless(
        not many.size or many.min() == many.max(),
        _("The series do not have the same number of weeks ({fewest} to {most})."),
        _("Give every series a row for every week, with 0 where nothing happened."),
        column="series",
        fewest=min(many.tolist(), default=0),
        most=max(many.tolist(), default=0),
    )
    order = np.argsort(codes, kind="stable")
    return tuple(names), column[order].reshape(len(names), -1), order


def _same_for_all(when: Days) -> Days:
    refuse_unless(
        bool((when == when[0]).all()),
        _("The series do not have the same weeks."),
        _("Give every series a row for every week, in the same order, with 0 where nothing happened."),
        column="time",
    )
    return when[0]


def _check_steps(when: Days) -> None:
    """Refuse weeks that are missing, come twice or are out of order: every row after them would be compared wrongly."""
    steps = np.diff(when)
    usual = np.median(steps) if steps.size else 0
    odd = np.flatnonzero((steps <= 0) | ((steps != usual) & (usual < _MONTH)))
    refuse_unless(
        not odd.size,
        _("The rows do not follow each other week by week (row {row})."),
        _("Put them in order and give a row for every week, with 0 where nothing happened."),
        column="time",
        row=int(odd[0]) + 2 if odd.size else 0,
    )
