"""The names that somebody who mistyped one may have meant."""

from __future__ import annotations

from samvirke.foundation.nearest import nearest, none_such
from samvirke.foundation.words import Said

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


def test_a_name_that_nothing_has_is_refused_with_the_nearest_or_with_what_else_to_do():
    what, load = Said("There is no such body."), Said("Load a district.")
    assert str(none_such(what, "lokalraad-rander", _KNOWN, load)).startswith(
        "There is no such body. The nearest are: lokalraad-randers"
    )
    assert str(none_such(what, "lokalraad-rander", [], load)) == "There is no such body. Load a district."
