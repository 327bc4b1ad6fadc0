"""What has changed on an agenda since it was sent, item by item, so that nothing on it changes silently."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from samvirke.desks.meetings.models import AgendaItem, Meeting, SentAgenda
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _

_PARTS = {
    "title": _("title"),
    "kind": _("sort of item"),
    "minutes": _("minutes set aside"),
    "summary": _("the matter in short"),
    "recommendation": _("recommendation"),
    "background": _("background"),
    "consequences": _("consequences"),
    "annexes": _("annexes"),
}
ADDED, TAKEN_OFF, OPENED, CLOSED, CHANGED, MOVED = "added", "taken-off", "opened", "closed", "changed", "moved"
_SAID = {
    ADDED: _("Item {number} was added."),
    TAKEN_OFF: _("Item {before} of the agenda that was sent was taken off."),
    OPENED: _("Item {number} was opened."),
    CLOSED: _("Item {number} was closed."),
    CHANGED: _("Item {number} was changed: {parts}."),
    MOVED: _("Item {before} of the agenda that was sent is item {number} now."),
}


@dataclass(frozen=True)
class Change:
    """One thing that is otherwise than it was sent. `before` is the number it had then; `parts` what reads otherwise,
    named where the item is open."""

    sort: str
    number: int = 0
    before: int = 0
    parts: tuple[str, ...] = ()

    def text(self, speech: Speech) -> str:
        """The change in a sentence that tells nothing of what is closed."""
        if self.sort == CHANGED and not self.parts:
            return speech.say(_("Item {number}, which is closed, was changed."), number=self.number)
        parts = speech.listed([speech.say(_PARTS[one]) for one in self.parts])
        return speech.say(_SAID[self.sort], number=self.number, before=self.before, parts=parts)


def as_sent(meeting: Meeting) -> list[dict[str, Any]]:
    """What an edition keeps of each item, in order."""
    rows = meeting.items.prefetch_related("papers").order_by("number")
    return [{"item": one.pk, "open": one.is_open, "parts": _digests(one)} for one in rows]


def since_sent(meeting: Meeting) -> list[Change]:
    """The changes since the newest edition that was sent; none before the call."""
    newest: SentAgenda | None = meeting.sent.order_by("edition").last()
    if newest is None:
        return []
    now, then = as_sent(meeting), list(newest.items)
    numbers = {one["item"]: number for number, one in enumerate(now, start=1)}
    before = {one["item"]: (number, one) for number, one in enumerate(then, start=1)}
    found = [Change(TAKEN_OFF, before=number) for key, (number, _one) in before.items() if key not in numbers]
    for one in now:
        number = numbers[one["item"]]
        if one["item"] in before:
            found += _of_one(number, one, before[one["item"]][1])
        else:
            found.append(Change(ADDED, number))
    return found + _moved(then, now)


def _of_one(number: int, now: dict[str, Any], then: dict[str, Any]) -> list[Change]:
    if now["open"] != then["open"]:
        return [Change(OPENED if now["open"] else CLOSED, number)]
    parts = tuple(name for name in _PARTS if now["parts"][name] != then["parts"].get(name))
    return [Change(CHANGED, number, parts=parts if now["open"] else ())] if parts else []


def _moved(then: Sequence[dict[str, Any]], now: Sequence[dict[str, Any]]) -> list[Change]:
    """Those of both agendas that stand in another order; one that others pushed along has not moved."""
    old, new = [one["item"] for one in then], [one["item"] for one in now]
    kept_then, kept_now = [key for key in old if key in new], [key for key in new if key in old]
    stayed = _longest_in_order([kept_then.index(key) for key in kept_now])
    return [
        Change(MOVED, new.index(key) + 1, before=old.index(key) + 1)
        for key in kept_now
        if kept_then.index(key) not in stayed
    ]


def _longest_in_order(places: list[int]) -> set[int]:
    """The most of these places that follow each other upwards: those that needed not move."""
    best: list[list[int]] = []
    for place in places:
        chains = sorted((one for one in best if one[-1] < place), key=len)
        best.append([*chains[-1], place] if chains else [place])
    return set(sorted(best, key=len)[-1]) if best else set()


def _digests(item: AgendaItem) -> dict[str, str]:
    said = {name: getattr(item, name) for name in _PARTS if name != "annexes"}
    said["annexes"] = sorted(str(one.document_id) for one in item.papers.all())
    return {name: _digest(value) for name, value in said.items()}


def _digest(value: Any) -> str:
    written = json.dumps(value, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()
