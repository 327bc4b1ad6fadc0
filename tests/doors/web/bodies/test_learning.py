"""The pages of learning: the year with its coverage, a new activity, and what happens to one."""

from __future__ import annotations

import re

import pytest
from tests.doors.web.bodies.test_bodies import alert, shown, tine
from tests.doors.web.places import read

from samvirke.desks.meetings.models import Learning, LearningPart
from samvirke.registers.commitments.models import Fulfilment
from samvirke.registers.partners.models import Body

__all__ = ["tine"]

HERE = "/districts/fjordkredsen/learning/"
COUNCIL = "kredsraad-fjordkredsen"
VISIT = {
    "kind": "visit", "subject": "Summer nights", "host": "fjordkredsens-politi", "day": "2024-06-19",
    "municipality": ["998"], "place": "Fjordby", "about": "", "counts": "",
}  # fmt: skip
pytestmark = pytest.mark.django_db


@pytest.fixture
def one(tine):
    """A planned visit, and where its page lies."""
    return tine.post(f"{HERE}new/", VISIT).url


def held(tine, address, **more):
    sent = {"deed": "hold", "version": "1", "day": "2024-06-19", "municipality": ["998"]}
    return tine.post(address, sent | {"people-fjordkredsens-politi": "3", "people-fjordby-kommune": "12"} | more)


def test_the_year_shows_what_is_ahead_what_was_held_and_whom_it_reached(tine, one):
    assert "Summer nights Visit Fjord District Police Fjordby" in shown(tine.get(HERE))
    held(tine, one)
    tine.post(f"{HERE}new/", VISIT | {"subject": "Later", "day": "2024-10-01"})
    page = shown(tine.get(HERE))
    assert "Summer nights Visit, Fjord District Police Fjordby 15 people" in page
    assert "Fjordby 1 held, 1 planned 19 June" in page
    assert "Skovby – nothing held or planned" in page
    assert "Fjordby Municipality 1 12" in page
    assert "Nothing is planned. " in shown(tine.get(f"{HERE}?year=2023"))
    assert tine.get(f"{HERE}?year=abc").status_code == tine.get(f"{HERE}?year=0001").status_code == 200


def test_what_was_typed_stays_when_a_new_activity_is_refused(tine):
    refused = tine.post(f"{HERE}new/", VISIT | {"subject": "", "municipality": ["999"]})
    assert "It is not said what the activity is about. Write it in a few words." in alert(refused)
    page = read(refused)
    assert page.xpath("//input[@name='municipality'][@checked]/@value") == ["999"]
    assert page.get_element_by_id("place").get("value") == "Fjordby"
    assert not Learning.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"host": "dalby-kommune"}, "It is not said who hosts it"),
        ({"counts": "kredsraad-fjordkredsen/sing"}, "something that it does not offer"),
        ({"municipality": ["x", "99999999"]}, "for which municipalities"),
        ({"day": "soon"}, "The date is missing or cannot be read"),
    ],
)
def test_a_form_that_nobody_made_plans_nothing(tine, dale, wrong, words):
    assert words in alert(tine.post(f"{HERE}new/", VISIT | wrong))
    assert not Learning.objects.exists()


def test_it_is_held_with_numbers_and_counts_for_the_duty(tine, fjord):
    Body.objects.filter(pk=COUNCIL).update(duties=["municipality-visits"])
    address = tine.post(f"{HERE}new/", VISIT | {"counts": f"{COUNCIL}/municipality-visits"}).url
    assert "Counts for the duty Visits to every municipality The district council" in shown(tine.get(address))
    assert "“many” is no number of people" in alert(held(tine, address, **{"people-fjordby-kommune": "many"}))
    assert held(tine, address).status_code == 302
    page = shown(tine.get(address))
    assert re.search(r"Fjordby Municipality 12 .*15 people", page)
    assert read(tine.get(address)).xpath("//main//form") == []
    assert [(one.unit, one.state) for one in Fulfilment.objects.all()] == [("998", "done")]


def test_a_plan_is_changed_and_called_off_and_two_at_once_do_not_overwrite(tine, one):
    changed = VISIT | {"deed": "change", "version": "1", "subject": "Autumn nights"}
    tine.post(one, changed)
    assert "<h1>Autumn nights</h1>" in tine.get(one).content.decode()
    refused = tine.post(one, changed | {"subject": "Winter nights"})
    assert "Somebody else has changed this activity" in alert(refused)
    assert read(refused).get_element_by_id("subject").get("value") == "Winter nights"
    assert "does not offer" in alert(tine.post(one, {"deed": "sing", "version": "2"}))
    tine.post(one, {"deed": "cancel", "version": "2"})
    assert (Learning.objects.get().state, Learning.objects.get().subject) == ("cancelled", "Autumn nights")


def test_somebody_who_only_reads_sees_it_and_changes_nothing(tine, one, hired, dale):
    reader, stranger = hired("mayor", "fjordby-kommune"), hired("secretary", "dalby-kommune")
    assert read(reader.get(one)).xpath("//main//form") == []
    assert held(reader, one).status_code == reader.get(f"{HERE}new/").status_code == 404
    assert stranger.get(one).status_code == stranger.get(HERE).status_code == 404
    assert tine.get(one.replace("fjordkredsen", "dalkredsen")).status_code == 404
    assert not LearningPart.objects.exists()
