"""Words are marked in one place and said in another, in the language of whoever reads them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvirke.foundation.words import LANGUAGES, Said, Words, _, said

PLAIN = st.one_of(st.integers(), st.text(max_size=20), st.floats(-1e6, 1e6), st.booleans())
TEXT = st.text(min_size=1, max_size=20)
WORDS = st.one_of(st.builds(Words, da=TEXT, en=TEXT), st.builds(Words, da=TEXT), st.builds(Words, en=TEXT))


@st.composite
def sentences(draw: st.DrawFn, depth: int = 2) -> Said:
    names = draw(st.lists(st.sampled_from(["who", "what", "day"]), unique=True))
    value = st.one_of(PLAIN, WORDS, sentences(depth - 1)) if depth else st.one_of(PLAIN, WORDS)
    values: dict[str, Any] = {name: draw(value) for name in names}
    message = " ".join(["Said"] + [f"{{{name}}}" for name in names])
    if draw(st.booleans()):
        values["count"] = draw(st.integers(0, 3))
        return Said(message + " {count} thing", values, plural=message + " {count} things")
    return Said(message, values)


def test_a_marked_message_is_itself():
    assert _("There is no such file.") == "There is no such file."


def test_a_sentence_is_said_in_danish_and_in_english():
    sentence = Said(_("2nd quarter"))
    assert (sentence.text("da"), sentence.text("en"), str(sentence)) == ("2. kvartal", "2nd quarter", "2nd quarter")


def test_a_sentence_inside_a_sentence_is_put_into_the_same_language():
    sentence = Said("{council}: {when}", {"council": Words(da="Rådet", en="The council"), "when": Said("2nd quarter")})
    assert sentence.text("da") == "Rådet: 2. kvartal"
    assert sentence.text("en") == "The council: 2nd quarter"


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 meetings"), (1, "1 meeting"), (2, "2 meetings"), (21, "21 meetings")]
)
def test_one_is_told_from_all_else(count: int, text: str):
    assert Said("{count} meeting", {"count": count}, plural="{count} meetings").text() == text


def test_a_value_may_hold_braces_without_being_read_as_a_value():
    assert Said("{name} is here", {"name": "{count}"}).text() == "{count} is here"


def test_a_message_without_values_is_said_as_it_stands():
    assert Said("100 {%}").text() == "100 {%}"


def test_a_plain_message_becomes_a_sentence_and_a_sentence_stays_one():
    assert said("Here.") == Said("Here.")
    assert said(Said("Here.")) == Said("Here.")


@given(sentences())
def test_a_stored_sentence_is_said_as_before_in_either_language(sentence: Said):
    kept = json.loads(json.dumps(sentence.stored()))
    assert [Said.of(kept).text(language) for language in LANGUAGES] == [sentence.text(one) for one in LANGUAGES]


@given(WORDS)
def test_words_come_back_from_their_row(words: Words):
    kept = json.loads(json.dumps(words.stored()))
    assert Words.of(kept) == words
    assert "" not in kept.values()


@given(TEXT)
def test_words_in_one_language_are_said_in_the_other(text: str):
    assert Words(en=text).text("da") == Words(da=text).text("en") == text
    assert Words.of(text) == Words(da=text, en=text)


def test_words_in_no_language_are_none():
    with pytest.raises(ValueError, match="no language"):
        Words()
