"""Ends the sign-in of whoever works in no agency any more, and leads who lacks a second factor to one."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth import SESSION_KEY, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from samvirke.doors.web.shell.proof import STRONG
from samvirke.foundation.home import is_second_factor_demanded
from samvirke.trust.identity.queries.works_somewhere import works_somewhere

# What somebody may open who came in by a password alone where that is not enough.
_OPEN = frozenset({"language", "sign-out", "sign-in", "healthy"})
_ON_THE_WAY = ("sign-in-", "my-sign-in")


class Standing:
    """Asked on every page, so that what ends, ends at once."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Nothing before the page is known."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponse | None:
        """Sign out, or lead on."""
        session = request.session
        if not request.user.is_authenticated:
            if SESSION_KEY in session:
                logout(request)  # of an account that was closed: opening it again must not open this too
            return None
        ended = request.user.signed_out_at
        if not works_somewhere(request.user) or (ended and session.get("began", 0) < ended.timestamp()):
            logout(request)
            return None
        match = request.resolver_match
        name = (match.url_name if match else None) or ""
        on_the_way = name in _OPEN or name.startswith(_ON_THE_WAY)
        if is_second_factor_demanded() and session.get("way") not in STRONG and not on_the_way:
            return redirect("my-sign-in")
        return None
