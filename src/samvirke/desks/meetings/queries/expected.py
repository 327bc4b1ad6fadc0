"""Who is to be expected at a meeting: those who sit on the body on its day, with their stand-ins."""

from __future__ import annotations

from samvirke.desks.meetings.commands.attend import Person
from samvirke.desks.meetings.models import Meeting
from samvirke.desks.meetings.models.attendance import ROLES, SUBSTITUTE
from samvirke.registers.partners.queries.sittings import Sitting, members_on
from samvirke.trust.access.actor import Actor


def expected(actor: Actor, meeting: Meeting) -> list[Person]:
    """One a person, the chair first; nobody when the meeting has no day or the seats no holders."""
    if meeting.starts is None:
        return []
    found: dict[object, Person] = {}
    for one in members_on(actor, meeting.body, meeting.starts.date()):
        found.setdefault(one.holder.pk, _person(one))
    return list(found.values())


def _person(one: Sitting) -> Person:
    role = SUBSTITUTE if one.cover is not None else one.role
    return Person(
        name=one.holder.name,
        role=role if role in ROLES else "guest",
        account_id=one.holder.account_id,
        agency_id=one.seat.agency_id or one.holder.agency_id,
        office=one.seat.office,
    )
