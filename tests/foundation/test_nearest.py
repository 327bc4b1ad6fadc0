"""The names that somebody who mistyped one may have meant."""

from __future__ import annotations

from samvirke.foundation.nearest import nearest

_KNOWN = ["lokalraad-aarhus", "lokalraad-randers", "psp-randers", "kredsraad-oestjylland"]


def test_the_most_alike_comes_first():
    assert nearest("lokalraad-rander", _KNOWN).split(", ")[0] == "lokalraad-randers"


def test_large_and_small_letters_are_alike():
    assert nearest("PSP-RANDERS", _KNOWN, most=1) == "psp-randers"


def test_no_more_than_asked_for_are_named():
    assert nearest("x", _KNOWN, most=2).count(",") == 1


def test_equally_unlike_names_come_by_the_alphabet():
    assert nearest("", ["b", "a"]) == "a, b"


def test_without_any_there_is_nothing_to_say():
    assert nearest("lokalraad", []) == ""
