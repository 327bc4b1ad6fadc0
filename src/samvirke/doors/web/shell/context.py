"""What the frame around every page needs: the demo mark, the menu of this district, and who is signed in."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from samvirke.foundation.home import is_casework_on, is_demo
from samvirke.foundation.words import _
from samvirke.registers.outbox.queries.inbox import inbox
from samvirke.trust.access.rules import may

# The rooms in groups; a group is called what its first room is called, and leads to the first that one may enter.
_MENU = (
    (("overview", _("Overview"), "places.see"),),
    (
        ("plan", _("Plan"), "plan.see"),
        ("focus", _("Focus areas"), "incidents.count"),
    ),
    (
        ("meetings", _("Meetings"), "meetings.see"),
        ("bodies", _("Councils and boards"), "partners.see"),
        ("packs", _("Meeting packs"), "documents.read"),
    ),
    (("commitments", _("Commitments"), "commitments.see"),),
    (
        ("places", _("Places"), "designations.see"),
        ("deployments", _("Deployments"), "deployments.see"),
        ("problems", _("Local problems"), "designations.see"),
        ("siting", _("Siting"), "designations.see"),
        ("effects", _("What worked"), "effects.see"),
    ),
    *([(("cases", _("Cases"), "casework.see-types"),)] if is_casework_on() else []),
    (
        ("indicators", _("Numbers and maps"), "incidents.count"),
        ("map", _("Map"), "incidents.count"),
        ("emerging", _("Signals"), "emerging.see"),
        ("studies", _("Studies"), "studies.read"),
        ("imports", _("Imports"), "incidents.look-at-imports"),
    ),
    (("audit", _("Review"), "audit.review"),),
    (("inbox", _("Messages"), "outbox.open"),),
)


def shell(request: HttpRequest) -> dict[str, Any]:
    """The frame's facts."""
    found: dict[str, Any] = {
        "is_demo": is_demo(),
        "menu": [],
        "rooms": [],
        "scope": "",
        "offices": offices_said(request),
    }
    actor, match = getattr(request, "actor", None), request.resolver_match
    district_id = match.kwargs.get("district_id") if match else None
    if actor is None or not district_id:
        return found
    district = getattr(request, "district", None)
    speech = request.speech  # type: ignore[attr-defined]  # set by our middleware
    here = match.url_name.split("-")[0] if match and match.url_name else ""
    found["scope"] = district.words.text(speech.language) if district else ""
    unread = {"inbox": inbox(actor).count()} if district else {}
    rooms = [
        [
            {
                "name": speech.say(title),
                "address": reverse(name, args=[district_id]),
                "here": name == here,
                "unread": unread.get(name, 0),
            }
            for name, title, verb in group
            if district and may(actor, verb, district)
        ]
        for group in _MENU
    ]
    found["menu"] = [
        {
            "name": speech.say(group[0][1]),
            "address": open_to[0]["address"],
            "here": any(one["here"] for one in open_to),
            "unread": sum(one["unread"] for one in open_to),
            "rooms": open_to,
        }
        for group, open_to in zip(_MENU, rooms, strict=True)
        if open_to
    ]
    found["rooms"] = next((one["rooms"] for one in found["menu"] if one["here"] and len(one["rooms"]) > 1), [])
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
