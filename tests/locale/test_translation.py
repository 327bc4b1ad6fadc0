"""Everything the program can say, it can say in Danish, with the field's own words and the marks of Danish print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from samvirke.locale.__main__ import catalog_file, message_ids

GLOSSARY = Path(__file__).resolve().parents[2] / "docs" / "glossary.md"
PLACEHOLDER = re.compile(r"\{[^{}]*\}|%\(\w+\)s")
FAULTS = {
    "two spaces in a row": r"[ \u00a0]{2}",
    "a space at an end": r"^\s|\s$",
    "a straight quotation mark": r"\"",
    "an opening mark that Danish does not use": "“",
    "a per cent sign without a space that does not break": r"(?:\d|\}|\)s) ?%(?!\()",
    "a hyphen for a minus": r"(?<![\w-])-\d",
    "three full stops for an ellipsis": r"\.\.\.",
}


@cache
def wanted() -> Catalog:
    return message_ids()


@cache
def translated() -> Catalog:
    with catalog_file().open("rb") as file:
        return read_po(file, locale="da")


@cache
def glossary() -> list[list[str]]:
    """The rows of the table, without its head: English, Danish, what it means."""
    lines = GLOSSARY.read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")][1:]


def forms(message: Message) -> Iterator[tuple[str, str]]:
    """Each English form with its Danish one; a message with a plural has two."""
    english = message.id if isinstance(message.id, tuple) else (message.id,)
    danish = message.string if isinstance(message.string, tuple) else (message.string,)
    yield from zip(english, danish, strict=True)


def pairs() -> list[tuple[str, str]]:
    return [pair for message in translated() if message.id for pair in forms(message)]


def test_every_message_id_has_a_danish_translation():
    held = {message.id: message for message in translated()}
    missing = [message.id for message in wanted() if message.id and message.id not in held]
    empty = [english for english, danish in pairs() if not danish.strip()]
    assert (missing, empty) == ([], [])


def test_no_translation_is_kept_of_a_message_that_nobody_says():
    ids = {message.id for message in wanted()}
    assert [message.id for message in translated() if message.id not in ids and message.id] == []
    assert list(translated().obsolete) == []


def test_no_translation_is_a_guess():
    assert [message.id for message in translated() if message.id and message.fuzzy] == []


def test_english_and_danish_have_the_same_placeholders():
    assert [
        (english, danish)
        for english, danish in pairs()
        if sorted(PLACEHOLDER.findall(english)) != sorted(PLACEHOLDER.findall(danish))
    ] == []


def test_a_message_that_is_a_term_of_the_glossary_has_its_danish():
    terms = {english.lower(): danish.lower() for english, danish, _meaning in glossary()}
    assert [
        (english, danish, terms[english.lower()])
        for english, danish in pairs()
        if danish.lower() != terms.get(english.lower(), danish.lower())
    ] == []


def test_every_term_of_the_glossary_has_danish_and_a_meaning():
    assert [row for row in glossary() if len(row) != 3 or not all(row)] == []


def test_the_glossary_is_alphabetical_and_names_each_term_once():
    terms = [row[0].lower() for row in glossary()]
    assert terms == sorted(set(terms))


@pytest.mark.parametrize("fault", FAULTS)
def test_danish_is_set_as_danish_print(fault: str):
    assert [danish for _english, danish in pairs() if re.search(FAULTS[fault], danish)] == []


def test_a_sentence_with_a_full_stop_has_one_in_danish():
    assert [pair for pair in pairs() if pair[0].endswith(".") and not pair[1].endswith(".")] == []
