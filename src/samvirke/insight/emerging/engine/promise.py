"""The promise about false alarms: from so many a year to how rare a cluster must be, and back to what chance gives."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.analysis.scan.parameters import DAYS_OF_YEAR

# A setting of the product, found in no source: nobody has decided it. A district enters its own, with who did.
DEFAULT_ALARMS = 2.0
WEEK = 7
# A p is told by so many times that chance was met, and by so many deals at most (Besag and Clifford 1991).
MET, _FEWEST_DEALS, _MOST_DEALS = 10, 999, 99_999
LEAST_ALARMS, MOST_ALARMS = 0.1, 12.0


@dataclass(frozen=True)
class Promise:
    """So many false alarms a year at most, divided evenly over the weeks and the offence types of a look."""

    alarms_per_year: float
    series: int

    @property
    def alarm_p(self) -> float:
        """The p at or below which a cluster of one type in one week is an alarm."""
        return min(self.alarms_per_year * WEEK / DAYS_OF_YEAR / max(self.series, 1), 1.0)

    @property
    def deals(self) -> int:
        """How often chance is asked at most: enough for a p that is well below the line."""
        return int(min(max(_FEWEST_DEALS, MET / self.alarm_p), _MOST_DEALS))

    @property
    def by_chance(self) -> float:
        """How many alarms one look gives by chance alone, at most."""
        return self.series * self.alarm_p

    def recurrence_days(self, p: float) -> float:
        """How many days lie, on average, between two clusters so rare among all types if nothing happens."""
        return WEEK / min(p * max(self.series, 1), 1.0)
