"""From counts to a verdict: the ratio and the difference with their intervals, what moved next door, and warnings."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.effect import Effect, effect
from samvirke.analysis.effect import Parameters as Asked
from samvirke.analysis.effect.parallel import APART as TRENDS_APART
from samvirke.analysis.effect.parallel import CANNOT_TELL as TRENDS_UNKNOWN
from samvirke.analysis.effect.parallel import Parallel, parallel
from samvirke.analysis.effect.spread import blocks, spread_of, widened
from samvirke.insight.effects.engine.periods import BLOCK, YEAR, Periods, number
from samvirke.insight.effects.engine.sorts import (
    APART,
    CANNOT_TELL,
    DIFFERENCE,
    FEW,
    FEWER,
    HARM_HEAVY,
    LEVELS,
    MORE,
    RATIO,
    SEASONS,
    TREND_UNKNOWN,
)

LEVEL = 0.95
_UNLIKE = 3.0
_FEWEST_WEIGHED = 50
Days = NDArray[np.int64]


@dataclass(frozen=True)
class Counted:
    """The day of every incident, and its weight where harm is weighed, in one area."""

    days: Days
    weights: NDArray[np.float64] | None = None

    def during(self, first: int, last: int) -> Counted:
        """Those of some days, both included."""
        inside = (self.days >= first) & (self.days <= last)
        return Counted(self.days[inside], None if self.weights is None else self.weights[inside])


NOWHERE = Counted(np.zeros(0, np.int64))


@dataclass(frozen=True)
class Ends:
    """A number and its interval; nothing is known where it is `None`."""

    value: float | None = None
    low: float | None = None
    high: float | None = None

    @classmethod
    def of(cls, value: float | None, ends: Sequence[float]) -> Ends:
        """Without what is no number."""
        return cls(*(None if one is None or not math.isfinite(one) else float(one) for one in (value, *ends)))


@dataclass(frozen=True)
class Judged:
    """What was found: `prevented` is how many fewer there were than expected, `moved` what the ring next door gained.

    `trend` is by what factor the treated area rose a year beside the other before anything was done.
    """

    verdict: str
    n: int
    ratio: Ends = Ends()
    difference: Ends = Ends()
    moved: Ends = Ends()
    prevented: Ends = Ends()
    trend: Ends = Ends()
    trend_says: str = ""
    spread: float = 1.0
    counts: dict[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def with_notes(self, *more: str) -> Judged:
        """The same with further warnings."""
        return replace(self, notes=tuple(dict.fromkeys((*self.notes, *more))))


def compared(
    treated: Counted, control: Counted, ring: Counted | None, control_ring: Counted | None, periods: Periods, read: str
) -> Judged:
    """Before and after, beside an area where nothing was done; `read` is the number that was fixed to be read.

    A verdict needs enough incidents and areas that did not visibly part before. Raises `Refused` without any incident.
    """
    rings = [one or NOWHERE for one in (ring, control_ring)]
    four = [_split(one, periods) for one in (treated, control, *rings)]
    trend, spread, wide = _before(treated, control, periods)
    found = effect(parameters=_asked(four, periods, wide, ring is not None))
    apart = trend.verdict == TRENDS_APART
    ratio = Ends.of(found.rate_ratio, found.rate_interval)
    verdict = CANNOT_TELL if apart or found.few else _read(found, read)
    notes = [
        (apart, APART),
        (trend.verdict == TRENDS_UNKNOWN, TREND_UNKNOWN),
        (found.few, FEW),
        (_unlike(four) and read == DIFFERENCE, LEVELS),
        (not periods.are_of_the_same_seasons, SEASONS),
    ]
    return Judged(
        verdict=verdict,
        n=found.n,
        ratio=ratio,
        difference=Ends.of(found.wdd, found.interval or ()),
        moved=_moved(found),
        prevented=_prevented(four[0][1], ratio),
        trend=Ends.of(trend.trend, trend.interval),
        trend_says=trend.verdict,
        spread=spread,
        counts=_counts(four, ring is not None),
        notes=tuple(name for holds, name in notes if holds),
    )


def weighed(treated: Counted, control: Counted, periods: Periods) -> Judged:
    """The difference in harm: every offence by its weight. Its interval is rough, for a few offences carry it."""
    plain = compared(Counted(treated.days), Counted(control.days), None, None, periods, RATIO)
    kinds = sorted({float(one) for area in (treated, control) for one in _weights(area)})
    sides = [[_by_kind(one, kinds) for one in _split(area, periods)] for area in (treated, control)]
    (before, after), (other, later) = sides
    _trend, _spread, wide = _before(treated, control, periods)
    found = effect(
        parameters=Asked(
            tuple(before), tuple(after), tuple(other), tuple(later), harm=tuple(kinds),
            time_weights=(periods.before_days / periods.after_days, 1.0), dispersion=wide,
        )
    )  # fmt: skip
    few = plain.n < _FEWEST_WEIGHED
    verdict = CANNOT_TELL if few or plain.trend_says == TRENDS_APART else _read(found, DIFFERENCE)
    notes = [name for name in plain.notes if name != FEW]
    return replace(
        plain,
        verdict=verdict,
        difference=Ends.of(found.wdd, found.interval or ()),
        prevented=Ends(),
        notes=(*notes, *([FEW] if few else []), HARM_HEAVY),
    )


def _before(treated: Counted, control: Counted, periods: Periods) -> tuple[Parallel, float, float]:
    """How alike both areas moved before, how much they vary, and the dispersion to reckon with."""
    before = [_blocks(one, periods.before_from, periods.before_days, last=True) for one in (treated, control)]
    after = [_blocks(one, periods.after_from, periods.after_days) for one in (treated, control)]
    spread, free = spread_of([(before[0], before[1]), (after[0], after[1])])
    trend = parallel(before[0], before[1], BLOCK / YEAR, LEVEL)
    return trend, max(spread, 1.0), widened(spread, free, LEVEL)


def _blocks(area: Counted, first: object, days: int, last: bool = False) -> NDArray[np.float64]:
    """Whole stretches of four weeks; before the measure they are laid so that the last one ends with the period."""
    many = days // BLOCK
    begins = number(first) + (days - many * BLOCK if last else 0)  # type: ignore[arg-type]
    return blocks(area.days.astype(np.float64), begins, BLOCK, many)


def _split(area: Counted, periods: Periods) -> tuple[Counted, Counted]:
    return (
        area.during(number(periods.before_from), number(periods.before_until)),
        area.during(number(periods.after_from), number(periods.after_until)),
    )


def _asked(four: list[tuple[Counted, Counted]], periods: Periods, dispersion: float, has_ring: bool) -> Asked:
    counted = [((float(len(before.days)),), (float(len(after.days)),)) for before, after in four]
    (treated, control), rings = counted[:2], counted[2:] if has_ring else [((), ()), ((), ())]
    return Asked(
        treated[0],
        treated[1],
        control[0],
        control[1],
        rings[0][0],
        rings[0][1],
        rings[1][0],
        rings[1][1],
        # Counts are brought to the length of the period after, so that the difference is in incidents of that period.
        time_weights=(periods.before_days / periods.after_days, 1.0),
        dispersion=dispersion,
        level=LEVEL,
    )


def _read(found: Effect, read: str) -> str:
    ends = found.rate_interval if read == RATIO else found.interval
    nothing = 1.0 if read == RATIO else 0.0
    if ends is None or not all(map(math.isfinite, ends)):
        return CANNOT_TELL
    return FEWER if ends[1] < nothing else MORE if ends[0] > nothing else CANNOT_TELL


def _moved(found: Effect) -> Ends:
    if found.displacement is None:
        return Ends()
    from scipy.special import ndtri  # late: scipy.special costs 0.1 s at start-up

    return Ends.of(found.displacement.estimate, found.displacement.interval(float(ndtri((1 + LEVEL) / 2))))


def _prevented(after: Counted, ratio: Ends) -> Ends:
    """How many fewer than expected: what happened, over the ratio, less what happened; certain when the ratio is."""
    if ratio.value is None or ratio.low is None or ratio.high is None:
        return Ends()
    seen = len(after.days)
    return Ends(seen / ratio.value - seen, seen / ratio.high - seen, seen / ratio.low - seen)


def _unlike(four: list[tuple[Counted, Counted]]) -> bool:
    one, other = (max(len(area[0].days), 1) for area in four[:2])
    return max(one / other, other / one) > _UNLIKE


def _counts(four: list[tuple[Counted, Counted]], has_ring: bool) -> dict[str, int]:
    names = ("treated", "control", *(("ring", "control_ring") if has_ring else ()))
    return {
        f"{name}_{when}": len(area.days)
        for name, pair in zip(names, four, strict=False)
        for when, area in zip(("before", "after"), pair, strict=True)
    }


def _weights(area: Counted) -> NDArray[np.float64]:
    return np.zeros(0) if area.weights is None else area.weights


def _by_kind(area: Counted, kinds: list[float]) -> list[float]:
    weights = _weights(area)
    return [float((weights == one).sum()) for one in kinds]
