"""Lets somebody stand in for another on their seat for a time, or no longer."""

from __future__ import annotations

from datetime import date

from samvirke.foundation.fault import Refused
from samvirke.foundation.speech import said_day
from samvirke.foundation.words import Said, _
from samvirke.registers.partners.facts.in_force import overlapping
from samvirke.registers.partners.facts.one_at_a_time import locked
from samvirke.registers.partners.models import Cover, Membership, SeatHolder
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("partners.stand-in", on="membership")
def stand_in(
    actor: Actor, *, membership: Membership, holder: SeatHolder, since: date, until: date, invented: bool = False
) -> Cover:
    """Somebody covers the seat, and the area it is tied to, from a day to another. A cover always has a last day.

    Raises `Refused` when the period is none, lies outside the membership, or is covered already.
    """
    locked(membership.seat.body_id)
    found = Membership.objects.select_related("seat__body", "holder").get(pk=membership.pk)
    if until < since:
        raise Refused.because(_("The last day lies before the first."), _("Correct one of the two days."))
    if since < found.since or (found.last_day is not None and until > found.last_day):
        what = Said(_("{name} does not sit there in the whole of that period."), {"name": found.holder.name})
        raise Refused.because(what, _("Choose days on which they do."))
    if holder.pk == found.holder_id:
        raise Refused.because(_("Nobody stands in for themselves."), _("Choose somebody else."))
    if holder.district_id != found.district_id:
        what = Said(_("{name} is in the list of another district."), {"name": holder.name})
        raise Refused.because(what, _("Write the person in this district's list first."))
    other = found.covers.filter(overlapping(since, until)).select_related("holder").first()
    if other is not None:
        what = Said(
            _("{name} stands in until {day} already."), {"name": other.holder.name, "day": said_day(other.until)}
        )
        raise Refused.because(what, _("Choose a day after it, or end that cover first."))
    cover = Cover.objects.create(membership=found, holder=holder, since=since, until=until, invented=invented)
    note(cover)
    return cover


@command("partners.stand-in", on="membership")
def stand_in_no_longer(actor: Actor, *, membership: Membership, cover: Cover, until: date) -> None:
    """The cover ends on a day before it would; one that has not begun goes. Raises `Refused` when it is over."""
    locked(membership.seat.body_id)
    rows = Cover.objects.filter(pk=cover.pk, membership=membership, until__gt=until)
    if not (rows.filter(since__gt=until).delete()[0] or rows.update(until=until)):
        raise Refused.because(_("The cover has ended already."), _("Reload the page."))
    note(cover)
