"""Puts an annex under an agenda item, or takes it away again."""

from __future__ import annotations

from django.db.models import F

from samvirke.desks.meetings.engine.annex import MOST_OF_AN_ITEM
from samvirke.desks.meetings.facts.as_it_is_now import as_it_is_now, own_item
from samvirke.desks.meetings.models import AgendaItem, Meeting, Paper
from samvirke.desks.meetings.models.meeting import AGENDA, CALLED, RUNNING
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.documents.models import Document
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("meetings.prepare", on="meeting")
def attach(actor: Actor, *, meeting: Meeting, item: AgendaItem, document: Document) -> Paper:
    """Under the item, open or closed as the item is. Raises `Refused` where it has as many as an item may have."""
    meeting = as_it_is_now(meeting, AGENDA, CALLED, RUNNING)
    item = own_item(meeting, item)
    if item.papers.count() >= MOST_OF_AN_ITEM:
        what = Said(_("The item has {most} annexes already."), {"most": MOST_OF_AN_ITEM})
        raise Refused.because(what, _("Put several of them into one file."))
    made = Paper.objects.create(meeting=meeting, item=item, document=document, is_open=item.is_open)
    Meeting.objects.filter(pk=meeting.pk).update(version=F("version") + 1)
    note(made, document)
    return made


@command("meetings.prepare", on="meeting")
def detach(actor: Actor, *, meeting: Meeting, paper: Paper) -> None:
    """Take it away until the meeting is over. Raises `Refused` for what is no annex of this meeting."""
    meeting = as_it_is_now(meeting, AGENDA, CALLED, RUNNING)
    found = Paper.objects.filter(pk=paper.pk, meeting=meeting, item__isnull=False).first()
    if found is None:
        raise Refused.because(_("The annex is not there any more."), _("Reload the page."))
    note(found)
    found.delete()
    Meeting.objects.filter(pk=meeting.pk).update(version=F("version") + 1)
