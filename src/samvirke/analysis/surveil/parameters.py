"""What may be chosen in surveillance; names and defaults are those of R's surveillance."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.analysis.kit import asked, check_choices, refuse_unless
from samvirke.analysis.surveil.ears import GAPS
from samvirke.analysis.surveil.farrington import POWERS
from samvirke.foundation.words import _

FLEXIBLE, CLASSIC, *EARS = METHODS = ("farrington-flexible", "farrington", *GAPS)
_ALPHA = {FLEXIBLE: 0.05, CLASSIC: 0.05, "ears-c1": 0.001, "ears-c2": 0.001, "ears-c3": 0.025}


@dataclass(frozen=True)
class Parameters:
    """Which method, which weeks, and the settings of the method; names and defaults are those of R's surveillance."""

    method: str = asked(
        _("Method"),
        _("Against the same time of past years (Farrington) or the weeks before (EARS)."),
        FLEXIBLE,
        choices=METHODS,
    )
    from_: int | None = asked(_("First row"), _("First row to judge, from 1; without it the first that can be."), None)
    to: int | None = asked(_("Last row"), _("Last row to judge; without it the last."), None)
    b: int = asked(_("Years back"), _("How many past years to compare with."), 5)
    w: int = asked(_("Half window"), _("How many weeks before and after the same week of past years."), 3)
    no_periods: int = asked(_("Seasons"), _("Seasons of the year in farrington-flexible; 1 uses the windows alone."), 1)
    reweight: bool = asked(_("Reweight"), _("Whether former outbreaks count less."), True)
    weights_threshold: float = asked(
        _("Threshold of weights"), _("Residuals above it count less in farrington-flexible; farrington uses 1."), 2.58
    )
    trend: bool = asked(_("Trend"), _("Whether to allow for a steady rise or fall."), True)
    p_threshold_trend: float = asked(
        _("Level of the trend"), _("Largest p of a trend in farrington-flexible; farrington uses 0.05."), 0.05
    )
    past_weeks_not_included: int | None = asked(
        _("Past weeks left out"),
        _("Last weeks not compared with in farrington-flexible; without it as many as w."),
        None,
    )
    threshold_method: str = asked(
        _("Threshold"), _("How farrington-flexible sets the bound."), "delta", choices=("nbPlugin", "delta", "muan")
    )
    powertrans: str = asked(
        _("Power"), _("Power that makes counts even, for farrington and delta."), "2/3", choices=tuple(POWERS)
    )
    limit54: tuple[float, ...] = asked(
        _("Fewest cases"), _("No alarm with fewer cases than the first number in so many weeks as the second."), (5, 4)
    )
    baseline: int = asked(_("Baseline"), _("How many weeks EARS compares with."), 7)
    min_sigma: float = asked(_("Least spread"), _("Smallest standard deviation in EARS."), 0.0)
    alpha: float | None = asked(
        _("Level"), _("Chance of a false alarm in a week; without it 0.05, for EARS 0.001, for C3 0.025."), None
    )
    frequency: int = asked(_("Weeks in a year"), _("How many rows make a year."), 52)
    epoch_as_date: bool = asked(
        _("Years by the calendar"), _("Go back to the same date of past years, instead of so many rows."), False
    )

    def __post_init__(self) -> None:
        check_choices(self)
        whole = 1 <= self.b <= 100 and self.w >= 0 and self.no_periods >= 1 and self.baseline >= 3
        within = 2 * self.w + 1 <= self.frequency <= 400 and self.min_sigma >= 0
        limits = len(self.limit54) == 2 and self.limit54[0] >= 0 and self.limit54[1] >= 1
        levels = 0 < self.level < 1 and 0 <= self.p_threshold_trend <= 1
        skipped = self.past_weeks_not_included is None or self.past_weeks_not_included >= 0
        sound = whole and within and limits and levels and skipped and self.weights_threshold > 0
        refuse_unless(
            sound and _whole(self.limit54),
            _("A setting is out of range."),
            _("Look at --help: years and periods from 1, levels between 0 and 1, windows within a year."),
        )

    @property
    def level(self) -> float:
        """The level, as given or as the method has it."""
        return _ALPHA[self.method] if self.alpha is None else self.alpha


def _whole(values: tuple[float, ...]) -> bool:
    return all(float(each).is_integer() for each in values)
