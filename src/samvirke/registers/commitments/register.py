"""The declared duties: what a body owes each year, one file each in `duties/`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from samvirke.foundation.folder import declarations
from samvirke.registers.commitments import duties


@dataclass(frozen=True)
class Duty:
    """Something owed every year (`times`), or once (`once`).

    The dates by which something must happen follow from three settings of the product, not of any law: the last
    practical day of the year, days between two units, and days of notice.
    """

    name: str
    title: str
    unit: str
    source: str
    confidence: str
    times: int = 1
    once: bool = False
    last_month: int = 12
    last_day: int = 13
    days_between: int = 42
    days_of_notice: int = 14

    def last_date(self, year: int) -> date:
        """The last practical day of the year."""
        return date(year, self.last_month, self.last_day)

    def act_by(self, year: int, missing: int) -> date:
        """The day by which the next of so many missing units must be called, so that all can be held in time."""
        return self.hold_by(year, missing) - timedelta(days=self.days_of_notice)

    def hold_by(self, year: int, missing: int) -> date:
        """The day by which the next of so many missing units must take place."""
        return self.last_date(year) - timedelta(days=self.days_between * (missing - 1))


@cache
def all_duties() -> dict[str, Duty]:
    """Every declared duty, by name."""
    return declarations(duties, Duty)


def duty(name: str) -> Duty:
    """The duty of that name; `LookupError` when none is declared."""
    return all_duties()[name]
