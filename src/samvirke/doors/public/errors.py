"""Pages of the public site for when something is wrong; each says what to do."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samvirke.foundation.words import _


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What was sent cannot be read."""
    return _page(request, 400, _("That could not be read"), _("Go back, and try again."))


def forbidden(request: HttpRequest, exception: Exception | None = None, reason: str = "") -> HttpResponse:
    """A form came from somewhere else, or was kept open too long."""
    return _page(request, 403, _("The form is too old"), _("Reload the page and send it again."))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is no such page."""
    return _page(request, 404, _("There is no such page"), _("Check the address, or start at the front page."))


def failed(request: HttpRequest) -> HttpResponse:
    """A fault of ours."""
    return _page(request, 500, _("Something went wrong here"), _("Try again in a moment."))


def _page(request: HttpRequest, status: int, title: str, text: str) -> HttpResponse:
    return render(request, "public/error.html", {"title": title, "text": text}, status=status)
