"""Whoever forgets a comma in a declaration is told where, instead of being shown a fault of the program."""

from __future__ import annotations

from dataclasses import replace

import pytest

from samvirke.desks.casework.engine.faults import faults
from samvirke.desks.casework.register import case_type, case_types

SAID = "is one thing where several are meant: write a comma before its last bracket"


def test_a_kind_of_agency_without_its_comma_is_found():
    assert faults(replace(case_type("mediation"), owner="police")) == [f"owner of mediation {SAID}"]


def test_a_question_and_a_stage_without_their_commas_are_found_where_they_stand():
    declared = case_type("mediation")
    section, stage = declared.sections[0], declared.stages[0]
    bare = replace(
        declared,
        sections=(replace(section, questions=section.questions[0]),),
        stages=(replace(stage, leads_to="offered"),),
    )
    assert faults(bare) == [f"questions of screening {SAID}", f"leads_to of screened {SAID}"]


@pytest.mark.parametrize("name", sorted(case_types()))
def test_no_declared_type_has_forgotten_one(name: str):
    assert [one for one in faults(case_types()[name]) if SAID in one] == []
