"""Reminds of a commitment's date before and after it, once each: that there is one, when, and where to look."""

from __future__ import annotations

from datetime import date

from samvirke.foundation.speech import day
from samvirke.foundation.words import LANGUAGES, Said, Words, _
from samvirke.registers.commitments.queries.to_remind import BEFORE, Reminder, to_remind
from samvirke.registers.outbox.commands.post import post
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import deed

_FOLLOWS_UP = ("coordinator", "secretary")
_WORDS = {
    BEFORE: (_("A commitment is soon due"), _("Its date is {day}. Write how it stands.")),
    "after": (
        _("A commitment is past its date"),
        _("Its date was {day}. Write how it stands, or agree on a new date."),
    ),
}


def remind(actor: Actor) -> int:
    """Tell the one who answers for it, or else those who follow up in the agencies that owe it; how many were told."""
    found = to_remind(actor)
    with deed(actor):
        for reminder in found:
            _tell(actor, reminder)
    return len(found)


def _tell(actor: Actor, reminder: Reminder) -> None:
    one = reminder.commitment
    subject, body = _WORDS[reminder.when]
    to: list[tuple[str, str, str]] = [("agency", agency, role) for agency in reminder.agencies for role in _FOLLOWS_UP]
    for kind, who, role in [("account", str(one.person_id), "")] if one.person_id else to:
        post(
            actor,
            key=f"{reminder.key}:{who}:{role}",
            to_kind=kind,
            to_id=who,
            to_role=role,
            subject=Said(subject),
            body=Said(body, {"day": _day(one.due)}),
            link=f"/districts/{one.district_id}/commitments/{one.pk}/",
        )


def _day(value: date | None) -> Words:
    if value is None:
        raise TypeError("a reminder without a date")
    return Words(**{language: day(value, language, year=True) for language in LANGUAGES})
