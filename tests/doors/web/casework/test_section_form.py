"""The form of a section: every kind of question, faults at their question, and two people writing at once."""

from __future__ import annotations

import pytest
from tests.desks.casework.conftest import again
from tests.doors.web.casework.test_one_case import address, main_of
from tests.doors.web.places import read, text_of

from samvirke.desks.casework.commands.write_section import write_section
from samvirke.desks.casework.models import Contribution

FULL = {
    "q-reason": "noise",
    "q-events": "4",
    "q-kind": "harm",
    "q-seen_by": ["patrol", "nurse"],
    "q-urgent": "no",
    "q-first_on": "2024-01-01",
    "q-last_on": "2024-02-01",
}


@pytest.fixture
def line(world):
    return world.worker("police", "coordinator", "line")


@pytest.fixture
def karim(world):
    return world.worker("municipality", "case-leader", "karim")


@pytest.fixture
def case(shared, line, karim):
    return shared(line, karim)


@pytest.fixture
def form(browse, line, case):
    """The form of the enquiry, as the police have it open."""
    client, where = browse(again(line)), address(case, "section", "enquiry")

    def asked(**sent):
        return client.post(where, sent) if sent else client.get(where)

    return asked


def stored(case) -> dict[str, object]:
    return Contribution.objects.get(case=case, section="enquiry").answers


def test_every_kind_of_question_is_asked_in_its_own_way_and_stored_as_it_was_meant(form, case):
    page = read(form())
    kinds = {one.get("name"): one.get("type") for one in page.xpath("//main//input[@name]")}
    assert kinds["q-urgent"] == kinds["q-kind"] == "radio"
    assert (kinds["q-seen_by"], kinds["q-first_on"]) == ("checkbox", "date")
    assert form(version="1", **FULL).status_code == 302
    assert stored(case) == {
        "reason": "noise",
        "events": 4,
        "kind": "harm",
        "seen_by": ["patrol", "nurse"],
        "urgent": False,
        "first_on": "2024-01-01",
        "last_on": "2024-02-01",
    }


def test_what_was_stored_stands_in_the_form_and_a_question_can_be_left_unanswered_again(form, case):
    form(version="1", **FULL)
    page = read(form())
    assert page.xpath("//input[@id='q-urgent-no']/@checked")
    assert page.xpath("//input[@id='q-kind-harm']/@checked")
    assert len(page.xpath("//input[@name='q-seen_by'][@checked]")) == 2
    form(version="2", **(FULL | {"q-urgent": "", "q-seen_by": []}))
    assert {"urgent", "seen_by"} & set(stored(case)) == set()


def test_a_fault_stands_at_its_question_and_what_was_typed_stays(form, case):
    answer = form(version="1", **(FULL | {"q-events": "many", "q-last_on": "2027-01-01", "q-reason": "shouting"}))
    assert answer.status_code == 422
    faulty = [text_of(one) for one in read(answer).find_class("faulty")]
    assert [one.split(" ")[0] for one in faulty] == ["Events", "Last"]
    assert "Write a whole number, 0 or more." in faulty[0]
    assert 'value="shouting"' in answer.content.decode()
    assert 'value="many"' in answer.content.decode()
    assert stored(case)["events"] == 6


def test_who_comes_second_overwrites_nothing_unseen_and_loses_nothing(form, case, line):
    answers = {"reason": "the neighbour's words", "events": 6, "urgent": True}
    write_section(again(line), case=case, section="enquiry", answers=answers, version=1)
    answer = form(version="1", **FULL)
    assert answer.status_code == 422
    told = main_of(answer)
    assert "Somebody else has changed this section since you opened it." in told
    assert "Stands in the case now: the neighbour's words" in told
    assert stored(case)["reason"] == "the neighbour's words"
    page = read(answer)
    assert page.xpath("//input[@name='q-reason']/@value") == ["noise"]
    (version,) = page.xpath("//input[@name='version']/@value")
    assert form(version=version, **FULL).status_code == 302
    assert stored(case)["reason"] == "noise"


@pytest.mark.parametrize("section", ["support", "talks-of-others", "own_notes"])
def test_a_section_that_is_not_ones_own_has_no_form(section, browse, line, case):
    assert browse(again(line)).get(address(case, "section", section)).status_code == 404


def test_the_other_agency_has_no_form_for_this_one(browse, karim, case):
    client = browse(again(karim))
    assert client.get(address(case, "section", "enquiry")).status_code == 404
    assert client.post(address(case, "section", "enquiry"), {"version": "1"} | FULL).status_code == 404
    assert stored(case)["reason"] == "noise at night"


def test_a_confidential_section_says_so(browse, line, case):
    told = main_of(browse(again(line)).get(address(case, "section", "talks")))
    assert "it never crosses to another agency" in told
