"""Who sits on a body on a day, in which role, and who stands in for whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from samvirke.registers.partners.facts.in_force import in_force, sitting
from samvirke.registers.partners.models import Body, Cover, Election, Membership, Seat, SeatHolder
from samvirke.registers.partners.models.seat import CHAIR, MEMBER, SUBSTITUTE, VICE_CHAIR
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible

_BY_ROLE = {role: place for place, role in enumerate((CHAIR, VICE_CHAIR, MEMBER, SUBSTITUTE))}


@dataclass(frozen=True)
class Sitting:
    """Somebody who may take part on a day.

    `role` is that of their election, or else of the seat. `stands_in_for` names whom a cover or a substitute's seat
    replaces when absent; `covered_by` who covers for this one that day.
    """

    holder: SeatHolder
    seat: Seat
    role: str
    membership: Membership
    stands_in_for: SeatHolder | None = None
    covered_by: SeatHolder | None = None
    cover: Cover | None = None

    @property
    def is_member(self) -> bool:
        """Whether they have a vote of their own, not only when they stand in for somebody."""
        return self.role in (CHAIR, VICE_CHAIR, MEMBER) and self.cover is None


def members_on(actor: Actor, body: Body, day: date) -> list[Sitting]:
    """Everybody who sits on the body that day: the chair first, then as the seats are printed, covers beside them."""
    return sittings_on(actor, [body], day).get(body.pk, [])


def chair_on(actor: Actor, body: Body, day: date) -> Sitting | None:
    """Who chairs the body that day by office or election, or nobody."""
    return next((one for one in members_on(actor, body, day) if one.role == CHAIR and one.cover is None), None)


def sittings_on(actor: Actor, bodies: Iterable[Body], day: date) -> dict[str, list[Sitting]]:
    """The same for many bodies at once, by the id of the body."""
    seen = visible(actor, "partners.see", Body.objects.filter(pk__in=[body.pk for body in bodies]))
    by_body: dict[str, list[Membership]] = {}
    for one in _memberships(seen, day):
        by_body.setdefault(one.seat.body_id, []).append(one)
    return {body_id: _sittings(found) for body_id, found in by_body.items()}


def bodies_of(actor: Actor, day: date) -> QuerySet[Body]:
    """The bodies on which whoever asks sits that day with their own account, or covers for somebody."""
    account = actor.account
    if account is None:
        return Body.objects.none()
    covers = Cover.objects.filter(in_force(day), holder__account_id=account)
    mine = Q(holder__account_id=account) | Q(pk__in=covers.values("membership"))
    seats = Membership.objects.filter(sitting(day) & mine).values("seat")
    return visible(actor, "partners.see", Body.objects.filter(seats__in=seats).distinct())


def _memberships(bodies: QuerySet[Body], day: date) -> QuerySet[Membership]:
    covers = Cover.objects.filter(in_force(day)).select_related("holder")
    elections = Election.objects.filter(in_force(day))
    return (
        Membership.objects.filter(sitting(day), seat__body__in=bodies)
        .select_related("holder", "seat")
        .prefetch_related(Prefetch("covers", covers), Prefetch("elections", elections))
        .order_by("seat__order", "place")
    )


def _sittings(memberships: list[Membership]) -> list[Sitting]:
    found = []
    for one in memberships:
        role = next((election.role for election in one.elections.all()), one.seat.role)
        cover = next(iter(one.covers.all()), None)
        found.append(
            Sitting(
                one.holder,
                one.seat,
                role,
                one,
                stands_in_for=_replaced(one, memberships) if role == SUBSTITUTE else None,
                covered_by=cover.holder if cover else None,
            )
        )
        if cover is not None:
            found.append(Sitting(cover.holder, one.seat, role, one, stands_in_for=one.holder, cover=cover))
    return sorted(found, key=lambda one: _BY_ROLE.get(one.role, len(_BY_ROLE)))


def _replaced(substitute: Membership, memberships: list[Membership]) -> SeatHolder | None:
    """The one member of the substitute's own agency and municipality; nobody where that says not who."""
    of = (substitute.seat.agency_id, substitute.seat.municipality_id)
    same = [
        one.holder
        for one in memberships
        if (one.seat.agency_id, one.seat.municipality_id) == of and one.seat.role in (CHAIR, VICE_CHAIR, MEMBER)
    ]
    return same[0] if len(same) == 1 and of != (None, None) else None
