"""The pages of what worked: a design is fixed in a form, estimated, changed in the open, and read with its warnings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.doors.web.bodies.test_bodies import alert, shown, tine
from tests.doors.web.places import read
from tests.insight.effects.conftest import HERE, THERE, bare, burglaries, place

from samvirke.doors.web.effects.fields import value_of
from samvirke.insight.effects.commands.estimate import estimate
from samvirke.insight.effects.engine.periods import Periods
from samvirke.insight.effects.models import Design, Estimate

__all__ = ["bare", "place", "tine"]

ROOM = "/districts/fjordkredsen/effects/"
pytestmark = pytest.mark.django_db


def designs():
    """Those of the Fjord District: the demo may lie in the same database."""
    return Design.objects.filter(district="fjordkredsen")


def sent(**more):
    told = {
        "deed": "register", "kind": "revisit", "sort": "before-after", "outcome": "incidents", "read": "ratio",
        "categories": ["burglary-home"], "treated": [value_of(HERE)], "comparison": [value_of(THERE)],
        "before_from": "2022-01-03", "before_until": "2023-01-01", "after_from": "2023-01-02",
        "after_until": "2023-12-31", "selection": "earlier", "cost": "100.000",
    }  # fmt: skip
    return told | more


@pytest.fixture
def form(place):
    return f"{ROOM}new/?about=measure:{place.measure.pk}"


def test_an_empty_room_says_what_to_do_next_and_offers_every_thing(tine, place):
    assert "Nothing has a design yet" in shown(tine.get(ROOM))
    assert "Revisits" in shown(tine.get(f"{ROOM}new/"))
    assert "Not tried here with a design." in shown(tine.get(f"{ROOM}cards/"))
    assert tine.get(f"{ROOM}new/?about=measure:nothing").status_code == 404
    assert tine.get(f"{ROOM}new/?about=person:1").status_code == 404


def test_a_design_is_fixed_estimated_and_read(tine, form):
    page = tine.get(form)
    assert "Fix a design: Revisits" in shown(page)
    assert read(page).xpath("//input[@name='after_from']/@value") == ["2023-01-02"]
    answer = tine.post(form, sent(), follow=True)
    assert "There is no estimate yet" in shown(answer)
    one = f"{ROOM}{designs().get().pk}/"
    answer = shown(tine.post(one, {"deed": "estimate"}, follow=True))
    assert "Certainly fewer" in answer
    assert "a change of" in answer
    assert "The design was fixed after the measure had begun" in answer
    assert "One prevented incident cost" in answer
    assert "certainly fewer" in shown(tine.get(ROOM))
    assert "Tried once here: certainly better 1" in shown(tine.get(f"{ROOM}cards/"))
    assert "Neither the design nor" in alert(tine.post(one, {"deed": "estimate"}))
    assert "no estimate about a place" in alert(tine.post(one, {"deed": "freeze"}))
    assert "does not offer" in alert(tine.post(one, {"deed": "praise"}))


def test_comparison_areas_are_proposed_and_what_was_typed_stays(tine, form):
    page = tine.post(form, sent(deed="propose", comparison=[]))
    assert page.status_code == 200
    tree = read(page)
    assert tree.xpath("//table[contains(@class, 'proposed')]//input/@value") == [value_of(THERE)]
    assert tree.xpath("//input[@name='cost']/@value") == ["100.000"]
    assert not designs().exists()


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"before_until": "2023-06-01"}, "overlap"),
        ({"comparison": []}, "no comparison area"),
        ({"treated": ["{}"]}, "cannot be read"),
        ({"treated": ["[1]"]}, "cannot be read"),
        ({"treated": [value_of(HERE)] * 21}, "more areas than the form takes"),
        ({"cost": "many"}, "no whole number"),
        ({"ring": "-5"}, "no whole number"),
        ({"before_from": "yesterday"}, "date is missing"),
        ({"sort": "none", "why_none": ""}, "why it is not measured"),
        ({"sort": "staggered", "stagger1_municipality": "998"}, "at least two"),
        ({"sort": "staggered", "stagger1_municipality": "101"}, "in which municipality"),
        ({"outcome": "survey", "question": "Safe?", "before_share": "7o"}, "no number"),
        ({"outcome": "survey", "question": "Safe?", "before_share": "70", "before_source": "x"}, "how many answered"),
        ({"treated_drawing": "55.55, 9.1", "treated_municipality": "998", "treated_radius": "9000"}, "between 1 and"),
    ],
)
def test_a_form_that_could_tell_nothing_is_refused_and_keeps_what_was_typed(tine, form, more, words):
    answer = tine.post(form, sent(**more))
    assert words in alert(answer)
    assert read(answer).xpath("//input[@name='after_until']/@value") == ["2023-12-31"]
    assert not designs().exists()


def test_a_change_needs_a_reason_and_is_shown_with_what_it_said_before(tine, place):
    made = place.fix()
    change = f"{ROOM}{made.pk}/change/"
    assert "What it said before stays" in shown(tine.get(change))
    assert "why the design is changed" in alert(tine.post(change, sent(version="1", read="difference")))
    assert "Somebody else" in alert(tine.post(change, sent(version="0", read="difference", why="x")))
    assert tine.post(change, sent(deed="propose", version="1")).status_code == 200
    page = shown(tine.post(change, sent(version="1", read="difference", why="The council counts"), follow=True))
    assert "The council counts" in page
    assert "Number that is read: ratio → difference" in page
    assert "Before any estimate" in page


def test_a_survey_afterwards_is_entered_with_its_n(tine, place):
    before = {"share": 60, "n": 400, "design": 1.2, "source": "2022"}
    survey = {"question": "Do you feel safe?", "before": before}
    made = place.fix(outcome="survey", survey=survey, treated=(), comparison=(), categories=())
    one = f"{ROOM}{made.pk}/"
    wave = {"deed": "survey", "version": "1", "after_share": "75,0", "after_n": "420", "after_source": "2023"}
    assert "how many answered" in alert(tine.post(one, wave | {"after_n": ""}))
    tine.post(one, wave)
    page = shown(tine.post(one, {"deed": "estimate"}, follow=True))
    assert "Certainly better" in page
    assert "+15.0" in page


def test_those_who_are_no_analysts_of_the_police_see_rounded_counts_and_none_below_ten(place, hired):
    counts = {}
    place.bring(burglaries((3, 1), (2, 2)))
    made = place.fix()
    estimate(place.tine, design=made)
    for role, agency in (("analyst", "fjordkredsens-politi"), ("analyst", "fjordby-kommune")):
        client = hired(role, agency)
        client.cookies["samvirke_language"] = "en"
        page = client.get(f"{ROOM}{made.pk}/")
        counts[agency] = [cell.text for cell in read(page).xpath("//table[@aria-labelledby='counted']//td")]
    assert counts["fjordkredsens-politi"] == ["133", "53", "132", "132"]
    assert counts["fjordby-kommune"] == ["135", "55", "130", "130"]
    judged = Estimate.objects.get(design=made)
    assert judged.judged.counts["treated_before"] == 133


def test_below_ten_only_the_verdict_is_told_to_others(bare, hired):
    bare.bring(burglaries((30, 8), (30, 30)))
    made = bare.fix()
    estimate(bare.tine, design=made)
    town = hired("analyst", "fjordby-kommune")
    town.cookies["samvirke_language"] = "en"
    page = shown(town.get(f"{ROOM}{made.pk}/"))
    assert "One of the counts is below ten" in page
    assert "a change of" not in page


def test_what_a_measure_and_a_plan_say_of_what_was_tried(tine, place):
    page = f"/districts/fjordkredsen/commitments/{place.measure.pk}/"
    assert "No design says how that will be told." in shown(tine.get(page))
    estimate(place.tine, design=place.fix())
    told = shown(tine.get(page))
    assert "Did it help?" in told
    assert "certainly fewer" in told


def test_a_design_that_the_police_alone_may_see_is_no_page_for_others(place, hired):
    made = place.fix()
    designs().update(is_open=False)
    assert hired("analyst", "fjordby-kommune").get(f"{ROOM}{made.pk}/").status_code == 404
    assert hired("analyst", "fjordby-kommune").get(f"{ROOM}{made.pk}/change/").status_code == 404
    assert hired("secretary", "fjordkredsens-politi").get(f"{ROOM}{made.pk}/").status_code == 200


def test_areas_in_turn_and_none_stand_in_the_form_of_a_change(tine, place):
    turned = replace(HERE, since=date(2022, 9, 5)), replace(THERE, since=date(2023, 6, 5))
    days = Periods(date(2022, 1, 3), date(2022, 9, 4), date(2022, 9, 5), date(2023, 12, 31))
    made = place.fix(sort="staggered", treated=turned, comparison=(), periods=days)
    page = read(tine.get(f"{ROOM}{made.pk}/change/"))
    assert page.xpath("//input[@name='stagger2_since']/@value") == ["2023-06-05"]
    assert "Fjordby from 5 September 2022" in shown(tine.get(f"{ROOM}{made.pk}/"))
