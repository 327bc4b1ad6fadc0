"""Forms of cases sent by hand, with what no page of ours would send."""

from __future__ import annotations

import pytest
from tests.desks.casework.conftest import again
from tests.doors.web.casework.test_one_case import address
from tests.doors.web.places import read, text_of

from samvirke.registers.persons.models import Person


@pytest.fixture
def line(world):
    return world.worker("police", "coordinator", "line")


@pytest.fixture
def case(world, shared, line):
    return shared(line, world.worker("municipality", "case-leader", "karim"))


@pytest.mark.parametrize("version", ["²", "٣", "9" * 5000, "-1", ""])
def test_a_version_that_is_none_moves_nothing_and_breaks_nothing(browse, line, case, version: str):
    sent = {"to": "closed", "outcome": "helped", "version": version}
    assert browse(again(line)).post(address(case, "move"), sent).status_code == 422
    case.refresh_from_db()
    assert case.is_open


@pytest.mark.parametrize("version", ["²", "", "9" * 30])
def test_a_form_without_its_version_overwrites_nothing(browse, line, case, version: str):
    sent = {"q-reason": "other", "version": version}
    assert browse(again(line)).post(address(case, "section", "enquiry"), sent).status_code == 422
    assert case.contributions.get(section="enquiry").answers["reason"] == "noise at night"


def test_a_number_longer_than_any_number_is_refused_in_words(browse, line, case):
    sent = {"q-reason": "noise", "q-events": "9" * 5000, "version": "1"}
    answer = browse(again(line)).post(address(case, "section", "enquiry"), sent)
    assert answer.status_code == 422
    assert "Write a whole number" in text_of(read(answer))


def test_the_field_of_necessity_says_who_reads_it(browse, line, case):
    page = read(browse(again(line)).get(address(case, "disclose")))
    assert "whoever receives it reads it" in text_of(page.get_element_by_id("necessity-hint"))


def test_whoever_is_taken_out_on_the_page_leaves_the_register(browse, line, case):
    sent = {"deed": "take-out", "involved": case.involved.get().pk}
    assert browse(again(line)).post(address(case, "people"), sent).status_code == 302
    assert not Person.objects.exists()
