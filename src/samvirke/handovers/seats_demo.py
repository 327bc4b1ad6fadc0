"""Puts the invented people of the demo on the seats of the plans, through the same commands as a secretary."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from samvirke.registers.partners.commands.elect import elect_chair
from samvirke.registers.partners.commands.put_contact import put_contact
from samvirke.registers.partners.commands.put_holder import put_holder
from samvirke.registers.partners.commands.stand_in import stand_in
from samvirke.registers.partners.commands.take_seat import appoint, take_seat
from samvirke.registers.partners.models import Body, Membership, Seat, SeatHolder
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.identity.models import Account, Agency

_FILE = Path(__file__).resolve().parent / "demo" / "seats.toml"


def load_seats(actor: Actor, district: District) -> None:
    """Everybody who sits somewhere in the district; once, so that what a visitor changed stays."""
    told = tomllib.loads(_FILE.read_text(encoding="utf-8")).get(district.pk)
    if told is None or SeatHolder.objects.filter(district=district, invented=True).exists():
        return
    people = {one["name"]: _person(actor, district, one) for one in told["people"]}
    begun = told["since"]
    late = {one["by"]: one for one in told.get("replaced", [])}
    for one in told["people"]:
        for named in one["sits"]:
            _sit(actor, people, one["name"], named, begun, late.get(one["name"]))
    for one in told.get("appointed", []):
        days = {"since": one["since"], "term_until": one["term_until"]}
        appoint(actor, seat=_seat(one["seat"]), holder=people[one["name"]], invented=True, **days)
    for one in told.get("elected", []):
        body = Body.objects.select_related("district").get(pk=one["body"])
        member = _member(body.pk, one["name"], begun)
        elect_chair(actor, body=body, membership=member, role=one["role"], since=begun, invented=True)
    for one in told.get("covers", []):
        days = {"since": one["since"], "until": one["until"]}
        member = _member(one["seat"].partition("/")[0], one["name"], one["since"])
        stand_in(actor, membership=member, holder=people[one["by"]], invented=True, **days)
    for one in told.get("contacts", []):
        _contact(actor, people, one, begun)


def _person(actor: Actor, district: District, one: dict[str, Any]) -> SeatHolder:
    account = Account.objects.filter(username=one["account"]).first() if "account" in one else None
    agency = Agency.objects.get(pk=one["agency"]) if "agency" in one else None
    return put_holder(actor, district=district, name=one["name"], account=account, agency=agency, invented=True)


def _sit(
    actor: Actor, people: dict[str, SeatHolder], name: str, named: str, begun: date, late: dict[str, Any] | None
) -> None:
    seat = _seat(named)
    if late is None or late["seat"] != named:
        take_seat(actor, seat=seat, holder=people[name], since=begun, invented=True)
        return
    old = take_seat(actor, seat=seat, holder=people[late["name"]], since=begun, invented=True)
    take_seat(actor, seat=seat, holder=people[name], since=late["on"], replaces=old, version=1, invented=True)


def _contact(actor: Actor, people: dict[str, SeatHolder], one: dict[str, Any], begun: date) -> None:
    body = Body.objects.select_related("district").get(pk=one["body"])
    cover = people[one["cover"]] if "cover" in one else None
    put_contact(
        actor,
        body=body,
        subject=one["subject"],
        holder=people[one["name"]],
        since=begun,
        cover=cover,
        cover_until=one.get("cover_until"),
        invented=True,
    )


def _seat(named: str) -> Seat:
    body_id, _slash, slug = named.partition("/")
    return Seat.objects.select_related("body__district").get(body_id=body_id, slug=slug)


def _member(body_id: str, name: str, day: date) -> Membership:
    rows = Membership.objects.filter(seat__body_id=body_id, holder__name=name, since__lte=day)
    return rows.select_related("seat__body__district").get()
