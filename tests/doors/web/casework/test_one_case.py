"""The page of one case over HTTP: what its people see, what other agencies see, and what nobody may learn."""

from __future__ import annotations

import pytest
from django.urls import reverse
from tests.desks.casework.conftest import again, in_days
from tests.doors.web.places import read, text_of

from samvirke.desks.casework.commands.disclose import disclose
from samvirke.desks.casework.commands.seal import seal
from samvirke.desks.casework.models import Case, Member
from samvirke.handovers.case_alarms import break_in

WHY = "The right support needs to know how often."
PAGES = ("case", "people", "access", "move", "disclose", "print", "meeting", "shared")


def address(case: Case, name: str = "case", *rest: object) -> str:
    """A page of the case."""
    return reverse(f"cases-{name}", args=[case.district_id, case.pk, *rest])


@pytest.fixture
def line(world):
    return world.worker("police", "coordinator", "line")


@pytest.fixture
def karim(world):
    return world.worker("municipality", "case-leader", "karim")


@pytest.fixture
def case(shared, line, karim):
    return shared(line, karim)


def given(actor, case, world, fields=("enquiry.events",), kind="municipality"):
    """A disclosure to an agency that takes part."""
    return disclose(
        again(actor),
        case=case,
        receivers=[world.agency(kind)],
        fields=list(fields),
        necessity=WHY,
        expires_at=in_days(60),
        confirmed=True,
    )[0]


def main_of(answer) -> str:
    return text_of(read(answer).get_element_by_id("main"))


@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_a_case_opens_for_whoever_leads_it(page, browse, line, case):
    assert browse(again(line)).get(address(case, page)).status_code == 200


def test_the_page_says_whom_it_is_about_and_how_far_it_has_come(browse, line, case):
    page = read(browse(again(line)).get(address(case)))
    assert text_of(page.find(".//h1")).startswith("Mads Mikkelsen Holt, ")
    states = [one.get("class") for one in page.find_class("stages")[0]]
    assert states == ["stage-done", "stage-done", "stage-here", "stage-next"]


def test_another_agency_sees_that_a_section_exists_and_nothing_of_it(browse, karim, case):
    told = main_of(browse(again(karim)).get(address(case)))
    assert "The section exists, but you cannot see it." in told
    assert "(section 115(4))" in told
    assert "Mads" not in told
    assert "noise at night" not in told
    assert "Own notes" not in told
    assert "Talks" not in told


def test_what_was_disclosed_stands_with_through_what_why_and_until_when(browse, line, karim, case, world):
    given(line, case, world)
    page = read(browse(again(karim)).get(address(case)))
    part = page.find_class("part-disclosed")[0]
    assert "6" in text_of(part.find_class("fields")[0])
    assert "sees 1 field through V-0001" in text_of(part)
    assert WHY in text_of(part)
    assert "may not be used for investigation" in text_of(part)


@pytest.mark.parametrize("page", PAGES)
def test_a_stranger_finds_no_page_of_it(page, browse, case, world):
    stranger = world.worker("municipality", "caseworker", "stranger")
    other = world.worker("region", "case-leader", "other")
    for one in (stranger, other):
        answer = browse(one).get(address(case, page))
        assert answer.status_code == 404
        assert case.label not in answer.content.decode()


def test_a_case_of_another_district_is_not_found_under_this_one(browse, line, case, dale):
    elsewhere = address(case).replace(case.district_id, dale.pk)
    assert browse(again(line)).get(elsewhere).status_code == 404


def test_a_sealed_case_is_gone_for_everybody_else_at_once(browse, line, karim, case):
    client = browse(again(karim))
    assert client.get(address(case)).status_code == 200
    seal(again(line), case=case, reason="a threat against the family")
    assert [client.get(address(case, page)).status_code for page in PAGES] == [404] * len(PAGES)
    assert "The case is sealed" in main_of(browse(again(line)).get(address(case)))


def test_what_happened_since_the_last_visit_is_marked_once(browse, line, karim, case, world):
    client = browse(again(karim))
    client.get(address(case))
    given(line, case, world)
    told = main_of(client.get(address(case)))
    assert "Since your last visit" in told
    assert "1 change" in told
    assert "Since your last visit" not in main_of(client.get(address(case)))


def test_somebody_who_only_leads_casework_sees_number_and_kind_and_puts_a_colleague_on_it(browse, case, world):
    boss = world.worker("municipality", "case-leader", "boss")
    nurse = world.worker("municipality", "caseworker", "nurse")
    client = browse(boss)
    told = main_of(client.get(address(case)))
    assert case.label in told
    assert "Mads" not in told
    assert "Enquiry" not in told
    sent = {"deed": "assign", "account": nurse.id, "reason": "visits the flat"}
    assert client.post(address(case), sent).status_code == 302
    assert Member.objects.filter(case=case, account_id=nurse.id).exists()
    assert client.post(address(case), {"deed": "seal", "reason": "because"}).status_code == 404


def test_the_page_says_until_when_the_case_is_kept_and_who_decided_it(browse, line, case):
    told = main_of(browse(again(line)).get(address(case)))
    assert "deleted 30 days after it is closed" in told
    assert "a test" in told


def test_whoever_broke_the_glass_reads_and_finds_nothing_to_press(browse, case, world):
    ole = world.worker("police", "duty-officer", "ole")
    assert browse(ole).get(address(case)).status_code == 404
    text = "A call about him right now, nobody else is on duty."
    break_in(again(ole), case=case, reason="danger-to-life", text=text)
    client = browse(again(ole))
    page = read(client.get(address(case)))
    assert "You are reading because it could not wait" in text_of(page)
    assert "noise at night" in text_of(page)
    assert page.get_element_by_id("main").xpath(".//form | .//*[@class='disclose']") == []
    assert client.get(address(case, "section", "enquiry")).status_code == 404
    assert client.get(address(case, "disclose")).status_code == 404
    sent = {"deed": "give-task", "text": "call", "agency": world.agency("police").pk, "due": "2024-09-01"}
    assert client.post(address(case), sent).status_code == 404
