"""What a program asks of a list: changes since or until a time, which page, how many on it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

from django.http import QueryDict

from samvirke.doors.public.oparl.record import Known
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _

_MOST = 100
_TIMES = ("created_since", "created_until", "modified_since", "modified_until")


@dataclass(frozen=True)
class Wanted:
    """Withdrawn objects are in a list only for those who ask what has changed since a time."""

    page: int = 1
    limit: int = _MOST
    without_parts: bool = False
    times: dict[str, datetime] = field(default_factory=dict)

    def of(self, rows: Iterable[Known]) -> list[Known]:
        """Those that fit."""
        since_changed = "modified_since" in self.times
        return [one for one in rows if (since_changed or not one.is_deleted) and self._fits(one)]

    def _fits(self, one: Known) -> bool:
        for name, time in self.times.items():
            what, _line, side = name.partition("_")
            moment = one.created if what == "created" else one.modified
            if (moment < time) if side == "since" else (moment.replace(microsecond=0) > time):
                return False
        return True


def wanted(query: QueryDict) -> Wanted:
    """Raises `Refused`, naming what stands in the address, for a time without its zone, and for a page that is none."""
    times = {name: _time(name, written) for name in _TIMES if (written := query.get(name, ""))}
    limit = min(_whole("limit", query.get("limit", str(_MOST))), _MOST)
    without_parts = query.get("omit_internal", "") in ("true", "1")
    return Wanted(_whole("page", query.get("page", "1")), limit, without_parts, times)


def _time(name: str, written: str) -> datetime:
    with suppress(ValueError):
        # A plus sign that was not escaped arrives as a space.
        found = datetime.fromisoformat(written.replace(" ", "+"))
        if found.tzinfo is not None:
            return found
    what = Said(_("{name} is “{written}”, which is no time with its zone."), {"name": name, "written": written})
    raise Refused.because(what, _("Write it as 2024-08-20T09:00:00+02:00."))


def _whole(name: str, written: str) -> int:
    if not (written.isascii() and written.isdigit() and len(written) < 9 and int(written) > 0):
        what = Said(_("{name} is “{written}”, which is no whole number above 0."), {"name": name, "written": written})
        raise Refused.because(what, _("Leave it out, or write 1 or more."))
    return int(written)
