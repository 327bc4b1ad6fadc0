"""Did it go up? Two counts, their ratio with an exact interval, and whether that is enough to say anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from samvirke.analysis.change.exact import exact_interval, exact_p, poisson_z
from samvirke.analysis.change.expected import e_test
from samvirke.analysis.kit import (
    About,
    Figure,
    Result,
    Table,
    analysis,
    asked,
    counts,
    refuse_unless,
    same_length,
    vega,
)
from samvirke.analysis.kit.checks import Numbers
from samvirke.foundation.words import Said, _

CERTAIN_FALL, CERTAIN_RISE, UNCERTAIN, TOO_FEW = VERDICTS = ("certain-fall", "certain-rise", "uncertain", "too-few")
WORDS = {
    CERTAIN_FALL: _("certain fall"),
    CERTAIN_RISE: _("certain rise"),
    UNCERTAIN: _("no certain change"),
    TOO_FEW: _("too few to say"),
}
_FEWEST = 5
_WIDEST = 4.0


@dataclass(frozen=True)
class Parameters:
    """How much time or how many people stand behind each count, and how sure the interval is to be."""

    exposure_before: float = asked(
        _("Exposure before"), _("Days, inhabitants or dwellings behind the first count."), 1.0
    )
    exposure_after: float = asked(_("Exposure after"), _("The same for the second count, in the same unit."), 1.0)
    level: float = asked(_("Level"), _("How often such an interval holds the true ratio."), 0.95)

    def __post_init__(self) -> None:
        _check_exposure(self.exposure_before, "exposure_before")
        _check_exposure(self.exposure_after, "exposure_after")
        _check_level(self.level)


@dataclass(frozen=True)
class Change(Result):
    """The change from one count to another. What cannot be known (a ratio to nothing) is nan or inf."""

    before: int
    after: int
    rate_ratio: float
    interval: tuple[float, float]
    p_exact: float
    p_e_test: float
    z_poisson: float
    verdict: str

    @property
    def n(self) -> int:
        """All incidents of both periods."""
        return self.before + self.after

    def table(self) -> Table:
        """One row: counts, change, interval, verdict."""
        return _table((self,))

    def chart(self, language: str = "en") -> dict[str, Any]:
        """Dot and whiskers on a log scale."""
        return _chart((self,), language)


@dataclass(frozen=True)
class Changes:
    """Many changes at once; every field is an array with one value a row."""

    before: Numbers
    after: Numbers
    rate_ratio: Numbers
    low: Numbers
    high: Numbers
    p_exact: Numbers
    p_e_test: Numbers
    z_poisson: Numbers
    verdict: np.ndarray[Any, np.dtype[np.str_]]
    level: float

    def __len__(self) -> int:
        return len(self.before)

    def __getitem__(self, row: int) -> Change:
        return Change(
            int(self.before[row]),
            int(self.after[row]),
            float(self.rate_ratio[row]),
            (float(self.low[row]), float(self.high[row])),
            float(self.p_exact[row]),
            float(self.p_e_test[row]),
            float(self.z_poisson[row]),
            str(self.verdict[row]),
        )

    @property
    def about(self) -> About:
        """The words of the analysis that these are many of."""
        return Change.about

    def notes(self) -> tuple[Said, ...]:
        """How often so many comparisons show something by chance alone; the exact interval keeps below it."""
        tested = int(np.count_nonzero(self.verdict != TOO_FEW))
        if tested < 2:
            return ()
        share = Figure(number=100 * (1 - self.level**tested))
        words = _(
            "{count} changes were tested: at least one looks certain by chance alone in up to {share}% of such tables."
        )
        return (Said(words, {"count": tested, "share": share}),)

    def table(self) -> Table:
        """A row for each change."""
        return _table(tuple(self[row] for row in range(len(self))))


@analysis(
    name="change",
    question=_("Did it go up or down?"),
    method=_("Rate ratio with exact conditional interval"),
    caution=_(
        "Fewer reports do not always mean less crime. The interval covers chance only, not a new way of counting."
    ),
    reference="Clopper & Pearson 1934; Przyborowski & Wilenski 1940; Krishnamoorthy & Thomson 2004; Wheeler 2016",
)
def change(before: float, after: float, parameters: Parameters | None = None) -> Change:
    """The change between two counts of independent incidents.

    `p_exact` is the conditional binomial test, two-sided by doubling the smaller tail, so that it falls below
    1 − level exactly when the interval excludes 1. `p_e_test` does not condition on the sum and has more
    power. `z_poisson` takes the first count as known.
    """
    chosen = parameters or Parameters()
    return changes(
        [before],
        [after],
        exposure_before=chosen.exposure_before,
        exposure_after=chosen.exposure_after,
        level=chosen.level,
    )[0]


def changes(
    before: ArrayLike,
    after: ArrayLike,
    *,
    exposure_before: ArrayLike = 1.0,
    exposure_after: ArrayLike = 1.0,
    level: float = 0.95,
) -> Changes:
    """`change` for many pairs of counts at once, exposures for each or for all."""
    first, second = counts(before, "before"), counts(after, "after")
    same_length({"before": first, "after": second})
    base = _exposure(exposure_before, "exposure_before", first)
    now = _exposure(exposure_after, "exposure_after", first)
    _check_level(level)
    share = now / (base + now)
    low, high = exact_interval(first, second, share, level)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = (second / now) / (first / base)
    tests = exact_p(first, second, share), e_test(first, second, base, now), poisson_z(first, second, base, now)
    return Changes(first, second, ratio, low, high, *tests, _verdicts(first, second, low, high), level)


def _verdicts(before: Numbers, after: Numbers, low: Numbers, high: Numbers) -> np.ndarray[Any, np.dtype[np.str_]]:
    few = (np.minimum(before, after) < _FEWEST) | (high > _WIDEST * low)
    return np.select([few, high < 1, low > 1], [TOO_FEW, CERTAIN_FALL, CERTAIN_RISE], UNCERTAIN)


def _exposure(given: ArrayLike, name: str, beside: Numbers) -> Numbers:
    _check_exposure(given, name)
    exposure = np.asarray(given, float)
    if exposure.ndim:
        same_length({"before": beside, name: exposure})
    return np.broadcast_to(exposure, beside.shape)


def _check_exposure(given: ArrayLike, name: str) -> None:
    exposure = np.asarray(given, float)
    sound = bool(np.isfinite(exposure).all() and (exposure > 0).all())
    refuse_unless(sound, _("An exposure is not above 0."), _("Give the days or people behind each count."), key=name)


def _check_level(level: float) -> None:
    refuse_unless(0 < level < 1, _("The level is not between 0 and 1."), _("Give a share, such as 0.95."), key="level")


def _percent(ratio: float) -> Said:
    return Figure(number=100 * (ratio - 1))


def _table(rows: tuple[Change, ...]) -> Table:
    head = (_("before"), _("after"), _("change, %"), _("from"), _("to"), _("verdict"))
    return Table(
        tuple(Said(each) for each in head),
        tuple(
            (
                Figure(number=each.before),
                Figure(number=each.after),
                _percent(each.rate_ratio),
                *(_percent(end) for end in each.interval),
                Said(WORDS[each.verdict]),
            )
            for each in rows
        ),
    )


def _chart(rows: tuple[Change, ...], language: str) -> dict[str, Any]:
    scale = {"type": "log", "domain": [0.25, 4]}
    title = Said(_("Ratio of the later to the earlier rate")).text(language)
    data = [
        {"row": row, "ratio": each.rate_ratio, "low": each.interval[0], "high": each.interval[1]}
        for row, each in enumerate(rows)
        if each.verdict != TOO_FEW
    ]
    place = {"field": "row", "type": "ordinal", "title": None, "axis": None}
    rule = {"x": {"field": "low", "type": "quantitative", "scale": scale, "title": title}, "x2": {"field": "high"}}
    dot = {"x": {"field": "ratio", "type": "quantitative", "scale": scale}}
    layers = [{"mark": mark, "encoding": {"y": place, **where}} for mark, where in (("rule", rule), ("point", dot))]
    return vega(data, title, layer=layers)
