"""My sign-in: what somebody signs in with, and how they add and remove it themselves."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import segno
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_POST

from samvirke.doors.web.shell import ways_in
from samvirke.doors.web.shell.addresses import sign_in_first
from samvirke.doors.web.shell.errors import refused
from samvirke.doors.web.shell.page import Asked, View
from samvirke.doors.web.shell.proof import STRONG, prove_first, recently_proved
from samvirke.foundation.fault import Refused
from samvirke.foundation.home import is_second_factor_demanded
from samvirke.foundation.words import _
from samvirke.trust.access.actor import actor_of
from samvirke.trust.access.commands.change_own_sign_in import (
    change_own_password,
    drop_code_app,
    drop_passkey,
    put_code_app,
    put_passkey,
    renew_recovery_codes,
)
from samvirke.trust.access.guard import NotAllowed, ask
from samvirke.trust.identity import codes
from samvirke.trust.identity.passkeys import Unproved, ask_to_make, made


def own(verb: str) -> Callable[[View], View]:
    """A page about oneself, for whoever has recently proved who they are."""

    def wrap(view: View) -> View:
        @functools.wraps(view)
        def guarded(request: Asked, **rest: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect(sign_in_first(request))
            if not recently_proved(request):
                return prove_first(request)
            request.actor = actor_of(request.user)
            try:
                ask(request.actor, verb)
                return view(request, **rest)
            except NotAllowed as refusal:
                raise Http404 from refusal
            except Refused as refusal:
                return refused(request, refusal)

        guarded.verb = verb  # type: ignore[attr-defined]
        return guarded

    return wrap


@own("access.sign-in")
def my_sign_in(request: Asked) -> HttpResponse:
    """What one has, and what one can add."""
    account: Any = request.user
    is_weak = request.session.get("way") not in STRONG and not ways_in.has_second_factor(account)
    context = {
        "code_app": getattr(account, "code_app", None),
        "codes_left": account.recovery_codes.count(),
        "passkeys": account.passkeys.order_by("since"),
        "links": [one.agency.words.text(request.speech.language) for one in _links(account)],
        "has_password": account.has_usable_password(),
        "is_led_here": is_second_factor_demanded() and is_weak,
        "name": request.speech.say(_("Passkey")),
    }
    return render(request, "web/my_sign_in.html", context)


@own("access.put-code-app")
def code_app(request: Asked) -> HttpResponse:
    """Show the square picture, and take the app into use with its first code."""
    session = request.session
    secret = session.setdefault("new_secret", codes.new_secret())
    wrong = ""
    if request.method == "POST":
        try:
            fresh = put_code_app(request.actor, secret=secret, code=request.POST.get("code", ""))
        except Refused as refusal:
            wrong = refusal.text(request.speech.language)
        else:
            del session["new_secret"]
            session["way"] = "code"
            return _recovery_codes(request, fresh)
    context = {"picture": _picture(secret, request), "secret": " ".join(_in_fours(secret)), "wrong": wrong}
    return render(request, "web/my_sign_in_code.html", context, status=422 if wrong else 200)


@own("access.drop-code-app")
@require_POST
def code_app_remove(request: Asked) -> HttpResponse:
    """Use the app no longer."""
    drop_code_app(request.actor)
    return redirect("my-sign-in")


@own("access.renew-recovery-codes")
@require_POST
def recovery_codes(request: Asked) -> HttpResponse:
    """Ten new codes."""
    return _recovery_codes(request, renew_recovery_codes(request.actor))


@own("access.put-passkey")
@require_POST
def passkey_question(request: Asked) -> HttpResponse:
    """What the browser asks the device to make; remembered until it answers."""
    account: Any = request.user
    question, request.session["question"] = ask_to_make(ways_in.origin(request), account)
    return JsonResponse(question)


@own("access.put-passkey")
@require_POST
def passkey(request: Asked) -> HttpResponse:
    """Take the passkey that the device made into use."""
    try:
        state = request.session.pop("question", {})
        new = made(ways_in.origin(request), state, request.POST.get("answer", ""))
    except Unproved as fault:
        raise Refused.because(_("The passkey was not accepted."), _("Try again, or use another device.")) from fault
    put_passkey(request.actor, name=request.POST.get("name", ""), made=new)
    request.session["way"] = "passkey"
    return redirect("my-sign-in")


@own("access.drop-passkey")
@require_POST
def passkey_remove(request: Asked, passkey_id: str) -> HttpResponse:
    """Use a passkey no longer."""
    drop_passkey(request.actor, passkey=passkey_id)
    return redirect("my-sign-in")


@own("access.change-own-password")
@require_POST
def password(request: Asked) -> HttpResponse:
    """Another password; whoever else is signed in under this name has to sign in again."""
    account = change_own_password(request.actor, password=request.POST.get("password", ""))
    update_session_auth_hash(request, account)
    return redirect("my-sign-in")


def _links(account: Any) -> Any:
    return account.sign_in_links.select_related("agency").order_by("agency_id")


def _recovery_codes(request: HttpRequest, fresh: list[str]) -> HttpResponse:
    return render(request, "web/my_sign_in_recovery.html", {"codes": fresh})


def _picture(secret: str, request: Asked) -> str:
    """The square picture as a drawing of our own on the page; our secret and name are all that is in it."""
    said = codes.address_for_app(secret, request.user.get_username())
    drawn = segno.make(said, micro=False, error="m").svg_inline(scale=5, border=4, light="white")
    return mark_safe(drawn)  # noqa: S308  rectangles that the library draws; no text of ours stands in it


def _in_fours(secret: str) -> list[str]:
    return [secret[at : at + 4] for at in range(0, len(secret), 4)]
