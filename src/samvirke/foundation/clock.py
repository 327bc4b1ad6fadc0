"""The two clocks: the business date that deadlines count from, and the real time that the trail records."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
_stands_on: ContextVar[date | None] = ContextVar("business date", default=None)


def now() -> datetime:
    """The real instant, in UTC: sign-ins, the trail, locks."""
    return datetime.now(UTC)


def today() -> date:
    """The business date in Copenhagen: deadlines and "days overdue" count from it.

    `SAMVIRKE_TODAY` holds it still (the demo stands on 20 August 2024).
    """
    held = _stands_on.get()
    if held is not None:
        return held
    stated = os.environ.get("SAMVIRKE_TODAY", "")
    return _read(stated) if stated else now().astimezone(COPENHAGEN).date()


@contextmanager
def standing_on(day: date) -> Iterator[None]:
    """Hold the business date still inside a `with` block."""
    token = _stands_on.set(day)
    try:
        yield
    finally:
        _stands_on.reset(token)


def _read(stated: str) -> date:
    try:
        return date.fromisoformat(stated)
    except ValueError as error:
        what = Said(_("SAMVIRKE_TODAY is “{value}”, which is not a date."), {"value": stated})
        raise Refused.because(what, _("Write it as 2024-08-20, or unset it.")) from error
