"""The last day of an appointment that begins on a day and lasts so many years."""

from __future__ import annotations

from datetime import date, timedelta


def end_of_term(since: date, years: int | None) -> date | None:
    """The day before the same date so many years later; nothing where the seat has no term.

    From 29 February it is 28 February: the year that ends has no other last day.
    """
    if years is None:
        return None
    is_leap_day = (since.month, since.day) == (2, 29)
    begun_again = date(since.year + years, 3, 1) if is_leap_day else since.replace(year=since.year + years)
    return begun_again - timedelta(days=1)
