"""From a file that somebody sends to an annex of an agenda item: kept as a paper of the body, in one deed."""

from __future__ import annotations

from samvirke.desks.meetings.commands.attach import attach, detach
from samvirke.desks.meetings.engine.annex import Annex
from samvirke.desks.meetings.models import AgendaItem, Meeting, Paper
from samvirke.foundation.words import DEFAULT_LANGUAGE, LANGUAGES, Words
from samvirke.registers.documents.commands.drop_document import drop_document
from samvirke.registers.documents.commands.keep_document import keep_document
from samvirke.registers.documents.models import Document
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import deed

ANNEX = "meeting-annex"


def add_annex(actor: Actor, *, meeting: Meeting, item: AgendaItem, annex: Annex) -> Paper:
    """Keep the file and put it under the item."""
    with deed(actor):
        document = keep_document(
            actor,
            body=meeting.body,
            kind=ANNEX,
            title=Words(**dict.fromkeys(LANGUAGES, annex.name)),
            period="",
            language=DEFAULT_LANGUAGE,
            media_type=annex.media_type,
            file_name=annex.name,
            content=annex.content,
            made_from={"meeting": str(meeting.pk), "item": item.pk},
        )
        return attach(actor, meeting=meeting, item=item, document=document)


def remove_annex(actor: Actor, *, meeting: Meeting, paper: Paper) -> None:
    """Take it away from the item, and let go of the file."""
    with deed(actor):
        detach(actor, meeting=meeting, paper=paper)
        drop_document(actor, document=Document.objects.select_related("body").get(pk=paper.document_id))
