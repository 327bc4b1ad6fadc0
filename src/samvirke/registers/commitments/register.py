"""The declared duties: what a body owes each year, one file each in `duties/`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from samvirke.foundation.folder import declarations
from samvirke.registers.commitments import duties

WHOLE, MUNICIPALITY, SCHOOL = PER = ("", "municipality", "school")
MEETING, AGENDA, ELSEWHERE = PLACES = ("meeting", "agenda", "elsewhere")


@dataclass(frozen=True)
class Duty:
    """Something owed every year (`times`), or once (`once`).

    `times` is nothing where neither law nor plan states a number: the body's secretariat enters it (`Cadence`). `per`
    says that it is owed for each municipality of the body, or each school there. What is `optional` may be done, not
    must. `only_where` is a condition in words: owed by the bodies for which a number is entered. `indicator` names the
    figures that its item of an agenda brings; with a condition it is `measured`, and owed where that rate is high.
    `where` it is fulfilled: by a meeting of the body itself, as an item of its agenda (with what it `brings` to the
    table), or elsewhere. `by` says who carries it out. What `needs_proof` is fulfilled by the document itself when it
    is signed or published, or by hand with its evidence: an item of an agenda alone is no proof.

    The dates by which something must happen follow from three settings of the product, not of any law: the last
    practical day of the year, days between two units, and days of notice.
    """

    name: str
    title: str
    unit: str
    source: str
    confidence: str
    times: int | None = 1
    once: bool = False
    per: str = WHOLE
    optional: bool = False
    only_where: str = ""
    indicator: str = ""
    where: str = ELSEWHERE
    brings: str = ""
    by: str = ""
    needs_proof: bool = False
    last_month: int = 12
    last_day: int = 13
    days_between: int = 42
    days_of_notice: int = 14

    def __post_init__(self) -> None:
        if self.per not in PER or self.where not in PLACES:
            raise ValueError(f"{self.name} is owed per {self.per!r} and fulfilled {self.where!r}")

    @property
    def measured(self) -> bool:
        """Whether it is owed only where the rate of its indicator is high, so that figures tell where."""
        return bool(self.only_where and self.indicator)

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
