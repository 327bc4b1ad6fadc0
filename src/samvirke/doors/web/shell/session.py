"""Leaving, choosing a language, and the way to one's own district."""

from __future__ import annotations

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import check_for_language
from django.views.decorators.http import require_GET, require_POST

from samvirke.doors.web.shell.addresses import safe_next
from samvirke.doors.web.shell.page import anyone
from samvirke.registers.places.queries.districts import districts
from samvirke.trust.access.actor import actor_of


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
