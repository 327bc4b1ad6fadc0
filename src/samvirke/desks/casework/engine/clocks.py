"""By when a stage must be over, counted as its declaration says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from samvirke.desks.casework.engine.declaration import CaseType, Clock, FromConfiguration, Until

# `stage:<name>` or `keep` → the days that the district has entered, if any.
Entered = Callable[[str], int | None]


def due_on(declared: CaseType, stage: str, since: date, answers: Mapping[str, Any], entered: Entered) -> date | None:
    """The last day of a stage; nothing where it has no clock, or counts from what is not yet answered."""
    clock = declared.stage(stage).clock
    if clock is None:
        return None
    if isinstance(clock, Until):
        return _day(answers.get(clock.path))
    begins = _day(answers.get(clock.since)) if clock.since else since
    if isinstance(clock, FromConfiguration):
        days = entered(f"stage:{stage}")
        return begins + timedelta(days=days) if begins and days else None
    return end_of(clock, begins) if begins else None


def end_of(clock: Clock, begins: date) -> date:
    """The last day of a period. Hours end on the day their last one falls on, counted from the day's beginning."""
    if clock.unit == "weekdays":
        return _weekdays_after(begins, clock.amount)
    if clock.unit == "years":
        return years_after(begins, clock.amount)
    return begins + timedelta(days=clock.amount if clock.unit == "days" else -(-clock.amount // 24))


def years_after(begins: date, years: int) -> date:
    """The same day so many years later; 29 February becomes the 28th where there is none."""
    try:
        return begins.replace(year=begins.year + years)
    except ValueError:
        return begins.replace(year=begins.year + years, day=28)


def configured(declared: CaseType) -> list[str]:
    """Every period that the district has to enter before a case can be opened."""
    wanted = [f"stage:{one.name}" for one in declared.stages if isinstance(one.clock, FromConfiguration)]
    return [*wanted, *(["keep"] if isinstance(declared.keep, FromConfiguration) else [])]


def _weekdays_after(begins: date, count: int) -> date:
    """Monday to Friday; public holidays are not left out, so that the day is never later than the law's."""
    day = begins
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def _day(value: Any) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) and value else None
