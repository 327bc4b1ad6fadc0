"""The periods before and after of a design, and whether they can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _

# Stretches of four whole weeks: as many weekends in each.
BLOCK = 28
YEAR = 365.25
_EPOCH = date(1970, 1, 1)
_FEWEST_DAYS = 2 * BLOCK


@dataclass(frozen=True)
class Periods:
    """First and last day of both; days between them belong to neither (something was being set up)."""

    before_from: date
    before_until: date
    after_from: date
    after_until: date

    @property
    def before_days(self) -> int:
        """How long the period before is."""
        return (self.before_until - self.before_from).days + 1

    @property
    def after_days(self) -> int:
        """How long the period after is."""
        return (self.after_until - self.after_from).days + 1

    @property
    def are_of_the_same_seasons(self) -> bool:
        """Whether each is whole years, or both are the same part of the year to within a month."""
        if all(_is_whole_years(days) for days in (self.before_days, self.after_days)):
            return True
        begins = (self.after_from.timetuple().tm_yday - self.before_from.timetuple().tm_yday) % 365
        return abs(self.before_days - self.after_days) <= BLOCK and min(begins, 365 - begins) <= BLOCK

    def refuse_unless_apart(self) -> None:
        """Raises `Refused` for periods that overlap, end before they begin, or are too short to say anything."""
        if self.before_until < self.before_from or self.after_until < self.after_from:
            raise Refused.because(_("A period ends before it begins."), _("Correct its first or last day."))
        if self.before_until >= self.after_from:
            raise Refused.because(
                _("The periods before and after overlap."),
                _("Let the period before end on the day before the measure began, or earlier."),
            )
        if min(self.before_days, self.after_days) < _FEWEST_DAYS:
            raise Refused.because(
                _("A period is shorter than eight weeks: chance moves such counts more than anything else does."),
                _("Choose longer periods, best a whole year each."),
            )


def number(day: date) -> int:
    """Days since 1 January 1970."""
    return (day - _EPOCH).days


def next_day(day: date) -> date:
    """The day after."""
    return day + timedelta(days=1)


def _is_whole_years(days: int) -> bool:
    years = round(days / YEAR)
    return years >= 1 and abs(days - years * YEAR) <= 3
