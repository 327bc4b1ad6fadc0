"""The pages of places: a proposal becomes a named place step by step, and each reader sees no more than the place."""

from __future__ import annotations

from uuid import uuid4

import pytest
from tests.doors.web.bodies.test_bodies import alert, shown, tine
from tests.doors.web.places import read

from samvirke.desks.designations.models import Designation, Evidence, Practice, Review
from samvirke.desks.meetings.models import AgendaItem, Decision, Meeting
from samvirke.registers.commitments.models import Fulfilment
from samvirke.registers.partners.models import Body
from samvirke.registers.places.models import Area
from samvirke.trust.identity.models import Account

__all__ = ["tine"]

HERE = "/districts/fjordkredsen/places/"
COUNCIL = "kredsraad-fjordkredsen"
SQUARE = "55.5500, 9.1000\n55.5500, 9.1100\n55.5550, 9.1100\n55.5550, 9.1000"
AREA = {
    "name": "Parken", "municipality": "998", "shape": "polygon", "drawing": SQUARE, "homes": "420",
    "criterion": "The three with most",
}  # fmt: skip
EVIDENCE = {
    "deed": "freeze", "says": "Twice as many", "data": "Reports, frozen 2 July", "data_from": "2023-07-01",
    "data_until": "2024-06-30", "analysis": "Kernel density", "parameters": "bandwidth = 300 m",
    "figure1_name": "Reports", "figure1_sort": "count", "figure1_value": "3", "figure2_name": "Feel safe",
    "figure2_sort": "share", "figure2_value": "70,5", "figure2_n": "100", "figure2_low": "61", "figure2_high": "79",
    "is_baseline": "on",
}  # fmt: skip
pytestmark = pytest.mark.django_db


def places():
    """Those of the Fjord District: the demo may lie in the same database."""
    return Designation.objects.filter(district="fjordkredsen")


@pytest.fixture
def area(tine):
    """An exposed housing area that is proposed, and where its page lies."""
    return tine.post(f"{HERE}new/sub-area/", AREA).url


def send(client, address, deed, **sent):
    return client.post(address, {"deed": deed, "version": str(places().get().version)} | sent)


def reviewer():
    return str(Account.objects.get(username="secretary-fjordkredsens-politi").pk)


def decided(**more):
    sent = {"since": "2024-09-01", "until": "2025-08-31", "reviewer": reviewer(), "decision": "2024/7"}
    return sent | {"decided_on": "2024-08-15", "body": COUNCIL} | more


@pytest.fixture
def ready(tine, area):
    """The area, ready to be named."""
    tine.post(area, EVIDENCE)
    send(tine, area, "step", stage="assessed", on="2024-08-01")
    send(tine, area, "step", stage="discussed", on="2024-08-06", body=COUNCIL)
    return area


def test_an_empty_district_says_what_to_do_next_and_what_the_plan_names(tine, fjord):
    Area.objects.filter(district=fjord).update(kind="other")
    assert "No place has been named or proposed yet. Choose a kind below" in shown(tine.get(HERE))
    Area.objects.filter(district=fjord).update(kind="nightlife-zone", note={"en": "Its border is not printed."})
    page = shown(tine.get(HERE))
    assert "Named in the plan, without a decision here: The zone in Fjordby. Its border is not printed." in page
    assert "No such place is named or proposed. Propose one" in shown(tine.get(f"{HERE}?kind=border-post"))
    assert "Border post" in page


def test_a_place_is_proposed_and_what_was_typed_stays_when_it_is_refused(tine):
    refused = tine.post(f"{HERE}new/sub-area/", AREA | {"homes": "1"})
    assert "Fewer than 5 homes lie there" in alert(refused)
    page = read(refused)
    assert page.get_element_by_id("name").get("value") == "Parken"
    assert page.get_element_by_id("drawing").text.strip() == SQUARE
    assert not places().exists()
    made = tine.post(f"{HERE}new/sub-area/", AREA)
    assert made.status_code == 302
    text = shown(tine.get(made.url))
    assert "Next step: Threat assessment made" in text
    assert "No evidence has been frozen." in text
    assert "Parken Fjordby" in shown(tine.get(HERE))


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"municipality": "751"}, "in which municipality"),
        ({"municipality": "x"}, "in which municipality"),
        ({"homes": "many"}, "“many” is no whole number"),
        ({"shape": "circle"}, "does not have this shape"),
        ({"drawing": "nothing"}, "cannot be read"),
    ],
)
def test_a_proposal_that_nobody_could_draw_is_refused(tine, wrong, words):
    assert words in alert(tine.post(f"{HERE}new/sub-area/", AREA | wrong))
    assert not places().exists()


def test_evidence_is_frozen_with_its_figures_and_small_counts_are_kept_from_those_who_only_read(tine, area, hired):
    assert tine.post(area, EVIDENCE).status_code == 302
    kept = Evidence.objects.get(designation__in=places())
    assert (kept.parameters, kept.figures[1]["value"]) == ({"bandwidth": "300 m"}, 70.5)
    assert "Reports 3 – – Feel safe 70.5 % 100 61.0–79.0 %" in shown(tine.get(area))
    mayor = hired("mayor", "fjordby-kommune")
    mayor.cookies["samvirke_language"] = "en"
    page = mayor.get(area)
    assert "Reports under 5" in shown(page)
    assert read(page).xpath("//main//form") == []
    assert "has been changed since it was frozen" not in shown(tine.get(area))
    kept.pk, kept.says, kept.digest = uuid4(), "Ten times as many", "0" * 64
    kept.save(force_insert=True)
    assert "has been changed since it was frozen" in shown(tine.get(area))


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"figure2_n": ""}, "lacks its n or its interval"),
        ({"figure1_value": "many"}, "“many” is no number"),
        ({"figure1_value": "1" * 16}, "is no number"),
        ({"figure1_value": ""}, "“Reports” is no number"),
        ({"parameters": "300 m"}, "has no name or no value"),
        ({"data_until": "soon"}, "date is missing or cannot be read"),
        ({"says": ""}, "what shows it"),
    ],
)
def test_evidence_that_cannot_be_judged_is_refused_and_stays_in_the_form(tine, area, wrong, words):
    refused = tine.post(area, EVIDENCE | wrong)
    assert words in alert(refused)
    assert read(refused).get_element_by_id("data").get("value") == "Reports, frozen 2 July"
    assert not Evidence.objects.filter(designation__in=places()).exists()


def test_it_is_named_and_counts_for_the_yearly_duty_of_the_council(tine, ready):
    Body.objects.filter(pk=COUNCIL).update(duties=["sub-areas-designated"])
    assert "12 months at most" in alert(send(tine, ready, "name", **decided(until="2026-08-31")))
    assert send(tine, ready, "name", **decided()).status_code == 302
    # Whoever was slower finds no form any more, and is told above.
    assert "Somebody else has changed" in alert(tine.post(ready, {"deed": "name", "version": "3"} | decided()))
    page = shown(tine.get(ready))
    assert "in force; review by 2 March 2025" in page
    assert "1 September 2024 – 31 August 2025" in page
    done = Fulfilment.objects.get(body=COUNCIL)
    assert (done.duty, done.year, done.evidence) == ("sub-areas-designated", 2024, "sub-area: 2024/7")


def test_a_decision_of_a_meeting_gives_its_number_its_day_and_its_body(tine, ready, fjord):
    meeting = Meeting.objects.create(
        body_id=COUNCIL, year=2024, number=3, state="held", starts_at="2024-08-13T09:00:00Z"
    )
    item = AgendaItem.objects.create(meeting=meeting, number=1, title={"en": "Areas"}, kind="decision", minutes=10)
    made = Decision.objects.create(
        item=item, body_id=COUNCIL, year=2024, number=9, outcome="approved", text="Parken is named."
    )
    assert "2024/9, The district council: Areas" in shown(tine.get(ready))
    assert "What was chosen is no longer there" in alert(send(tine, ready, "name", **decided(decision_id="7")))
    send(tine, ready, "name", **decided(decision_id=str(made.pk), decision="", decided_on=""))
    place = places().get()
    assert (place.decision, str(place.decided_on)) == ("2024/9, Kredsrådet", "2024-08-13")
    assert place.steps.get(stage="named").facts["decision_id"] == str(made.pk)


def test_it_is_looked_at_again_kept_restricted_renewed_and_ended(tine, ready, hired):
    send(tine, ready, "name", **decided(since="2024-08-01", until="2025-07-31"))
    seen = {"held_on": "2024-08-20", "found": "Lamps are mended", "conclusion": "goes-on"}
    assert "what was found" in alert(send(tine, ready, "review", **seen | {"found": ""}))
    send(tine, ready, "review", **seen)
    assert Review.objects.get(designation__in=places()).found == "Lamps are mended"
    paper = {"owner": "fjordkredsens-politi", "kept_where": "J.nr. 7", "reviewed_on": "2024-08-01"}
    assert "who owns the paper" in alert(send(tine, ready, "restricted", **paper | {"owner": "x"}))
    send(tine, ready, "restricted", **paper, review_by="2025-02-01")
    assert "J.nr. 7" in shown(tine.get(ready))
    town = hired("coordinator", "fjordby-kommune")
    assert "J.nr. 7" not in shown(town.get(ready))
    assert "a renewal rests on new evidence" in alert(send(tine, ready, "renew", **decided(since="2025-08-01")))
    assert "why it ends" in alert(send(tine, ready, "end", on="2024-08-20", why=""))
    send(tine, ready, "end", on="2024-08-20", why="Calm")
    assert "Ended and withdrawn Parken" in shown(tine.get(HERE))
    assert read(tine.get(ready)).xpath("//main//form") == []


def test_a_proposal_is_changed_and_two_at_once_do_not_overwrite(tine, area):
    change = AREA | {"deed": "change", "version": "1", "name": "Søparken"}
    tine.post(area, change)
    refused = tine.post(area, change | {"name": "Bakken"})
    assert "Somebody else has changed this place" in alert(refused)
    assert read(refused).xpath("//input[@name='name']/@value") == ["Bakken"]
    assert places().get().name == "Søparken"
    assert "does not offer" in alert(tine.post(area, {"deed": "sing"}))


def test_the_practice_is_entered_beside_its_kind(tine, hired):
    entered = {"kind": "safety-camera", "reference": "Decision 3", "longest_months": "36", "review_weeks": "52"}
    assert "between 1 and 120 months" in alert(tine.post(f"{HERE}kinds/", entered | {"longest_months": "999"}))
    assert tine.post(f"{HERE}kinds/", entered | {"municipality": "998"}).status_code == 302
    assert "Fjordby 36 months at most every 52 weeks Decision 3" in shown(tine.get(f"{HERE}kinds/"))
    assert Practice.objects.get(district="fjordkredsen").municipality_id == 998
    mayor = hired("mayor", "fjordby-kommune")
    assert read(mayor.get(f"{HERE}kinds/")).xpath("//main//form") == []
    assert mayor.post(f"{HERE}kinds/", entered).status_code == 404


def test_each_reader_sees_no_more_than_the_place(tine, area, hired, dale):
    watched = tine.post(f"{HERE}new/gang-clubhouse/", AREA | {"shape": "point", "drawing": "55.55, 9.1", "homes": "0"})
    town, stranger = hired("coordinator", "fjordby-kommune"), hired("secretary", "dalby-kommune")
    assert "In force: 0. The target is 0." in shown(tine.get(HERE))
    assert "The target is" not in shown(town.get(HERE))
    assert tine.get(watched.url).status_code == town.get(area).status_code == 200
    assert town.get(watched.url).status_code == 404
    assert stranger.get(area).status_code == stranger.get(HERE).status_code == 404
    assert tine.get(area.replace("fjordkredsen", "dalkredsen")).status_code == 404
    assert town.get(f"{HERE}new/nightlife-zone/").status_code == 404
    assert town.get(f"{HERE}new/volcano/").status_code == 404
    assert tine.get(f"{HERE}new/nightlife-zone/").status_code == 200
