"""Whoever was found too close to a case is shown to the supervisor when they read about its people elsewhere."""

from __future__ import annotations

import pytest
from tests.desks.casework.conftest import World, account_of, again

from samvirke.desks.casework.commands.assign import assign
from samvirke.desks.casework.commands.note_conflict import note_conflict
from samvirke.desks.casework.models import Case
from samvirke.desks.casework.queries.case_view import case_view
from samvirke.foundation.words import Said
from samvirke.handovers.case_oversight import review_with_cases
from samvirke.handovers.case_people import name_person
from samvirke.trust.access.actor import Actor
from samvirke.trust.oversight.queries.review import OWN_NETWORK

CPR = "010180-0008"


@pytest.fixture
def line(world: World) -> Actor:
    return world.worker("police", "coordinator", "line")


@pytest.fixture
def rita(world: World) -> Actor:
    return world.worker("police", "caseworker", "rita")


def about(world: World, line: Actor, cpr: str, name: str) -> Case:
    """A case of Line's about somebody."""
    case = world.begin(again(line), "trial-psp")
    told = {"agency": world.agency("police"), "role": "citizen", "name": name, "cpr": cpr}
    name_person(again(line), case=case, **told)
    return case


def flagged(world: World, kind: str = "police") -> set[str]:
    """Who is shown to the agency's data protection officer for being close to the person."""
    officer = world.worker(kind, "privacy-officer", f"officer-{kind}")
    shown = review_with_cases(again(officer), world.district)
    return {one.name for one in shown if Said(OWN_NETWORK) in one.reasons}


def test_a_reading_about_somebody_close_is_shown_and_those_of_others_are_not(world: World, line: Actor, rita: Actor):
    first, second = about(world, line, CPR, "Mads Lund"), about(world, line, CPR, "Mads Lund")
    note_conflict(again(line), case=first, account=account_of(rita), kind="household")
    assign(again(line), case=second, account=account_of(rita), agency=world.agency("police"), reason="helps")
    assert flagged(world) == set()
    case_view(again(line), second.pk)
    case_view(again(rita), second.pk)
    assert flagged(world) == {"rita"}
    assert flagged(world, "municipality") == set()


def test_closeness_to_one_person_says_nothing_of_another(world: World, line: Actor, rita: Actor):
    first, second = about(world, line, CPR, "Mads Lund"), about(world, line, "311299-1234", "Bo Friis")
    note_conflict(again(line), case=first, account=account_of(rita), kind="colleague")
    assign(again(line), case=second, account=account_of(rita), agency=world.agency("police"), reason="helps")
    case_view(again(rita), second.pk)
    assert flagged(world) == set()
