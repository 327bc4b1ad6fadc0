"""Begins an agenda from the template of the kind of body."""

from __future__ import annotations

from samvirke.desks.meetings.commands.changed import changed
from samvirke.desks.meetings.engine.template import Standing, template_of
from samvirke.desks.meetings.facts.as_it_is_now import as_it_is_now
from samvirke.desks.meetings.models import AgendaItem, Meeting
from samvirke.desks.meetings.models.agenda_item import STANDING
from samvirke.desks.meetings.models.meeting import AGENDA, PLANNED
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import LANGUAGES, Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("meetings.prepare", on="meeting")
def draft_agenda(actor: Actor, *, meeting: Meeting, version: int) -> None:
    """Write the standing items; an agenda that has items already keeps its own."""
    meeting = as_it_is_now(meeting, PLANNED)
    if meeting.starts_at is None:
        raise Refused.because(_("The meeting has no day yet."), _("Give it one first."))
    changed(meeting, version, state=AGENDA)
    if not meeting.items.exists():
        standing = template_of(meeting.body).items
        AgendaItem.objects.bulk_create(_item(meeting, number, one) for number, one in enumerate(standing, start=1))
    note()


def _item(meeting: Meeting, number: int, one: Standing) -> AgendaItem:
    return AgendaItem(
        meeting=meeting,
        number=number,
        title={language: Said(one.title).text(language) for language in LANGUAGES},
        kind=one.kind,
        minutes=one.minutes,
        is_open=one.is_open,
        source=STANDING,
        source_key=one.key,
    )
