"""What the queue can do: each room's `jobs.py` declares its work, and what of it happens by the clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from samvirke.foundation.clock import COPENHAGEN
from samvirke.foundation.words import Said

# What takes long runs in a lane of its own, so that a pack never waits behind a study.
QUICK, HEAVY = LANES = ("quick", "heavy")
Progress = Callable[[float, Said], None]
Work = Callable[..., dict[str, Any] | None]


@dataclass(frozen=True)
class Declared:
    """A kind of work: its function, the time after which it is killed, how often it is tried, and in which lane."""

    name: str
    work: Work
    limit: timedelta
    tries: int
    lane: str = QUICK


@dataclass(frozen=True)
class Nightly:
    """Work that comes due each day at a time of day in Copenhagen."""

    name: str
    at: time

    def last_due(self, moment: datetime) -> datetime:
        """The latest instant at or before `moment` when it came due."""
        day = moment.astimezone(COPENHAGEN).date()
        # Compared in UTC: on the night the clock is put back, an hour of the wall comes twice.
        due = self._on(day)
        return due if due <= moment else self._on(day - timedelta(days=1))

    def _on(self, day: date) -> datetime:
        return datetime.combine(day, self.at, COPENHAGEN).astimezone(UTC)


_declared: dict[str, Declared] = {}
_by_the_clock: dict[str, Nightly] = {}
_by_a_question: dict[str, Callable[[], datetime | None]] = {}


def job(
    name: str, limit: timedelta = timedelta(minutes=10), tries: int = 1, lane: str = QUICK
) -> Callable[[Work], Work]:
    """Declare work. The function takes the actor, a progress callable, and the arguments as keywords."""

    def wrap(work: Work) -> Work:
        _declared[name] = Declared(name, work, limit, tries, lane)
        return work

    return wrap


def nightly(name: str, at: time) -> None:
    """Let declared work come due every day at this time."""
    _by_the_clock[name] = Nightly(name, at)


def whenever(name: str, since: Callable[[], datetime | None]) -> None:
    """Let declared work come due once for each moment that `since` answers; nothing is due while it answers none."""
    _by_a_question[name] = since


def names_in(lane: str) -> list[str]:
    """The names of all work of a lane."""
    return [one.name for one in _declared.values() if one.lane == lane]


def is_declared(name: str) -> bool:
    """Whether some room declares the work; a row may outlive it when the program is renewed."""
    return name in _declared


def declared(name: str) -> Declared:
    """The work of that name; `LookupError` when nobody declares it."""
    if name not in _declared:
        raise LookupError(f"no work is called “{name}”")
    return _declared[name]


def by_the_clock() -> list[Nightly]:
    """Everything that happens by the clock."""
    return list(_by_the_clock.values())


def by_a_question() -> dict[str, datetime]:
    """What is due because of how things stand, by name, and since when."""
    answers = {name: since() for name, since in _by_a_question.items()}
    return {name: moment for name, moment in answers.items() if moment is not None}
