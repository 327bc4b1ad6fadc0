"""Each page answers those whose office it is; for everybody else there is no such page, and the two look alike."""

from __future__ import annotations

import uuid

import pytest
from django.test import Client
from tests.doors.web.places import (
    DISTRICT,
    FOR_EVERYBODY,
    OF_ONESELF,
    SEEN_BY_ALL,
    SEEN_BY_KEEPERS_OF_FIGURES,
    SEEN_BY_PRIVACY_OFFICERS,
    WALKED_ELSEWHERE,
    addresses,
    read,
    routes,
    text_of,
)

from samvirke.trust.access.rules import verbs

_OTHER_DISTRICTS = ("sydoestjylland", "example-houston")


def test_every_route_names_a_verb_that_has_a_rule_or_is_on_the_short_list_for_everybody():
    for route in routes():
        verb = getattr(route.callback, "verb", None)
        assert verb is not None, route.name
        assert (verb == "") == (route.name in FOR_EVERYBODY), route.name
        assert verb == "" or verb in verbs(), route.name


def test_every_route_is_walked_by_these_tests():
    few = SEEN_BY_KEEPERS_OF_FIGURES.keys() | SEEN_BY_PRIVACY_OFFICERS.keys()
    known = FOR_EVERYBODY | OF_ONESELF | SEEN_BY_ALL.keys() | few | WALKED_ELSEWHERE
    assert {route.name for route in routes()} == known


@pytest.mark.parametrize("username", ["tine", "mona"])
def test_whoever_keeps_the_figures_sees_every_page_of_the_district(username, cast):
    client = cast(username)
    for address in addresses(SEEN_BY_ALL | SEEN_BY_KEEPERS_OF_FIGURES):
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize("username", ["ellen", "soeren", "anne", "peter"])
def test_everybody_of_the_district_sees_all_but_the_imports(username, cast):
    client = cast(username)
    for address in addresses(SEEN_BY_ALL):
        assert client.get(address).status_code == 200, address
    for address in addresses(SEEN_BY_KEEPERS_OF_FIGURES):
        assert client.get(address).status_code == 404, address
    assert "/imports/" not in client.get(addresses({"overview": {}})[0]).content.decode()


@pytest.mark.parametrize("username", ["lise", "yusuf"])
def test_another_districts_people_find_no_such_page(username, cast):
    client = cast(username)
    for address in addresses(SEEN_BY_ALL | SEEN_BY_KEEPERS_OF_FIGURES):
        assert client.get(address).status_code == 404, address


def test_what_is_forbidden_looks_like_what_does_not_exist(cast):
    client = cast("tine")
    forbidden = client.get("/districts/sydoestjylland/plan/")
    absent = client.get("/districts/nowhere/plan/")
    assert text_of(read(forbidden)) == text_of(read(absent))
    assert forbidden.status_code == absent.status_code == 404


@pytest.mark.parametrize(("username", "district"), [("lise", "sydoestjylland"), ("yusuf", "example-houston")])
def test_the_people_of_each_district_see_their_own(username, district, cast):
    client = cast(username)
    answer = client.get("/", follow=True)
    assert answer.redirect_chain == [(f"/districts/{district}/", 302)]
    assert answer.status_code == 200


@pytest.mark.parametrize("district", _OTHER_DISTRICTS)
def test_nobody_of_one_district_sends_anything_to_another(district, cast):
    client = cast("tine")
    for path in ("packs/make", "imports/upload", f"commitments/{uuid.uuid4()}/close"):
        assert client.post(f"/districts/{district}/{path}").status_code == 404, path


def test_who_may_not_make_packs_is_not_offered_to_and_cannot(cast):
    client = cast("anne")
    assert "packs/make" not in client.get(f"/districts/{DISTRICT}/packs/").content.decode()
    answer = client.post(f"/districts/{DISTRICT}/packs/make", {"body": "lokalraad-randers", "quarter": "2024Q2"})
    assert answer.status_code == 404


def test_who_has_not_signed_in_is_asked_to_and_comes_back(cast, db):
    for address in addresses(SEEN_BY_ALL | SEEN_BY_KEEPERS_OF_FIGURES):
        answer = Client().get(f"{address}?map=x&y=%C3%A6")
        assert answer.status_code == 302
        assert answer.url.startswith("/sign-in?next=%2Fdistricts%2F"), address


def test_a_piece_of_work_is_shown_to_its_own_district_only(cast):
    maker, other = cast("soeren"), cast("tine")
    made = maker.post(f"/districts/{DISTRICT}/packs/make", {"body": "lokalraad-randers", "quarter": "2024Q2"})
    assert maker.get(made.url).status_code == 200
    assert other.get(made.url).status_code == 404
    assert maker.get(f"/districts/{DISTRICT}/packs/jobs/{uuid.uuid4()}/").status_code == 404


def test_a_paper_or_a_file_of_rejected_rows_that_is_not_there_is_no_page(cast):
    client, some = cast("tine"), uuid.uuid4()
    for path in (f"packs/{some}/", f"packs/{some}/file", f"imports/jobs/{some}/", f"imports/jobs/{some}/rejected"):
        assert client.get(f"/districts/{DISTRICT}/{path}").status_code == 404, path
