"""Numbers as plans print them: how deep, below which, and in what order."""

from __future__ import annotations

import pytest

from samvirke.desks.plan.engine.numbers import (
    anchor_of,
    comes_after,
    is_number,
    lies_below,
    steps,
    with_others_below,
)


@pytest.mark.parametrize(
    "number",
    ["4", "4.7", "3.1.2", "II", "II.3", "A", "B.2", "2a", "Kapitel 3", "Kapitel II", "Afsnit 2", "§ 4", "Bilag 1"]
)  # fmt: skip
def test_what_a_plan_prints_as_a_number_is_one(number: str) -> None:
    assert is_number(number)


@pytest.mark.parametrize("text", ["Unge", "4 .7", "4..7", "4.x", "", "Kapitel tre", "1.2.3.4.5.6.7.8.9.10.11"])
def test_other_words_are_none(text: str) -> None:
    assert not is_number(text)


@pytest.mark.parametrize(
    ("number", "depth"),
    [("4", 1), ("4.7", 2), ("II.3", 2), ("B.2", 2), ("2a", 2), ("Kapitel 3", 1), ("§ 4", 1), ("1.0", 1), ("2.1.0", 2)],
)
def test_its_depth_is_the_number_of_its_steps(number: str, depth: int) -> None:
    assert len(steps(number)) == depth


@pytest.mark.parametrize(
    ("number", "above"), [("4.7", "4"), ("II.3", "II"), ("B.2", "B"), ("2a", "2"), ("3.1", "Kapitel 3"), ("3.1.2", "3")]
)
def test_a_number_lies_below_the_one_it_begins_with(number: str, above: str) -> None:
    assert lies_below(number, above)
    assert not lies_below(above, number)


@pytest.mark.parametrize(("number", "other"), [("4.7", "5"), ("42", "4"), ("§ 1", "1"), ("II.3", "I"), ("4", "")])
def test_and_below_no_other(number: str, other: str) -> None:
    assert not lies_below(number, other)


@pytest.mark.parametrize(
    ("first", "second"),
    [("4.9", "4.10"), ("IV", "IX"), ("II.3", "III"), ("A", "B"), ("2a", "2b"), ("§ 2", "§ 11"), ("Kapitel 2", "3")],
)
def test_numbers_of_one_kind_have_an_order(first: str, second: str) -> None:
    assert comes_after(second, first)
    assert not comes_after(first, second)


def test_numbers_of_two_kinds_say_nothing_of_each_other() -> None:
    assert not comes_after("§ 9", "2")
    assert not comes_after("9", "II")
    assert not comes_after("B", "II")


def test_those_with_others_right_below_them_are_known() -> None:
    assert with_others_below(["1", "2", "2.1", "B.2", "§ 1"]) == {("2",), ("B",)}


def test_the_name_for_links_stays_as_it_was_for_figures_and_is_another_for_each_kind() -> None:
    assert anchor_of("4.7") == "4-7"
    assert len({anchor_of(one) for one in ("1", "§ 1", "Kapitel 1", "I", "Bilag 1")}) == 5
