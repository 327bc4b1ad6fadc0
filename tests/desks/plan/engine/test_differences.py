"""Differences are told in words, and a section that was renamed is recognised as the one it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvirke.desks.plan.engine.slug import free_slug, slug_of
from samvirke.desks.plan.engine.word_difference import word_difference
from samvirke.desks.plan.engine.year_difference import year_difference

WORDS = st.lists(st.sampled_from(["politi", "og", "kommune", "møde", "\n", "fire"]), max_size=12)


def section(heading, text="Tekst.", number="", goals=(), commitments=(), **more):
    return {
        "number": number,
        "anchor": f"a-{heading}",
        "heading": {"da": heading},
        "summary": {"da": text} if text else {},
        "goals": list(goals),
        "commitments": list(commitments),
        **more,
    }


def told(before, after):
    found = year_difference({"sections": before}, {"sections": after})
    return [(one.kind, one.how, one.thing.heading["da"], one.by) for one in found.changes if one.how != "same"]


def test_a_changed_word_is_shown_where_it_stood():
    pieces = word_difference("Rådet mødes fire gange.", "Rådet mødes fem gange, altid.")
    assert [(one.how, one.text) for one in pieces] == [
        ("same", "Rådet mødes "), ("out", "fire"), ("in", "fem"), ("same", " gange"), ("in", ", altid"), ("same", "."),
    ]  # fmt: skip


def test_words_changed_side_by_side_are_one_change():
    pieces = word_difference("to døgn", "et halvt år")
    assert [(one.how, one.text) for one in pieces] == [("out", "to døgn"), ("in", "et halvt år")]


def test_a_word_or_two_that_stayed_in_a_rewritten_sentence_are_no_island():
    pieces = word_difference(
        "Politiet har oplæg hver måned og skriver om det", "Vi mødes fire gange og taler sammen hver gang"
    )
    assert [one.how for one in pieces] == ["out", "in"]


@given(WORDS, WORDS)
def test_what_stayed_and_came_is_the_new_text_and_what_stayed_and_went_the_old(old, new):
    pieces = word_difference(" ".join(old), " ".join(new))
    assert "".join(one.text for one in pieces if one.how != "in").split() == " ".join(old).split()
    assert "".join(one.text for one in pieces if one.how != "out") == " ".join(new)


def test_a_section_under_the_same_name_is_the_same_section_under_a_new_number():
    assert told([section("Indbrud", number="1")], [section("Indbrud", number="7")]) == []
    assert told([section("Indbrud")], [section("Indbrud", "Nyt.")]) == [("section", "changed", "Indbrud", "name")]


def test_what_it_was_called_before_is_followed_and_so_is_a_heading_that_is_nearly_the_same():
    renamed = section("Tyveri i hjemmet", key="tyveri", formerly=["indbrud"])
    assert told([section("Indbrud")], [renamed]) == [("section", "changed", "Tyveri i hjemmet", "name")]
    near = told([section("Vold i nattelivet")], [section("Vold og uro i nattelivet")])
    assert near == [("section", "changed", "Vold og uro i nattelivet", "heading")]


def test_what_is_nothing_like_it_has_gone_and_come():
    assert told([section("Indbrud")], [section("Kontaktpersoner")]) == [
        ("section", "came", "Kontaktpersoner", ""),
        ("section", "dropped", "Indbrud", ""),
    ]


def test_goals_and_measures_are_compared_across_sections():
    goal = {"key": "faerre", "text": {"da": "Færre indbrud"}}
    measure = {"key": "besoeg", "title": {"da": "Besøg"}, "text": {"da": "Naboer får besøg."}}
    before = [section("A", goals=[goal], commitments=[measure]), section("B")]
    after = [section("A"), section("B", goals=[goal], commitments=[measure | {"text": {"da": "Alle får besøg."}}])]
    assert told(before, after) == [("measure", "changed", "Besøg", "name")]
    assert told(before, [section("A"), section("B")]) == [
        ("goal", "dropped", "Færre indbrud", ""),
        ("measure", "dropped", "Besøg", ""),
    ]


def test_a_missing_translation_is_no_change():
    both = section("Indbrud") | {"heading": {"da": "Indbrud", "en": "Burglary"}}
    assert told([both], [section("Indbrud")]) == []


def test_stored_changes_carry_their_pieces_in_each_language():
    found = year_difference({"sections": [section("A", "Et to.")]}, {"sections": [section("A", "Et tre.")]}).stored()
    assert [(one["how"], one["anchor"]) for one in found] == [("changed", "a-A")]
    assert [piece["how"] for piece in found[0]["pieces"]["da"]] == ["same", "out", "in", "same"]


@pytest.mark.parametrize(
    ("heading", "name"),
    [("Ældre, ÅR & økser", "aeldre-aar-oekser"), ("...", "section"), ("x" * 200, "x" * 76)],
)
def test_a_heading_becomes_a_name_in_plain_letters(heading, name):
    assert slug_of(heading) == name


def test_a_name_that_is_taken_gets_a_number():
    assert free_slug("Indbrud", {"indbrud", "indbrud-2"}) == "indbrud-3"


def test_a_translation_that_stayed_as_it_was_does_not_hide_what_changed_in_the_text():
    def plan(danish: str) -> dict[str, object]:
        section = {"key": "raadet", "heading": {"da": "Rådet"}, "summary": {"da": danish, "en": "It meets."}}
        place = {"number": "1", "anchor": "s-1", "goals": [], "commitments": []}
        return {"sections": [section | place]}

    (row,) = year_difference(plan("Det mødes."), plan("Det mødes tit.")).stored()
    assert set(row["pieces"]) == {"da"}
    assert any(piece["how"] == "in" for piece in row["pieces"]["da"])
