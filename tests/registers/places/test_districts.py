"""Districts with their municipalities, areas and towns are put by the operator and corrected by putting them again."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from tests.trail import one_line, refusal

from samvirke.foundation.fault import Refused
from samvirke.registers.places.commands.put_areas import put_areas
from samvirke.registers.places.commands.put_district import put_district
from samvirke.registers.places.commands.put_harm_weights import put_harm_weights
from samvirke.registers.places.models import Area, District, Municipality, Town
from samvirke.registers.places.nation import municipality_names, nation
from samvirke.registers.places.queries.districts import districts
from samvirke.trust.access.actor import NOBODY, system

pytestmark = pytest.mark.django_db

OPERATOR = system("operator")
FACTS = {
    "id": "aadalen",
    "name": {"da": "Ådalen"},
    "country": "XX",
    "crs": "EPSG:25832",
    "time_zone": "Europe/Copenhagen",
}
ZONE = {"id": "zone-a", "kind": "nightlife-zone", "name": {"da": "Zonen"}, "municipality_id": 998}
TOWN = {"name": "Fjordby", "municipality_id": 998, "x": 560_000, "y": 6_250_000}


def test_a_district_comes_in_with_its_municipalities_and_a_line_of_the_trail():
    with one_line("places.put-district") as lines:
        put_district(OPERATOR, facts=FACTS, municipalities={996: "Åby", 997: "Dalby"})
    assert lines[0].things == ["places.district:aadalen"]
    assert [(one.code, one.name) for one in Municipality.objects.filter(district_id="aadalen")] == [
        (997, "Dalby"),
        (996, "Åby"),
    ]


def test_putting_it_again_corrects_it():
    put_district(OPERATOR, facts=FACTS, municipalities={996: "Aby"})
    put_district(OPERATOR, facts=FACTS | {"name": {"da": "Aadalen"}}, municipalities={996: "Åby"})
    assert District.objects.get(pk="aadalen").words.text("da") == "Aadalen"
    assert Municipality.objects.get(code=996).name == "Åby"


def test_a_danish_district_brings_the_country_with_it_unloaded():
    put_district(OPERATOR, facts=FACTS | {"id": "fyn", "country": "DK"}, municipalities={461: "Odense"})
    codes = Municipality.objects.filter(district__country="DK").values_list("code", flat=True)
    assert set(codes) == set(municipality_names())
    assert set(District.objects.filter(country="DK").values_list("pk", flat=True)) == set(nation())
    assert {one.pk for one in districts(OPERATOR)} >= {"fyn"}
    assert not districts(OPERATOR).filter(pk="bornholm").exists()
    assert Municipality.objects.get(code=630).district_id == "sydoestjylland"


def test_a_municipality_of_a_loaded_district_is_not_taken_from_it(fjord):
    with pytest.raises(Refused, match=r"998 \(Fjordby\) belongs to fjordkredsen"):
        put_district(OPERATOR, facts=FACTS, municipalities={998: "Fjordby"})
    assert Municipality.objects.get(code=998).district == fjord
    assert not District.objects.filter(pk="aadalen").exists()


def test_a_loaded_district_has_a_coordinate_system_and_a_time_zone():
    with pytest.raises(IntegrityError), transaction.atomic():
        put_district(OPERATOR, facts=FACTS | {"crs": ""}, municipalities={})


@pytest.mark.parametrize("role", ["secretary", "chief", "coordinator"])
def test_no_person_puts_places(fjord, person, role):
    somebody = person(role, "fjordkredsens-politi")
    with refusal("places.put-district"):
        put_district(somebody, facts=FACTS, municipalities={})
    with refusal("places.put-areas"):
        put_areas(somebody, district=fjord, areas=[], towns=[])
    with refusal("places.put-harm-weights"):
        put_harm_weights(somebody, district=fjord, table="english-example")
    assert District.objects.get(pk=fjord.pk).harm_weights == ""


def test_areas_are_corrected_by_id_and_towns_that_are_no_longer_named_go(fjord):
    with one_line("places.put-areas"):
        put_areas(OPERATOR, district=fjord, areas=[ZONE], towns=[TOWN, TOWN | {"name": "Havneby"}])
    put_areas(OPERATOR, district=fjord, areas=[ZONE | {"name": {"da": "Gaden"}}], towns=[TOWN])
    assert Area.objects.get(pk="zone-a").words.text("da") == "Gaden"
    assert list(Town.objects.filter(district=fjord).values_list("name", flat=True)) == ["Fjordby"]


def test_an_area_of_another_district_is_not_taken_from_it(fjord, dale):
    put_areas(OPERATOR, district=fjord, areas=[ZONE], towns=[TOWN])
    with pytest.raises(Refused, match="zone-a belongs to fjordkredsen"):
        put_areas(OPERATOR, district=dale, areas=[ZONE], towns=[])
    assert Area.objects.get(pk="zone-a").district == fjord


def test_harm_stands_beside_the_count_once_a_table_is_named(fjord):
    with one_line("places.put-harm-weights") as lines:
        put_harm_weights(OPERATOR, district=fjord, table="english-example")
    assert District.objects.get(pk=fjord.pk).harm_weights == "english-example"
    assert (lines[0].things, lines[0].facts) == (["places.district:fjordkredsen"], {"table": "english-example"})


def test_somebody_sees_the_districts_of_their_agency_and_no_other(fjord, dale, person):
    assert [one.pk for one in districts(person("secretary", "fjordby-kommune"))] == ["fjordkredsen"]
    assert [one.pk for one in districts(person("secretary", "dalby-kommune"))] == ["dalkredsen"]
    assert {one.pk for one in districts(OPERATOR)} >= {"dalkredsen", "fjordkredsen"}
    assert not districts(NOBODY).exists()
