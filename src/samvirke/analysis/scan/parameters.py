"""How a scan is asked: model, circles, windows of time, shuffles, and how many false alarms are promised."""

from __future__ import annotations

import math
from dataclasses import dataclass

from samvirke.analysis.kit import asked, check_choices, refuse_unless
from samvirke.analysis.scan.study import MODELS, PERMUTATION
from samvirke.foundation.words import _

SPATIAL, RETROSPECTIVE, PROSPECTIVE = WHEN = ("spatial", "retrospective", "prospective")
PLANE, SPHERE = DISTANCES = ("plane", "sphere")
HIGH, LOW, BOTH = RATES = ("high", "low", "both")
_MOST_SHUFFLES = 1_000_000
DAYS_OF_YEAR = 365.25


@dataclass(frozen=True)
class Parameters:
    """Which circles and windows of time are tried, and against what chance."""

    model: str = asked(
        _("Model"),
        _("poisson: cases against population; bernoulli: cases against controls; permutation: cases only, by time."),
        PERMUTATION,
        choices=MODELS,
    )
    when: str = asked(
        _("Time"),
        _("spatial: the period as a whole; retrospective: any window; prospective: windows that last until today."),
        RETROSPECTIVE,
        choices=WHEN,
    )
    max_share: float = asked(
        _("Largest share"), _("The largest share of population, persons or cases in one circle."), 0.5
    )
    max_km: float = asked(_("Largest radius"), _("In kilometres; inf sets no limit."), math.inf)
    max_days: int = asked(_("Longest window"), _("In days."), 30)
    step_days: int = asked(_("Days together"), _("How many days are counted together as one step of time."), 1)
    rates: str = asked(_("Rates"), _("Clusters of more than expected, of fewer, or both."), HIGH, choices=RATES)
    distance: str = asked(
        _("Distance"),
        _("plane: coordinates in metres; sphere: degrees, measured along the earth."),
        PLANE,
        choices=DISTANCES,
    )
    since: str = asked(_("From"), _("The first day of the study, if it is not that of the first case."), "")
    until: str = asked(_("To"), _("The last day of the study, if it is not that of the last case."), "")
    shuffles: int = asked(_("Shuffles"), _("How many times chance is asked."), 999)
    stop_after: int = asked(
        _("Stop after"), _("Stop early once chance has met the most likely cluster so often; 0 never stops."), 0
    )
    alarms_per_year: float = asked(
        _("False alarms"), _("How many false alarms a year a prospective scan may raise when nothing happens."), 1.0
    )

    def __post_init__(self) -> None:
        check_choices(self)
        refuse_unless(
            0 < self.max_share <= 1,
            _("The share is not between 0 and 1."),
            _("Give a share, such as 0.5."),
            key="max_share",
        )
        refuse_unless(self.max_km > 0, _("The radius is not above 0."), _("Give kilometres, or inf."), key="max_km")
        for key in ("max_days", "step_days"):
            refuse_unless(getattr(self, key) >= 1, _("There are fewer days than one."), _("Give whole days."), key=key)
        refuse_unless(
            self.max_days >= self.step_days,
            _("The longest window is shorter than one step of time."),
            _("Give more days, or count fewer together."),
            key="max_days",
        )
        refuse_unless(
            0 <= self.shuffles <= _MOST_SHUFFLES and self.stop_after >= 0,
            _("The number of shuffles is out of range."),
            _("Give 0 to 1,000,000; 999 is usual."),
            key="shuffles",
        )
        refuse_unless(
            0 < self.alarms_per_year <= DAYS_OF_YEAR,
            _("The number of false alarms is out of range."),
            _("Give how many a year, such as 1, or 0.2 for one in five years."),
            key="alarms_per_year",
        )
        refuse_unless(
            self.when != SPATIAL or self.model != PERMUTATION,
            _("The permutation model compares times, and here there are none."),
            _("Choose retrospective or prospective, or another model."),
            key="when",
        )

    @property
    def alarm_p(self) -> float:
        """The p below which a prospective cluster is an alarm, one scan being made in each step of time."""
        return min(self.alarms_per_year * self.step_days / DAYS_OF_YEAR, 1.0)
