"""A careless declaration gets plain sentences back, one for each thing that is wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.desks.casework.kinds.trial_house import HOUSE
from tests.desks.casework.kinds.trial_psp import TRIAL

from samvirke.desks.casework.engine.declaration import CaseType, Clock, Outcome, Role, Section, Stage, Until
from samvirke.desks.casework.engine.faults import faults
from samvirke.desks.casework.engine.questions import AtMost, Choice, Day, LongText, ShortText

_NOTES = (ShortText("notes", "Notes"),)


def _stages(*stages: Stage) -> dict[str, Any]:
    return {"stages": (*stages, HOUSE.stages[1]), "counts": ()}


def _section(**changes: Any) -> dict[str, Any]:
    return {"sections": (replace(HOUSE.sections[0], **changes),)}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        pytest.param({"basis": "goodwill"}, "say on what lawful basis: no basis is called goodwill", id="no basis"),
        pytest.param({"owner": ()}, "say which kind of agency opens it", id="nobody opens it"),
        pytest.param({"joined_by": ("army",)}, "no kind of agency is called army", id="an unknown agency"),
        pytest.param({"summary": " "}, "say in a sentence what it is for", id="no summary"),
        pytest.param({"refers_to": ("nowhere",)}, "it refers to nowhere, which is no kind of case", id="nowhere"),
        pytest.param(
            {"counts": ("closed: lost",)}, "it counts “closed: lost”, which never happens", id="no such count"
        ),
        pytest.param(_section(by=()), "say which kind of agency writes in matter", id="nobody writes"),
        pytest.param(_section(by=("police",)), "police writes in matter but takes no part", id="a stranger writes"),
        pytest.param(_section(questions=()), "matter asks nothing", id="no question"),
        pytest.param(_section(readers=("king",)), "matter is for king, which is no role", id="an unknown role"),
        pytest.param(
            _section(questions=(LongText("text", "Text", matter="health"),)),
            "matter.text is about health but everyone on the case reads matter: name its readers",
            id="health for everyone",
        ),
        pytest.param(
            _section(questions=(ShortText("risk_level", "Risk"),)),
            "risk_level would put a number or a rank on a person; the product does not",
            id="a rank",
        ),
        pytest.param(
            _section(questions=(*_NOTES, *_NOTES)), "two things are called notes (question in matter)", id="twice"
        ),
        pytest.param(
            _section(questions=(ShortText("My notes", "Notes"),)),
            "My notes is no name for a question in matter: write small letters and underscores",
            id="a name with a capital",
        ),
        pytest.param(
            _section(questions=(Choice("kind", "Kind", (("a", "A"),)),)), "matter.kind offers no choice", id="no choice"
        ),
        pytest.param(
            _section(questions=(LongText("view", "View", assessment=True),)),
            "matter.view is an assessment: its name should say so",
            id="a hidden assessment",
        ),
        pytest.param(
            _section(questions=(Day("to", "To", at_most=AtMost(5, "matter.from", "a law")),)),
            "matter.to counts from matter.from, which is no day of the form",
            id="a maximum from nothing",
        ),
        pytest.param(_stages(Stage("received", "Received")), "closed cannot be reached", id="out of reach"),
        pytest.param(
            _stages(Stage("received", "Received")),
            "received leads nowhere and ends nothing: give it outcomes",
            id="leads nowhere",
        ),
        pytest.param(
            _stages(Stage("received", "R", leads_to=("closed", "moon"))),
            "received leads to moon, which is no stage",
            id="an unknown stage",
        ),
        pytest.param(
            _stages(Stage("received", "R", leads_to=("closed",), outcomes=(Outcome("x", "X"),))),
            "received both ends the case and leads on",
            id="ends and leads on",
        ),
        pytest.param(
            {"stages": (Stage("received", "R", leads_to=("received",)),), "counts": ()},
            "it never ends: give a last stage outcomes",
            id="never ends",
        ),
        pytest.param(
            _stages(Stage("received", "R", leads_to=("closed",), needs=("matter.age",))),
            "received needs matter.age, which is no question",
            id="needs nothing there is",
        ),
        pytest.param(
            _stages(Stage("received", "R", leads_to=("closed",), clock=Clock(0, "days", "a law"))),
            "the clock of received is no length of time",
            id="no time",
        ),
        pytest.param(
            _stages(Stage("received", "R", leads_to=("closed",), clock=Clock(3, "days", ""))),
            "say who gives received its time",
            id="nobody gives the time",
        ),
        pytest.param(
            _stages(Stage("received", "R", leads_to=("closed",), clock=Until("matter.text"))),
            "received lasts until matter.text, which is no day of the form",
            id="until no day",
        ),
        pytest.param(
            _stages(Stage("received", "R", leads_to=("closed",), clock_of="police")),
            "the clock of received is that of police, which takes no part",
            id="a stranger's clock",
        ),
        pytest.param(
            _stages(Stage("received", "R", leads_to=("closed",), crosses="all")),
            "received lets all cross",
            id="everything crosses",
        ),
        pytest.param(
            _stages(Stage("received", "R", leads_to=("closed",), purpose="curiosity")),
            "received serves curiosity, which is no purpose",
            id="curiosity",
        ),
        pytest.param(
            _stages(Stage("received", "R", leads_to=("closed",), purpose="investigation")),
            "received serves investigation, which its basis does not",
            id="investigation",
        ),
        pytest.param(
            {"people": (Role("child", "Child", "bad"),)}, "say what part child has in the matter", id="no character"
        ),
        pytest.param(
            {"people": (Role("child", "Child", "child", ages=(17, 10)),)}, "the ages of child run backwards", id="ages"
        ),
        pytest.param(
            {"people": (Role("child", "Child", "child", guardian_below=18),)},
            "child needs a guardian, who has no role",
            id="no guardian",
        ),
        pytest.param(
            {"renamed": {"matter.old": "matter.new"}},
            "matter.old is renamed to matter.new, which is no question",
            id="renamed to nothing",
        ),
        pytest.param({"dropped": ("matter.text",)}, "matter.text is dropped and yet asked", id="dropped and asked"),
        pytest.param(
            {"basis": "consent"},
            "consent asks for the consent of subject: ask yes or no to subject_consents",
            id="no consent",
        ),
    ],
)
def test_a_careless_declaration_is_told_what_is_wrong(changes: dict[str, Any], sentence: str):
    assert sentence in faults(replace(HOUSE, **changes), frozenset({"trial-house"}))


@pytest.mark.parametrize("declared", [TRIAL, HOUSE], ids=lambda one: one.name)
def test_a_careful_declaration_has_no_faults(declared: CaseType):
    assert faults(declared, frozenset({"trial-psp", "trial-house"})) == []


def test_a_section_of_that_name_is_found_and_another_is_not():
    assert isinstance(TRIAL.section("enquiry"), Section)
    for wrong in (lambda: TRIAL.section("x"), lambda: TRIAL.stage("x"), lambda: TRIAL.role("x")):
        with pytest.raises(LookupError, match="“x”"):
            wrong()
    with pytest.raises(LookupError):
        TRIAL.question("enquiry.nothing")
