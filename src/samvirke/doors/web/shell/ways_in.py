"""What the pages of signing in offer: the demo cast, the agencies' own sign-in, and what an account has in place."""

from __future__ import annotations

import logging
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from samvirke.foundation.fault import Refused
from samvirke.foundation.home import is_demo
from samvirke.trust.identity.models import Account, Agency, CodeApp
from samvirke.trust.identity.providers import providers

_log = logging.getLogger(__name__)


def origin(request: HttpRequest) -> str:
    """Where the browser sees this site: behind a proxy with TLS the request itself does not know."""
    return f"{'https' if settings.SESSION_COOKIE_SECURE else 'http'}://{request.get_host()}"


def has_code_app(account: Account) -> bool:
    """Whether the account has a code app."""
    return CodeApp.objects.filter(account=account).exists()


def has_second_factor(account: Account) -> bool:
    """Whether a password alone is not enough for this account, whatever the installation demands."""
    return has_code_app(account) or account.passkeys.exists()


def agencies_offered(request: HttpRequest) -> list[dict[str, str]]:
    """The agencies with a sign-in of their own, by name. A file that cannot be read offers none; the log says so."""
    try:
        found = providers()
    except Refused as fault:
        _log.warning("No agency's sign-in is offered. %s", fault)
        return []
    speech = request.speech  # type: ignore[attr-defined]  # set by our middleware
    return [
        {"name": agency.words.text(speech.language), "address": reverse("sign-in-agency", args=[agency.pk])}
        for agency in Agency.objects.filter(pk__in=found).order_by("pk")
    ]


def cast(request: HttpRequest) -> list[dict[str, Any]]:
    """The invented people, in demo mode only."""
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
