"""Does one lead to another nearby and soon? The Knox test, with exact expected counts and shuffled days."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from samvirke.analysis.kit import (
    Figure,
    Result,
    Table,
    analysis,
    asked,
    check_choices,
    coordinates,
    days,
    refuse_unless,
    same_length,
    vega,
)
from samvirke.analysis.kit.checks import Days, Numbers
from samvirke.analysis.near_repeat.bands import METRICS, Bands, check_edges
from samvirke.foundation.words import Said, _

_MOST_SHUFFLES = 1_000_000
_LEVEL = 0.05


@dataclass(frozen=True)
class Parameters:
    """Bands of distance and time (each from its first edge to before the next), and how to shuffle."""

    metres: tuple[float, ...] = asked(
        _("Distance bands"), _("Edges in metres, the first included; the last may be inf."), (0.0, 100.0, 200.0, 400.0)
    )
    days: tuple[float, ...] = asked(
        _("Time bands"), _("Edges in whole days, the first included; the last may be inf."), (0.0, 7.0, 14.0, 28.0)
    )
    metric: str = asked(
        _("Distance"), _("Along streets at right angles, or as the crow flies."), METRICS[0], choices=METRICS
    )
    shuffles: int = asked(_("Shuffles"), _("How many times the days are dealt out again."), 999)
    stop_after: int = asked(
        _("Stop after"), _("Stop early once every band is met or beaten so often by chance; 0 never stops."), 0
    )

    def __post_init__(self) -> None:
        check_edges(self.metres, "metres")
        check_edges(self.days, "days")
        whole = all(math.isinf(edge) or edge == math.floor(edge) for edge in self.days)
        refuse_unless(whole, _("A time band ends within a day."), _("Give whole days."), key="days")
        check_choices(self)
        refuse_unless(
            0 < self.shuffles <= _MOST_SHUFFLES and self.stop_after >= 0,
            _("The number of shuffles is out of range."),
            _("Give 1 to 1,000,000; 999 is usual."),
            key="shuffles",
        )


@dataclass(frozen=True)
class NearRepeat(Result):
    """Pairs of incidents by distance (rows) and time (columns).

    `expected` is exact: pairs so near × pairs so soon ÷ all pairs. `p` is the share of shuffles, the data
    themselves among them, with at least as many pairs; where shuffling stopped early, Besag and Clifford's.
    """

    n: int
    metres: tuple[float, ...]
    days: tuple[float, ...]
    metric: str
    observed: np.ndarray[Any, np.dtype[np.int64]]
    expected: Numbers
    ratio: Numbers
    p: Numbers
    shuffles: int

    def table(self) -> Table:
        """A row for each distance: observed / expected pairs and p for each time."""
        head = [Said(_("metres")), *(Said(_("days {from} to {to}"), _ends(ends)) for ends in _pairs(self.days))]
        rows = [
            (Said(_("{from} to {to}"), _ends(ends)), *(self._cell(row, column) for column in range(len(self.days) - 1)))
            for row, ends in enumerate(_pairs(self.metres))
        ]
        return Table(tuple(head), tuple(rows))

    def _cell(self, row: int, column: int) -> Said:
        values = {
            "observed": Figure(number=int(self.observed[row, column])),
            "expected": Figure(number=float(self.expected[row, column]), decimals=1),
            "p": Figure(number=float(self.p[row, column]), decimals=3),
        }
        return Said(_("{observed} / {expected} (p {p})"), values)

    def chart(self, language: str = "en") -> dict[str, Any]:
        """Observed over expected pairs as a table of colours."""
        titles = {"x": _("Days between"), "y": _("Metres between")}
        encoding: dict[str, Any] = {
            axis: {"field": axis, "type": "ordinal", "sort": None, "title": Said(title).text(language)}
            for axis, title in titles.items()
        }
        title = Said(_("Observed / expected")).text(language)
        encoding["color"] = {"field": "ratio", "type": "quantitative", "scale": {"domainMid": 1}, "title": title}
        data = [
            {
                "x": _name(soon),
                "y": _name(near),
                "ratio": float(self.ratio[row, column]),
                "p": float(self.p[row, column]),
            }
            for row, near in enumerate(_pairs(self.metres))
            for column, soon in enumerate(_pairs(self.days))
        ]
        return vega(data, title, mark="rect", encoding=encoding)

    def notes(self) -> tuple[Said, ...]:
        """How many combinations were tested, and how many look certain by chance."""
        values = {"count": self.p.size, "chance": Figure(number=self.p.size * _LEVEL, decimals=1)}
        return (Said(_("{count} combinations were tested; about {chance} fall below p 0.05 by chance alone."), values),)


@analysis(
    name="near-repeat",
    question=_("Does one lead to another nearby and soon?"),
    method=_("Knox test with exact expected counts and shuffled days"),
    caution=_("Near repeats also appear when a whole area has a busy month; the test does not say who did it."),
    reference="Knox 1964; Besag & Clifford 1991; Ratcliffe & Rengert 2008; Steenbeek 2018",
)
def near_repeat(
    x: ArrayLike, y: ArrayLike, time: ArrayLike, parameters: Parameters | None = None, *, generator: np.random.Generator
) -> NearRepeat:
    """The Knox table of incidents at (x, y) metres on whole days (`time` may be timestamps: their day counts)."""
    chosen = parameters or Parameters()
    east, north = coordinates(x, y)
    when = days(time)
    same_length({"x": east, "time": when})
    _check(east, north, when, chosen)
    # numba takes a second to load; importing the analysis alone does not need it.
    from samvirke.analysis.near_repeat.pairs import near_pairs
    from samvirke.analysis.near_repeat.shuffles import shuffled

    bands = Bands(chosen.metres, chosen.days)
    pairs = near_pairs(east, north, bands.near_metres, chosen.metric)
    found = shuffled(pairs, when, bands, shuffles=chosen.shuffles, stop_after=chosen.stop_after, generator=generator)
    return NearRepeat(
        n=east.size,
        metres=chosen.metres,
        days=chosen.days,
        metric=chosen.metric,
        observed=found.observed,
        expected=found.expected,
        ratio=np.divide(
            found.observed, found.expected, out=np.full(found.expected.shape, np.nan), where=found.expected > 0
        ),
        p=found.p,
        shuffles=found.shuffles,
    )


def _check(x: Numbers, y: Numbers, when: Days, chosen: Parameters) -> None:
    """Refuse incidents that no shuffling can tell apart."""
    refuse_unless(x.size > 1, _("There are fewer than two incidents."), _("Choose a longer period or a larger area."))
    for column, same in (("time", np.ptp(when) == 0), ("x", np.ptp(x) == 0 and np.ptp(y) == 0)):
        refuse_unless(
            not same,
            _("All incidents have the same place or the same day."),
            _("Near and soon then mean nothing; choose a longer period or a larger area."),
            column=column,
        )
    ties = np.unique(when, return_counts=True)[1].tolist()
    ways = math.lgamma(x.size + 1) - sum(math.lgamma(tied + 1) for tied in ties)
    refuse_unless(
        ways > math.log(chosen.shuffles),
        _("{n} incidents can be dealt out in fewer ways than {shuffles}."),
        _("Give fewer shuffles, or more incidents."),
        key="shuffles",
        n=x.size,
        shuffles=chosen.shuffles,
    )


def _pairs(edges: tuple[float, ...]) -> list[tuple[float, float]]:
    return list(pairwise(edges))


def _ends(ends: tuple[float, float]) -> dict[str, Said]:
    return {"from": Figure(number=ends[0]), "to": Figure(number=ends[1])}


def _name(ends: tuple[float, float]) -> str:
    return f"{ends[0]:g}–{ends[1]:g}"
