"""Writes on top of the version that was read, and of no other; joins the deed that changes something."""

from __future__ import annotations

from typing import Any

from django.db.models import F

from samvirke.desks.meetings.facts.as_it_is_now import MovedOn
from samvirke.desks.meetings.models import AgendaItem, Meeting
from samvirke.desks.meetings.models.paper import AGENDA_PAPER
from samvirke.foundation.clock import now
from samvirke.trust.access.actor import Actor


def changed(meeting: Meeting, version: int, **fields: Any) -> None:
    """Write the fields and count the version on. Raises `MovedOn` when it is not the one that was read."""
    if not Meeting.objects.filter(pk=meeting.pk, version=version).update(version=F("version") + 1, **fields):
        raise MovedOn(Meeting.objects.get(pk=meeting.pk))


def changed_item(actor: Actor, item: AgendaItem, version: int, **fields: Any) -> None:
    """The same for an item, with who did it and when."""
    facts = {**fields, "changed_at": now(), "changed_by": actor.name}
    if not AgendaItem.objects.filter(pk=item.pk, version=version).update(version=F("version") + 1, **facts):
        raise MovedOn(AgendaItem.objects.get(pk=item.pk))


def shut_papers(meeting: Meeting, item: AgendaItem, is_open: bool) -> None:
    """Where an item is closed now, the frozen open agendas that tell of it are for those who read what is closed."""
    if item.is_open and not is_open:
        meeting.papers.filter(item=None, is_open=True, document__kind=AGENDA_PAPER).update(is_open=False)
