"""Calls a meeting: from now on it is certain, its members are expected, and its papers are frozen."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import F, Max

from samvirke.desks.meetings.commands.changed import changed
from samvirke.desks.meetings.facts.as_it_is_now import as_it_is_now
from samvirke.desks.meetings.facts.since_sent import as_sent, since_sent
from samvirke.desks.meetings.models import Meeting, Paper, SentAgenda
from samvirke.desks.meetings.models.meeting import AGENDA, CALLED, HELD, RUNNING
from samvirke.foundation.clock import now, today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.registers.documents.models import Document
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("meetings.prepare", on="meeting")
def call(
    actor: Actor,
    *,
    meeting: Meeting,
    version: int,
    open_papers: Sequence[Document] = (),
    closed: Sequence[Document] = (),
) -> None:
    """Freeze the papers, open and closed apart, and call it.

    Raises `Refused` without items, without anybody to call, or for a day that is past.
    """
    meeting = as_it_is_now(meeting, AGENDA)
    if meeting.starts and meeting.starts.date() < today():
        raise Refused.because(_("The day of the meeting is past."), _("Move it first."))
    if not meeting.items.exists():
        raise Refused.because(_("The agenda is empty."), _("Put at least one item on it."))
    if not meeting.attendances.exists():
        raise Refused.because(_("Nobody is expected at the meeting."), _("Write who attends first."))
    changed(meeting, version, state=CALLED, sequence=F("sequence") + 1)
    _put(meeting, open_papers, closed)
    _sent(meeting)
    note(*open_papers, *closed)


@command("meetings.prepare", on="meeting")
def freeze_again(
    actor: Actor, *, meeting: Meeting, open_papers: Sequence[Document], closed: Sequence[Document]
) -> None:
    """Put a new edition of the frozen agenda beside the old one; what all may not read any more stays shut."""
    meeting = as_it_is_now(meeting, CALLED, RUNNING, HELD)
    _put(meeting, open_papers, closed)
    note(*open_papers, *closed)


@command("meetings.prepare", on="meeting")
def send_again(
    actor: Actor, *, meeting: Meeting, version: int, open_papers: Sequence[Document], closed: Sequence[Document]
) -> SentAgenda:
    """Send the agenda as it has become since the call, frozen anew.

    Raises `Refused` where nothing has changed, and `MovedOn` on top of another version than the one that was read.
    """
    meeting = as_it_is_now(meeting, CALLED, RUNNING)
    if not since_sent(meeting):
        raise Refused.because(_("Nothing has changed since the agenda was sent."), _("Reload the page."))
    changed(meeting, version)
    _put(meeting, open_papers, closed)
    made = _sent(meeting)
    note(*open_papers, *closed, edition=made.edition)
    return made


def _sent(meeting: Meeting) -> SentAgenda:
    last = meeting.sent.aggregate(last=Max("edition"))["last"] or 0
    return SentAgenda.objects.create(meeting=meeting, edition=last + 1, sent_at=now(), items=as_sent(meeting))


def _put(meeting: Meeting, open_papers: Sequence[Document], closed: Sequence[Document]) -> None:
    for is_open, documents in ((True, open_papers), (False, closed)):
        for document in documents:
            Paper.objects.get_or_create(meeting=meeting, document=document, defaults={"is_open": is_open})
