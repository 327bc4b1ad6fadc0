"""An item that is closed after the call: the agendas that were sent are shut, and new ones without it are frozen."""

from __future__ import annotations

from samvirke.desks.meetings.commands.call import freeze_again
from samvirke.desks.meetings.commands.put_item import Anatomy, change_item
from samvirke.desks.meetings.commands.write_item import Written, write_item
from samvirke.desks.meetings.models import AgendaItem, Decision, Meeting
from samvirke.desks.meetings.models.meeting import CALLED, HELD, RUNNING
from samvirke.handovers.meeting_papers import frozen_agenda
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import deed


def change(actor: Actor, *, meeting: Meeting, item: AgendaItem, anatomy: Anatomy, version: int) -> None:
    """What the item says before the meeting, in one deed with the new editions where it is closed by that."""
    was_open = _is_open(item)
    with deed(actor):
        change_item(actor, meeting=meeting, item=item, anatomy=anatomy, version=version)
        _frozen_again(actor, meeting, was_open and not anatomy.is_open)


def write(
    actor: Actor, *, meeting: Meeting, item: AgendaItem, written: Written, version: int
) -> tuple[AgendaItem, Decision | None]:
    """The minutes of the item, in one deed with the new editions where it is closed by that."""
    was_open = _is_open(item)
    with deed(actor):
        stored = write_item(actor, meeting=meeting, item=item, written=written, version=version)
        _frozen_again(actor, meeting, was_open and not written.is_open)
        return stored


def _is_open(item: AgendaItem) -> bool:
    return AgendaItem.objects.filter(pk=item.pk, is_open=True).exists()


def _frozen_again(actor: Actor, meeting: Meeting, is_closed_now: bool) -> None:
    found = Meeting.objects.select_related("body__district").get(pk=meeting.pk)
    if is_closed_now and found.state in (CALLED, RUNNING, HELD):
        opened, closed = frozen_agenda(actor, found)
        freeze_again(actor, meeting=found, open_papers=opened, closed=closed)
