"""How surely we know who sits there: signing in, proving it again before something grave, and how long that counts."""

from __future__ import annotations

import functools
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from samvirke.doors.web.shell.page import View
from samvirke.foundation.clock import now
from samvirke.trust.access.actor import actor_of
from samvirke.trust.access.commands.sign_in import sign_in
from samvirke.trust.identity.models import Account

# For so long after a proof nobody is asked again.
FRESH = timedelta(minutes=10)
# The ways in that are more than a password; the cast exists in demo mode only.
STRONG = frozenset({"code", "passkey", "agency", "cast"})
_BACKEND = "django.contrib.auth.backends.ModelBackend"


def enter(request: HttpRequest, account: Account, way: str, **used: Any) -> None:
    """Sign somebody in, or let whoever is signed in prove it again; the session gets a new name either way.

    Raises `NotAllowed` for an account that works in no agency today.
    """
    sign_in(actor_of(account), way=way, **used)
    session, moment = request.session, now().timestamp()
    if request.user.is_authenticated and request.user.pk == account.pk:
        session.cycle_key()
    else:
        login(request, account, backend=_BACKEND)
        session["began"] = session["seen"] = moment
    session.pop("half", None)
    session["proved"], session["way"] = moment, way


def recently_proved(request: HttpRequest) -> bool:
    """Whether whoever sits there has proved who they are in the last ten minutes, by signing in or again since."""
    proved = request.session.get("proved", request.session.get("began", 0))
    return bool(request.user.is_authenticated and now().timestamp() - proved < FRESH.total_seconds())


def proved(view: View) -> View:
    """A page that is shown, and a deed that is done, only to whoever has recently proved who they are.

    Stands under `page(…)`. Who has not is led to prove it and back: to this page, or to the form that was sent.
    """

    @functools.wraps(view)
    def guarded(request: HttpRequest, *given: Any, **rest: Any) -> HttpResponseBase:
        return view(request, *given, **rest) if recently_proved(request) else prove_first(request)

    return guarded


def prove_first(request: HttpRequest) -> HttpResponse:
    """The way to prove it again, and back to this page, or to the page whose form was sent."""
    come_from = urlsplit(request.headers.get("Referer", ""))
    form = come_from.path if come_from.netloc == request.get_host() else reverse("front")
    here = request.get_full_path() if request.method == "GET" else form
    return redirect(f"{reverse('sign-in-again')}?{urlencode({'next': here})}")
