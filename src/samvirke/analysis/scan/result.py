"""The answer of a scan: its clusters, most likely first, and what has to be read with them."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

from samvirke.analysis.kit import CIRCLES, POINTS, Figure, Result, Shapes, Table, vega
from samvirke.analysis.kit.checks import Numbers
from samvirke.analysis.scan.clusters import Cluster
from samvirke.analysis.scan.parameters import DAYS_OF_YEAR, PROSPECTIVE
from samvirke.foundation.words import Said, _

_SHOWN = 20


@dataclass(frozen=True)
class Scan(Result):
    """Clusters of cases, most likely first, by default without overlap.

    `critical` are the ratios that one in twenty and one in a hundred replicates reach; `simulated` the highest
    ratio of every replicate.
    """

    n: int
    places: int
    model: str
    when: str
    start: str | int | None
    end: str | int | None
    circles: int
    windows: int
    shuffles: int
    asked_shuffles: int
    critical: tuple[float | None, float | None]
    alarm_p: float | None
    alarms_per_year: float | None
    step_days: float | None
    outside: int
    clusters: tuple[Cluster, ...]
    simulated: Numbers = field(repr=False, metadata={"json": False})

    def shapes(self) -> Shapes:
        """The clusters: circles where coordinates are metres (a place alone one of a metre), else their centres."""
        found = self.clusters
        metres = any(each.radius for each in found) and all(
            each.radius_km is not None and math.isclose(each.radius, each.radius_km * 1000) for each in found
        )
        told = ("members", "start", "end", "observed", "expected", "llr", "p", "radius_km")
        values = {name: [getattr(each, name) for each in found] for name in told}
        size = [max(each.radius, 1.0) if metres else 0.0 for each in found]
        x, y = [each.x for each in found], [each.y for each in found]
        return Shapes(CIRCLES if metres else POINTS, x, y, size, values)

    def table(self) -> Table:
        """A row for each cluster, the first twenty."""
        head = [_("centre"), _("places"), _("radius, km"), _("from"), _("to"), _("observed"), _("expected"), _("p")]
        return Table(tuple(Said(each) for each in head), tuple(_row(each) for each in self.clusters[:_SHOWN]))

    def chart(self, language: str = "en") -> dict[str, Any]:
        """The clusters where they lie, larger the more cases, darker the less likely by chance."""
        words = {
            name: Said(text).text(language)
            for name, text in (("ratio", _("Observed / expected")), ("p", _("p")), ("observed", _("observed")))
        }
        data = [
            {
                "x": each.x,
                "y": each.y,
                "observed": each.observed,
                "ratio": each.ratio,
                "p": each.p,
                "centre": each.centre,
            }
            for each in self.clusters
        ]
        axis = {"type": "quantitative", "scale": {"zero": False}}
        encoding = {
            "x": {"field": "x", **axis},
            "y": {"field": "y", **axis},
            "size": {"field": "observed", "type": "quantitative", "title": words["observed"]},
            "color": {"field": "p", "type": "quantitative", "title": words["p"], "scale": {"reverse": True}},
        }
        return vega(data, words["ratio"], mark={"type": "circle", "tooltip": True}, encoding=encoding)

    def notes(self) -> tuple[Said, ...]:
        """How much was tried, what p means for it, and what the promise about false alarms comes to."""
        said = [
            Said(
                _("{circles} circles and {windows} windows of time were tried; each p already counts for all of them."),
                {"circles": Figure(number=self.circles), "windows": Figure(number=self.windows)},
            )
        ]
        if len(self.clusters) > 1:
            said.append(Said(_("The p of a second or later cluster is too large rather than too small.")))
        if self.shuffles < self.asked_shuffles:
            words = _("Shuffling stopped after {count}, when chance had met the most likely cluster often enough.")
            said.append(Said(words, {"count": Figure(number=self.shuffles)}))
        if self.outside:
            words = _("Rows outside the period: {count}.")
            said.append(Said(words, {"count": Figure(number=self.outside)}))
        return (*said, *(self._promise() if self.when == PROSPECTIVE and self.alarm_p else ()))

    def _promise(self) -> list[Said]:
        values: dict[str, Any] = {
            "days": Figure(number=self.step_days),
            "p": Figure(number=self.alarm_p, decimals=4),
            "alarms": Figure(number=self.alarms_per_year, decimals=1),
            "shuffles": Figure(number=self.asked_shuffles),
            "needed": Figure(number=int(1 / (self.alarm_p or 1.0))),
        }
        words = _(
            "An alarm is a cluster with p at most {p}: if such a scan is made every {days} days and nothing happens, "
            "that comes {alarms} times a year at most."
        )
        too_few = _("With {shuffles} shuffles no p is so small: give at least {needed}, or promise less.")
        few = self.asked_shuffles + 1 < DAYS_OF_YEAR / ((self.alarms_per_year or 1.0) * (self.step_days or 1.0))
        return [Said(words, values), *([Said(too_few, values)] if few else [])]


def _row(each: Cluster) -> tuple[str | Said, ...]:
    name = each.centre if each.centre is not None else f"{each.x:.12g} {each.y:.12g}"
    return (
        name,
        Figure(number=len(each.members)),
        Figure(number=each.radius_km, decimals=2),
        str(each.start) if each.start is not None else "–",
        str(each.end) if each.end is not None else "–",
        Figure(number=each.observed),
        Figure(number=each.expected, decimals=2),
        Figure(number=each.p, decimals=4),
    )
