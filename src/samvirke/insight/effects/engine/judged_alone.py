"""Verdicts without a comparison area: a series that was interrupted, areas one after another, two surveys."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from samvirke.analysis.effect import Parameters as Asked
from samvirke.analysis.effect import effect
from samvirke.analysis.effect.spread import blocks
from samvirke.analysis.effect.staggered import staggered
from samvirke.analysis.survey.shares import Stated, change_of_shares
from samvirke.insight.effects.engine.judged import LEVEL, Counted, Ends, Judged
from samvirke.insight.effects.engine.periods import BLOCK, Periods, number
from samvirke.insight.effects.engine.sorts import ALIKE_EFFECT, CANNOT_TELL, FEW, FEWER, MORE

_FEWEST = 10


def interrupted(treated: Counted, periods: Periods) -> Judged:
    """What the series did from the first day on, against what it would have done as before.

    Stretches of four weeks are counted from the first day on, forwards and backwards.
    """
    start = number(periods.after_from)
    back = (start - number(periods.before_from)) // BLOCK
    ahead = periods.after_days // BLOCK
    first = start - back * BLOCK
    counts = blocks(treated.days.astype(np.float64), first, BLOCK, back + ahead)
    when = (first + BLOCK * np.arange(back + ahead)).astype("datetime64[D]")
    found = effect(when, counts, Asked(intervention=periods.after_from.isoformat(), level=LEVEL))
    series = found.interrupted
    verdict = found.verdict if found.verdict in (FEWER, MORE) else CANNOT_TELL
    return Judged(
        verdict=verdict,
        n=found.n,
        ratio=Ends.of(found.rate_ratio, found.rate_interval),
        prevented=Ends.of(series.avoided, series.avoided_interval) if series else Ends(),
        spread=series.dispersion if series else 1.0,
        counts={"treated_before": int(counts[:back].sum()), "treated_after": int(counts[back:].sum())},
        notes=(FEW,) if found.few else (),
    )


def one_after_another(areas: Sequence[tuple[Counted, date | None]], first: date, last: date) -> Judged:
    """Each area with the day on which it began there (none: it never did), over all stretches of four weeks."""
    many = ((last - first).days + 1) // BLOCK
    begins = number(first) + BLOCK * np.arange(many)
    counts = np.array([blocks(one.days.astype(np.float64), number(first), BLOCK, many) for one, _since in areas])
    begun = np.array([_begun(begins, since) for _one, since in areas])
    found = staggered(counts, begun, LEVEL)
    few = min(found.before, found.after) < _FEWEST
    low, high = found.interval
    verdict = CANNOT_TELL if few else FEWER if high < 1 else MORE if low > 1 else CANNOT_TELL
    after = found.after
    return Judged(
        verdict=verdict,
        n=int(counts.sum()),
        ratio=Ends.of(found.ratio, found.interval),
        prevented=Ends.of(after / found.ratio - after, (after / high - after, after / low - after)),
        spread=found.dispersion,
        counts={"treated_before": found.before, "treated_after": found.after},
        notes=(*([FEW] if few else []), ALIKE_EFFECT),
    )


def surveyed(one: Stated, other: Stated, more_is_better: bool) -> Judged:
    """The later share less the earlier one, in percentage points; “fewer” is what one hoped to see fewer of."""
    apart, low, high = (100 * each for each in change_of_shares(one, other, LEVEL))
    rose, fell = (FEWER, MORE) if more_is_better else (MORE, FEWER)
    verdict = rose if low > 0 else fell if high < 0 else CANNOT_TELL
    return Judged(verdict=verdict, n=one.n + other.n, difference=Ends(apart, low, high))


def _begun(begins: np.ndarray, since: date | None) -> np.ndarray:
    return np.zeros(begins.size, bool) if since is None else begins >= number(since)
