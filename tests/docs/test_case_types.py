"""The pages on kinds of case say what is declared, none is left over, and the example to copy has no faults."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from samvirke.desks.casework.engine.declaration import CaseType
from samvirke.desks.casework.engine.faults import faults
from samvirke.desks.casework.engine.stored import read, stored
from samvirke.desks.casework.register import case_types
from samvirke.doors.cli.case_types.pages import case_type_pages
from samvirke.doors.cli.markdown import table

_DOCS = Path(__file__).resolve().parents[2] / "docs"
_HOW_TO = _DOCS / "how-to" / "add-a-case-type.md"


def page(name: str) -> str:
    return case_type_pages()[f"case-types/{name}.md"]


def row(text: str, name: str) -> list[str]:
    """The cells of the table row that names something."""
    (found,) = [line for line in text.splitlines() if line.startswith("|") and f"| `{name}` |" in line]
    return [cell.strip() for cell in found.strip("|").split("|")]


def example() -> CaseType:
    """What the first block of the how-to declares."""
    found = re.search(r"^```python\n(.*?)^```", _HOW_TO.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert found is not None
    names: dict[str, object] = {}
    exec(compile(found[1], str(_HOW_TO), "exec"), names)
    (declared,) = [thing for thing in names.values() if isinstance(thing, CaseType)]
    return declared


def test_no_page_is_left_over_from_a_kind_of_case_that_is_gone():
    there = {f"case-types/{file.name}" for file in (_DOCS / "reference" / "case-types").iterdir()}
    assert there == set(case_type_pages())


def test_the_example_of_the_how_to_has_no_faults_and_can_be_stored():
    declared = example()
    assert faults(declared, frozenset(case_types())) == []
    assert read(stored(declared)) == declared
    assert declared.name not in case_types()


def test_every_word_of_the_kit_that_the_how_to_names_is_there():
    kit = {"CaseType", "Role", "Section", "Stage", "Outcome", "Clock", "Until", "FromConfiguration"}
    told = set(re.findall(r"`(\w+)[`(]", _HOW_TO.read_text(encoding="utf-8")))
    assert kit <= told


@pytest.mark.parametrize("name", sorted(case_types()))
def test_every_page_shows_each_stage_question_role_and_outcome(name: str):
    declared, text = case_types()[name], page(name)
    asked = [one.name for section in declared.sections for one in section.questions]
    ends = [one.name for stage in declared.stages for one in stage.outcomes]
    assert [one for one in [*asked, *ends] if f"`{one}`" not in text] == []
    assert [stage.name for stage in declared.stages if f"`{stage.name}`" not in text] == []
    assert [role.title for role in declared.people if f"| {role.title} |" not in text] == []


@pytest.mark.parametrize("name", sorted(case_types()))
def test_every_way_from_stage_to_stage_is_in_the_chart_once(name: str):
    declared = case_types()[name]
    chart = page(name).split("```")[1]
    assert len(re.findall("─> ", chart)) == sum(len(stage.leads_to) for stage in declared.stages)


def test_a_clock_is_told_with_its_length_its_beginning_and_its_source():
    assert row(page("stalking"), "immediate")[2] == (
        "60 days from “Day the immediate order was served”, as far as possible (Restraining Orders Act, section 2 a)"
    )
    assert row(page("stalking"), "in_force")[2] == "until “The order is valid until”"
    assert row(page("stalking"), "asked")[2] == "as the district enters"
    assert row(page("alcohol-licence"), "hearing")[2] == "as the district enters; the deadline of a municipality"


def test_what_may_cross_is_told_with_its_purpose_and_its_basis():
    assert row(page("stalking"), "joint")[4] == (
        "exact fields, by disclosure (for “Protection by a restraining order”, on “Consent”)"
    )
    assert row(page("stalking"), "immediate")[4] == row(page("mediation"), "meeting")[4] == "nothing"


def test_a_limit_a_hint_and_a_judgement_are_told_beside_their_question():
    assert row(page("stalking"), "valid_until")[3].startswith(
        "At most 5 years after “Day of the ordinary decision” (Restraining Orders Act, section 5)."
    )
    assert "A professional's judgement." in row(page("stalking"), "risk_assessment")[3]
    assert row(page("staff-violence"), "justification")[3].startswith("About health:")


def test_whether_a_kind_of_case_ships_open_is_told_with_what_is_missing():
    assert "| As shipped | closed until the district enters an answer for “Consent” and 2 periods |" in page("stalking")
    assert "Confidence H, in use as shipped." in page("mediation")
    assert "out of use until a district answers for it" in page("event-permit")


def test_who_learns_what_of_an_ending_is_told():
    assert row(page("victim-support-referral"), "known")[2:] == [
        "that it was known already",
        "the case, as long as it is kept",
    ]


def test_the_list_links_every_kind_of_case():
    listed = re.findall(r"\]\((\S+)\.md\) \|", case_type_pages()["case-types/README.md"])
    assert sorted(listed) == sorted(case_types())


def test_a_bar_in_a_cell_does_not_break_the_table():
    assert table(("a", "b"), [("one | two", "three")]).splitlines()[-1] == "| one / two | three |"
