"""People in office of the Fjord District, and how they come to sit where they sit."""

from __future__ import annotations

from datetime import date
from typing import Any

from samvirke.registers.partners.commands.put_holder import put_holder
from samvirke.registers.partners.commands.take_seat import take_seat
from samvirke.registers.partners.models import Body, Membership, Seat, SeatHolder
from samvirke.registers.partners.queries.sittings import members_on
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import system

OPERATOR = system("operator")
COUNCIL = "kredsraad-fjordkredsen"
THEN, DAY_BEFORE, DAY = date(2022, 1, 1), date(2024, 8, 19), date(2024, 8, 20)


def holder(district: District, name: str = "Bodil Vang", **more: Any) -> SeatHolder:
    return put_holder(OPERATOR, district=district, name=name, invented=True, **more)


def new_seat(slug: str, count: int = 1, role: str = "member", **more: Any) -> Seat:
    """A further seat of the council."""
    facts = {"office": {"en": slug.title(), "da": slug.title()}, "order": Seat.objects.count() + 1, **more}
    return Seat.objects.create(body=Body.objects.get(pk=COUNCIL), slug=slug, count=count, role=role, **facts)


def sit(seat: Seat, who: SeatHolder, since: date = THEN, **more: Any) -> Membership:
    return take_seat(OPERATOR, seat=seat, holder=who, since=since, **more)


def names(seat: Seat, day: date) -> list[str]:
    return [one.holder.name for one in members_on(OPERATOR, seat.body, day)]
