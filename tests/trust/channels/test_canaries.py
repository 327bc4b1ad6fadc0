"""A canary is found in whatever form it flies out."""

from __future__ import annotations

import base64
import gzip
import zlib

import pytest
from tests.trust.channels.canaries import Aviary

AVIARY = Aviary()
WORD, NUMBER = AVIARY.word("a field", "eva"), AVIARY.number("a person", "eva")
FORMS = {
    "plain": lambda text: f"<p>{text}</p>".encode(),
    "in capitals": lambda text: text.upper().encode(),
    "in base64": lambda text: base64.b64encode(f"x{text} and more".encode()),
    "in base64 for addresses": lambda text: b"token=" + base64.urlsafe_b64encode(f"??>{text}~~ more".encode()),
    "in an address": lambda text: "".join(f"%{byte:02x}" for byte in text.encode()).encode(),
    "compressed": lambda text: gzip.compress(text.encode()),
    "in a stream of a PDF": lambda text: b"<<>>stream\n" + zlib.compress(text.encode()) + b"\nendstream",
    "in wide letters": lambda text: text.encode("utf-16-le"),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("canary", [WORD, NUMBER])
def test_it_is_found(form, canary):
    assert AVIARY.found_in(FORMS[form](canary)) == {canary}


def test_a_number_is_found_with_its_hyphen_and_what_is_nobodys_is_not():
    assert AVIARY.found_in(f"{NUMBER[:6]}-{NUMBER[6:]} qanari00000000q 0101019999".encode()) == {NUMBER}


def test_ten_thousand_are_all_different():
    many = Aviary()
    assert len({many.word("x") for _ in range(5000)} | {many.number("x") for _ in range(5000)}) == 10_000
