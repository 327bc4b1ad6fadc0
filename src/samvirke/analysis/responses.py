"""How fast do we come? Median and 90th percentile of response times, with exact intervals, for each way of counting."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from samvirke.analysis.kit import (
    Figure,
    Result,
    Table,
    amounts,
    analysis,
    asked,
    labels,
    refuse_unless,
    same_length,
    vega,
)
from samvirke.analysis.kit.checks import Numbers
from samvirke.analysis.kit.instants import instants
from samvirke.foundation.words import Said, _

SAID, TOO_FEW = "said", "too-few"
_A_WEEK = 7 * 24 * 60.0


@dataclass(frozen=True)
class Parameters:
    """Which quantiles, how sure, and from how many responses on."""

    quantiles: tuple[float, ...] = asked(_("Quantiles"), _("Shares of responses, such as 0.5,0.9."), (0.5, 0.9))
    level: float = asked(_("Level"), _("How often such an interval holds the true time."), 0.95)
    fewest: int = asked(_("Fewest"), _("With fewer responses nothing is said."), 10)

    def __post_init__(self) -> None:
        shares = all(0 < each < 1 for each in (*self.quantiles, self.level))
        refuse_unless(
            shares and bool(self.quantiles) and self.fewest >= 1,
            _("Quantiles, level or fewest are out of range."),
            _("Quantiles and level lie between 0 and 1, such as 0.5,0.9; fewest is at least 1."),
        )


@dataclass(frozen=True)
class Quantile:
    """One quantile in minutes. `coverage` is how often such an interval holds the true one, exactly."""

    quantile: float
    minutes: float
    low: float
    high: float
    coverage: float
    verdict: str


@dataclass(frozen=True)
class Version:
    """The responses that were counted in one way."""

    name: str
    n: int
    quantiles: tuple[Quantile, ...]


@dataclass(frozen=True)
class Responses(Result):
    """Response times by the way they are counted. Versions are never joined: they measure different things."""

    n: int
    level: float
    versions: tuple[Version, ...]

    def table(self) -> Table:
        """A row for each quantile of each version."""
        head = (_("version"), _("responses"), _("quantile, %"), _("time, minutes"), _("from"), _("to"), _("verdict"))
        words = {SAID: Said(_("as measured")), TOO_FEW: Said(_("too few to say"))}
        rows = tuple(
            (
                version.name or Said(_("all")),
                Figure(number=version.n),
                Figure(number=100 * each.quantile),
                *(Figure(number=value, decimals=1) for value in (each.minutes, each.low, each.high)),
                words[each.verdict],
            )
            for version in self.versions
            for each in version.quantiles
        )
        return Table(tuple(Said(each) for each in head), rows)

    def chart(self, language: str = "en") -> dict[str, Any]:
        """A dot and whiskers for each quantile of each version."""
        rows = [
            {
                "version": version.name,
                "quantile": each.quantile,
                "minutes": each.minutes,
                "low": each.low,
                "high": each.high,
            }
            for version in self.versions
            for each in version.quantiles
        ]
        title = Said(_("Time, minutes")).text(language)
        shared = {
            "y": {"field": "version", "type": "nominal", "title": None},
            "color": {"field": "quantile", "type": "nominal"},
        }
        rule = {"x": {"field": "low", "type": "quantitative", "title": title}, "x2": {"field": "high"}}
        dot = {"x": {"field": "minutes", "type": "quantitative", "title": title}}
        layers = [{"mark": mark, "encoding": {**shared, **where}} for mark, where in (("rule", rule), ("point", dot))]
        return vega(rows, Said(_("Response times")).text(language), layer=layers)

    def notes(self) -> tuple[Said, ...]:
        """That versions are not to be compared, and how many intervals there are."""
        told = sum(each.verdict == SAID for version in self.versions for each in version.quantiles)
        words = _("Intervals: {count}. All of them hold at once in at least {share} percent of such tables.")
        share = Figure(number=max(0.0, 100 * (1 - told * (1 - self.level))))
        said = [Said(words, {"count": Figure(number=told), "share": share})] if told > 1 else []
        apart = _("The versions count in different ways; a difference between them says nothing about speed.")
        return (*said, *([Said(apart)] if len(self.versions) > 1 else []))


@analysis(
    name="responses",
    question=_("How fast do we come?"),
    method=_("Quantiles with exact intervals from order statistics"),
    caution=_("Clocks differ: say when the time begins and ends. Calls that nobody has reached yet are not in it."),
    reference="Thompson 1936; Hahn & Meeker 1991",
    whole=True,
)
def responses(
    minutes: ArrayLike | None = None,
    time: ArrayLike | None = None,
    end: ArrayLike | None = None,
    series: ArrayLike | None = None,
    parameters: Parameters | None = None,
) -> Responses:
    """Quantiles of response times: `minutes`, or from `time` (the call) to `end` (the arrival).

    `series` names the version of the definition by which each row was counted. A call without an arrival is
    refused: to leave it out would make everything look faster than it is.
    """
    chosen = parameters or Parameters()
    took = _took(minutes, time, end)
    names, codes = ([""], np.zeros(took.size, np.int64)) if series is None else labels(series, "series")
    same_length({"minutes": took, "series": codes})
    refuse_unless(took.size > 0, _("There are no responses."), _("Choose a longer period or a larger area."))
    return Responses(
        n=int(took.size),
        level=chosen.level,
        versions=tuple(_version(name, took[codes == at], chosen) for at, name in enumerate(names)),
    )


def _took(minutes: ArrayLike | None, time: ArrayLike | None, end: ArrayLike | None) -> Numbers:
    refuse_unless(
        (minutes is None) != (time is None) and (time is None) == (end is None),
        _("It is not clear how long the responses took."),
        _("Give the minutes, or when the call came (time) and when they arrived (end)."),
    )
    if minutes is not None:
        return _plausible(amounts(minutes, "minutes"), "minutes")
    called, arrived = (
        instants(time if time is not None else [], "time"),
        instants(end if end is not None else [], "end"),
    )
    same_length({"time": called.ticks, "end": arrived.ticks})
    # Whole minutes and the rest apart, so that nothing is rounded away however fine the clock.
    found = _minutes(arrived.ticks, arrived.a_minute, called.ticks, called.a_minute)
    early = int(np.count_nonzero(found < 0))
    refuse_unless(
        not early,
        _("Arrivals before their call: {count}."),
        _("Mend such rows; look for two clocks, or a night when the clock was put back."),
        column="end",
        count=early,
    )
    return _plausible(found, "end")


def _minutes(late: NDArray[np.int64], fine: int, early: NDArray[np.int64], coarse: int) -> Numbers:
    whole = late // fine - early // coarse
    return whole + (late % fine) / fine - (early % coarse) / coarse


def _plausible(found: Numbers, column: str) -> Numbers:
    refuse_unless(
        not found.size or found.max() <= _A_WEEK,
        _("A response took more than a week."),
        _("Give minutes; look for wrong dates, a wrong unit or a code for “missing”."),
        column=column,
    )
    return found


def _version(name: str, took: Numbers, chosen: Parameters) -> Version:
    ordered = np.sort(took)
    return Version(name, int(took.size), tuple(_quantile(ordered, share, chosen) for share in chosen.quantiles))


def _quantile(ordered: Numbers, share: float, chosen: Parameters) -> Quantile:
    """The quantile between the nearest two responses, and the pair of responses that surely holds the true one."""
    from scipy.special import bdtr  # late: scipy.special costs 0.1 s at start-up

    n, tail = ordered.size, (1 - chosen.level) / 2
    low, high = _least_count(tail, n, share), _least_count(1 - tail, n, share) + 1
    if n < chosen.fewest or low < 1 or high > n:
        return Quantile(share, np.nan, np.nan, np.nan, np.nan, TOO_FEW)
    coverage = float(bdtr(high - 1, n, share) - bdtr(low - 1, n, share))
    ends = float(ordered[low - 1]), float(ordered[high - 1])
    return Quantile(share, float(np.quantile(ordered, share)), *ends, coverage, SAID)


def _least_count(chance: float, n: int, share: float) -> int:
    """The least count of n, each by a chance of `share`, that is not passed with at least the given chance."""
    from scipy.special import bdtr, bdtrik  # late for the same reason as above

    found = math.ceil(bdtrik(chance, n, share)) if bdtr(0, n, share) < chance else 0
    return found - 1 if found and bdtr(found - 1, n, share) >= chance else found
