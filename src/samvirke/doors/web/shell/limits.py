"""A sign-in ends half an hour after the last page that was asked for, and after a working day whatever happens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from samvirke.foundation.clock import now

# Half an hour and twelve hours: NIST SP 800-63B, revision 3, for authenticator assurance level 2.
IDLE, WHOLE = timedelta(minutes=30), timedelta(hours=12)
# How exactly the last page is remembered; each time is a write.
_STEP = timedelta(minutes=1)


class Limits:
    """Signs out whoever was away too long; the page they asked for then leads through sign-in and back to itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Look at the clock before anything is answered."""
        if request.user.is_authenticated:
            _look_at_the_clock(request)
        return self.get_response(request)


def _look_at_the_clock(request: HttpRequest) -> None:
    moment, session = now().timestamp(), request.session
    began, seen = session.get("began", moment), session.get("seen", moment)
    if moment - began > WHOLE.total_seconds() or moment - seen > IDLE.total_seconds():
        logout(request)
    elif "began" not in session or moment - seen > _STEP.total_seconds():
        session["began"], session["seen"] = began, moment
