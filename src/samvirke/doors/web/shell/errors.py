"""Pages for when something is wrong; each says what to do."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samvirke.foundation.fault import Refused
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _


def _page(request: HttpRequest, status: int, title: str, text: str) -> HttpResponse:
    speech: Speech = getattr(request, "speech", None) or Speech("da")
    return render(request, "web/error.html", {"title": speech.say(title), "text": speech.say(text)}, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What was sent cannot be read."""
    return _page(request, 400, _("That could not be read"), _("Go back, and try again."))


def forbidden(request: HttpRequest, exception: Exception | None = None, reason: str = "") -> HttpResponse:
    """A form came from somewhere else, or was kept open too long."""
    return _page(request, 403, _("The form is too old"), _("Reload the page and send it again."))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is no such page, or none for this person; the two are not told apart."""
    return _page(request, 404, _("There is no such page"), _("Check the address, or start at the overview."))


def failed(request: HttpRequest) -> HttpResponse:
    """A fault of ours."""
    return _page(
        request,
        500,
        _("Something went wrong here"),
        _("Nothing was stored. Try again; if it happens again, tell the secretariat."),
    )


def refused(request: HttpRequest, refusal: Refused, status: int = 422) -> HttpResponse:
    """What was asked cannot be done with what was given: every reason, and what to do."""
    speech: Speech = request.speech  # type: ignore[attr-defined]  # set by our middleware
    reasons = [fault.text(speech.language) for fault in refusal.faults]
    context = {"title": speech.say(_("That cannot be done")), "reasons": reasons}
    return render(request, "web/error.html", context, status=status)
