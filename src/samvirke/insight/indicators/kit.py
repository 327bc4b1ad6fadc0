"""What an indicator is: it counts a part, and where it has one a whole, and never divides.

Rates, intervals, rounding, hiding of small cells and comparison belong to `suppression` and `briefing`, once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from samvirke.foundation.folder import declarations
from samvirke.foundation.period import Period
from samvirke.foundation.words import Said
from samvirke.insight.indicators import catalogue
from samvirke.insight.indicators.facts import Facts

FEW = 5


@dataclass(frozen=True)
class Counted:
    """A part, and the whole that it is a part of where there is one (dwellings hit, meetings owed, answers)."""

    part: float
    whole: float | None = None


# Counts by municipality code, and for the whole district (0); a place without data is left out, which is not zero.
Count = Callable[[Facts, Period], dict[int, Counted]]


@dataclass(frozen=True)
class Break:
    """A day on which what is counted changed, so that numbers on either side are not compared."""

    on: date
    why: str


@dataclass(frozen=True)
class Indicator:
    """One declared indicator.

    `kind` is "count", "share" (part of whole, in per cent) or "days" (of imprisonment, for harm). `every` is how
    often it is counted: "month" or "quarter" for what happens all the time, "year" for what is counted once a year.
    `few` is the smallest count that is shown; `per` names what rates are divided by. `tested` is false where a
    change is not to be judged by a test (duties, overdue commitments). `several` says that the subject is many
    things ("collisions have fallen"), which English asks for and Danish does not. `unknown` is what is said where the
    incidents are there and do not tell.
    """

    name: str
    version: int
    title: str | Said
    subject: str | Said
    counted: str | Said
    source: str | Said
    count: Count
    kind: str = "count"
    every: str = "month"
    per: str = ""
    few: int = FEW
    tested: bool = True
    several: bool = False
    unknown: str | Said = ""
    breaks: tuple[Break, ...] = field(default_factory=tuple)
    categories: tuple[str, ...] = ()

    def break_between(self, earlier: Period, later: Period) -> Break | None:
        """The break that makes two periods incomparable, if there is one."""
        return next((one for one in self.breaks if earlier.first < one.on <= later.last), None)


@cache
def all_indicators() -> dict[str, Indicator]:
    """Every declared indicator, by name."""
    return declarations(catalogue, Indicator)
