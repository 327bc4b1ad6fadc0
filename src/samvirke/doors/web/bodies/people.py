"""The district's list of people in office: who they are, how they are reached, and on which bodies they sit."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.sent import (
    NOTHING_WRONG,
    Wrong,
    no_such_deed,
    perhaps_row_in,
    row_in,
    text_in,
    version_in,
    wrong_in,
)
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.home import is_demo
from samvirke.foundation.words import _
from samvirke.registers.partners.commands.put_holder import put_holder
from samvirke.registers.partners.models import SeatHolder
from samvirke.registers.partners.queries.agencies import agencies_of
from samvirke.registers.partners.queries.bodies import bodies
from samvirke.registers.partners.queries.holders import holders
from samvirke.registers.partners.queries.sittings import sittings_on
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.access.rules import may
from samvirke.trust.identity.models import Account, Agency


@require_http_methods(["GET", "HEAD", "POST"])
def _people(request: Asked, district: District) -> HttpResponse:
    """Read by everybody of the district; whoever keeps the seats writes somebody new, or corrects a row."""
    if request.method != "POST":
        return _page(request, district)
    try:
        written = _put(request, district)
    except NotAllowed:
        raise
    except Refused as refusal:
        return _page(request, district, wrong_in(request, refusal), status=422)
    return redirect(f"{request.path}#p-{written.pk}")


people = page("partners.see")(_people)


def _put(request: Asked, district: District) -> SeatHolder:
    deed, known = text_in(request, "deed"), holders(request.actor, district)
    if deed not in ("new", "correct"):
        raise no_such_deed()
    old = row_in(request, "holder", known) if deed == "correct" else None
    return put_holder(
        request.actor,
        district=district,
        name=text_in(request, "name"),
        email=text_in(request, "email"),
        phone=text_in(request, "phone"),
        account=perhaps_row_in(request, "account", _accounts(district)),
        agency=_agency(request, district),
        invented=is_demo(),
        holder=old,
        version=version_in(request),
    )


def _accounts(district: District) -> QuerySet[Account]:
    """The accounts that work in an agency of the district, by name."""
    rows = Account.objects.filter(affiliations__agency__districts__district_id=district.pk)
    return rows.distinct().order_by("name", "pk")


def _agency(request: Asked, district: District) -> Agency | None:
    named = text_in(request, "agency")
    found = agencies_of(request.actor, district).filter(pk=named).first() if named else None
    if named and found is None:
        raise Refused.because(_("What was chosen is no longer there."), _("Reload the page."))
    return found


def _page(request: Asked, district: District, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    speech, known = request.speech, list(holders(request.actor, district))
    may_keep = may(request.actor, "partners.put-holder", district)
    sits = _where(request, district)
    context = {
        "district": district,
        "people": [_shown(request, one, sits.get(one.pk, {})) for one in known],
        "may_keep": may_keep,
        "form": _form(request, known, wrong),
        "agencies": [(one.pk, speech.words(one.words)) for one in agencies_of(request.actor, district)],
        "accounts": [(str(one.pk), one.name) for one in _accounts(district)] if may_keep else [],
        "wrong": wrong,
    }
    return render(request, "web/bodies_people.html", context, status=status)


def _where(request: Asked, district: District) -> dict[uuid.UUID, dict[str, str]]:
    """For each person the bodies on which they sit or stand in today, by name; one body once."""
    found: dict[uuid.UUID, dict[str, str]] = {}
    all_bodies = list(bodies(request.actor).filter(district=district))
    names = {body.pk: body.words.text(request.speech.language) for body in all_bodies}
    for body_id, sitting in sittings_on(request.actor, all_bodies, today()).items():
        for one in sitting:
            found.setdefault(one.holder.pk, {})[body_id] = names[body_id]
    return found


def _shown(request: Asked, one: SeatHolder, sits: dict[str, str]) -> dict[str, Any]:
    return {
        "id": str(one.pk),
        "name": one.name,
        "email": one.email,
        "phone": one.phone,
        "agency": request.speech.words(one.agency.words) if one.agency else "",
        "sits": list(sits.items()),
    }


def _form(request: Asked, known: list[SeatHolder], wrong: Wrong) -> dict[str, Any]:
    """The one form of the page: for whom the address names, for what was typed and refused, or for somebody new."""
    named = wrong.typed.get("holder", "") if wrong.reasons else request.GET.get("person", "")
    one = next((person for person in known if str(person.pk) == named), None)
    own = {"id": str(one.pk), "called": one.name, "version": one.version} if one else {}
    if wrong.reasons:
        typed = {name: wrong.typed.get(name, "") for name in ("name", "email", "phone", "agency", "account")}
        return typed | own | ({"version": version_in(request)} if one else {})
    if one is None:
        return {}
    stored = {"name": one.name, "email": one.email, "phone": one.phone, "agency": one.agency_id}
    return own | stored | {"account": str(one.account_id or "")}
