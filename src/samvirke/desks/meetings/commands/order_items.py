"""Moves an item up or down on its agenda."""

from __future__ import annotations

from samvirke.desks.meetings.commands.changed import changed
from samvirke.desks.meetings.facts.as_it_is_now import as_it_is_now, own_item
from samvirke.desks.meetings.models import AgendaItem, Meeting
from samvirke.desks.meetings.models.meeting import AGENDA, CALLED, RUNNING
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("meetings.prepare", on="meeting")
def move_item(actor: Actor, *, meeting: Meeting, item: AgendaItem, to: int, version: int) -> None:
    """To this place, counted from 1; the items between move over. `version` is the agenda's, so no two orders mix."""
    meeting = as_it_is_now(meeting, AGENDA, CALLED, RUNNING)
    item = own_item(meeting, item)
    rows = [one for one in meeting.items.order_by("number") if one.pk != item.pk]
    rows.insert(min(max(to, 1), len(rows) + 1) - 1, item)
    changed(meeting, version)
    # Aside first, since no two items have one number at any time.
    last = max(one.number for one in rows)
    for number, one in enumerate(rows, start=last + 1):
        AgendaItem.objects.filter(pk=one.pk).update(number=number)
    for number, one in enumerate(rows, start=1):
        AgendaItem.objects.filter(pk=one.pk).update(number=number)
    note(item, to=to)
