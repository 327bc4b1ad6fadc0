"""Did it help? Counts before and after beside a place where nothing was done, or a series that was interrupted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from numpy.typing import ArrayLike

from samvirke.analysis.effect.difference import Difference, difference, ratio, too_few
from samvirke.analysis.effect.interrupted import Interrupted, interrupted
from samvirke.analysis.effect.parameters import BEFORE, UNKNOWN, Parameters
from samvirke.analysis.effect.series import series_of
from samvirke.analysis.kit import Figure, Result, Table, analysis, refuse_unless, vega
from samvirke.foundation.words import Said, _

FEWER, MORE, CANNOT_TELL = VERDICTS = ("fewer", "more", "cannot tell")
WORDS = {FEWER: _("certainly fewer"), MORE: _("certainly more"), CANNOT_TELL: _("cannot tell")}
__all__ = ["Effect", "Parameters", "effect"]

_ALIKE = 0.5
Ends = tuple[float, float]


@dataclass(frozen=True)
class Effect(Result):
    """What changed beyond what would have changed anyway.

    For areas: `wdd` is the weighted displacement difference with its standard error, z and interval; `local` and
    `displacement` are its two parts; `rate_ratio` is the relative effect size of the treated area. For a series
    `interrupted` holds the fit, `rate_ratio` is the ratio over the period after, and the rest is empty.
    """

    n: int
    wdd: float | None
    se: float | None
    z: float
    interval: Ends | None
    verdict: str
    rate_ratio: float
    rate_interval: Ends
    local: Difference | None
    displacement: Difference | None
    interrupted: Interrupted | None
    few: bool
    selection: str

    def table(self) -> Table:
        """A row for each estimate, and the verdict."""
        none = (None, None)
        rows: list[tuple[str | Said, ...]] = []
        if self.wdd is not None:
            rows.append(_row(_("Incidents more (fewer: below 0)"), self.wdd, self.interval or none, 1))
        if self.displacement is not None and self.local is not None:
            rows.append(_row(_("of these in the treated area"), self.local.estimate, none, 1))
            rows.append(_row(_("of these in its neighbours"), self.displacement.estimate, none, 1))
        rows.append(_row(_("Ratio to what was to be expected"), self.rate_ratio, self.rate_interval, 2))
        if self.interrupted is not None:
            found = self.interrupted
            rows.append(_row(_("Change at once, as a ratio"), found.level_change, found.level_interval, 2))
            rows.append(
                _row(_("Change of the trend in a year, as a ratio"), found.trend_change, found.trend_interval, 2)
            )
            rows.append(_row(_("Incidents avoided"), found.avoided, found.avoided_interval, 0))
        rows.append((Said(_("Verdict")), Said(WORDS[self.verdict]), "", ""))
        return Table(tuple(Said(each) for each in (_("estimate"), _("value"), _("from"), _("to"))), tuple(rows))

    def chart(self, language: str = "en") -> dict[str, Any]:
        """The ratio with its interval on a log scale."""
        title = Said(_("Ratio to what was to be expected")).text(language)
        scale = {"type": "log", "domain": [0.25, 4]}
        rows = [{"ratio": self.rate_ratio, "low": self.rate_interval[0], "high": self.rate_interval[1]}]
        rule = {"x": {"field": "low", "type": "quantitative", "scale": scale, "title": title}, "x2": {"field": "high"}}
        dot = {"x": {"field": "ratio", "type": "quantitative", "scale": scale}}
        layers = [{"mark": mark, "encoding": where} for mark, where in (("rule", rule), ("point", dot))]
        return vega(rows, title, layer=layers)

    def notes(self) -> tuple[Said, ...]:
        """What keeps this number from being the whole truth."""
        told = [
            (self.few, _("There are too few incidents to tell anything but a landslide.")),
            (
                self.selection == BEFORE,
                _(
                    "The area was chosen for its count in the very period before: such an area falls by itself, "
                    "and this estimate counts that as an effect. Take another period before, or a control chosen "
                    "in the same way."
                ),
            ),
            (
                self.selection == UNKNOWN and self.wdd is not None,
                _("If the area was chosen for its count in the period before, part of any fall comes by itself."),
            ),
            (
                self.interrupted is not None and self.interrupted.autocorrelation > _ALIKE,
                _("Neighbouring periods are much alike: the intervals are rather too narrow."),
            ),
            (
                self.interrupted is not None and self.interrupted.harmonics == 0,
                _("Seasons are not taken out: compare whole years, or give --harmonics."),
            ),
        ]
        return tuple(Said(words) for holds, words in told if holds)


@analysis(
    name="effect",
    question=_("Did it help?"),
    method=_("Weighted displacement difference, relative effect size, interrupted time series"),
    caution=_(
        "The difference is an effect only if both areas would have changed alike without it, and if reporting stayed "
        "the same. “Cannot tell” is not “no effect”."
    ),
    reference="Wheeler & Ratcliffe 2018; Wilson 2022; Bernal, Cummins & Gasparrini 2017; Campbell & Stanley 1963",
    example="--treated-before 207 --treated-after 110",
    needs_file=False,
)
def effect(
    time: ArrayLike | None = None, count: ArrayLike | None = None, parameters: Parameters | None = None
) -> Effect:
    """The effect of an intervention: on counts of areas, all among the parameters, or on a series of counts.

    A series has one row for each period, `time` the day it begins on; the parameters then say the day of the
    intervention. Verdict: fewer or more where the interval excludes no change, else (and always with fewer than ten
    incidents in an area) cannot tell.
    """
    chosen = parameters or Parameters()
    if time is not None or count is not None:
        refuse_unless(
            not chosen.given,
            _("There are counts of areas and a series."),
            _("Ask for one of them at a time."),
            key="treated_before",
        )
        return _of_series(time, count, chosen)
    refuse_unless(
        bool(chosen.treated_before),
        _("There is nothing to compare."),
        _("Give --treated-before and --treated-after, best with a control; or a series with --intervention."),
        key="treated_before",
    )
    return _of_areas(chosen)


def _of_areas(chosen: Parameters) -> Effect:
    from scipy.special import ndtri  # late: scipy.special costs 0.1 s at start-up

    reach = float(ndtri((1 + chosen.level) / 2))
    areas = [chosen.area(number) for number in range(4)]
    total = sum(each.total for each in areas)
    refuse_unless(
        total > 0, _("There is not one incident."), _("Choose longer periods or larger areas."), key="treated_before"
    )
    near, far = (
        difference(one, other, chosen.times, chosen.weights, chosen.dispersion) for one, other in (areas[:2], areas[2:])
    )
    both = near + far
    ends = both.interval(reach)
    few = too_few(areas[0], areas[1] if chosen.control_before else areas[0])
    has_neighbours = bool(chosen.displacement_before or chosen.displacement_control_before)
    rate, around = ratio(areas[0], areas[1], reach, chosen.dispersion)
    return Effect(
        n=total,
        wdd=both.estimate,
        se=both.se,
        z=both.estimate / both.se,
        interval=ends,
        verdict=CANNOT_TELL if few else _verdict(*ends, nothing=0.0),
        rate_ratio=rate,
        rate_interval=around,
        local=near if has_neighbours else None,
        displacement=far if has_neighbours else None,
        interrupted=None,
        few=few,
        selection=chosen.selection,
    )


def _of_series(time: ArrayLike | None, count: ArrayLike | None, chosen: Parameters) -> Effect:
    series, harmonics = series_of(time, count, chosen)
    found = interrupted(series, harmonics, chosen.family, chosen.level)
    few = bool(min(series.count[series.post].sum(), series.count[~series.post].sum()) < 10)
    return Effect(
        n=int(series.count.sum()),
        wdd=None,
        se=None,
        z=found.z,
        interval=None,
        verdict=CANNOT_TELL if few else _verdict(*found.interval, nothing=1.0),
        rate_ratio=found.ratio,
        rate_interval=found.interval,
        local=None,
        displacement=None,
        interrupted=found,
        few=few,
        selection=chosen.selection,
    )


def _verdict(low: float, high: float, nothing: float) -> str:
    return FEWER if high < nothing else MORE if low > nothing else CANNOT_TELL


def _row(words: str, value: float, ends: tuple[float | None, float | None], decimals: int) -> tuple[str | Said, ...]:
    return (Said(words), *(Figure(number=each, decimals=decimals) for each in (value, *ends)))
