"""What a form sent, read with care, and how its refusal is shown beside what was typed."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from samvirke.doors.web.shell.page import Asked
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.trust.access.guard import NotAllowed

Row = TypeVar("Row", bound=Model)
_FIRST, _LAST = date(1990, 1, 1), date(2199, 12, 31)


@dataclass(frozen=True)
class Wrong:
    """A form that was refused: which one, why, and what had been typed, so that nobody types it again."""

    form: str = ""
    reasons: list[str] = field(default_factory=list)
    typed: Mapping[str, Any] = field(default_factory=dict)


NOTHING_WRONG = Wrong()


def wrong_in(request: Asked, refusal: Refused) -> Wrong:
    """The refusal of the form whose `deed` was sent."""
    reasons = [fault.text(request.speech.language) for fault in refusal.faults]
    return Wrong(str(request.POST.get("deed", "")), reasons, request.POST)


def wrong_of(request: Asked, deed: Callable[[], object]) -> Wrong | None:
    """Do what a form asks: what is wrong with it, or nothing when it is done. Whoever may not finds no such page."""
    try:
        deed()
    except NotAllowed:
        raise
    except Refused as refusal:
        return wrong_in(request, refusal)
    return None


def text_in(request: Asked, name: str) -> str:
    """The words of a field."""
    return str(request.POST.get(name, "")).strip()


def day_in(request: Asked, name: str) -> date:
    """The date of a field. Raises `Refused` where it holds none that a council could mean."""
    found = perhaps_day_in(request, name)
    if found is None:
        raise Refused.because(_("The date is missing or cannot be read."), _("Write a date, such as 2024-08-20."))
    return found


def perhaps_day_in(request: Asked, name: str) -> date | None:
    """The same, or nothing where the field is empty."""
    written = text_in(request, name)
    if not written:
        return None
    try:
        day = date.fromisoformat(written)
    except ValueError:
        day = date.min
    if not _FIRST <= day <= _LAST:
        raise Refused.because(_("The date is missing or cannot be read."), _("Write a date, such as 2024-08-20."))
    return day


def version_in(request: Asked, name: str = "version") -> int:
    """The version that the form was made from; 0, which overwrites nothing, where it says none."""
    written = text_in(request, name)
    return int(written) if written.isascii() and written.isdigit() and len(written) < 7 else 0


def row_in(request: Asked, name: str, rows: QuerySet[Row]) -> Row:
    """The row that a field names by its id. Raises `Refused` where it names none of these."""
    found = perhaps_row_in(request, name, rows)
    if found is None:
        raise Refused.because(_("It is not said who or what."), _("Choose from the list."))
    return found


def perhaps_row_in(request: Asked, name: str, rows: QuerySet[Row]) -> Row | None:
    """The same, or nothing where the field is empty."""
    written = text_in(request, name)
    if not written:
        return None
    try:
        found = rows.filter(pk=uuid.UUID(written)).first()
    except ValueError:
        found = None
    if found is None:
        raise Refused.because(_("What was chosen is no longer there."), _("Reload the page."))
    return found


def no_such_deed() -> Refused:
    """The refusal of a form that nobody made."""
    return Refused.because(_("The page asked for something that it does not offer."), _("Reload the page."))
