"""Published plans, as pages, as open data and as paper; works without a script."""

from __future__ import annotations

import base64
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language, get_language
from django.views.decorators.http import require_GET, require_POST

from samvirke.foundation.speech import Speech
from samvirke.registers.publications.models import Publication
from samvirke.registers.publications.queries.published import editions, latest_of
from samvirke.registers.publications.shown_plan import shown_plan


@require_GET
def healthy(request: HttpRequest) -> HttpResponse:
    """For whoever watches over the process."""
    return HttpResponse("healthy", content_type="text/plain")


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """Every published plan: those of the districts, then those of the local councils, the newest year first."""
    speech = _speech()
    found = sorted(latest_of("plan"), key=lambda one: (-one.content["year"], one.slug))
    whole = [one for one in found if _is_of_a_district(one)]
    context = {
        "plans": [_listed(one, speech) for one in whole],
        "local": [_listed(one, speech) for one in found if not _is_of_a_district(one)],
    }
    return render(request, "public/front.html", context)


def _is_of_a_district(one: Publication) -> bool:
    return one.content.get("plan_kind", "cooperation") == "cooperation"


def _listed(one: Publication, speech: Speech) -> dict[str, Any]:
    shown = shown_plan(one.content, speech.language)
    return {"slug": one.slug, **{name: shown[name] for name in ("title", "years", "district", "body", "invented")}}


@require_GET
def plan(request: HttpRequest, slug: str, edition: int | None = None) -> HttpResponse:
    """One plan: the newest edition, or the one that is named."""
    found = _published(slug, edition)
    speech = _speech()
    context = {
        "shown": shown_plan(found.content, speech.language),
        "published": speech.day(found.published_at.date(), year=True),
        "edition": found.edition,
        "editions": [one.edition for one in editions("plan", slug)],
        "has_paper": editions("plan-paper", slug).filter(edition=found.edition).exists(),
        "slug": slug,
    }
    return render(request, "public/plan.html", context)


@require_GET
def plan_json(request: HttpRequest, slug: str, edition: int | None = None) -> JsonResponse:
    """The same plan as open data, with its receipt and its hash."""
    found = _published(slug, edition)
    facts = {
        "kind": found.kind,
        "slug": found.slug,
        "edition": found.edition,
        "published_at": found.published_at.isoformat(),
    }
    return JsonResponse(
        {**facts, "receipt": found.receipt, "hash": found.hash, **found.content},
        json_dumps_params={"ensure_ascii": False},
    )


@require_GET
def plan_paper(request: HttpRequest, slug: str, edition: int) -> HttpResponse:
    """An edition as PDF (PDF/A and PDF/UA), in the language that the reader has chosen."""
    found = editions("plan-paper", slug).filter(edition=edition).first()
    language = _speech().language
    if found is None or language not in found.content:
        raise Http404
    name = f"{slug}-{edition}-{language}.pdf"
    paper = HttpResponse(base64.b64decode(found.content[language]), content_type="application/pdf")
    paper["Content-Disposition"] = f'inline; filename="{name}"'
    return paper


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Speak another language from here on."""
    chosen, wanted = request.POST.get("language", ""), request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()})
    response = redirect(wanted if wanted and safe else "front")
    if check_for_language(chosen):
        response.set_cookie("samvirke_language", chosen, max_age=365 * 24 * 3600, samesite="Lax")
    return response


def _published(slug: str, edition: int | None) -> Publication:
    rows = editions("plan", slug)
    found = rows.filter(edition=edition).first() if edition else rows.first()
    if found is None:
        raise Http404
    return found


def _speech() -> Speech:
    return Speech(get_language() or "da")
