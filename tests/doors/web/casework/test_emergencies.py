"""Opening a case that cannot wait: one answer for what is not there and what is not theirs, and a judgement after."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from tests.desks.casework.conftest import World
from tests.doors.web.casework.conftest import Browse, words
from tests.doors.web.places import read

from samvirke.desks.casework.models import BreakGlass, Case
from samvirke.foundation.clock import now
from samvirke.registers.outbox.models import Message
from samvirke.trust.audit.models import Line

_PAGE = "/districts/fjordkredsen/cases/emergencies/"
_NONE = "No case with this number can be opened by you."
_WHY = {"reason": "danger-to-life", "text": "He has just telephoned and says goodbye."}


@pytest.fixture
def case(world: World) -> Case:
    return world.begin(world.worker("police", "coordinator", "line"), "trial-psp")


@pytest.fixture
def duty(world: World):
    return world.worker("police", "duty-officer", "duty")


@pytest.fixture
def officer(world: World):
    return world.worker("police", "privacy-officer", "officer")


def sent(case: Case, **other: str) -> dict[str, str]:
    return {"number": case.label, "agency": case.owner_id, **_WHY, **other}


def open_one(client, **form: str):
    return client.post(f"{_PAGE}open", form)


def test_a_case_is_opened_for_three_hours_and_the_owner_is_told(world, browse: Browse, case, duty, officer):
    page = browse(duty).get(_PAGE)
    for said in ("three hours", "told at once", "judged within two working days"):
        assert said in page.content.decode()
    answer = open_one(browse(duty), **sent(case))
    assert answer.url == f"/districts/fjordkredsen/cases/{case.pk}/"
    broken = BreakGlass.objects.get()
    assert (broken.reason, broken.text) == (_WHY["reason"], _WHY["text"])
    assert Message.objects.filter(link=_PAGE).count() == 2
    (mine,) = read(browse(duty).get(_PAGE)).xpath("//section[@aria-labelledby='mine']//li")
    assert words(mine).startswith(f"{case.label} until ")
    assert browse(officer).get(f"{Message.objects.first().link}").status_code == 200


def test_an_unknown_number_and_a_forbidden_case_are_answered_alike(world, browse: Browse, case):
    stranger = world.worker("region", "caseworker", "stranger")
    forbidden = open_one(browse(stranger), **sent(case))
    absent = open_one(browse(stranger), **sent(case, number=f"{case.year}-9999"))
    assert forbidden.status_code == absent.status_code == 422
    assert _NONE in forbidden.content.decode()
    assert words(read(forbidden)) == words(read(absent))
    assert not BreakGlass.objects.exists()
    denied = Line.objects.filter(action="casework.break-glass", decision="deny")
    assert [one.actor for one in denied] == [stranger.id] * 2


@pytest.mark.parametrize("number", ["", "2024", "2024-", "x-1", "2024-0001-1", "99999-1", "2024-12345678"])
def test_what_is_no_number_is_no_case_either(number, world, browse: Browse, case, duty):
    answer = open_one(browse(duty), **sent(case, number=number))
    assert answer.status_code == 422
    assert _NONE in answer.content.decode()


@pytest.mark.parametrize("wrong", [{"reason": "curiosity"}, {"reason": ""}, {"text": "because"}])
def test_without_a_reason_nobody_learns_whether_there_is_a_case(wrong, world, browse: Browse, case, duty):
    there = open_one(browse(duty), **sent(case, **wrong))
    absent = open_one(browse(duty), **sent(case, **wrong, number="2024-9999"))
    for answer in (there, absent):
        assert answer.status_code == 422
        assert "The reason is missing." in answer.content.decode()
    assert read(there).xpath("//input[@id='number']/@value") == [case.label]
    assert not BreakGlass.objects.exists()


def test_a_case_that_is_open_to_them_already_is_simply_shown(world, browse: Browse, case):
    line = world.worker("police", "coordinator", "line")
    assert open_one(browse(line), **sent(case)).url == f"/districts/fjordkredsen/cases/{case.pk}/"
    assert not BreakGlass.objects.exists()


def test_who_does_not_work_with_cases_has_no_form(world, browse: Browse, case):
    secretary = world.worker("police", "secretary", "secretary")
    assert read(browse(secretary).get(_PAGE)).xpath("//main//form") == []
    assert _NONE in open_one(browse(secretary), **sent(case)).content.decode()
    assert not BreakGlass.objects.exists()


def test_a_form_that_is_sent_long_after_signing_in_leads_to_a_proof_first(world, browse: Browse, case, duty):
    client = browse(duty)
    client.get(_PAGE)
    session = client.session
    session["began"] = session["proved"] = now().timestamp() - 3600
    session.save()
    assert open_one(client, **sent(case)).url.startswith("/sign-in")
    assert not BreakGlass.objects.exists()


def test_the_data_protection_officer_judges_it_and_says_why(world, browse: Browse, case, duty, officer):
    open_one(browse(duty), **sent(case))
    broken = BreakGlass.objects.get()
    listed = browse(officer).get(_PAGE)
    assert "to be judged by" in listed.content.decode()
    assert _WHY["text"] not in listed.content.decode()
    judge = f"{_PAGE}{broken.pk}/"
    assert _WHY["text"] in browse(officer).get(judge).content.decode()
    assert Line.objects.filter(action="casework.review-glass", kind="read", actor=officer.id).exists()
    wrong = browse(officer).post(judge, {"verdict": "justified", "said": ""})
    assert wrong.status_code == 422
    assert read(wrong).xpath("//input[@name='verdict'][@checked]/@value") == ["justified"]
    assert browse(officer).post(judge, {"verdict": "justified", "said": "The patrol confirms it."}).url == _PAGE
    broken.refresh_from_db()
    assert broken.verdict == "justified"
    assert "Justified" in browse(officer).get(_PAGE).content.decode()
    assert "The patrol confirms it." in browse(officer).get(judge).content.decode()


def test_what_was_not_judged_in_two_working_days_is_late(world, browse: Browse, case, duty, officer):
    open_one(browse(duty), **sent(case))
    long_ago = now().replace(year=now().year - 1)
    BreakGlass.objects.update(since=long_ago, until=long_ago + timedelta(hours=3))
    assert read(browse(officer).get(_PAGE)).xpath("//*[contains(@class,'state-overdue')]")


def test_who_leads_casework_sees_that_it_happened_and_judges_nothing(world, browse: Browse, case, duty):
    open_one(browse(duty), **sent(case))
    leader = world.worker("police", "case-leader", "leader")
    answer = browse(leader).get(_PAGE)
    assert case.label in answer.content.decode()
    assert "Judge it" not in answer.content.decode()
    judge = f"{_PAGE}{BreakGlass.objects.get().pk}/"
    assert browse(leader).get(judge).status_code == browse(leader).get(f"{_PAGE}{uuid.uuid4()}/").status_code == 404
    assert browse(leader).post(judge, {"verdict": "justified", "said": "fine"}).status_code == 404


def test_nobody_judges_what_they_did_themselves(world, browse: Browse, case, duty):
    world.worker("police", "privacy-officer", "duty")
    open_one(browse(duty), **sent(case))
    judge = f"{_PAGE}{BreakGlass.objects.get().pk}/"
    assert "Nobody judges what they did themselves." in browse(duty).get(judge).content.decode()
    assert browse(duty).post(judge, {"verdict": "justified", "said": "I was right."}).status_code == 422
    assert BreakGlass.objects.get().reviewed_at is None


def test_the_officer_of_another_agency_sees_nothing(world, browse: Browse, case, duty):
    open_one(browse(duty), **sent(case))
    other = world.worker("municipality", "privacy-officer", "other")
    assert case.label not in browse(other).get(_PAGE).content.decode()
    assert browse(other).get(f"{_PAGE}{BreakGlass.objects.get().pk}/").status_code == 404
