"""A declaration is kept and read back as it was, and every change of it shows in its fingerprint."""

from __future__ import annotations

import json
from dataclasses import replace

from tests.desks.casework.kinds.trial_house import HOUSE
from tests.desks.casework.kinds.trial_psp import TRIAL

from samvirke.desks.casework.engine.declaration import CaseType, Stage
from samvirke.desks.casework.engine.questions import LongText, ShortText
from samvirke.desks.casework.engine.stored import fingerprint, read, stored
from samvirke.desks.casework.engine.versions import carried, lost


def _with(*questions: object, **changes: object) -> CaseType:
    section = replace(HOUSE.sections[0], questions=questions)  # type: ignore[arg-type]  # whatever the test asks
    return replace(HOUSE, sections=(section,), **changes)  # type: ignore[arg-type]


def test_a_declaration_comes_back_as_it_was_stored():
    for declared in (TRIAL, HOUSE):
        assert read(json.loads(json.dumps(stored(declared)))) == declared


def test_what_a_default_says_is_left_out():
    assert stored(Stage("a", "A")) == {"is": "Stage", "name": "a", "title": "A"}


def test_a_change_shows_in_the_fingerprint_and_the_same_again_does_not():
    assert fingerprint(HOUSE) == fingerprint(replace(HOUSE))
    changed = [replace(HOUSE, summary="Else."), replace(HOUSE, version=2), _with(ShortText("text", "Text"))]
    assert len({fingerprint(HOUSE), *map(fingerprint, changed)}) == 4


def test_a_question_is_followed_through_later_versions():
    second = _with(LongText("words", "Words"), version=2, renamed={"matter.text": "matter.words"})
    third = _with(LongText("said", "Said"), version=3, renamed={"matter.words": "matter.said"})
    fourth = _with(LongText("else", "Else"), version=4, dropped=("matter.said",))
    assert carried("matter.text", [second]) == "matter.words"
    assert carried("matter.text", [second, third]) == "matter.said"
    assert carried("matter.text", [second, third, fourth]) is None
    assert carried("matter.other", [second, third, fourth]) == "matter.other"


def test_a_version_that_loses_a_question_without_a_word_is_careless():
    silent = _with(LongText("words", "Words"), version=2)
    assert lost(HOUSE, silent) == ["matter.text"]
    assert lost(HOUSE, replace(silent, renamed={"matter.text": "matter.words"})) == []
    assert lost(HOUSE, replace(silent, dropped=("matter.text",))) == []
