"""A folder that is loaded again corrects its seats, and whoever sits there stays where they sit."""

from __future__ import annotations

from datetime import date

import pytest
from tests.registers.partners.people import COUNCIL, DAY, OPERATOR, holder, names, sit

from samvirke.foundation.fault import Refused
from samvirke.handovers.load_district import load_district
from samvirke.registers.partners.commands.leave_seat import leave_seat
from samvirke.registers.partners.commands.put_bodies import put_bodies
from samvirke.registers.partners.commands.take_seat import take_seat
from samvirke.registers.partners.models import Body, Membership, Seat

pytestmark = pytest.mark.django_db

BODY = {
    "id": "lokalraad-fjordby", "kind": "local-council", "name": {"da": "Lokalrådet"}, "task": {"da": "Mødes."},
    "parent_id": COUNCIL, "duties": [], "covers": [998],
}  # fmt: skip


def one(office, **more):
    return {"office": {"da": office}, "role": "member", "agency_id": "fjordby-kommune", **more}


def put(fjord, *seats):
    put_bodies(OPERATOR, district=fjord, bodies=[BODY | {"seats": list(seats)}])
    return list(Body.objects.get(pk=BODY["id"]).seats.filter(closed_on__isnull=True))


def texts(seats):
    return [seat.words.text() for seat in seats]


def test_whoever_sits_there_stays_when_the_folder_is_loaded_again(fjord, fjord_folder):
    mayor = Seat.objects.get(body_id=COUNCIL, role="member")
    sit(mayor, holder(fjord))
    load_district(OPERATOR, fjord_folder)
    mayor.refresh_from_db()
    assert (mayor.slug, names(mayor, DAY)) == ("borgmester", ["Bodil Vang"])


def test_seats_may_change_places_and_keep_who_sits_there(fjord):
    first, _second = put(fjord, one("Skolechef"), one("Familiechef"))
    sit(first, holder(fjord))
    again = put(fjord, one("Ungechef"), one("Familiechef"), one("Skolechef"))
    assert texts(again) == ["Ungechef", "Familiechef", "Skolechef"]
    assert again[2].pk == first.pk


def test_a_seat_worded_anew_in_its_place_is_the_same_seat(fjord):
    (seat,) = put(fjord, one("Skolechef"))
    sit(seat, holder(fjord))
    (again,) = put(fjord, one("Chef for børn og skole"))
    assert (again.pk, again.slug) == (seat.pk, "chef-for-boern-og-skole")
    assert names(again, DAY) == ["Bodil Vang"]


def test_a_seat_with_an_id_of_its_own_may_be_worded_and_placed_anew(fjord):
    (seat,) = put(fjord, one("Skolechef", slug="skole"))
    again = put(fjord, one("Ny"), one("Chef for skoler", slug="skole", role="guest"))
    assert (again[1].pk, again[1].role) == (seat.pk, "guest")


def test_two_seats_of_the_same_office_are_two(fjord):
    assert [seat.slug for seat in put(fjord, one("Medlem"), one("Medlem"))] == ["medlem", "medlem-2"]


def test_a_seat_on_which_nobody_sat_goes_and_one_with_a_past_is_closed_and_can_come_back(fjord):
    first, second = put(fjord, one("Skolechef", role="chair"), one("Familiechef"))
    member = sit(first, holder(fjord), date(2020, 1, 1))
    leave_seat(OPERATOR, membership=member, until=date(2021, 1, 1), version=1)
    (left,) = put(fjord, one("Ungechef", role="guest"))
    first.refresh_from_db()
    assert (first.closed_on, Seat.objects.filter(pk=second.pk).exists(), left.order) == (DAY, False, 1)
    assert Membership.objects.get().seat == first
    (again,) = put(fjord, one("Skolechef", role="chair"))
    assert (again.pk, again.closed_on) == (first.pk, None)


def test_a_seat_where_somebody_sits_is_not_left_out_and_nothing_of_the_folder_comes_in(fjord):
    (seat,) = put(fjord, one("Skolechef", role="chair"))
    sit(seat, holder(fjord))
    with pytest.raises(Refused, match="“Skolechef” of lokalraad-fjordby is no longer named, but Bodil Vang sits there"):
        put(fjord, one("Ungechef"))
    assert texts(Seat.objects.filter(body_id=BODY["id"])) == ["Skolechef"]


def test_a_seat_does_not_get_fewer_places_than_people(fjord):
    (seat,) = put(fjord, one("Repræsentant", count=2))
    sit(seat, holder(fjord, "Ane"))
    take_seat(OPERATOR, seat=seat, holder=holder(fjord, "Bo"), since=DAY, until=DAY)
    with pytest.raises(Refused, match="fewer places than people, such as Bo"):
        put(fjord, one("Repræsentant", count=1))
    assert put(fjord, one("Repræsentant", count=3))[0].count == 3
