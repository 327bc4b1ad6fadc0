"""Says which past weeks a week is compared with: the same time of former years, and the seasons between.

Weeks are rows from 0. As in R's surveillance, a year is so many rows, or goes back to the same date a year ago.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.kit import refuse_unless
from samvirke.foundation.words import _

Whole = NDArray[np.int64]
# The rows a year, two years and so on before a row.
YearsAgo = Callable[[int, int], Whole]
_OUT = -1


@dataclass(frozen=True)
class Past:
    """For each week the stretches of rows (first, after the last, season) that it is compared with.

    `stretches[starts[w]:starts[w + 1]]` are those of week w; `used[w]` rows lie in `seasons[w]` seasons.
    """

    starts: Whole
    stretches: Whole
    used: Whole
    seasons: Whole


def rows_ago(frequency: int) -> YearsAgo:
    """Years as so many rows."""
    return lambda row, years: row - frequency * np.arange(1, years + 1)


def flexible(rows: range, ago: YearsAgo, *, b: int, w: int, seasons: int, skipped: int) -> Past:
    """The past of farringtonFlexible: windows around the same week of b years, and what lies between as seasons."""
    refuse_unless(
        rows.start - skipped >= 0,
        _("So many past weeks as are to be left out do not exist before row {row}."),
        _("Begin at a later row, or leave out fewer weeks."),
        key="past_weeks_not_included",
        row=rows.start + 1,
    )
    return _past(
        (_trimmed(_seasons(row, np.concatenate([[row], ago(row, b)]), w, seasons), row, skipped) for row in rows),
        seasons,
    )


def classic(rows: range, windows: Callable[[int], Whole]) -> Past:
    """The past of farrington: windows around the same week of former years, as far as there are any."""
    return _past((_in_one_season(windows(row), row) for row in rows), 1)


def row_windows(frequency: int, b: int, w: int) -> Callable[[int], Whole]:
    """The rows within w of the same row of b former years."""
    around, years = np.arange(-w, w + 1), frequency * np.arange(1, b + 1)
    return lambda row: (row - years[:, None] + around).ravel()


def _in_one_season(rows: Whole, row: int) -> Whole:
    season = np.full(row + 1, _OUT)
    season[rows[(rows >= 0) & (rows < row)]] = 0
    return season


def _seasons(row: int, years: Whole, w: int, seasons: int) -> Whole:
    """The season of each row: the last is that of the windows."""
    refuse_unless(
        years[-1] >= w - 1 and years[-1] >= 0,
        _("Row {row} has too little history for so many years."),
        _("Begin at a later row, or look back fewer years (--b)."),
        key="from_",
        row=row + 1,
    )
    season = np.full(row + 1, _OUT)
    season[max(row - w, 0) :] = seasons - 1
    for later, year in zip(years[:-1], years[1:], strict=True):
        season[max(year - w, 0) : year + w + 1] = seasons - 1
        if seasons > 1:
            between = later - w - (year + w + 1)
            refuse_unless(
                between >= seasons - 1,
                _("There are more periods than weeks for them."),
                _("Choose fewer periods or a smaller window."),
                key="no_periods",
            )
            lengths = np.full(seasons - 1, between // (seasons - 1))
            lengths[: between % (seasons - 1)] += 1
            season[year + w + 1 : later - w] = np.repeat(np.arange(seasons - 1), lengths)
    return season


def _trimmed(season: Whole, row: int, skipped: int) -> Whole:
    season[row - skipped :] = _OUT
    return season


def _past(weeks: Iterable[Whole], seasons: int) -> Past:
    starts, stretches, used, many = [0], [], [], []
    for season in weeks:
        edges = np.flatnonzero(np.diff(season, prepend=_OUT, append=_OUT))
        pairs = np.column_stack([edges[:-1], edges[1:], season[edges[:-1]]])
        mine = pairs[pairs[:, 2] != _OUT]
        rows = np.bincount(mine[:, 2], mine[:, 1] - mine[:, 0], seasons).astype(np.int64)
        _check(rows)
        starts.append(starts[-1] + len(mine))
        stretches.append(mine)
        used.append(int(rows.sum()))
        many.append(int(np.count_nonzero(rows)))
    return Past(np.array(starts), np.concatenate(stretches).astype(np.int64), np.array(used), np.array(many))


def _check(rows: Whole) -> None:
    """Refuse a past from which nothing can be learnt."""
    present = rows[rows > 0]
    refuse_unless(
        rows[-1] > 0 and present.min() > 1 and rows.sum() > present.size + 1,
        _("A week has too little history to be compared with."),
        _("Begin at a later row, look back more years, or leave out fewer past weeks."),
        key="from_",
    )
