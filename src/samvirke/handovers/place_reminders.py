"""Reminds whoever looks at a place again that its review, or the end of its period, comes up: once for each day."""

from __future__ import annotations

from datetime import date, timedelta

from samvirke.desks.designations.models import Designation
from samvirke.desks.designations.queries.places import due_everywhere
from samvirke.foundation.clock import today
from samvirke.foundation.speech import said_day
from samvirke.foundation.words import Said, _
from samvirke.registers.outbox.commands.post import post
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import deed

_BEFORE_REVIEW, _BEFORE_END = timedelta(days=14), timedelta(days=60)


def remind_of_places(actor: Actor) -> int:
    """Tell the reviewers; how many were told. What is looked at every week is reminded of on its day, not before."""
    rows = [one for one in due_everywhere(actor, today() + _BEFORE_END) if one.reviewer_id is not None]
    told = 0
    with deed(actor):
        for one in rows:
            told += _tell_review(actor, one) + _tell_end(actor, one)
    return told


def _tell_review(actor: Actor, one: Designation) -> int:
    ahead = timedelta(0) if one.is_weekly else _BEFORE_REVIEW
    if one.next_review is None or one.next_review > today() + ahead:
        return 0
    _post(
        actor,
        one,
        "review",
        one.next_review,
        _("A place is to be looked at again"),
        _("By {day}. Write what you find."),
    )
    return 1


def _tell_end(actor: Actor, one: Designation) -> int:
    if one.until is None or one.until > today() + _BEFORE_END:
        return 0
    words = _("On {day}. Freeze what the place looks like now, then renew it or let it end.")
    _post(actor, one, "until", one.until, _("The period of a place runs out"), words)
    return 1


def _post(actor: Actor, one: Designation, what: str, day: date, subject: str, body: str) -> None:
    """That there is one, when, and where to look: nothing of what the place is named for."""
    post(
        actor,
        key=f"designation:{one.pk}:{what}:{day}",
        to_kind="account",
        to_id=str(one.reviewer_id),
        subject=Said(subject),
        body=Said(body, {"day": said_day(day)}),
        link=f"/districts/{one.district_id}/places/{one.pk}/",
    )
