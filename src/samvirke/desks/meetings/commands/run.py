"""Begins a meeting, goes from item to item, and keeps the time that each took."""

from __future__ import annotations

from datetime import datetime

from samvirke.desks.meetings.facts.as_it_is_now import as_it_is_now, own_item, refuse_before_its_day
from samvirke.desks.meetings.facts.made import refuse_unless_made
from samvirke.desks.meetings.facts.quorum import refuse_without_quorum
from samvirke.desks.meetings.models import AgendaItem, Decision, Meeting
from samvirke.desks.meetings.models.agenda_item import DECISION, DONE, POSTPONED, RUNNING, WAITING
from samvirke.desks.meetings.models.decision import ADJOURNED
from samvirke.desks.meetings.models.meeting import CALLED
from samvirke.desks.meetings.models.meeting import RUNNING as IN_PROGRESS
from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("meetings.record", on="meeting")
def begin(actor: Actor, *, meeting: Meeting) -> None:
    """Open the meeting. Raises `Refused` before its day, and when nobody chairs it."""
    meeting = as_it_is_now(meeting, CALLED)
    refuse_before_its_day(meeting)
    if not meeting.attendances.filter(chairs=True).exists():
        raise Refused.because(_("Nobody chairs the meeting."), _("Choose who does, in the list of those who attend."))
    Meeting.objects.filter(pk=meeting.pk).update(
        state=IN_PROGRESS, began_at=now(), version=meeting.version + 1, sequence=meeting.sequence + 1
    )
    note()


@command("meetings.record", on="meeting")
def start_item(actor: Actor, *, meeting: Meeting, item: AgendaItem) -> None:
    """Take up an item; the one that was being dealt with waits, with the time it has used."""
    meeting = as_it_is_now(meeting, IN_PROGRESS)
    item, moment = own_item(meeting, item), now()
    for other in meeting.items.filter(state=RUNNING).exclude(pk=item.pk):
        _stop(other, WAITING, moment)
    if item.state != RUNNING:
        AgendaItem.objects.filter(pk=item.pk).update(state=RUNNING, began_at=item.began_at or moment, resumed_at=moment)
    note(item)


@command("meetings.record", on="meeting")
def finish_item(actor: Actor, *, meeting: Meeting, item: AgendaItem) -> AgendaItem | None:
    """End an item; the next one that waits is taken up and given back.

    Raises `Refused` for one that is undecided, or decided with fewer members than the rules of the body want.
    """
    meeting = as_it_is_now(meeting, IN_PROGRESS)
    item, moment = own_item(meeting, item), now()
    if item.kind == DECISION:
        refuse_unless_made(item)
    if Decision.objects.filter(item=item).exclude(outcome__in=["", ADJOURNED]).exists():
        refuse_without_quorum(meeting)
    _stop(item, DONE, moment)
    note(item)
    return _take_up_next(meeting, item, moment)


@command("meetings.record", on="meeting")
def postpone_item(actor: Actor, *, meeting: Meeting, item: AgendaItem) -> AgendaItem | None:
    """Leave it for another meeting; a decision that was begun is one to postpone. The next one is taken up."""
    meeting = as_it_is_now(meeting, IN_PROGRESS)
    item, moment = own_item(meeting, item), now()
    Decision.objects.filter(item=item).update(outcome=ADJOURNED)
    _stop(item, POSTPONED, moment)
    note(item)
    return _take_up_next(meeting, item, moment)


def _stop(item: AgendaItem, state: str, moment: datetime) -> None:
    used = round((moment - item.resumed_at).total_seconds()) if item.resumed_at else 0
    AgendaItem.objects.filter(pk=item.pk).update(state=state, resumed_at=None, seconds=item.seconds + max(used, 0))


def _take_up_next(meeting: Meeting, item: AgendaItem, moment: datetime) -> AgendaItem | None:
    waiting = meeting.items.filter(state=WAITING).order_by("number")
    following = waiting.filter(number__gt=item.number).first() or waiting.first()
    if following is not None and not meeting.items.filter(state=RUNNING).exists():
        AgendaItem.objects.filter(pk=following.pk).update(
            state=RUNNING, began_at=following.began_at or moment, resumed_at=moment
        )
    return following
