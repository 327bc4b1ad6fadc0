"""What the frame around every page needs: the demo mark, the menu of this district, and who is signed in."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from samvirke.foundation.home import is_casework_on, is_demo
from samvirke.foundation.words import _
from samvirke.registers.outbox.queries.inbox import inbox
from samvirke.trust.access.rules import may

_MENU = (
    ("overview", _("Overview"), "places.see"),
    ("plan", _("Plan"), "plan.see"),
    ("meetings", _("Meetings"), "meetings.see"),
    ("bodies", _("Councils and boards"), "partners.see"),
    ("commitments", _("Commitments"), "commitments.see"),
    ("places", _("Places"), "designations.see"),
    *([("cases", _("Cases"), "casework.see-types")] if is_casework_on() else []),
    ("indicators", _("Numbers and maps"), "incidents.count"),
    ("map", _("Map"), "incidents.count"),
    ("studies", _("Studies"), "studies.read"),
    ("packs", _("Meeting packs"), "documents.read"),
    ("imports", _("Imports"), "incidents.look-at-imports"),
    ("audit", _("Review"), "audit.review"),
    ("inbox", _("Messages"), "outbox.open"),
)


def shell(request: HttpRequest) -> dict[str, Any]:
    """The frame's facts."""
    found: dict[str, Any] = {"is_demo": is_demo(), "menu": [], "scope": "", "offices": offices_said(request)}
    actor, match = getattr(request, "actor", None), request.resolver_match
    district_id = match.kwargs.get("district_id") if match else None
    if actor is None or not district_id:
        return found
    district = getattr(request, "district", None)
    speech = request.speech  # type: ignore[attr-defined]  # set by our middleware
    here = match.url_name.split("-")[0] if match and match.url_name else ""
    found["scope"] = district.words.text(speech.language) if district else ""
    unread = {"inbox": inbox(actor).count()} if district else {}
    found["menu"] = [
        {
            "name": speech.say(title),
            "address": reverse(name, args=[district_id]),
            "here": name == here,
            "unread": unread.get(name, 0),
        }
        for name, title, verb in _MENU
        if district and may(actor, verb, district)
    ]
    return found


def offices_said(request: HttpRequest) -> str:
    """The agencies that the signed-in person works in, by name."""
    speech = getattr(request, "speech", None)
    account: Any = getattr(request, "user", None)
    # Neither is there yet when a request is refused before it reaches our middleware.
    if speech is None or account is None or not account.is_authenticated:
        return ""
    affiliations = account.affiliations.select_related("agency")
    return str(speech.listed(sorted({one.agency.words.text(speech.language) for one in affiliations})))
