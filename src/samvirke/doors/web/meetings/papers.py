"""A paper of a meeting as it was frozen; a closed one for those who may read it."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse

from samvirke.doors.web.meetings.room import opened, reads_closed
from samvirke.doors.web.shell.page import Asked, page
from samvirke.registers.documents.queries.documents import content_of
from samvirke.registers.places.models import District


@page("meetings.see")
def paper(request: Asked, district: District, meeting_id: uuid.UUID, paper_id: uuid.UUID) -> HttpResponse:
    """The kept file itself."""
    meeting = opened(request, district, meeting_id)
    found = meeting.papers.select_related("document__body").filter(pk=paper_id).first()
    if found is None or not (found.is_open or reads_closed(request, meeting)):
        raise Http404
    document = found.document
    answer = HttpResponse(content_of(request.actor, document), content_type=document.media_type)
    answer["Content-Disposition"] = f'inline; filename="{document.file_name}"'
    return answer
