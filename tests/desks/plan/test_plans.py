"""A plan is put in place with its parts, corrected as a whole, and read within its district."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from tests.trail import one_line, refusal

from samvirke.desks.plan.commands.put_plan import put_plan
from samvirke.desks.plan.commands.put_series import put_series
from samvirke.desks.plan.models import FocusArea, Goal, Plan, Section, Series
from samvirke.desks.plan.queries.plans import plan_in_force, plans, series_of
from samvirke.foundation.clock import standing_on
from samvirke.foundation.fault import Refused
from samvirke.trust.access.actor import NOBODY, system

pytestmark = pytest.mark.django_db

OPERATOR, FJORD = system("operator"), "fjordkredsen"
FACTS = {"id": "plan-2031", "body_id": "kredsraad-fjordkredsen", "title": {"da": "Plan"}, "year": 2031}
FOCUS = {
    "slug": "burglary",
    "title": {"da": "Indbrud"},
    "scope": "local",
    "listed": True,
    "indicators": ["burglary-homes"],
}
GOAL = {"slug": "fewer", "text": {"da": "Færre indbrud"}, "measurable": True, "indicator": "burglary-homes"}
POINTS = [{"period": "2023", "municipality_id": None, "value": 12.0, "n": None}]


def section(order, number="", **more):
    made = {"order": order, "number": number, "heading": {"da": f"Afsnit {order}"}, "has_body": True}
    return {**made, "focus_area": None, "goals": [], **more}


def put(district, *sections, **changed):
    return put_plan(OPERATOR, district=district, facts=FACTS | changed, sections=list(sections))


def test_a_plan_comes_in_with_its_parts_and_a_line_of_the_trail(fjord):
    with one_line("plan.put") as lines:
        plan = put(fjord, section(2, "1.1", focus_area=FOCUS, goals=[GOAL]), section(1, "1"))
    assert lines[0].things == ["places.district:fjordkredsen", "plan.plan:plan-2031"]
    assert [one.number for one in plan.sections.all()] == ["1", "1.1"]
    assert plan.focus_areas.get().section.number == "1.1"
    assert plan.goals.get().words.text("da") == "Færre indbrud"


def test_putting_it_again_replaces_every_part(fjord):
    put(fjord, section(1, "1", focus_area=FOCUS, goals=[GOAL]), section(2, "2"))
    put(fjord, section(1, "1", heading={"da": "Nyt"}), title={"da": "Ny plan"})
    plan = Plan.objects.get(pk="plan-2031")
    assert (plan.words.text("da"), [one.words.text("da") for one in plan.sections.all()]) == ("Ny plan", ["Nyt"])
    assert not Goal.objects.filter(plan=plan).exists()
    assert not FocusArea.objects.filter(plan=plan).exists()


@pytest.mark.parametrize(
    ("number", "under", "depth", "anchor"),
    [
        ("1", "", 1, "s-1"),
        ("4.7", "", 2, "s-4-7"),
        ("3.1.1", "", 3, "s-3-1-1"),
        ("", "4.7", 3, "u-9"),
        ("", "", 1, "u-9"),
    ],
)
def test_a_section_knows_its_depth_and_a_stable_name_for_links(number, under, depth, anchor):
    one = Section(order=9, number=number, under=under)
    assert (one.depth, one.anchor) == (depth, anchor)


@pytest.mark.parametrize(
    "wrong",
    [
        [section(1, "1"), section(1, "2")],
        [section(1, "1"), section(2, "1")],
        [section(1, "1", goals=[GOAL | {"indicator": ""}])],
        [section(1, "1", goals=[GOAL, GOAL])],
        [section(1, "1", focus_area=FOCUS | {"scope": "galactic"})],
    ],
    ids=["two in one place", "two of one number", "measured by nothing", "a goal twice", "no such scope"],
)
def test_the_database_refuses_parts_that_cannot_be_and_keeps_the_old_plan(fjord, wrong):
    put(fjord, section(1, "1"))
    with pytest.raises(IntegrityError), transaction.atomic():
        put(fjord, *wrong, title={"da": "Ny"})
    plan = Plan.objects.get(pk="plan-2031")
    assert (plan.title, plan.sections.count()) == ({"da": "Plan"}, 1)


def test_a_plan_is_not_taken_from_another_district_nor_put_beside_one_of_its_year(fjord, dale):
    put(fjord, section(1, "1"))
    with pytest.raises(Refused, match="plan-2031 is the plan of fjordkredsen for 2031"):
        put(dale, section(1, "1"), body_id="kredsraad-dalkredsen")
    with pytest.raises(Refused, match="plan-2031 is the plan of fjordkredsen for 2031"):
        put(fjord, section(1, "1"), id="another-plan")
    assert Plan.objects.get(year=2031).district == fjord


def test_a_series_is_put_with_its_points_and_corrected_with_others(fjord):
    facts = {"slug": "mediations", "title": {"da": "Konfliktråd"}, "unit": {"da": "sager"}}
    with one_line("plan.put") as lines:
        series = put_series(OPERATOR, district=fjord, facts=facts, points=POINTS)
    assert lines[0].facts == {"points": 1}
    put_series(OPERATOR, district=fjord, facts=facts | {"unit": {"da": "møder"}}, points=[POINTS[0] | {"value": 13.0}])
    found = series_of(OPERATOR, FJORD, "mediations")
    assert (found, found.unit, [point.value for point in found.points.all()]) == (series, {"da": "møder"}, [13.0])
    with pytest.raises(IntegrityError), transaction.atomic():
        put_series(OPERATOR, district=fjord, facts=facts, points=POINTS * 2)
    assert series.points.count() == 1


@pytest.mark.parametrize("role", ["secretary", "chief", "analyst"])
def test_no_person_puts_a_plan_or_a_series(fjord, person, role):
    somebody = person(role, "fjordkredsens-politi")
    with refusal("plan.put"):
        put_plan(somebody, district=fjord, facts=FACTS, sections=[])
    with refusal("plan.put"):
        put_series(somebody, district=fjord, facts={"slug": "x", "title": {}, "unit": {}}, points=[])
    assert not Plan.objects.filter(year=2031).exists()
    assert not Series.objects.filter(slug="x").exists()


def test_the_plan_in_force_is_that_of_the_year_or_the_latest_before_it(fjord):
    put(fjord, section(1, "1"))
    assert plan_in_force(OPERATOR, FJORD) is None
    assert plan_in_force(OPERATOR, FJORD, 2030).year == 2030
    assert plan_in_force(OPERATOR, FJORD, 2040).year == 2031
    with standing_on(date(2030, 12, 31)):
        assert plan_in_force(OPERATOR, FJORD).year == 2030
    assert [one.year for one in plans(OPERATOR, FJORD)] == [2031, 2030]


def test_plans_and_series_are_read_within_the_district(fjord, dale, person):
    put_series(OPERATOR, district=fjord, facts={"slug": "mediations", "title": {}, "unit": {}}, points=POINTS)
    mayor, stranger = person("mayor", "fjordby-kommune"), person("chief", "dalkredsens-politi")
    assert [one.year for one in plans(mayor, FJORD)] == [2030]
    assert series_of(mayor, FJORD, "mediations").slug == "mediations"
    for actor in (stranger, NOBODY):
        assert not plans(actor, FJORD).exists()
        assert plan_in_force(actor, FJORD, 2030) is None
        assert series_of(actor, FJORD, "mediations") is None
