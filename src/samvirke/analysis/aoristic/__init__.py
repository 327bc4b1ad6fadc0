"""When does it happen, if only a window is known? Each incident is shared out over its minutes of the week."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from samvirke.analysis.kit import Figure, Result, Table, analysis, asked, refuse_unless, same_length, vega
from samvirke.analysis.kit.checks import Numbers
from samvirke.analysis.kit.instants import Instants, instants
from samvirke.foundation.words import Said, _

DAYS = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))
# From so many rows on, sums are made in this many blocks whatever the number of threads. 1970 began on a Thursday.
_HOURS, _BLOCKS, _FEW, _THURSDAY = 168, 32, 200_000, 3 * 1440
# Sums of a million shares are exact to far less than this; it keeps an hour that nothing touches at 0.
_DECIMALS = 9
_MUCH = 0.2


@dataclass(frozen=True)
class Parameters:
    """How sure the interval of each hour is to be."""

    level: float = asked(_("Level"), _("How often such an interval holds the true number."), 0.95)

    def __post_init__(self) -> None:
        refuse_unless(
            0 < self.level < 1, _("The level is not between 0 and 1."), _("Give a share, such as 0.95."), key="level"
        )


@dataclass(frozen=True)
class Aoristic(Result):
    """Incidents by hour of the day (24 rows) and day of the week (7 columns, Monday first), shares of them added.

    `low` and `high` treat the sum of an hour as a count of independent incidents: they hold the true number at
    least as often as asked, since shares of incidents vary less than whole ones.
    """

    n: int
    hours_of_week: Numbers
    low: Numbers
    high: Numbers
    busiest: tuple[int, int]
    start_only: int
    end_before_start: int
    week_or_more: int

    def table(self) -> Table:
        """A row for each hour, a column for each day."""
        head = (Said(_("hour")), *(Said(day) for day in DAYS))
        rows: list[tuple[str | Said, ...]] = [
            (f"{hour:02d}–{hour + 1:02d}", *(Figure(number=float(each), decimals=1) for each in days))
            for hour, days in enumerate(self.hours_of_week)
        ]
        return Table(head, tuple(rows))

    def chart(self, language: str = "en") -> dict[str, Any]:
        """The week as a table of colours."""
        names = [Said(day).text(language) for day in DAYS]
        title = Said(_("Incidents by hour of the week")).text(language)
        axes = {"x": ("day", _("day"), names), "y": ("hour", _("hour"), None)}
        encoding: dict[str, Any] = {
            axis: {"field": field, "type": "ordinal", "sort": order, "title": Said(words).text(language)}
            for axis, (field, words, order) in axes.items()
        }
        encoding["color"] = {"field": "incidents", "type": "quantitative", "title": Said(_("incidents")).text(language)}
        rows = [
            {"hour": hour, "day": names[day], "incidents": float(self.hours_of_week[hour, day])}
            for hour in range(24)
            for day in range(7)
        ]
        return vega(rows, title, mark="rect", encoding=encoding)

    def notes(self) -> tuple[Said, ...]:
        """Which rows fell under a rule, where they were many, and how many hours are compared."""
        hour, day = self.busiest
        top = {"day": Said(DAYS[day]), "from": f"{hour:02d}", "to": f"{hour + 1:02d}"}
        ends = {
            "low": Figure(number=float(self.low[hour, day]), decimals=1),
            "high": Figure(number=float(self.high[hour, day]), decimals=1),
        }
        words = _(
            "The most is on {day} {from}–{to}, between {low} and {high}. It is the highest of 168 hours: "
            "the same hour of another year is likely to be lower."
        )
        return (Said(words, top | ends), *self._rules())

    def _rules(self) -> tuple[Said, ...]:
        told = (
            (
                self.end_before_start,
                _("Rows whose end is before their start, which count in the start’s hour: {count}."),
            ),
            (self.week_or_more, _("Rows that span a week or more and say nothing about the hour: {count}.")),
            (
                self.start_only if self.start_only > _MUCH * self.n else 0,
                _("Rows without an end, or with one within a minute, which count in the start’s hour: {count}."),
            ),
        )
        return tuple(Said(words, {"count": Figure(number=count)}) for count, words in told if count)


@analysis(
    name="aoristic",
    question=_("When does it happen, if only a window is known?"),
    method=_("Each incident shared out evenly over the minutes of its window"),
    caution=_(
        "A long window spreads over hours in which nothing may have happened: sharp peaks become flat. "
        "Hours are those of the clock on the wall; the hour skipped in spring and the one lived twice in autumn "
        "are not corrected."
    ),
    reference="Ratcliffe & McCullagh 1998; Ratcliffe 2002; Kikuchi, Amemiya & Shimada (R aoristic)",
    may_miss=("end",),
)
def aoristic(time: ArrayLike, end: ArrayLike | None = None, parameters: Parameters | None = None) -> Aoristic:
    """The hours of the week of incidents that happened between `time` and `end`, local wall-clock timestamps.

    Rules, in this order: no end, or one at most a minute later: the hour of the start. An end before the start:
    the hour of the start. A week (10,080 minutes) or more: 1/168 in every hour. Else the whole minutes from the
    start's minute on, in equal shares. `end` may be missing (NaT).
    """
    chosen = parameters or Parameters()
    start = instants(time, "time")
    stop = instants(end, "end", may_miss=True) if end is not None else _never(start)
    same_length({"time": start.ticks, "end": stop.ticks})
    start, stop = _alike(start, stop)
    held, kinds = _spread(start, stop)
    start_only, before, week_or_more = kinds.sum(axis=0).tolist()
    hours = np.round(held.sum(axis=0) + week_or_more / _HOURS, _DECIMALS).reshape(7, 24).T
    low, high = _interval(hours, chosen.level)
    top = int(np.argmax(hours))
    return Aoristic(
        n=start.ticks.size,
        hours_of_week=hours,
        low=low,
        high=high,
        busiest=(top // 7, top % 7),
        start_only=start_only,
        end_before_start=before,
        week_or_more=week_or_more,
    )


def _spread(start: Instants, end: Instants) -> tuple[Numbers, NDArray[np.int64]]:
    """Sums of some blocks of rows: one thread does few of them sooner than two can be woken."""
    # numba takes a second to load; importing the analysis alone does not need it.
    from samvirke.analysis.aoristic.week import spread, spread_blocks

    few = start.ticks.size < _FEW
    held, kinds = np.zeros((1 if few else _BLOCKS, _HOURS)), np.zeros((1 if few else _BLOCKS, 3), np.int64)
    if few:
        spread(start.ticks, end.ticks, start.a_minute, _THURSDAY, held[0], kinds[0])
    else:
        spread_blocks(start.ticks, end.ticks, start.a_minute, _THURSDAY, held, kinds)
    return held, kinds


def _never(start: Instants) -> Instants:
    return Instants(np.full(start.ticks.size, np.iinfo(np.int64).min), start.a_minute)


def _alike(start: Instants, end: Instants) -> tuple[Instants, Instants]:
    """Both in the finer of their units."""
    finer = max(start.a_minute, end.a_minute)
    return _finer(start, finer), _finer(end, finer)


def _finer(given: Instants, a_minute: int) -> Instants:
    if given.a_minute == a_minute:
        return given
    missing = np.iinfo(np.int64).min
    return Instants(np.where(given.ticks == missing, missing, given.ticks * (a_minute // given.a_minute)), a_minute)


def _interval(hours: NDArray[np.float64], level: float) -> tuple[Numbers, Numbers]:
    """Ends of the mean of a Poisson count (Garwood), the sum of shares taken as the count."""
    from scipy.special import gammaincinv  # late: scipy.special costs 0.1 s at start-up

    tail = (1 - level) / 2
    low = np.where(hours > 0, gammaincinv(np.maximum(hours, 1e-9), tail), 0.0)
    return low, gammaincinv(hours + 1, 1 - tail)
