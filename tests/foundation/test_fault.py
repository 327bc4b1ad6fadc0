"""A fault says where, what and what to do; a refusal carries all of them and stores nothing."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvirke.foundation.fault import Fault, Refused, refuse_if_any
from samvirke.foundation.words import Said, Words

REMEDY = Said("Correct the value.")


def fault(what: str = "It is wrong.", **where: object) -> Fault:
    return Fault(Said(what), REMEDY, **where)  # type: ignore[arg-type]


def test_a_fault_says_where_what_and_what_to_do():
    whole = fault(file="plan.toml", line=3, column="date", key="signed_on")
    assert str(whole) == "File plan.toml, line 3, column date, key signed_on: It is wrong. Correct the value."


def test_a_fault_without_a_place_begins_with_what_is_wrong():
    assert str(fault()) == "It is wrong. Correct the value."


def test_line_zero_is_a_line():
    assert str(fault(line=0)).startswith("Line 0:")


def test_a_fault_is_said_in_danish():
    assert fault(file="plan.toml").text("da") == "Fil plan.toml: It is wrong. Ret værdien."


TEXT = st.text(max_size=15)
VALUES = st.one_of(st.integers(), TEXT, st.builds(Words, da=st.just("Rådet"), en=st.just("The council")))


@given(VALUES, TEXT, st.none() | st.integers(1, 10**6), TEXT, TEXT)
def test_a_fault_comes_back_from_its_row_as_it_was_said(
    value: object, file: str, line: int | None, column: str, key: str
):
    told = Fault(Said("“{value}” is wrong.", {"value": value}), REMEDY, file=file, line=line, column=column, key=key)
    kept = json.loads(json.dumps(told.stored()))
    assert [Fault.of(kept).text(one) for one in ("da", "en")] == [told.text(one) for one in ("da", "en")]


def test_a_fault_that_counts_keeps_its_plural():
    told = Fault(Said("{count} row is wrong.", {"count": 2}, plural="{count} rows are wrong."), REMEDY)
    assert Fault.of(told.stored()).text() == "2 rows are wrong. Correct the value."


def test_a_refusal_says_every_fault_on_a_line_of_its_own():
    refusal = Refused(fault("One."), fault("Two."))
    assert str(refusal) == "One. Correct the value.\nTwo. Correct the value."
    assert refusal.exit_code == 2


def test_a_refusal_for_one_reason_takes_plain_words_and_a_place():
    refusal = Refused.because("It is missing.", "Add it.", file="district.toml")
    assert refusal.text() == "File district.toml: It is missing. Add it."


def test_no_fault_refuses_nothing():
    refuse_if_any([])
    with pytest.raises(Refused, match="It is wrong"):
        refuse_if_any(iter([fault()]))
