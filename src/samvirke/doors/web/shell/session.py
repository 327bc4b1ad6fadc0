"""Signing in and out, choosing a language, and the way to one's own district."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import authenticate, login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import check_for_language
from django.views.decorators.http import require_GET, require_POST

from samvirke.doors.web.shell.addresses import safe_next
from samvirke.doors.web.shell.page import anyone
from samvirke.foundation.home import is_demo
from samvirke.foundation.words import _
from samvirke.registers.places.queries.districts import districts
from samvirke.trust.access.actor import actor_of
from samvirke.trust.identity.models import Account

_BACKEND = "django.contrib.auth.backends.ModelBackend"


@anyone
@require_GET
def healthy(request: HttpRequest) -> HttpResponse:
    """For whoever watches over the process."""
    return HttpResponse("healthy", content_type="text/plain")


@anyone
@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """One's own district, or sign-in."""
    if not request.user.is_authenticated:
        return redirect("sign-in")
    mine = districts(actor_of(request.user)).first()
    if mine is None:
        return render(request, "web/no_district.html")
    return redirect("overview", district_id=mine.pk)


@anyone
def sign_in(request: HttpRequest) -> HttpResponse:
    """Name and password; in demo mode the cast as well, plainly marked."""
    context: dict[str, Any] = {"next": safe_next(request), "cast": _cast(request)}
    if request.method == "POST":
        account = authenticate(
            request, username=request.POST.get("username", ""), password=request.POST.get("password", "")
        )
        if account is not None:
            login(request, account)
            return redirect(safe_next(request) or "front")
        speech = request.speech  # type: ignore[attr-defined]  # set by our middleware
        context["wrong"] = speech.say(_("Name and password do not go together."))
        context["username"] = request.POST.get("username", "")
    return render(request, "web/sign_in.html", context, status=422 if "wrong" in context else 200)


@anyone
@require_POST
def sign_in_as(request: HttpRequest, username: str) -> HttpResponse:
    """Sign in as one of the invented people; there is no such way outside demo mode."""
    account = Account.objects.filter(username=username, invented=True).first()
    if not is_demo() or account is None:
        raise Http404
    login(request, account, backend=_BACKEND)
    return redirect(safe_next(request) or "front")


@anyone
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Leave."""
    logout(request)
    return redirect("sign-in")


@anyone
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Speak another language from here on."""
    chosen = request.POST.get("language", "")
    response = redirect(safe_next(request) or "front")
    if check_for_language(chosen):
        response.set_cookie("samvirke_language", chosen, max_age=365 * 24 * 3600, samesite="Lax")
    return response


def _cast(request: HttpRequest) -> list[dict[str, str]]:
    if not is_demo():
        return []
    speech = request.speech  # type: ignore[attr-defined]  # set by our middleware
    people = Account.objects.filter(invented=True).prefetch_related("affiliations__agency").order_by("name")
    return [
        {
            "name": person.name,
            "office": " · ".join(
                f"{one.role_said.text(speech.language)}, {one.agency.words.text(speech.language)}"
                for one in person.affiliations.all()
            ),
            "address": reverse("sign-in-as", args=[person.username]),
        }
        for person in people
    ]
