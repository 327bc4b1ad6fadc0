"""Every object that has ever been public, with the times at which it came, changed or was withdrawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any

from samvirke.doors.public.oparl.of_meeting import of_meeting
from samvirke.doors.public.oparl.of_plan import of_plan
from samvirke.doors.public.oparl.shape import BODY, Object, licensed, link, sort_of
from samvirke.foundation.clock import COPENHAGEN
from samvirke.registers.publications.models import Publication
from samvirke.registers.publications.queries.published import is_withdrawn

_STAY = (BODY, "organization")
_MEETING, _PLAN = ("agenda", "minutes"), ("plan", "plan-paper")


Source = tuple[str, str]


@dataclass
class Known:
    """An object as it stands now, by the source that last spoke of it; without a source it is withdrawn."""

    created: datetime
    modified: datetime
    said: dict[Source, Object] = field(default_factory=dict)
    last: Object = field(default_factory=dict)

    @property
    def is_deleted(self) -> bool:
        """Whether nothing that is public speaks of it any more."""
        return not self.said

    def shown(self) -> Object:
        """With its times; a withdrawn one keeps its address, its sort and its times, and nothing that it said."""
        times = {"created": _time(self.created), "modified": _time(self.modified)}
        if self.is_deleted:
            return {"id": self.last["id"], "type": self.last["type"], **times, "deleted": True}
        return {**self.last, **times}


class Record:
    """What all publications together tell, read in the order in which they were published."""

    def __init__(self) -> None:
        self._known: dict[str, Known] = {}
        self._lists: dict[tuple[str, str], list[Known]] = {}
        self._parts: dict[Source, dict[str, Publication]] = {}
        self._of: dict[Source, set[str]] = {}

    def read(self, row: Publication) -> None:
        """Take one publication in; what its meeting or plan no longer says is withdrawn from that time on."""
        source = ("meeting" if row.kind in _MEETING else "plan", row.slug)
        parts = self._parts.setdefault(source, {})
        if is_withdrawn(row):
            parts.pop(row.kind, None)
        else:
            parts[row.kind] = row
        objects = [licensed(one, _license(parts)) for one in _objects(source[0], parts)]
        for one in objects:
            self._say(one, objects[0], source, row.published_at)
        # A district and its councils are there still when what they published is withdrawn.
        here = {one["id"] for one in objects if sort_of(one) not in _STAY}
        for address in self._of.get(source, set()) - here:
            self._unsay(self._known[address], source, row.published_at)
        self._of[source] = here

    def one(self, sort: str, key: str) -> Known | None:
        """The object of that address, whether it is still public or not."""
        return self._known.get(link(sort, key))

    def all_of(self, sort: str, district: str = "") -> list[Known]:
        """Every object of a sort, of one district where one is named; the first that came first."""
        return self._lists.get((sort, link(BODY, district) if district else ""), [])

    def _say(self, one: Object, district: Object, source: Source, at: datetime) -> None:
        known = self._known.get(one["id"])
        if known is None:
            known = self._known[one["id"]] = Known(at, at)
            sort = sort_of(one)
            self._lists.setdefault((sort, "" if sort == BODY else district["id"]), []).append(known)
        elif known.is_deleted or known.last != one:
            known.modified = at
        known.last = known.said[source] = one

    def _unsay(self, known: Known, source: Source, at: datetime) -> None:
        del known.said[source]
        left = next(reversed(known.said.values()), None)
        if left != known.last:
            known.modified = at
        known.last = left or known.last


def record() -> Record:
    """As of the newest publication; made again when there is a newer one."""
    last = Publication.objects.order_by("-seq").values_list("hash", flat=True).first()
    return _read_all(last or "")


@lru_cache(maxsize=2)
def _read_all(_last: str) -> Record:
    found = Record()
    rows: Any = Publication.objects.filter(kind__in=[*_MEETING, *_PLAN]).order_by("seq")
    for row in rows.iterator(chunk_size=200):
        found.read(row)
    return found


def _objects(kind: str, parts: dict[str, Publication]) -> list[Object]:
    if kind == "meeting":
        return of_meeting(parts) if parts else []
    return of_plan(parts) if "plan" in parts else []


def _license(parts: dict[str, Publication]) -> str:
    """What the newest of them says; a paper is licensed as the plan that it is made of."""
    speaking = sorted((one for one in parts.values() if one.kind != "plan-paper"), key=lambda one: one.seq)
    return str(speaking[-1].content.get("license", "")) if speaking else ""


def _time(moment: datetime) -> str:
    return moment.astimezone(COPENHAGEN).isoformat(timespec="seconds")
