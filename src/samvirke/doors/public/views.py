"""Published plans, as pages and as open data; works without a script."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language, get_language
from django.views.decorators.http import require_GET, require_POST

from samvirke.foundation.speech import Speech, how_often
from samvirke.foundation.words import _
from samvirke.registers.publications.models import Publication
from samvirke.registers.publications.queries.published import editions, latest_of

_SCOPES = {"national": _("National focus area"), "local": _("Local focus area"), "not-stated": _("Focus area")}


@require_GET
def healthy(request: HttpRequest) -> HttpResponse:
    """For whoever watches over the process."""
    return HttpResponse("healthy", content_type="text/plain")


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """Every published plan, the newest year first."""
    speech = _speech()
    plans = sorted(latest_of("plan"), key=lambda one: -one.content["year"])
    shown = [
        {
            "slug": one.slug,
            "title": speech.words(one.title),
            "year": one.content["year"],
            "district": speech.words(one.content["district"]),
        }
        for one in plans
    ]
    return render(request, "public/front.html", {"plans": shown})


@require_GET
def plan(request: HttpRequest, slug: str, edition: int | None = None) -> HttpResponse:
    """One plan: the newest edition, or the one that is named."""
    found = _published(slug, edition)
    speech, content = _speech(), found.content
    context = {
        "title": speech.words(found.title),
        "year": content["year"],
        "district": speech.words(content["district"]),
        "published": speech.day(found.published_at.date(), year=True),
        "edition": found.edition,
        "editions": [one.edition for one in editions("plan", slug)],
        "slug": slug,
        "sections": [_section(one, speech) for one in content["sections"]],
        "signatories": [
            (one["name"], speech.words(one["office"]) if one["office"] else "") for one in content["signatories"]
        ],
    }
    return render(request, "public/plan.html", context)


@require_GET
def plan_json(request: HttpRequest, slug: str) -> JsonResponse:
    """The same plan as open data, with its receipt and its hash."""
    found = _published(slug, None)
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


def _section(one: dict[str, Any], speech: Speech) -> dict[str, Any]:
    focus = one["focus"]
    return {
        "anchor": one["anchor"],
        "number": one["number"],
        "depth": one["depth"],
        "heading": speech.words(one["heading"]),
        "has_parts": one["has_parts"],
        "summary": speech.words(one["summary"]) if one["summary"] else "",
        "focus": speech.say(_SCOPES[focus["scope"]]) if focus else "",
        "goals": [
            (speech.words(goal["text"]), speech.words(goal["why_not"]) if goal["why_not"] else "")
            for goal in one["goals"]
        ],
        "commitments": [_commitment(each, speech) for each in one["commitments"]],
    }


def _commitment(one: dict[str, Any], speech: Speech) -> dict[str, str]:
    cadence = speech.words(how_often(one["times"], one["per"])) if one["times"] else ""
    return {"title": speech.words(one["title"]), "text": speech.words(one["text"]), "cadence": cadence}


def _speech() -> Speech:
    return Speech(get_language() or "da")
