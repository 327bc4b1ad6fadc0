"""Ends somebody's time on a seat."""

from __future__ import annotations

from datetime import date

from samvirke.foundation.fault import Refused
from samvirke.foundation.speech import said_day
from samvirke.foundation.words import Said, _
from samvirke.registers.partners.commands.ended import ended
from samvirke.registers.partners.facts.one_at_a_time import as_it_was_read, locked
from samvirke.registers.partners.models import Membership
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("partners.leave-seat", on="membership")
def leave_seat(actor: Actor, *, membership: Membership, until: date, version: int) -> None:
    """The day is their last. Their elections and covers end with it; whoever stands in for others goes on.

    Raises `Refused` when the day lies before their first or after a last day that is known, or somebody was first.
    """
    locked(membership.seat.body_id)
    found = as_it_was_read(membership, version)
    if until < found.since:
        what = Said(_("{name} took the seat on {day}."), {"name": found.holder.name, "day": said_day(found.since)})
        raise Refused.because(what, _("Choose that day or a later one."))
    last = found.last_day
    if last is not None and until > last:
        what = Said(_("{name} leaves the seat on {day} already."), {"name": found.holder.name, "day": said_day(last)})
        raise Refused.because(what, _("Choose that day or an earlier one, or appoint them again."))
    ended(found, until)
    note(until=until.isoformat())
