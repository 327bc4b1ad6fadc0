"""Bodies, their seats and the agencies are put by the operator, corrected in place, and seen within the district."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from tests.trail import one_line, refusal

from samvirke.foundation.fault import Refused
from samvirke.registers.partners.commands.put_agencies import put_agencies
from samvirke.registers.partners.commands.put_bodies import put_bodies
from samvirke.registers.partners.models import Body, Seat
from samvirke.registers.partners.queries.bodies import bodies, body_called
from samvirke.trust.access.actor import NOBODY, system
from samvirke.trust.identity.models import Agency

pytestmark = pytest.mark.django_db

OPERATOR = system("operator")
SEAT = {"office": {"da": "Borgmester", "en": "Mayor"}, "role": "chair", "agency_id": "fjordby-kommune", "count": 1}
COUNCIL = {
    "id": "lokalraad-fjordby", "kind": "local-council", "name": {"da": "Lokalrådet"}, "task": {"da": "Mødes."},
    "parent_id": "kredsraad-fjordkredsen", "duties": [], "covers": [998], "seats": [SEAT],
}  # fmt: skip


def named(actor):
    return [body.pk for body in bodies(actor)]


def test_a_body_comes_in_with_what_it_covers_and_who_sits_on_it(fjord):
    with one_line("partners.put-bodies") as lines:
        put_bodies(OPERATOR, district=fjord, bodies=[COUNCIL])
    assert (lines[0].things, lines[0].facts) == (["places.district:fjordkredsen"], {"bodies": 1})
    body = Body.objects.get(pk="lokalraad-fjordby")
    assert (body.district, body.parent_id, body.is_local_council) == (fjord, "kredsraad-fjordkredsen", True)
    assert [one.municipality_id for one in body.covers.all()] == [998]
    assert [(seat.words.text("en"), seat.role, seat.agency_id) for seat in body.seats.all()] == [
        ("Mayor", "chair", "fjordby-kommune")
    ]


def test_bodies_may_stand_in_any_order_above_and_below_each_other(fjord):
    team = COUNCIL | {"id": "hold", "kind": "other", "parent_id": "lokalraad-fjordby", "seats": []}
    put_bodies(OPERATOR, district=fjord, bodies=[team, COUNCIL])
    assert Body.objects.get(pk="hold").parent_id == "lokalraad-fjordby"


def test_putting_it_again_corrects_coverage_and_seats_and_leaves_no_old_ones(fjord):
    put_bodies(OPERATOR, district=fjord, bodies=[COUNCIL | {"covers": [998, 999], "seats": [SEAT, SEAT]}])
    member = SEAT | {"role": "member"}
    put_bodies(OPERATOR, district=fjord, bodies=[COUNCIL | {"covers": [999], "seats": [member], "parent_id": None}])
    body = Body.objects.get(pk="lokalraad-fjordby")
    assert ([one.municipality_id for one in body.covers.all()], body.parent_id) == ([999], None)
    assert [(seat.order, seat.role) for seat in body.seats.all()] == [(1, "member")]


def test_a_body_of_another_district_is_not_taken_from_it(fjord, dale):
    with pytest.raises(Refused, match="kredsraad-dalkredsen belongs to dalkredsen"):
        put_bodies(OPERATOR, district=fjord, bodies=[COUNCIL, COUNCIL | {"id": "kredsraad-dalkredsen"}])
    assert Body.objects.get(pk="kredsraad-dalkredsen").district == dale
    assert not Body.objects.filter(pk="lokalraad-fjordby").exists()


@pytest.mark.parametrize("seat", [{"role": "king"}, {"count": 0}], ids=["no such role", "nobody"])
def test_the_database_refuses_a_seat_that_cannot_be_and_the_body_with_it(fjord, seat):
    with pytest.raises(IntegrityError), transaction.atomic():
        put_bodies(OPERATOR, district=fjord, bodies=[COUNCIL | {"seats": [SEAT | seat]}])
    assert not Body.objects.filter(pk="lokalraad-fjordby").exists()
    assert Seat.objects.filter(body__district=fjord).count() == 2


def test_an_agency_may_take_part_in_two_districts_and_is_one(fjord, dale):
    prison = {"id": "opdigtet-forsorg", "name": {"da": "Kriminalforsorgen"}, "kind": "probation"}
    with one_line("partners.put-agencies"):
        put_agencies(OPERATOR, district=fjord, agencies=[prison])
    put_agencies(OPERATOR, district=dale, agencies=[prison | {"name": {"da": "Forsorgen"}}])
    agency = Agency.objects.get(pk="opdigtet-forsorg")
    assert agency.name == {"da": "Forsorgen"}
    assert {one.district_id for one in agency.districts.all()} == {"fjordkredsen", "dalkredsen"}


@pytest.mark.parametrize("role", ["secretary", "chief", "mayor"])
def test_no_person_puts_bodies_or_agencies(fjord, person, role):
    somebody = person(role, "fjordkredsens-politi")
    with refusal("partners.put-bodies"):
        put_bodies(somebody, district=fjord, bodies=[COUNCIL])
    with refusal("partners.put-agencies"):
        put_agencies(somebody, district=fjord, agencies=[{"id": "x", "name": {"da": "X"}, "kind": "other"}])
    assert not Body.objects.filter(pk="lokalraad-fjordby").exists()
    assert not Agency.objects.filter(pk="x").exists()


def test_somebody_sees_the_bodies_of_their_district_and_nobody_sees_any(fjord, dale, person):
    assert named(person("mayor", "fjordby-kommune")) == ["kredsraad-fjordkredsen"]
    assert named(person("mayor", "dalby-kommune")) == ["kredsraad-dalkredsen"]
    assert set(named(OPERATOR)) >= {"kredsraad-dalkredsen", "kredsraad-fjordkredsen"}
    assert named(NOBODY) == []


def test_a_body_elsewhere_is_as_if_it_were_not_there(fjord, dale, person):
    mayor = person("mayor", "fjordby-kommune")
    assert body_called(mayor, "kredsraad-fjordkredsen").district == fjord
    with pytest.raises(Refused) as refused:
        body_called(mayor, "kredsraad-dalkredsen")
    assert str(refused.value) == (
        "There is no body called “kredsraad-dalkredsen”. The nearest are: kredsraad-fjordkredsen."
    )


def test_whoever_sees_no_body_is_told_how_a_district_is_loaded(fjord):
    with pytest.raises(Refused, match="samvirke district load"):
        body_called(NOBODY, "kredsraad-fjordkredsen")
