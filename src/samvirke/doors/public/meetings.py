"""Published agendas and minutes, as pages and as open data; works without a script."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from samvirke.foundation.speech import Speech, clock_time
from samvirke.foundation.table_in_text import as_html
from samvirke.foundation.words import _
from samvirke.registers.publications.meeting_said import said
from samvirke.registers.publications.models import Publication
from samvirke.registers.publications.queries.published import editions, is_withdrawn, latest_of, standing

_KINDS = {"minutes": _("Minutes"), "agenda": _("Agenda")}


@require_GET
def meetings(request: HttpRequest) -> HttpResponse:
    """Every published agenda and minutes, the newest meeting first."""
    latest = [one for kind in _KINDS for one in latest_of(kind) if not is_withdrawn(one)]
    found = sorted(latest, key=lambda one: str(one.content["starts"]), reverse=True)
    return render(request, "public/meetings.html", {"meetings": [_line(one, _speech()) for one in found]})


@require_GET
def meeting(request: HttpRequest, kind: str, slug: str, edition: int | None = None) -> HttpResponse:
    """One of them: the newest edition, or the one that is named; that it is withdrawn, where it is."""
    found, speech = _published(kind, slug, edition), _speech()
    if is_withdrawn(found):
        return _withdrawn(request, found)
    content = found.content
    approved = content["approved_on"]
    context = _line(found, speech) | {
        "place": content["place"],
        "approved": speech.day(datetime.fromisoformat(approved).date(), year=True) if approved else "",
        "open_to_all": content["open_to_all"],
        "license": content.get("license", ""),
        "items": [_shown(said(one, speech)) for one in content["items"]],
        "edition": found.edition,
        "editions": [one.edition for one in standing(kind, slug)],
    }
    return render(request, "public/meeting.html", context)


@require_GET
def meeting_json(request: HttpRequest, kind: str, slug: str) -> JsonResponse:
    """The same as open data, with its receipt and its hash."""
    found = _published(kind, slug, None)
    status = 410 if is_withdrawn(found) else 200
    facts = {"slug": slug, "edition": found.edition, "published_at": found.published_at.isoformat()}
    return JsonResponse(
        {**facts, "receipt": found.receipt, "hash": found.hash, **found.content},
        status=status,
        json_dumps_params={"ensure_ascii": False},
    )


def _published(kind: str, slug: str, edition: int | None) -> Publication:
    """The edition; the newest one, which says that it is withdrawn, for every edition that came before that."""
    rows = editions(kind, slug) if kind in _KINDS else Publication.objects.none()
    found = rows.filter(edition=edition).first() if edition else rows.first()
    if found is None:
        raise Http404
    withdrawn = next((one for one in rows if is_withdrawn(one)), None)
    return withdrawn if withdrawn is not None and found.edition < withdrawn.edition else found


def _withdrawn(request: HttpRequest, found: Publication) -> HttpResponse:
    day = _speech().day(datetime.fromisoformat(found.content["withdrawn"]).date(), year=True)
    text = _speech().say(_("It was withdrawn on {day}: {why}"), day=day, why=found.content["why"])
    return render(request, "public/error.html", {"title": _("This has been withdrawn"), "text": text}, status=410)


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


def _shown(one: dict[str, Any]) -> dict[str, Any]:
    """An item with the tables in its texts; everything in them is escaped where they are made HTML."""
    return one | {"lines": [mark_safe(as_html(line)) for line in one["lines"]]}  # noqa: S308


def _speech() -> Speech:
    return Speech(get_language() or "da")
