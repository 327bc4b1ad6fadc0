"""A body as its pages show it: its seats and who sits there, its contacts, what can be elected, and what was before."""

from __future__ import annotations

from typing import Any

from samvirke.doors.web.bodies.kinds import ROLES
from samvirke.doors.web.bodies.wording import since_said, term_said, where_from, whose
from samvirke.doors.web.shell.page import Asked
from samvirke.foundation.clock import today
from samvirke.foundation.words import _
from samvirke.registers.partners.models import Body, ContactPoint, Membership, Seat
from samvirke.registers.partners.queries.elections import electable_roles, elections_on
from samvirke.registers.partners.queries.holders import history_of
from samvirke.registers.partners.queries.seats import open_seats
from samvirke.registers.partners.queries.sittings import Sitting, members_on


def seats_shown(request: Asked, body: Body) -> list[dict[str, Any]]:
    """Each seat as it is printed, with everybody who sits there today."""
    sitting = members_on(request.actor, body, today())
    return [
        _seat(request, seat, [one for one in sitting if one.seat.pk == seat.pk])
        for seat in open_seats(request.actor, [body])
    ]


def _seat(request: Asked, seat: Seat, sitting: list[Sitting]) -> dict[str, Any]:
    speech = request.speech
    return {
        "slug": seat.slug,
        "office": seat.words.text(speech.language),
        "role": speech.say(ROLES[seat.role]) if seat.role != "member" else "",
        "whose": whose(seat, speech),
        "source": where_from(seat.origin, speech),
        "people": [_person(request, one) for one in sitting if one.cover is None],
    }


def _person(request: Asked, one: Sitting) -> dict[str, Any]:
    speech = request.speech
    cover = next(iter(one.membership.covers.all()), None)
    by = {"name": cover.holder.name, "day": speech.day(cover.until)} if cover else {}
    instead = one.stands_in_for
    return {
        "name": one.holder.name,
        "role": speech.say(ROLES[one.role]) if one.role != one.seat.role else "",
        "since": since_said(one.membership, speech),
        "term": term_said(one.membership, speech),
        "cover": speech.say(_("{name} stands in until {day}"), **by) if cover else "",
        "instead": speech.say(_("for {name}"), name=instead.name) if instead else "",
    }


def contact_shown(request: Asked, one: ContactPoint) -> dict[str, Any]:
    """Whom to write to about something today."""
    speech, who = request.speech, one.answers_on(today())
    covers = who.pk != one.holder_id and one.cover_until is not None
    back = speech.day(one.cover_until) if covers and one.cover_until else ""
    return {
        "id": one.pk,
        "version": one.version,
        "subject": one.subject,
        "holder_id": one.holder_id,
        "cover_id": one.cover_id,
        "cover_until": one.cover_until.isoformat() if one.cover_until else "",
        "name": who.name,
        "email": who.email,
        "phone": who.phone,
        "covers": speech.say(_("for {name} until {day}"), name=one.holder.name, day=back) if covers else "",
    }


def elections_shown(request: Asked, body: Body) -> list[dict[str, Any]]:
    """Each role that members elect somebody to: who it is, and who may be elected."""
    speech, roles = request.speech, electable_roles(request.actor, body)
    sitting = [one for one in members_on(request.actor, body, today()) if one.cover is None] if roles else []
    now = {one.role: one for one in elections_on(request.actor, body, today())}
    return [
        {
            "role": role,
            "title": speech.say(ROLES[role]),
            "now": now.get(role),
            "name": now[role].membership.holder.name if role in now else "",
            "since": speech.say(_("since {day}"), day=speech.day(now[role].since, year=True)) if role in now else "",
            "choices": [
                (one.membership.pk, one.holder.name)
                for one in sitting
                if role in one.seat.electable and not (role in now and now[role].membership_id == one.membership.pk)
            ],
        }
        for role in roles
    ]


def history_shown(request: Asked, body: Body) -> list[dict[str, Any]]:
    """Everybody who has left or has not begun."""
    day = today()
    return [
        {
            "name": one.holder.name,
            "office": one.seat.words.text(request.speech.language),
            "period": _period(request, one),
        }
        for one in history_of(request.actor, body)
        if one.since > day or (one.last_day is not None and one.last_day < day)
    ]


def _period(request: Asked, one: Membership) -> str:
    words = since_said(one, request.speech)
    return (
        words
        if one.last_day or one.since <= today()
        else request.speech.say(_("from {day}"), day=request.speech.day(one.since, year=True))
    )
