"""The reader of histories finds each way in which one editor can undo another."""

from __future__ import annotations

import pytest
from tests.trust.durability.histories import REFUSED, WRITTEN, Edit, Final, faults


def edit(token: str, *read: str, outcome: str = WRITTEN, version: int | None = None, editor: str = "") -> Edit:
    return Edit("text", editor or token, token, len(read) if version is None else version, read, outcome)


def final(*tokens: str, version: int | None = None) -> dict[str, Final]:
    return {"text": Final(len(tokens) if version is None else version, tokens)}


GOOD = [edit("a"), edit("b", "a"), edit("x", "a", outcome=REFUSED), edit("c", "a", "b")]


def test_a_history_in_which_every_conflict_was_refused_has_no_fault():
    assert faults(GOOD, final("a", "b", "c")) == []
    assert faults([], {"text": Final()}) == []


@pytest.mark.parametrize(
    ("edits", "end", "said"),
    [
        pytest.param([edit("a"), edit("b")], final("b", version=2), "a was overwritten", id="the last one wins"),
        pytest.param(
            [edit("a"), edit("b")], final("b", version=2), "2 edits were written on version 0", id="two on one"
        ),
        pytest.param(
            GOOD, final("a", "b", "c", "x"), "x stands there and was never acknowledged", id="refused, stored"
        ),
        pytest.param(GOOD, final("a", "b", "c", "c"), "c stands there 2 times", id="stored twice"),
        pytest.param(GOOD, final("a", "b", "c", version=4), "the version is 4 after 3 edits", id="version too high"),
        pytest.param(
            [edit("a"), edit("b", "a"), edit("x", "a", "q", outcome=REFUSED)],
            final("a", "b"),
            "x was written on version 2, which never was",
            id="read what never was",
        ),
        pytest.param(
            [edit("a"), edit("b", "a", version=0)],
            final("a", "b"),
            "b was written on version 0",
            id="version not of text",
        ),
        pytest.param(
            [edit("a"), edit("x", outcome=REFUSED, editor="eva"), edit("b", "a", outcome=REFUSED)],
            final("a"),
            "b was refused although nobody else wrote on version 1",
            id="refused for nothing",
        ),
        pytest.param(
            [edit("a", editor="eva"), edit("x", outcome=REFUSED, editor="eva")],
            final("a"),
            "eva read version 0 after 1",
            id="does not read what they wrote",
        ),
    ],
)
def test_a_fault_is_found(edits: list[Edit], end: dict[str, Final], said: str):
    assert any(one.startswith(said) for one in faults(edits, end))


def test_edits_of_a_text_that_is_gone_were_overwritten():
    assert "a was overwritten" in faults([edit("a")], {})
