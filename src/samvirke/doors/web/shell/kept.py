"""A kept paper on a page: found by its kind and district, read within our own frame, or fetched as a file."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.safestring import SafeString, mark_safe

from samvirke.doors.web.shell.page import Asked
from samvirke.insight.briefing.pack.content import HTML
from samvirke.registers.documents.models import Document
from samvirke.registers.documents.queries.documents import content_of, documents
from samvirke.registers.places.models import District


def kept_document(request: Asked, district: District, kind: str, document_id: uuid.UUID) -> Document:
    """The paper of that kind. A missing one and a forbidden one are the same page."""
    found = documents(request.actor, kind).filter(pk=document_id, body__district=district).first()
    if found is None:
        raise Http404
    return found


def kept_article(request: Asked, document: Document) -> SafeString:
    """The part of a kept page that stands between the article tags."""
    kept = content_of(request.actor, document).decode("utf-8")
    article = kept[kept.index("<article") : kept.index("</article>") + len("</article>")]
    return mark_safe(article)  # noqa: S308  made by our own template, with every value escaped


def kept_file(request: Asked, document: Document, as_download: bool = False) -> HttpResponse:
    """The file as it was kept."""
    answer = HttpResponse(content_of(request.actor, document), content_type=document.media_type)
    answer["Content-Disposition"] = content_disposition_header(as_download, document.file_name) or "inline"
    return answer


def made_beside(request: Asked, page_of: Document) -> Document | None:
    """The other form of a kept page: the file that was made last before it, of the same body, period and language."""
    files = documents(request.actor, page_of.kind).exclude(media_type=HTML)
    same = files.filter(body=page_of.body, period=page_of.period, language=page_of.language)
    return same.filter(made_at__lte=page_of.made_at).order_by("-made_at").first()
