"""A section keeps both its languages; where one was changed without the other, the draft and the public page say so."""

from __future__ import annotations

import pytest
from tests.desks.plan.conftest import Desk

from samvirke.desks.plan.commands.begin_plan import begin_plan
from samvirke.desks.plan.commands.put_goal import put_goal
from samvirke.desks.plan.commands.put_measure import put_measure
from samvirke.desks.plan.commands.write_section import write_section
from samvirke.desks.plan.content import public_content
from samvirke.desks.plan.engine.translations import outdated, rewritten
from samvirke.desks.plan.queries.draft_standing import draft_standing
from samvirke.foundation.fault import Refused
from samvirke.registers.publications.shown_plan import shown_plan


def written(desk: Desk, **given: object) -> None:
    section = desk.section()
    facts = {"heading": "Rådet", "text": "Rådet mødes tit.", "version": section.version, **given}
    write_section(desk.tine, plan=desk.plan, section=section, **facts)


@pytest.mark.django_db
def test_a_translation_that_was_not_given_stays_and_is_said_to_be_older(desk):
    written(desk)
    assert desk.section().summary == {"da": "Rådet mødes tit.", "en": "The council meets."}
    assert draft_standing(desk.tine, desk.plan).outdated == 1
    content = public_content(desk.plan)
    assert [one["older"] for one in shown_plan(content, "en")["sections"]] == [True, False]
    assert [one["older"] for one in shown_plan(content, "da")["sections"]] == [False, False]
    english = shown_plan(content, "en")["sections"][0]
    assert (english["paragraphs"], english["language"]) == (["Rådet mødes tit."], "da"), (
        "what no longer holds is not shown"
    )


@pytest.mark.django_db
def test_both_languages_are_written_at_once_and_neither_is_older(desk):
    written(desk, translated={"en": ("The council", "The council meets often.")})
    assert desk.section().summary == {"da": "Rådet mødes tit.", "en": "The council meets often."}
    assert draft_standing(desk.tine, desk.plan).outdated == 0
    assert "older" not in public_content(desk.plan)["sections"][0]


@pytest.mark.django_db
def test_a_translation_is_brought_up_to_date_or_taken_out_later(desk):
    written(desk)
    written(desk, translated={"en": ("The council", "The council meets often.")})
    assert draft_standing(desk.tine, desk.plan).outdated == 0
    written(desk, translated={"en": ("", "")})
    assert (desk.section().heading, desk.section().summary) == ({"da": "Rådet"}, {"da": "Rådet mødes tit."})


@pytest.mark.django_db
def test_a_translation_that_is_too_long_is_refused_and_nothing_is_stored(desk):
    with pytest.raises(Refused, match="too long"):
        written(desk, translated={"en": ("The council", "x" * 20_001)})
    assert desk.section().version == 1


@pytest.mark.parametrize(
    ("versions", "older"),
    [
        ([], set()),
        ([("a", "x"), ("b", "x")], {"en"}),
        ([("a", "x"), ("b", "y")], set()),
        ([("a", "x"), ("b", "x"), ("b", "y")], set()),
        ([("a", "x"), ("b", "y"), ("c", "y")], {"en"}),
        ([("a", ""), ("b", "")], set()),
    ],
)
def test_older_is_what_stayed_when_the_text_was_changed_last(versions, older):
    rows = [{"heading": {"da": "H", "en": "H"}, "text": {"da": da, "en": en}} for da, en in versions]
    rows = rows or [{"heading": {}, "text": {}}]
    if versions and not versions[-1][1]:
        rows = [{"heading": {"da": "H"}, "text": {"da": da}} for da, _en in versions]
    assert outdated(rows[:-1], rows[-1], "da") == older


@pytest.mark.parametrize(
    ("given", "fits", "words", "kept"),
    [
        ({}, (), {"da": "Nyt"}, {"en": "Old"}),
        ({"en": "Old"}, (), {"da": "Nyt"}, {"en": "Old"}),
        ({"en": "Old"}, ("en",), {"da": "Nyt", "en": "Old"}, {}),
        ({"en": "New"}, (), {"da": "Nyt", "en": "New"}, {}),
        ({"en": " "}, (), {"da": "Nyt"}, {}),
    ],
)
def test_what_becomes_of_a_translation_when_the_text_is_changed(given, fits, words, kept):
    assert rewritten({"da": "Gammelt", "en": "Old"}, {}, ("da", "Nyt"), given, fits) == (words, kept)


def test_one_that_is_older_stays_so_until_somebody_has_looked_at_it():
    assert rewritten({"da": "Nyt"}, {"en": "Old"}, ("da", "Nyt"), {"en": "Old"}) == ({"da": "Nyt"}, {"en": "Old"})
    assert rewritten({"da": "Nyt"}, {"en": "Old"}, ("da", "Nyt"), {}, ("en",)) == ({"da": "Nyt", "en": "Old"}, {})


def test_a_translation_stays_where_the_text_does():
    both = {"da": "Nyt", "en": "New"}
    assert rewritten(both, {}, ("da", "Nyt"), {}) == (both, {})


@pytest.mark.django_db
def test_a_goal_that_is_changed_keeps_its_translation_for_another_look_and_does_not_show_it(desk):
    goal = put_goal(
        desk.tine, plan=desk.plan, section=desk.section("2"), text="Mere ro", translated={"en": "More quiet"}
    )
    assert goal.text == {"da": "Mere ro", "en": "More quiet"}
    given = {"plan": desk.plan, "section": desk.section("2"), "goal": goal}
    changed = put_goal(desk.tine, **given, text="Mere nattero", version=1)
    assert (changed.text, changed.older) == ({"da": "Mere nattero"}, {"text": {"en": "More quiet"}})
    assert draft_standing(desk.tine, desk.plan).outdated_goals == 1
    assert "More quiet" not in str(public_content(desk.plan))
    fits = put_goal(desk.tine, **(given | {"goal": changed}), text="Mere nattero", version=2, fits=("en",))
    assert (fits.text["en"], fits.older) == ("More quiet", {})
    assert draft_standing(desk.tine, desk.plan).outdated_goals == 0


@pytest.mark.django_db
def test_a_measure_keeps_the_translation_of_its_name_and_of_its_text_each_for_itself(desk):
    facts = {"title": "Natteravne", "text": "De går.", "owners": ["fjordby-kommune"], "kind": "activity"}
    english = {"title": {"en": "Night ravens"}, "text": {"en": "They walk."}}
    given = {"plan": desk.plan, "section": desk.section("2")}
    one = put_measure(desk.tine, **given, facts=facts, translated=english)
    later = put_measure(desk.tine, **given, facts=facts | {"text": "De går hver fredag."}, measure=one, version=1)
    assert later.title == {"da": "Natteravne", "en": "Night ravens"}
    assert (later.text, later.older) == ({"da": "De går hver fredag."}, {"text": {"en": "They walk."}})


@pytest.mark.django_db
def test_what_waits_for_a_look_waits_in_next_years_plan_too(desk, council):
    goal = put_goal(desk.tine, plan=desk.plan, section=desk.section("2"), text="Ro", translated={"en": "Quiet"})
    put_goal(desk.tine, plan=desk.plan, section=desk.section("2"), text="Fred", goal=goal, version=1)
    plan = begin_plan(desk.tine, body=council, year=2051, title={"da": "Plan"}, before=desk.plan)
    assert plan.goals.get(slug=goal.slug).older == {"text": {"en": "Quiet"}}


@pytest.mark.django_db
def test_a_translation_of_a_goal_that_is_too_long_is_refused(desk):
    with pytest.raises(Refused, match="too long"):
        put_goal(desk.tine, plan=desk.plan, section=desk.section("2"), text="Ro", translated={"en": "x" * 1001})
    assert not desk.plan.goals.filter(text__da="Ro").exists()
