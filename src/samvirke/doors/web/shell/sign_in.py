"""Signing in: name and password with a code, or a passkey; in demo mode the cast as well."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import authenticate
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samvirke.doors.web.shell import ways_in
from samvirke.doors.web.shell.addresses import safe_next, sign_in_first
from samvirke.doors.web.shell.page import anyone
from samvirke.doors.web.shell.proof import STRONG, enter
from samvirke.foundation.clock import now
from samvirke.foundation.home import is_demo
from samvirke.foundation.words import _
from samvirke.trust.access.actor import actor_of
from samvirke.trust.access.commands.count_try import count_try
from samvirke.trust.access.commands.sign_in import spend_code
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.identity.models import Account
from samvirke.trust.identity.passkeys import Unproved, ask_to_prove, proved

WRONG = _("Name and password do not go together.")
_TOO_MANY = _("There were too many tries. Wait a quarter of an hour, or use a passkey.")
_WRONG_CODE = _("The code does not fit. Each code can be used once.")
_WRONG_PASSKEY = _("The passkey was not accepted.")
# Between the password and the code.
_HALF_SECONDS = 300


@anyone
def sign_in(request: HttpRequest) -> HttpResponse:
    """Name and password; then the second factor of whoever has one."""
    if request.method != "POST":
        return shown(request)
    username, password = request.POST.get("username", ""), request.POST.get("password", "")
    if not count_try(username):
        return shown(request, _TOO_MANY)
    account = authenticate(request, username=username, password=password)
    if account is None:
        return shown(request, WRONG)
    if ways_in.has_second_factor(account) and actor_of(account).agencies:
        request.session.cycle_key()
        request.session["half"] = {"account": str(account.pk), "at": now().timestamp(), "next": safe_next(request)}
        return redirect("sign-in-code")
    return _entered(request, account, "password")


@anyone
def sign_in_code(request: HttpRequest) -> HttpResponse:
    """The second half: a code from the app, a recovery code, or a passkey."""
    half = request.session.get("half", {})
    account = Account.objects.filter(pk=half["account"]).first() if half else None
    if account is None or now().timestamp() - half["at"] > _HALF_SECONDS:
        return redirect("sign-in")
    context: dict[str, Any] = {"has_code_app": ways_in.has_code_app(account), "has_passkey": account.passkeys.exists()}
    if request.method != "POST":
        return render(request, "web/sign_in_code.html", context | {"next": half["next"]})
    wrong = wrong_code(account, request.POST.get("code", ""))
    if not wrong:
        return _entered(request, account, "code", half["next"])
    context["wrong"] = _said(request, wrong)
    return render(request, "web/sign_in_code.html", context, status=422)


def wrong_code(account: Account, code: str) -> str:
    """What is wrong with a code that somebody typed; nothing when it opens. It is counted like a password."""
    if not count_try(account.username):
        return _TOO_MANY
    try:
        return "" if spend_code(actor_of(account), code=code) else _WRONG_CODE
    except NotAllowed:
        return _WRONG_CODE


@anyone
@require_POST
def passkey_question(request: HttpRequest) -> HttpResponse:
    """What the browser asks the device; remembered until it answers."""
    question, request.session["question"] = ask_to_prove(ways_in.origin(request))
    return JsonResponse(question)


@anyone
@require_POST
def sign_in_passkey(request: HttpRequest) -> HttpResponse:
    """The device's answer says who it is; whoever is signed in can only prove that they are still the same."""
    try:
        # Each question is answered once.
        state = request.session.pop("question", {})
        passkey, count = proved(ways_in.origin(request), state, request.POST.get("answer", ""))
    except Unproved:
        return shown(request, _WRONG_PASSKEY)
    if request.user.is_authenticated and request.user.pk != passkey.account_id:
        return shown(request, _WRONG_PASSKEY)
    return _entered(request, passkey.account, "passkey", passkey=passkey, count=count)


@anyone
@require_POST
def sign_in_as(request: HttpRequest, username: str) -> HttpResponse:
    """Sign in as one of the invented people; there is no such way outside demo mode."""
    account = Account.objects.filter(username=username, invented=True).first()
    if not is_demo() or account is None:
        raise Http404
    return _entered(request, account, "cast")


@anyone
def sign_in_again(request: HttpRequest) -> HttpResponse:
    """Prove it again before something grave: as surely as when one signed in, or more."""
    account: Any = request.user
    if not account.is_authenticated:
        return redirect(sign_in_first(request))
    context = _what_proves(request, account)
    if request.method == "POST":
        password, code = request.POST.get("password", ""), request.POST.get("code", "")
        wrong = "" if context["asks_password"] else WRONG
        wrong = wrong or _wrong_password(request, account, password)
        wrong = wrong or (wrong_code(account, code) if context["has_code_app"] else "")
        if not wrong:
            return _entered(request, account, "code" if context["has_code_app"] else "password")
        context["wrong"] = _said(request, wrong)
    return render(request, "web/sign_in_again.html", context, status=422 if "wrong" in context else 200)


def shown(request: HttpRequest, wrong: str = "") -> HttpResponse:
    """The page of signing in, with what went wrong."""
    if wrong and request.user.is_authenticated:
        context = _what_proves(request, request.user) | {"wrong": _said(request, wrong)}
        return render(request, "web/sign_in_again.html", context, status=422)
    context = {"next": safe_next(request), "username": request.POST.get("username", "")}
    context |= {"cast": ways_in.cast(request), "agencies": ways_in.agencies_offered(request)}
    if wrong:
        context["wrong"] = _said(request, wrong)
    return render(request, "web/sign_in.html", context, status=422 if wrong else 200)


def _entered(request: HttpRequest, account: Account, way: str, on: str = "", **used: Any) -> HttpResponse:
    try:
        enter(request, account, way, **used)
    except NotAllowed:
        # Who has left is told what anybody is told who was never here.
        return shown(request, WRONG)
    return redirect(on or safe_next(request) or "front")


def _what_proves(request: HttpRequest, account: Any) -> dict[str, Any]:
    has_passkey, has_code_app = account.passkeys.exists(), ways_in.has_code_app(account)
    # A password alone renews no sign-in that was more than one.
    is_more = has_passkey or request.session.get("way") in STRONG
    linked = set(account.sign_in_links.values_list("agency_id", flat=True))
    offered = [one for one in ways_in.agencies_offered(request) if one["address"].rpartition("/")[2] in linked]
    return {
        "next": safe_next(request),
        "has_code_app": has_code_app,
        "has_passkey": has_passkey,
        "asks_password": account.has_usable_password() and (has_code_app or not is_more),
        "agencies": offered,
        "is_cast": is_demo() and account.invented,
    }


def _wrong_password(request: HttpRequest, account: Account, password: str) -> str:
    if not count_try(account.username):
        return _TOO_MANY
    return "" if authenticate(request, username=account.username, password=password) == account else WRONG


def _said(request: HttpRequest, words: str) -> str:
    said: str = request.speech.say(words)  # type: ignore[attr-defined]  # set by our middleware
    return said
