"""Signing in where one works: the agency's own sign-in (OpenID Connect) says who it is, and each word is checked."""

from __future__ import annotations

import logging
from typing import Any

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.django_client import OAuth
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET
from joserfc.errors import JoseError

from samvirke.doors.web.shell import ways_in
from samvirke.doors.web.shell.addresses import safe_next
from samvirke.doors.web.shell.page import anyone
from samvirke.doors.web.shell.proof import enter
from samvirke.doors.web.shell.sign_in import shown
from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.trust.access.actor import actor_of
from samvirke.trust.identity.models import Account, SignInLink
from samvirke.trust.identity.providers import Provider, providers

_log = logging.getLogger(__name__)
_NOT_VOUCHED = _("The agency’s sign-in did not lead to an account here. Try again, or ask the operator for a link.")
# Signatures that only the issuer can make; none that the client's own secret could make too.
_ALGORITHMS = frozenset({"RS256", "PS256", "ES256", "RS384", "PS384", "ES384", "RS512", "PS512", "ES512", "EdDSA"})
_SECONDS_TO_ANSWER = 10
_CLOCKS_DIFFER_BY = 60
_FAULTS = (AuthlibBaseError, JoseError, requests.RequestException, RuntimeError, ValueError, KeyError, TypeError)


class _NotVouched(Exception):
    """What the agency's sign-in said is not enough, or not about anybody here."""


@anyone
@require_GET
def agency_sign_in(request: HttpRequest, agency_id: str) -> HttpResponse:
    """Lead to the agency's own sign-in, with a question that only this browser can bring the answer to."""
    provider = _provider(agency_id)
    again = request.user.is_authenticated
    more = {"prompt": "login", "max_age": "0"} if again else {}
    back = ways_in.origin(request) + reverse("sign-in-agency-back", args=[agency_id])
    try:
        client = _client(provider)
        led = client.authorize_redirect(request, back, acr_values=" ".join(provider.acr_values), **more)
    except (Refused, _NotVouched, *_FAULTS) as fault:
        return _refused(request, agency_id, fault)
    asked = {"agency": agency_id, "next": safe_next(request), "again": again, "at": now().timestamp()}
    request.session["asked"] = asked
    answer: HttpResponse = led
    return answer


@anyone
@require_GET
def agency_sign_in_back(request: HttpRequest, agency_id: str) -> HttpResponse:
    """Back from there: sign in the account that the operator has linked, or nobody. Each answer counts once."""
    provider, asked = _provider(agency_id), request.session.pop("asked", {})
    try:
        if asked.get("agency") != agency_id:
            raise _NotVouched("nobody asked here")
        claims = _claims(request, provider, asked)
        account = _account(provider, claims)
        if asked["again"] and request.user != account:
            raise _NotVouched("it is somebody else than who is signed in")
        enter(request, account, "agency")
    except (Refused, _NotVouched, *_FAULTS) as fault:
        return _refused(request, agency_id, fault)
    return redirect(asked["next"] or "front")


def _claims(request: HttpRequest, provider: Provider, asked: dict[str, Any]) -> dict[str, Any]:
    """What the identity token says: signature, issuer, audience, time and nonce by the library, and how strong."""
    wanted = {
        "iss": {"essential": True, "value": provider.issuer},
        "aud": {"essential": True, "value": provider.client_id},
        "acr": {"essential": True, "values": list(provider.acr_values)},
    }
    token = _client(provider).authorize_access_token(request, claims_options=wanted, leeway=_CLOCKS_DIFFER_BY)
    claims: dict[str, Any] | None = token.get("userinfo")
    if claims is None:
        raise _NotVouched("there is no identity token")
    if asked["again"] and claims.get("auth_time", 0) < asked["at"] - _CLOCKS_DIFFER_BY:
        raise _NotVouched("nobody proved anything there just now")
    return claims


def _account(provider: Provider, claims: dict[str, Any]) -> Account:
    """The account behind the subject at this issuer; an agency vouches only for those who work there today."""
    found = SignInLink.objects.filter(issuer=provider.issuer, subject=claims["sub"], agency_id=provider.id)
    link = found.select_related("account").first()
    if link is None:
        raise _NotVouched("no account is linked to this subject")
    if provider.id not in actor_of(link.account).agencies:
        raise _NotVouched("the account does not work in this agency today")
    return link.account


def _client(provider: Provider) -> Any:
    """The library's client for one agency, which knows what the issuer says of itself and nothing older."""
    client = OAuth().register(
        name=provider.id,
        client_id=provider.client_id,
        client_secret=provider.secret(),
        server_metadata_url=f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration",
        client_kwargs={
            "scope": "openid",
            "code_challenge_method": "S256",
            "default_timeout": _SECONDS_TO_ANSWER,
        },
    )
    says = client.load_server_metadata()
    if says.get("issuer") != provider.issuer:
        raise _NotVouched("the issuer calls itself something else")
    signs = says.get("id_token_signing_alg_values_supported", ["RS256"])
    says["id_token_signing_alg_values_supported"] = [one for one in signs if one in _ALGORITHMS]
    return client


def _provider(agency_id: str) -> Provider:
    try:
        return providers()[agency_id]
    except (KeyError, Refused) as fault:
        raise Http404 from fault


def _refused(request: HttpRequest, agency_id: str, fault: Exception) -> HttpResponse:
    """One sentence for every reason; the log says which it was, for the operator."""
    _log.warning("The sign-in of %s was refused: %s: %s", agency_id, type(fault).__name__, fault)
    return shown(request, _NOT_VOUCHED)
