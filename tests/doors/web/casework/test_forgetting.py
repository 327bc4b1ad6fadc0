"""How deletion stands, on the screen: numbers and reasons, and the archive's answer for one's own cases alone."""

from __future__ import annotations

import pytest
from tests.desks.casework.conftest import World, again
from tests.doors.web.casework.conftest import Browse
from tests.doors.web.places import read

from samvirke.desks.casework.models import Case, PeriodInUse
from samvirke.foundation.clock import today
from samvirke.handovers.case_end import move_on

_PAGE = "/districts/fjordkredsen/cases/forgetting/"


@pytest.fixture
def leader(world: World):
    return world.worker("police", "case-leader", "leader")


@pytest.fixture
def closed(world: World, shared) -> Case:
    line = world.worker("police", "coordinator", "line")
    case = shared(line, world.worker("municipality", "case-leader", "karim"))
    move_on(again(line), case=case, to="closed", version=case.version, outcome="helped")
    case.refresh_from_db()
    return case


def test_nothing_closed_says_so_in_every_group(browse: Browse, leader):
    text = browse(leader).get(_PAGE).content.decode()
    for empty in ("Nothing is past its time.", "Every closed case has a period.", "No closed case waits"):
        assert empty in text


def test_a_case_past_its_time_is_named_by_number_with_how_late_it_is_and_what_holds_it(browse, leader, closed):
    Case.objects.update(keep_until=today().replace(day=1))
    text = " ".join(read(browse(leader).get(_PAGE)).text_content().split())
    assert closed.label in text
    assert "19 days past its time" in text
    assert "It is not settled whether it is to be preserved" in text
    assert "Mikkelsen" not in text


def test_a_case_without_a_period_says_so_and_where_to_enter_one(browse, leader, closed):
    PeriodInUse.objects.all().delete()
    Case.objects.update(keep_until=None)
    text = browse(leader).get(_PAGE).content.decode()
    assert "no period has been entered" in text


def test_the_archives_answer_is_given_for_ones_own_case(browse, leader, closed, world):
    address = f"{_PAGE}{closed.pk}"
    stranger = world.worker("municipality", "case-leader", "karim")
    assert browse(stranger).post(address, {"archive": "delivered"}).status_code == 404
    assert browse(leader).post(address, {"archive": "burnt"}).status_code == 422
    assert browse(leader).post(address, {"archive": "delivered"}).status_code == 302
    closed.refresh_from_db()
    assert closed.archive == "delivered"


def test_another_agency_sees_nothing_of_it(browse, world, closed):
    karim = world.worker("municipality", "case-leader", "karim")
    assert closed.label not in browse(karim).get(_PAGE).content.decode()
