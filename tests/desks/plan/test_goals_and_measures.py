"""Goals name an indicator or are intentions; measures say who, how often, when, where and at what cost."""

from __future__ import annotations

from datetime import date

import pytest
from tests.trail import one_line, refusal

from samvirke.desks.plan.commands.put_goal import drop_goal, put_goal
from samvirke.desks.plan.commands.put_measure import drop_measure, put_measure
from samvirke.desks.plan.content import public_content
from samvirke.foundation.fault import Refused

pytestmark = pytest.mark.django_db

FACTS = {
    "title": "Besøg hos naboer",
    "text": "Naboer til et indbrud får besøg inden for to døgn.",
    "owners": ["fjordkredsens-politi"],
    "kind": "activity",
    "begins": date(2031, 1, 1),
    "due": date(2031, 12, 31),
    "area": "Fjordby",
    "dose": "120 besøg",
    "audience": "naboer",
    "cost": 25_000,
    "prevention": "early",
}


def test_a_goal_with_an_indicator_is_measurable_and_one_without_is_an_intention(desk):
    with one_line("plan.set-goal"):
        followed = put_goal(
            desk.tine, plan=desk.plan, section=desk.section("2"), text="Færre indbrud", indicator="burglary-homes"
        )
    wish = put_goal(desk.tine, plan=desk.plan, section=desk.section("2"), text="Mere tryghed")
    assert (followed.measurable, followed.slug, wish.measurable) == (True, "faerre-indbrud", False)
    changed = put_goal(
        desk.tine, plan=desk.plan, section=desk.section("2"), text="Færre indbrud i huse", goal=followed, version=1
    )
    assert (changed.slug, changed.measurable, changed.version) == ("faerre-indbrud", False, 2)
    with pytest.raises(Refused, match="changed this goal"):
        put_goal(desk.tine, plan=desk.plan, section=desk.section("2"), text="Nej", goal=followed, version=1)
    with pytest.raises(Refused, match="changed this goal"):
        drop_goal(desk.tine, plan=desk.plan, goal=followed, version=1)
    drop_goal(desk.tine, plan=desk.plan, goal=followed, version=2)
    assert [goal.words.text() for goal in desk.plan.goals.all()] == ["Mere tryghed"]


def test_an_empty_or_endless_goal_is_refused(desk):
    for text in (" ", "x" * 1001):
        with pytest.raises(Refused):
            put_goal(desk.tine, plan=desk.plan, section=desk.section(), text=text)
    assert not desk.plan.goals.exists()


def test_a_measure_stands_in_the_plan_with_all_that_is_said_of_it(desk):
    with one_line("plan.set-measure"):
        one = put_measure(desk.tine, plan=desk.plan, section=desk.section("2"), facts=FACTS)
    assert (one.slug, one.measurable, one.why_not) == ("besoeg-hos-naboer", True, {})
    shown = public_content(desk.plan)["sections"][1]["commitments"]
    told = next(row for row in shown if row["key"] == one.slug)
    assert (told["owners"][0]["en"], told["due"], told["cost"], told["prevention"]) == (
        "Fjord District Police",
        "2031-12-31",
        25_000,
        "early",
    )


def test_a_measure_is_changed_and_taken_out_by_the_version_that_was_read(desk):
    one = put_measure(desk.tine, plan=desk.plan, section=desk.section("2"), facts=FACTS)
    facts = FACTS | {"due": None, "text": "Naboer får besøg."}
    later = put_measure(desk.tine, plan=desk.plan, section=desk.section("1"), facts=facts, measure=one, version=1)
    assert (later.version, later.section.number, later.measurable) == (2, "1", False)
    assert later.why_not["en"] == "Neither how often, by when nor an indicator is said."
    with pytest.raises(Refused, match="changed this measure"):
        put_measure(desk.tine, plan=desk.plan, section=desk.section("2"), facts=FACTS, measure=one, version=1)
    with pytest.raises(Refused, match="changed this measure"):
        drop_measure(desk.tine, plan=desk.plan, measure=one, version=1)
    drop_measure(desk.tine, plan=desk.plan, measure=one, version=2)
    assert not desk.plan.measures.filter(slug=one.slug).exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title": ""}, "has no name"),
        ({"text": " "}, "what will be done"),
        ({"owners": []}, "has no owner"),
        ({"kind": "dream"}, "what sort of measure"),
        ({"kind": "cadence"}, "how often"),
        ({"prevention": "now"}, "early or late"),
        ({"begins": date(2031, 6, 1), "due": date(2031, 5, 1)}, "ends before it begins"),
        ({"due": date(2040, 1, 1)}, "outside the years"),
        ({"dose": "x" * 201}, "at most 200"),
    ],
)
def test_a_measure_that_leaves_something_out_is_refused_with_what_it_is(desk, wrong, said):
    with pytest.raises(Refused, match=said):
        put_measure(desk.tine, plan=desk.plan, section=desk.section("2"), facts=FACTS | wrong)
    assert desk.plan.measures.count() == 2


def test_every_fault_of_a_measure_is_told_at_once(desk):
    with pytest.raises(Refused) as refused:
        put_measure(desk.tine, plan=desk.plan, section=desk.section("2"), facts={})
    assert {fault.key for fault in refused.value.faults} == {"title", "text", "owners", "kind"}


def test_only_editors_put_goals_and_measures(desk):
    with refusal("plan.set-goal"):
        put_goal(desk.soeren, plan=desk.plan, section=desk.section(), text="Mere")
    with refusal("plan.set-measure"):
        put_measure(desk.anne, plan=desk.plan, section=desk.section(), facts=FACTS)
