"""Puts somebody on a seat: an office's new holder in the place of the old one, or an appointment for a term."""

from __future__ import annotations

from datetime import date, timedelta

from samvirke.foundation.fault import Refused
from samvirke.foundation.speech import said_day
from samvirke.foundation.words import Said, _
from samvirke.registers.partners.commands.ended import ended
from samvirke.registers.partners.facts.end_of_term import end_of_term
from samvirke.registers.partners.facts.free_place import (
    free_place,
    refuse_twice_on_the_body,
    refuse_unless_fitting,
)
from samvirke.registers.partners.facts.one_at_a_time import as_it_was_read, locked, somebody_was_first
from samvirke.registers.partners.models import Membership, Seat, SeatHolder
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("partners.take-seat", on="seat")
def take_seat(
    actor: Actor,
    *,
    seat: Seat,
    holder: SeatHolder,
    since: date,
    until: date | None = None,
    replaces: Membership | None = None,
    version: int = 0,
    invented: bool = False,
) -> Membership:
    """Somebody sits there from a day; whoever they replace, as read in that `version`, leaves the day before.

    Raises `Refused` when no place is free, the holder sits on the body already, or somebody else was first.
    """
    return _sit(seat, holder, (since, until, None), replaces, version, invented)


@command("partners.appoint", on="seat")
def appoint(
    actor: Actor,
    *,
    seat: Seat,
    holder: SeatHolder,
    since: date,
    term_until: date,
    replaces: Membership | None = None,
    version: int = 0,
    invented: bool = False,
) -> Membership:
    """The same for a term: who is not appointed again sits there no longer than its last day.

    To appoint somebody again is a new appointment from the day after. Raises `Refused` for longer than the seat allows.
    """
    longest = end_of_term(since, seat.term_years)
    if longest is not None and term_until > longest:
        what = Said(_("An appointment to this seat lasts until {day} at most."), {"day": said_day(longest)})
        raise Refused.because(what, _("Choose that day or an earlier one."))
    return _sit(seat, holder, (since, None, term_until), replaces, version, invented)


def _sit(
    seat: Seat,
    holder: SeatHolder,
    period: tuple[date, date | None, date | None],
    replaces: Membership | None,
    version: int,
    invented: bool,
) -> Membership:
    locked(seat.body_id)
    since, until, term_until = period
    last = until or term_until
    refuse_unless_fitting(seat, holder, since, last)
    if replaces is not None:
        _end_the_day_before(seat, as_it_was_read(replaces, version), since)
    refuse_twice_on_the_body(seat, holder, since, last)
    membership = Membership.objects.create(
        seat=seat,
        place=free_place(seat, holder, since, last),
        holder=holder,
        since=since,
        until=until,
        term_until=term_until,
        invented=invented,
    )
    note(membership, *([replaces] if replaces else []))
    return membership


def _end_the_day_before(seat: Seat, old: Membership, since: date) -> None:
    if old.seat_id != seat.pk:
        raise somebody_was_first()
    if since <= old.since:
        what = Said(_("{name} took the seat on {day}."), {"name": old.holder.name, "day": said_day(old.since)})
        raise Refused.because(what, _("Choose a later day."))
    day = since - timedelta(days=1)
    if old.last_day is None or old.last_day > day:
        ended(old, day)
