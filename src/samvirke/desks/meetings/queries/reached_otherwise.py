"""Those on the list of a meeting who get no message here: they are reached in another way."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.desks.meetings.models import Attendance, Meeting
from samvirke.registers.partners.queries.sittings import members_on
from samvirke.trust.access.actor import Actor


@dataclass(frozen=True)
class Unreached:
    """Somebody without an account, and the e-mail address or telephone number that their seat names."""

    attendance: Attendance
    contact: str


def reached_otherwise(actor: Actor, meeting: Meeting) -> list[Unreached]:
    """Everybody on the list who has no account, in its order."""
    rows = list(meeting.attendances.filter(account__isnull=True))
    day = meeting.starts.date() if meeting.starts else None
    sit = members_on(actor, meeting.body, day) if rows and day else []
    contacts = {
        one.holder.name: ", ".join(filter(None, (one.holder.email, one.holder.phone)))
        for one in sit
        if one.holder.account_id is None
    }
    return [Unreached(one, contacts.get(one.name, "")) for one in rows]
