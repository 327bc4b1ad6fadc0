"""One body: its seats and who sits there today, whom to write to, who is elected to what, and who sat there before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvirke.doors.web.bodies.kinds import KINDS
from samvirke.doors.web.bodies.shown import contact_shown, elections_shown, history_shown, seats_shown
from samvirke.doors.web.bodies.wording import covered, quorum_said, where_from
from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.sent import (
    NOTHING_WRONG,
    Wrong,
    day_in,
    no_such_deed,
    perhaps_day_in,
    perhaps_row_in,
    row_in,
    text_in,
    version_in,
    wrong_in,
)
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.home import is_demo
from samvirke.registers.partners.commands.elect import elect_chair
from samvirke.registers.partners.commands.put_contact import no_contact, put_contact
from samvirke.registers.partners.models import Body, ContactPoint, Election, Membership
from samvirke.registers.partners.queries.bodies import bodies
from samvirke.registers.partners.queries.holders import contacts_on, holders
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.access.rules import may


@require_http_methods(["GET", "HEAD", "POST"])
def _one(request: Asked, district: District, body_id: str) -> HttpResponse:
    """Read by everybody of the district; the forms are for whoever keeps the seats."""
    body = body_of(request, district, body_id)
    if request.method != "POST":
        return _page(request, body)
    try:
        _deed(request, body)
    except NotAllowed:
        raise
    except Refused as refusal:
        return _page(request, body, wrong_in(request, refusal), status=422)
    return redirect("bodies-one", district.pk, body_id)


show = page("partners.see")(_one)


def body_of(request: Asked, district: District, body_id: str) -> Body:
    """The body of that address in this district; one that is not there and one elsewhere are the same page."""
    rows = bodies(request.actor).filter(district=district, pk=body_id)
    found = rows.select_related("district", "parent").prefetch_related("covers__municipality").first()
    if found is None:
        raise Http404
    return found


def _deed(request: Asked, body: Body) -> None:
    deeds: dict[str, Callable[[Asked, Body], Any]] = {
        "elect": _elect,
        "contact": _contact,
        "no-contact": _no_contact,
    }
    wanted = deeds.get(text_in(request, "deed"))
    if wanted is None:
        raise no_such_deed()
    wanted(request, body)


def _elect(request: Asked, body: Body) -> None:
    elect_chair(
        request.actor,
        body=body,
        membership=row_in(request, "membership", Membership.objects.filter(seat__body=body)),
        role=text_in(request, "role"),
        since=day_in(request, "since"),
        replaces=perhaps_row_in(request, "replaces", Election.objects.filter(body=body)),
        version=version_in(request),
        invented=is_demo(),
    )


def _contact(request: Asked, body: Body) -> None:
    people = holders(request.actor, body.district)
    put_contact(
        request.actor,
        body=body,
        subject=text_in(request, "subject"),
        holder=row_in(request, "holder", people),
        since=day_in(request, "since"),
        cover=perhaps_row_in(request, "cover", people),
        cover_until=perhaps_day_in(request, "cover_until"),
        version=version_in(request),
        invented=is_demo(),
    )


def _no_contact(request: Asked, body: Body) -> None:
    contact = row_in(request, "contact", ContactPoint.objects.filter(body=body))
    no_contact(request.actor, body=body, contact=contact, until=today(), version=version_in(request))


def _page(request: Asked, body: Body, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    speech, district = request.speech, request.district
    whole = set(district.municipalities.values_list("code", flat=True))
    may_keep = may(request.actor, "partners.take-seat", district)
    context = {
        "district": district,
        "body": body,
        "name": body.words.text(speech.language),
        "kind": speech.say(KINDS[body.kind]) if body.kind in KINDS else body.kind,
        "task": speech.words(body.task),
        "quorum": quorum_said(body.quorum, speech),
        "decided_by": speech.words(body.decided_by) if body.decided_by else "",
        "covers": covered(body, whole, speech),
        "source": where_from(body.origin, speech),
        "above": body.parent.words.text(speech.language) if body.parent else "",
        "seats": seats_shown(request, body),
        "contacts": [contact_shown(request, one) for one in contacts_on(request.actor, body, today())],
        "elections": elections_shown(request, body),
        "history": history_shown(request, body),
        "may_keep": may_keep,
        "people": list(holders(request.actor, district)) if may_keep else [],
        "today": today().isoformat(),
        "wrong": wrong,
    }
    return render(request, "web/body.html", context, status=status)
