"""Is this week out of the ordinary? Each week of a series against what its past lets expect."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from samvirke.analysis.kit import analysis, refuse_unless
from samvirke.analysis.kit.checks import Days
from samvirke.analysis.surveil.calendar_years import date_windows, dates_ago
from samvirke.analysis.surveil.columns import Weeks
from samvirke.analysis.surveil.ears import GAPS, LOOKS_BACK, ears
from samvirke.analysis.surveil.farrington import Bounds, Rules, farrington
from samvirke.analysis.surveil.parameters import CLASSIC, EARS, FLEXIBLE, Parameters
from samvirke.analysis.surveil.past import Past, classic, flexible, row_windows, rows_ago
from samvirke.analysis.surveil.result import Findings, Surveillance
from samvirke.foundation.words import Said, _

__all__ = ["Parameters", "Surveillance", "surveil"]


@analysis(
    name="surveil",
    question=_("Is this week out of the ordinary?"),
    method=_("Upper bound from past weeks (Farrington, its flexible form, or EARS)"),
    caution=_("An alarm says that the number is unusual, not why: look first for late, double or re-coded reports."),
    reference="Farrington et al. 1996; Noufaily et al. 2013; Hutwagner et al. 2003; Salmon, Schumacher & Höhle 2016",
    several="count",
    whole=True,
)
def surveil(
    count: Any, time: ArrayLike | None = None, series: ArrayLike | None = None, parameters: Parameters | None = None
) -> Surveillance:
    """Judge weeks of one or many series, a row for each week.

    `count` is a column, a table (weeks × series), a mapping of columns or a DataFrame; or one column beside
    `series`, which names the series of each row. The answers are those of farringtonFlexible, farrington and
    earsC in R's surveillance 1.20.
    """
    chosen = parameters or Parameters()
    weeks = Weeks.of(count, time, series)
    rows = _rows(chosen, weeks.counts.shape[1])
    found = _bounds(weeks, rows, chosen)
    seen = weeks.counts[:, rows.start : rows.stop]
    few = _too_few(found, chosen)
    share = chosen.level / 2 if chosen.method == CLASSIC else chosen.level
    return Surveillance(
        n=seen.size,
        method=chosen.method,
        alarms=int(np.count_nonzero(found.alarm == 1)),
        expected_false_alarms=share * (seen.size - few),
        too_few=few,
        series=Findings(
            weeks.names,
            tuple(row + 1 for row in rows),
            weeks.dates(rows),
            seen,
            found.upperbound,
            found.expected,
            found.score,
            found.p,
            found.alarm,
        ),
        told=_told(chosen),
    )


def _bounds(weeks: Weeks, rows: range, chosen: Parameters) -> Bounds:
    if chosen.method in EARS:
        return ears(
            weeks.counts,
            rows,
            chosen.method,
            baseline=chosen.baseline,
            min_sigma=chosen.min_sigma,
            alpha=chosen.level,
        )
    rules = Rules(
        chosen.method,
        chosen.b,
        chosen.level,
        chosen.reweight,
        chosen.weights_threshold,
        chosen.trend,
        chosen.p_threshold_trend,
        chosen.threshold_method,
        chosen.powertrans,
        (int(chosen.limit54[0]), int(chosen.limit54[1])),
    )
    return farrington(weeks.counts, rows, _past(weeks, rows, chosen), rules)


def _past(weeks: Weeks, rows: range, chosen: Parameters) -> Past:
    days = _calendar(weeks, chosen) if chosen.epoch_as_date else None
    if chosen.method == CLASSIC:
        by_row = row_windows(chosen.frequency, chosen.b, chosen.w)
        return classic(rows, by_row if days is None else date_windows(days, chosen.b, chosen.w))
    skipped = chosen.w if chosen.past_weeks_not_included is None else chosen.past_weeks_not_included
    ago = rows_ago(chosen.frequency) if days is None else dates_ago(days)
    return flexible(rows, ago, b=chosen.b, w=chosen.w, seasons=chosen.no_periods, skipped=skipped)


def _calendar(weeks: Weeks, chosen: Parameters) -> Days:
    days = np.zeros(0, np.int64) if weeks.days is None else weeks.days
    refuse_unless(
        bool(days.size and weeks.dated and chosen.frequency == 52 and (np.diff(days) == 7).all()),
        _("Years by the calendar need weekly dates."),
        _("Name the column of dates with --time, a date for each week; or go back by rows."),
        key="epoch_as_date",
    )
    return days


def _rows(chosen: Parameters, many: int) -> range:
    """The rows to judge, from 0; as R has them where they are not given."""
    if chosen.method in EARS:
        earliest = first = chosen.baseline + GAPS[chosen.method] + LOOKS_BACK[chosen.method]
    else:
        year = chosen.frequency * chosen.b
        first, earliest = (year + chosen.w if chosen.method == FLEXIBLE else year - chosen.w - 1), 1
    start = first if chosen.from_ is None else chosen.from_ - 1
    end = many if chosen.to is None else chosen.to
    refuse_unless(
        earliest <= start < end <= many,
        _("Rows {first} to {last} cannot be judged: there are {rows}, and the first that can be is {earliest}."),
        _("Give more weeks, choose rows that exist, or look back less (--b, --baseline)."),
        key="from_",
        first=start + 1,
        last=end,
        rows=many,
        earliest=earliest + 1 if chosen.from_ is not None else first + 1,
    )
    return range(start, end)


def _too_few(found: Bounds, chosen: Parameters) -> int:
    """In how many weeks nothing could be said; farrington writes 0 as the bound of such a week."""
    few = np.isnan(found.upperbound)
    if chosen.method == CLASSIC:
        few = few | ((found.upperbound == 0) & (found.score == 0))
    return int(np.count_nonzero(few))


def _told(chosen: Parameters) -> tuple[Said, ...]:
    c3 = _("As in R's surveillance, C3 looks at the two weeks before only; a sudden rise shows a week later.")
    return (Said(c3),) if chosen.method == "ears-c3" else ()
