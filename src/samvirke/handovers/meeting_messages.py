"""Tells those who are concerned with a meeting that something happened: what kind of thing, and where to look."""

from __future__ import annotations

from samvirke.desks.meetings.models import Meeting
from samvirke.foundation.words import Said
from samvirke.registers.outbox.commands.post import post
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor

_KEEPERS = ("secretary", "coordinator")


def address_of(meeting: Meeting) -> str:
    """The meeting's own page."""
    return f"/districts/{meeting.body.district_id}/meetings/{meeting.pk}/"


def tell_attendees(actor: Actor, meeting: Meeting, key: str, subject: Said, body: Said, page: str = "") -> None:
    """Everybody on the list who signs in here; the others are reached in another way. Nothing of the agenda is said."""
    for one in meeting.attendances.filter(account__isnull=False):
        tell(actor, str(one.account_id), f"meeting:{meeting.pk}:{key}", subject, body, address_of(meeting) + page)


def tell(actor: Actor, account: str, key: str, subject: Said, body: Said, link: str) -> None:
    """One account, once for the key."""
    post(actor, key=f"{key}:{account}", to_kind="account", to_id=account, subject=subject, body=body, link=link)


def tell_secretariat(actor: Actor, body: Body, key: str, subject: Said, said: Said, link: str) -> None:
    """Those who keep the calendar in the agencies that have seats on a body."""
    agencies = sorted({one.agency_id for one in body.seats.all() if one.agency_id})
    for agency in agencies:
        for role in _KEEPERS:
            post(
                actor,
                key=f"{key}:{agency}:{role}",
                to_kind="agency",
                to_id=agency,
                to_role=role,
                subject=subject,
                body=said,
                link=link,
            )
