"""Whether somebody can sit on a seat in a period: a free place, and not twice on the body."""

from __future__ import annotations

from datetime import date

from samvirke.foundation.fault import Refused
from samvirke.foundation.speech import said_day
from samvirke.foundation.words import Said, _
from samvirke.registers.partners.facts.in_force import not_over_before
from samvirke.registers.partners.models import Membership, Seat, SeatHolder


def refuse_unless_fitting(seat: Seat, holder: SeatHolder, since: date, until: date | None) -> None:
    """Raises `Refused` for a closed seat, a period that ends before it begins, or a holder of another district."""
    if seat.closed_on is not None:
        what = Said(
            _("The seat “{office}” was closed on {day}."), {"office": seat.words, "day": said_day(seat.closed_on)}
        )
        raise Refused.because(what, _("Choose a seat that the body has now."))
    if holder.district_id != seat.body.district_id:
        what = Said(_("{name} is in the list of another district."), {"name": holder.name})
        raise Refused.because(what, _("Write the person in this district's list first."))
    if until is not None and until < since:
        raise Refused.because(_("The last day lies before the first."), _("Correct one of the two days."))


def refuse_twice_on_the_body(seat: Seat, holder: SeatHolder, since: date, until: date | None) -> None:
    """Raises `Refused` when the holder sits on the body in some part of the period already."""
    mine = Membership.objects.filter(not_over_before(since, until), holder=holder, seat__body_id=seat.body_id)
    other = mine.select_related("seat").first()
    if other is not None:
        what = Said(_("{name} already sits there as “{office}”."), {"name": holder.name, "office": other.seat.words})
        raise Refused.because(what, _("End that membership first, or choose a day after it."))


def free_place(seat: Seat, holder: SeatHolder, since: date, until: date | None) -> int:
    """A place of the seat that nobody has in any part of the period: the holder's own of before, or the lowest.

    Raises `Refused` when there is none.
    """
    taken = list(seat.memberships.filter(not_over_before(since, until)).select_related("holder").order_by("since"))
    places = range(1, (seat.count or len(taken) + 1) + 1)
    free = sorted(set(places) - {one.place for one in taken})
    if not free:
        raise _no_place(seat, taken)
    own = seat.memberships.filter(holder=holder, place__in=free).order_by("-since").first()
    return own.place if own else free[0]


def _no_place(seat: Seat, taken: list[Membership]) -> Refused:
    names = ", ".join(dict.fromkeys(one.holder.name for one in taken))
    what = Said(_("The seat “{office}” is taken in that period by {names}."), {"office": seat.words, "names": names})
    return Refused.because(what, _("Say whose place is taken over, or choose a day when the place is free."))
