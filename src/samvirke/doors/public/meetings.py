"""Published agendas and minutes, as pages and as open data; works without a script."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from samvirke.foundation.speech import Speech, clock_time
from samvirke.foundation.words import _
from samvirke.registers.publications.meeting_said import said
from samvirke.registers.publications.models import Publication
from samvirke.registers.publications.queries.published import editions, latest_of

_KINDS = {"minutes": _("Minutes"), "agenda": _("Agenda")}


@require_GET
def meetings(request: HttpRequest) -> HttpResponse:
    """Every published agenda and minutes, the newest meeting first."""
    found = sorted(
        (one for kind in _KINDS for one in latest_of(kind)), key=lambda one: str(one.content["starts"]), reverse=True
    )
    return render(request, "public/meetings.html", {"meetings": [_line(one, _speech()) for one in found]})


@require_GET
def meeting(request: HttpRequest, kind: str, slug: str, edition: int | None = None) -> HttpResponse:
    """One of them: the newest edition, or the one that is named."""
    found, speech = _published(kind, slug, edition), _speech()
    content = found.content
    approved = content["approved_on"]
    context = _line(found, speech) | {
        "place": content["place"],
        "approved": speech.day(datetime.fromisoformat(approved).date(), year=True) if approved else "",
        "open_to_all": content["open_to_all"],
        "items": [said(one, speech) for one in content["items"]],
        "edition": found.edition,
        "editions": [one.edition for one in editions(kind, slug)],
    }
    return render(request, "public/meeting.html", context)


@require_GET
def meeting_json(request: HttpRequest, kind: str, slug: str) -> JsonResponse:
    """The same as open data, with its receipt and its hash."""
    found = _published(kind, slug, None)
    facts = {"slug": slug, "edition": found.edition, "published_at": found.published_at.isoformat()}
    return JsonResponse(
        {**facts, "receipt": found.receipt, "hash": found.hash, **found.content},
        json_dumps_params={"ensure_ascii": False},
    )


def _published(kind: str, slug: str, edition: int | None) -> Publication:
    rows = editions(kind, slug) if kind in _KINDS else Publication.objects.none()
    found = rows.filter(edition=edition).first() if edition else rows.first()
    if found is None:
        raise Http404
    return found


def _line(one: Publication, speech: Speech) -> dict[str, Any]:
    content = one.content
    starts = datetime.fromisoformat(content["starts"]) if content["starts"] else None
    return {
        "kind": one.kind,
        "slug": one.slug,
        "sort": speech.say(_KINDS[one.kind]),
        "body": speech.words(content["body"]),
        "district": speech.words(content["district"]),
        "number": content["number"],
        "year": content["year"],
        "day": speech.full_day(starts.date()) if starts else "",
        "hour": clock_time(starts, speech.language) if starts else "",
        "published": speech.day(one.published_at.date(), year=True),
    }


def _speech() -> Speech:
    return Speech(get_language() or "da")
