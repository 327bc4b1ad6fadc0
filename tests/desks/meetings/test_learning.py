"""Learning activities are planned, changed, held and called off, and counted by municipality and agency."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from tests.trail import one_line, refusal

from samvirke.desks.meetings.commands.hold_learning import hold_learning
from samvirke.desks.meetings.commands.plan_learning import cancel_learning, plan_learning
from samvirke.desks.meetings.models import Learning, LearningPart
from samvirke.desks.meetings.queries.learning import came_from, learning, reached
from samvirke.foundation.fault import Refused
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import NOBODY, system
from samvirke.trust.identity.models import Agency

pytestmark = pytest.mark.django_db

OPERATOR = system("operator")
SPRING, AUTUMN = date(2024, 4, 23), date(2024, 10, 9)
COUNCIL = "kredsraad-fjordkredsen"


@pytest.fixture
def police(fjord):
    return Agency.objects.get(pk="fjordkredsens-politi")


@pytest.fixture
def town(fjord):
    return Agency.objects.get(pk="fjordby-kommune")


def plan(fjord, police, **more):
    facts = {"kind": "theme-day", "subject": "Exit", "host": police, "municipalities": [998], "day": SPRING} | more
    return plan_learning(OPERATOR, district=fjord, **facts)


def hold(activity, people, **more):
    facts = {"day": SPRING, "municipalities": [998], "version": 1} | more
    return hold_learning(OPERATOR, learning=activity, people=people, **facts)


def test_a_secretary_plans_an_activity_with_a_line_of_the_trail_and_changes_it(fjord, police, person):
    tine = person("secretary", "fjordkredsens-politi")
    facts = {"kind": "visit", "subject": " Samsø ", "host": police, "municipalities": [998, 999]}
    with one_line("meetings.plan-learning") as lines:
        made = plan_learning(tine, district=fjord, **facts)
    assert lines[0].things == ["places.district:fjordkredsen", f"meetings.learning:{made.pk}"]
    assert (made.subject, made.state, made.day, made.places.count()) == ("Samsø", "planned", None, 2)
    plan_learning(tine, district=fjord, learning=made, version=1, **facts | {"municipalities": [999], "day": AUTUMN})
    made.refresh_from_db()
    assert (made.day, made.version, [one.municipality_id for one in made.places.all()]) == (AUTUMN, 2, [999])


@pytest.mark.parametrize(("role", "agency"), [("mayor", "fjordby-kommune"), ("secretary", "dalby-kommune")])
def test_neither_a_mayor_nor_another_districts_secretary_plans_or_holds(fjord, dale, police, person, role, agency):
    made, somebody = plan(fjord, police), person(role, agency)
    with refusal("meetings.plan-learning"):
        plan_learning(somebody, district=fjord, kind="visit", subject="x", host=police, municipalities=[998])
    with refusal("meetings.hold-learning"):
        hold_learning(somebody, learning=made, version=1, day=SPRING, municipalities=[998], people={police: 1})
    with refusal("meetings.plan-learning"):
        cancel_learning(somebody, learning=made, version=1)
    assert Learning.objects.get().state == "planned"


def test_it_is_held_once_with_how_many_came_from_where(fjord, police, town):
    made = plan(fjord, police)
    held = hold(made, {police: 5, town: 3}, municipalities=[999])
    assert (held.state, held.version) == ("held", 2)
    assert dict(held.parts.values_list("agency", "people")) == {police.pk: 5, town.pk: 3}
    assert [one.municipality_id for one in held.places.all()] == [999]
    for again in (lambda: hold(made, {police: 5}), lambda: hold(made, {police: 5}, version=2)):
        with pytest.raises(Refused, match="Somebody else has changed this activity"):
            again()
    assert LearningPart.objects.count() == 2


def test_what_was_called_off_or_changed_by_another_is_left_alone(fjord, police):
    made = plan(fjord, police)
    cancel_learning(OPERATOR, learning=made, version=1)
    for deed in (
        lambda: cancel_learning(OPERATOR, learning=made, version=1),
        lambda: cancel_learning(OPERATOR, learning=made, version=2),
        lambda: hold(made, {police: 1}, version=2),
        lambda: plan(fjord, police, learning=made, version=2),
    ):
        with pytest.raises(Refused, match="Somebody else has changed this activity"):
            deed()
    assert Learning.objects.get().state == "cancelled"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"kind": "party"}, "what kind of activity"),
        ({"subject": " "}, "what the activity is about"),
        ({"subject": "x" * 201}, "at most 200 characters"),
        ({"place": "x" * 201}, "at most 200 characters"),
        ({"municipalities": []}, "for which municipalities"),
        ({"municipalities": [998, 751]}, "for which municipalities"),
        ({"duty": "erfa-meetings"}, "does not owe this duty"),
    ],
)
def test_an_activity_that_cannot_be_is_refused_in_words(fjord, police, wrong, words):
    with pytest.raises(Refused, match=words):
        plan(fjord, police, **wrong)
    assert not Learning.objects.exists()


def test_a_host_or_a_body_from_elsewhere_and_a_duty_of_another_kind_are_refused(fjord, dale, police):
    council = Body.objects.get(pk=COUNCIL)
    Body.objects.update(duties=["erfa-meetings"])
    with pytest.raises(Refused, match="takes no part in the district"):
        plan(fjord, Agency.objects.get(pk="dalby-kommune"))
    there = {"body": Body.objects.get(pk="kredsraad-dalkredsen"), "duty": "erfa-meetings"}
    with pytest.raises(Refused, match="does not owe this duty"):
        plan(fjord, police, kind="erfa-meeting", **there)
    with pytest.raises(Refused, match="A “Theme day” does not count for this duty"):
        plan(fjord, police, body=Body.objects.get(pk=COUNCIL), duty="erfa-meetings")
    council.refresh_from_db()
    assert plan(fjord, police, kind="erfa-meeting", body=council, duty="erfa-meetings").duty == "erfa-meetings"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"day": date(2024, 8, 21)}, "The day is still ahead"),
        ({"people": {}}, "how many came from each agency"),
        ({"people": "nobody"}, "how many came from each agency"),
        ({"people": "a stranger"}, "takes no part in the district"),
    ],
)
def test_what_was_not_held_or_by_nobody_is_refused(fjord, dale, police, wrong, words):
    people = {"nobody": {police: 0}, "a stranger": {Agency.objects.get(pk="dalby-kommune"): 3}}
    facts = {"people": {police: 2}} | wrong
    if isinstance(facts["people"], str):
        facts["people"] = people[facts["people"]]
    made = plan(fjord, police)
    with pytest.raises(Refused, match=words):
        hold(made, facts.pop("people"), **facts)
    assert Learning.objects.get().state == "planned"


def test_each_municipality_is_counted_also_one_that_nothing_was_for(fjord, police, town):
    hold(plan(fjord, police), {police: 5, town: 3})
    hold(plan(fjord, police, kind="visit"), {town: 4}, day=date(2024, 6, 1))
    plan(fjord, police, kind="visit", day=AUTUMN)
    cancel_learning(OPERATOR, learning=plan(fjord, police, municipalities=[999]), version=1)
    year = list(learning(OPERATOR, fjord, 2024))
    rows = {row.municipality.pk: row for row in reached(OPERATOR, fjord, year)}
    assert (rows[998].held, rows[998].planned) == ({"theme-day": 1, "visit": 1}, {"visit": 1})
    assert rows[998].latest == date(2024, 6, 1)
    assert (rows[999].held, rows[999].planned, rows[999].latest) == ({}, {}, None)
    counted = [(one.agency.pk, one.activities, one.people) for one in came_from(OPERATOR, year)]
    assert counted == [(town.pk, 2, 7), (police.pk, 1, 5)]


def test_an_activity_without_a_day_belongs_to_the_year_that_runs(fjord, police):
    plan(fjord, police, day=None)
    plan(fjord, police, day=date(2023, 5, 5))
    assert [len(learning(OPERATOR, fjord, year)) for year in (2023, 2024, 2025)] == [1, 1, 0]


def test_activities_are_seen_within_the_district(fjord, dale, police, person):
    plan(fjord, police)
    stranger = person("chief", "dalkredsens-politi")
    found = [len(learning(who, fjord, 2024)) for who in (person("mayor", "fjordby-kommune"), stranger, NOBODY)]
    assert found == [1, 0, 0]
    assert reached(stranger, fjord, []) == []


@pytest.mark.parametrize(
    "wrong", [{"subject": ""}, {"state": "danced"}, {"state": "held", "day": None}, {"duty": "erfa-meetings"}]
)
def test_the_database_itself_refuses_what_cannot_be(fjord, police, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Learning.objects.create(**({"district": fjord, "kind": "visit", "subject": "x", "host": police} | wrong))
