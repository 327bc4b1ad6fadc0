"""A section keeps both its languages; where one was changed without the other, the draft and the public page say so."""

from __future__ import annotations

import pytest
from tests.desks.plan.conftest import Desk

from samvirke.desks.plan.commands.write_section import write_section
from samvirke.desks.plan.content import public_content
from samvirke.desks.plan.engine.translations import outdated
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
