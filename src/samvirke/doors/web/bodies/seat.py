"""One seat: somebody takes it, is appointed to it, leaves it, or is stood in for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvirke.doors.web.bodies.one import body_of
from samvirke.doors.web.bodies.wording import since_said, term_said, where_from, whose
from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.sent import (
    NOTHING_WRONG,
    Wrong,
    day_in,
    no_such_deed,
    perhaps_day_in,
    row_in,
    text_in,
    version_in,
    wrong_in,
)
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.home import is_demo
from samvirke.registers.partners.commands.leave_seat import leave_seat
from samvirke.registers.partners.commands.stand_in import stand_in, stand_in_no_longer
from samvirke.registers.partners.commands.take_seat import appoint, take_seat
from samvirke.registers.partners.facts.end_of_term import end_of_term
from samvirke.registers.partners.models import Cover, Membership, Seat
from samvirke.registers.partners.queries.holders import holders
from samvirke.registers.partners.queries.seats import open_seats
from samvirke.registers.partners.queries.sittings import Sitting, members_on
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed


@require_http_methods(["GET", "HEAD", "POST"])
def _seat(request: Asked, district: District, body_id: str, slug: str) -> HttpResponse:
    """The forms of one seat. What was typed stays when it is refused."""
    seat = open_seats(request.actor, [body_of(request, district, body_id)]).filter(slug=slug).first()
    if seat is None:
        raise Http404
    if request.method != "POST":
        return _page(request, seat)
    try:
        _deed(request, seat)
    except NotAllowed:
        raise
    except Refused as refusal:
        return _page(request, seat, wrong_in(request, refusal), status=422)
    return redirect("bodies-one", district.pk, body_id)


show = page("partners.take-seat")(_seat)


def _deed(request: Asked, seat: Seat) -> None:
    deeds: dict[str, Callable[[Asked, Seat], Any]] = {
        "take": _take,
        "leave": _leave,
        "stand-in": _stand_in,
        "no-stand-in": _no_stand_in,
    }
    wanted = deeds.get(text_in(request, "deed"))
    if wanted is None:
        raise no_such_deed()
    wanted(request, seat)


def _take(request: Asked, seat: Seat) -> None:
    holder = row_in(request, "holder", holders(request.actor, request.district))
    since, term_until = day_in(request, "since"), perhaps_day_in(request, "term_until")
    replaces, version = _in_the_place_of(request, seat)
    told: dict[str, Any] = {"replaces": replaces, "version": version, "invented": is_demo()}
    if term_until is None:
        take_seat(request.actor, seat=seat, holder=holder, since=since, **told)
    else:
        appoint(request.actor, seat=seat, holder=holder, since=since, term_until=term_until, **told)


def _in_the_place_of(request: Asked, seat: Seat) -> tuple[Membership | None, int]:
    """Who leaves for the new one, and the version of them that the page showed; nobody for a free place."""
    named, _at, version = text_in(request, "replaces").partition("@")
    if not named:
        return None, 0
    found = next((one for one in seat.memberships.select_related("holder") if str(one.pk) == named), None)
    if found is None or not version.isdigit():
        raise no_such_deed()
    return found, int(version[:6])


def _member(request: Asked, seat: Seat) -> Membership:
    rows = Membership.objects.filter(seat=seat).select_related("holder", "seat__body__district")
    return row_in(request, "membership", rows)


def _leave(request: Asked, seat: Seat) -> None:
    member = _member(request, seat)
    leave_seat(request.actor, membership=member, until=day_in(request, "until"), version=version_in(request))


def _stand_in(request: Asked, seat: Seat) -> None:
    holder = row_in(request, "holder", holders(request.actor, request.district))
    days: dict[str, date] = {"since": day_in(request, "since"), "until": day_in(request, "until")}
    stand_in(request.actor, membership=_member(request, seat), holder=holder, invented=is_demo(), **days)


def _no_stand_in(request: Asked, seat: Seat) -> None:
    member = _member(request, seat)
    cover = row_in(request, "cover", Cover.objects.filter(membership=member))
    stand_in_no_longer(request.actor, membership=member, cover=cover, until=today())


def _page(request: Asked, seat: Seat, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    speech, body = request.speech, seat.body
    sitting = [one for one in members_on(request.actor, body, today()) if one.seat.pk == seat.pk and one.cover is None]
    term_ends = end_of_term(today(), seat.term_years)
    context = {
        "district": request.district,
        "body": body,
        "name": body.words.text(speech.language),
        "seat": seat,
        "office": seat.words.text(speech.language),
        "whose": whose(seat, speech),
        "source": where_from(seat.origin, speech),
        "sitting": [_sitting(request, one, wrong) for one in sitting],
        "has_place": seat.count is None or len(sitting) < seat.count,
        "people": list(holders(request.actor, request.district)),
        "today": today().isoformat(),
        "term_until": term_ends.isoformat() if term_ends else "",
        "wrong": wrong,
    }
    return render(request, "web/body_seat.html", context, status=status)


def _sitting(request: Asked, one: Sitting, wrong: Wrong) -> dict[str, Any]:
    speech, member = request.speech, one.membership
    cover = next(iter(member.covers.all()), None)
    return {
        "id": str(member.pk),
        "version": member.version,
        "name": one.holder.name,
        "since": since_said(member, speech),
        "term": term_said(member, speech),
        "cover": cover,
        "cover_until": speech.day(cover.until, year=True) if cover else "",
        "unfolded": wrong.form if wrong.typed.get("membership") == str(member.pk) else "",
    }
