"""A paper of a meeting as it was frozen; a closed one for those who may read it."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse

from samvirke.doors.web.meetings.room import opened, reads_closed
from samvirke.doors.web.shell.kept import kept_file
from samvirke.doors.web.shell.page import Asked, page
from samvirke.registers.documents.models import Document
from samvirke.registers.places.models import District


@page("meetings.see")
def paper(request: Asked, district: District, meeting_id: uuid.UUID, paper_id: uuid.UUID) -> HttpResponse:
    """The kept file itself."""
    meeting = opened(request, district, meeting_id)
    found = meeting.papers.select_related("document__body", "item").filter(pk=paper_id).first()
    if found is None or not (found.may_all_read or reads_closed(request, meeting)):
        raise Http404
    # What somebody has sent is fetched and not opened here, except what a browser shows without running it.
    return kept_file(request, found.document, as_download=found.item_id is not None and not _shown(found.document))


def _shown(document: Document) -> bool:
    return document.media_type in ("application/pdf", "image/png", "image/jpeg")
