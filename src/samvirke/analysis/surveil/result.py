"""What surveillance found: for each week of each series the bound, what was expected, and whether it was passed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.kit import Figure, Result, Table, vega
from samvirke.analysis.kit.checks import Numbers
from samvirke.foundation.words import Said, _

_MOST_ROWS, _MOST_DRAWN = 50, 5
_NUMBERS = ("observed", "upperbound", "expected", "score", "p")


@dataclass(frozen=True, eq=False)
class Findings(Sequence[dict[str, Any]]):
    """Series as plain data, made when they are asked for: {name, weeks: [{row, date, observed, …, alarm}]}.

    Every array is series × weeks; `alarm` is 1, 0, or −1 where R gives no answer.
    """

    names: tuple[str, ...]
    rows: tuple[int, ...]
    dates: tuple[str | int, ...]
    observed: Numbers = field(repr=False)
    upperbound: Numbers = field(repr=False)
    expected: Numbers = field(repr=False)
    score: Numbers = field(repr=False)
    p: Numbers = field(repr=False)
    alarm: NDArray[np.int8] = field(repr=False)

    def __len__(self) -> int:
        return len(self.names)

    @overload
    def __getitem__(self, at: int) -> dict[str, Any]: ...
    @overload
    def __getitem__(self, at: slice) -> list[dict[str, Any]]: ...
    def __getitem__(self, at: int | slice) -> dict[str, Any] | list[dict[str, Any]]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        columns = [_plain(getattr(self, name)[at]) for name in _NUMBERS]
        alarms = [None if each < 0 else bool(each) for each in self.alarm[at].tolist()]
        dates = self.dates or (None,) * len(self.rows)
        keys = ("row", "date", *_NUMBERS, "alarm")
        weeks = [dict(zip(keys, week, strict=True)) for week in zip(self.rows, dates, *columns, alarms, strict=True)]
        return {"name": self.names[at], "weeks": weeks}

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return (self[at] for at in range(len(self)))

    __hash__ = None  # type: ignore[assignment]  # arrays have none

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Findings) and all(_same(getattr(self, k), v) for k, v in vars(other).items())


@dataclass(frozen=True)
class Surveillance(Result):
    """Weeks out of the ordinary. `n` is how many weeks were looked at, `alarms` how many passed their bound.

    `expected_false_alarms` is how many would have done so by chance if nothing had changed anywhere, and
    `too_few` in how many there was too little to say.
    """

    n: int
    method: str
    alarms: int
    expected_false_alarms: float
    too_few: int
    series: Findings
    told: tuple[Said, ...] = field(default=(), metadata={"json": False})

    def as_dict(self) -> dict[str, Any]:
        """The result as plain data for JSON."""
        return {
            "n": self.n,
            "method": self.method,
            "alarms": self.alarms,
            "expected_false_alarms": self.expected_false_alarms,
            "too_few": self.too_few,
            "series": list(self.series),
        }

    def table(self) -> Table:
        """A row for each alarm, the plainest first; without alarms the last weeks of each series."""
        found = self.series
        at = np.argwhere(found.alarm == 1)
        if len(at):
            at = at[np.argsort(-found.score[at[:, 0], at[:, 1]], kind="stable")]
        else:
            at = np.array([(each, len(found.rows) - 1) for each in range(len(found))])
        head = (_("series"), _("week"), _("observed"), _("expected"), _("bound"), _("alarm"))
        return Table(tuple(Said(each) for each in head), tuple(self._row(i, w) for i, w in at[:_MOST_ROWS].tolist()))

    def _row(self, i: int, w: int) -> tuple[str | Said, ...]:
        found = self.series
        verdict = {1: _("out of the ordinary"), 0: _("ordinary"), -1: _("too few to say")}
        said = verdict[-1 if np.isnan(found.upperbound[i, w]) else int(found.alarm[i, w])]
        return (
            found.names[i],
            _week(found, w),
            Figure(number=float(found.observed[i, w])),
            Figure(number=float(found.expected[i, w]), decimals=1),
            Figure(number=float(found.upperbound[i, w]), decimals=1),
            Said(said),
        )

    def chart(self, language: str = "en") -> dict[str, Any]:
        """Lines of what was observed and its bound, with a dot for each alarm, for the first few series."""
        rows = [
            {"series": each["name"], "week": week["date"] if week["date"] is not None else week["row"], **week}
            for each in self.series[:_MOST_DRAWN]
            for week in each["weeks"]
        ]
        kind = "temporal" if rows and isinstance(rows[0]["week"], str) else "quantitative"
        week = {"field": "week", "type": kind, "title": Said(_("Week")).text(language)}

        def layer(mark: Any, value: str, **more: Any) -> dict[str, Any]:
            title = Said(_("Incidents")).text(language)
            y = {"field": value, "type": "quantitative", "title": title}
            return {"mark": mark, "encoding": {"x": week, "y": y}} | more

        layers = [
            layer({"type": "line", "interpolate": "step"}, "observed"),
            layer({"type": "line", "strokeDash": [4, 2]}, "upperbound"),
            layer({"type": "point", "filled": True, "size": 60}, "observed", transform=[{"filter": "datum.alarm"}]),
        ]
        title = Said(_("Weeks out of the ordinary")).text(language)
        return vega(rows, title, facet={"row": {"field": "series", "title": None}}, spec={"layer": layers})

    def notes(self) -> tuple[Said, ...]:
        """How many weeks were tested, how many alarms chance gives, and what could not be said."""
        tested = self.n - self.too_few
        chance = {"count": Figure(number=tested), "chance": Figure(number=self.expected_false_alarms, decimals=1)}
        words = _("Weeks tested: {count}. Alarms by chance alone when nothing has changed: about {chance}.")
        few = _("Weeks with too few incidents to say anything: {count}.")
        said = [Said(words, chance)]
        said += [Said(few, {"count": Figure(number=self.too_few)})] if self.too_few else []
        return (*said, *self.told)


def _week(found: Findings, w: int) -> str:
    """The ISO week of a date, the number that was given, or the row."""
    if not found.dates:
        return str(found.rows[w])
    date = found.dates[w]
    if isinstance(date, int):
        return str(date)
    year, week, _day = datetime.date.fromisoformat(date).isocalendar()
    return f"{year}-W{week:02d}"


def _plain(values: Numbers) -> list[float | None]:
    return [each if np.isfinite(each) else None for each in values.tolist()]


def _same(one: Any, other: Any) -> bool:
    if not isinstance(one, np.ndarray):
        return bool(one == other)
    return np.array_equal(one, other, equal_nan=one.dtype.kind == "f")
