"""Referrals on the screen: read before they are taken on, and a receipt without content for the sender."""

from __future__ import annotations

import pytest
from tests.desks.casework.conftest import World, again, in_days
from tests.doors.web.casework.conftest import Browse, words
from tests.doors.web.places import read

from samvirke.desks.casework.commands.move import move
from samvirke.desks.casework.commands.note_conflict import note_conflict
from samvirke.desks.casework.commands.recall import recall
from samvirke.desks.casework.models import Case, Disclosure, Referral
from samvirke.trust.audit.models import Line
from samvirke.trust.identity.models import Account

_LIST = "/districts/fjordkredsen/cases/referrals/"


@pytest.fixture
def line(world: World):
    return world.worker("police", "coordinator", "line")


@pytest.fixture
def karim(world: World):
    return world.worker("municipality", "case-leader", "karim")


def section(answer, name: str) -> str:
    return words(read(answer).xpath("//section[@aria-labelledby=$name]", name=name)[0])


def test_nothing_referred_says_what_would_come(world, browse: Browse, karim):
    answer = browse(karim).get(_LIST)
    assert "Nothing waits to be taken on." in section(answer, "waiting")
    assert "A matter is referred from the page of its case." in section(answer, "sent")


def test_the_list_says_from_whom_and_no_content(world, browse: Browse, line, karim, referred):
    sent = referred(line, karim)
    answer = browse(karim).get(_LIST)
    assert "House from" in section(answer, "waiting")
    assert "noise at night" not in answer.content.decode()
    assert read(answer).xpath("//th/a/@href")[0] == f"{_LIST}{sent.pk}/"


def test_the_content_is_read_before_it_is_taken_on_and_the_reading_stands_in_the_trail(
    world, browse: Browse, line, karim, referred
):
    sent = referred(line, karim)
    answer = browse(karim).get(f"{_LIST}{sent.pk}/")
    assert "noise at night" in section(answer, "content")
    assert "The flat is theirs to help with." in section(answer, "content")
    last = Line.objects.order_by("-seq").filter(action="casework.receive").first()
    assert (last.kind, last.actor) == ("read", karim.id)
    assert f"casework.referral:{sent.pk}" in last.things
    assert last.purpose == "psp"


def test_taken_on_it_is_a_case_of_their_own_and_the_sender_gets_a_receipt(world, browse: Browse, line, karim, referred):
    sent = referred(line, karim)
    wrong = browse(karim).post(f"{_LIST}{sent.pk}/accept", {"reason": ""})
    assert wrong.status_code == 422
    assert "It is not said why the case is opened." in section(wrong, "accept")
    answer = browse(karim).post(f"{_LIST}{sent.pk}/accept", {"reason": "social psychiatry"})
    case = Case.objects.get(type="trial-house")
    assert answer.url == f"/districts/fjordkredsen/cases/{case.pk}/"
    receipt = section(browse(line).get(_LIST), "sent")
    assert "Taken on" in receipt
    assert case.label in section(browse(karim).get(_LIST), "answered")
    move(again(karim), case=case, to="closed", version=1, outcome="known")
    assert "it was known already" in section(browse(line).get(_LIST), "sent")


def test_declined_it_needs_a_reason_which_the_sender_reads(world, browse: Browse, line, karim, referred):
    sent = referred(line, karim)
    wrong = browse(karim).post(f"{_LIST}{sent.pk}/decline", {"why": " "})
    assert "It is not said why it is declined." in section(wrong, "decline")
    answer = browse(karim).post(f"{_LIST}{sent.pk}/decline", {"why": "We know the family."})
    assert answer.url == f"{_LIST}#r-{sent.pk}"
    assert "Declined" in section(browse(line).get(_LIST), "sent")
    assert "We know the family. it was not taken up" in section(browse(line).get(_LIST), "sent")
    assert browse(karim).get(f"{_LIST}{sent.pk}/").status_code == 404


@pytest.mark.parametrize("way", ["recalled", "expired"])
def test_what_can_be_read_no_more_cannot_be_taken_on(way, world, browse: Browse, line, karim, referred):
    sent = referred(line, karim)
    if way == "recalled":
        recall(again(line), disclosure=sent.disclosure, reason="the wrong flat")
    else:
        Disclosure.objects.update(decided_at=in_days(-9), expires_at=in_days(-1))
    assert browse(karim).get(f"{_LIST}{sent.pk}/").status_code == 404
    assert browse(karim).post(f"{_LIST}{sent.pk}/accept", {"reason": "psychiatry"}).status_code == 404
    assert "It ended before it was answered." in section(browse(karim).get(_LIST), "answered")
    assert not Case.objects.filter(type="trial-house").exists()


def test_who_does_not_receive_for_the_agency_finds_no_referral(world, browse: Browse, line, karim, referred):
    sent = referred(line, karim)
    for stranger in (world.worker("municipality", "caseworker", "clerk"), world.worker("region", "case-leader")):
        assert "House" not in section(browse(stranger).get(_LIST), "waiting")
        assert browse(stranger).get(f"{_LIST}{sent.pk}/").status_code == 404
        for deed in ("accept", "decline"):
            assert browse(stranger).post(f"{_LIST}{sent.pk}/{deed}", {"reason": "x", "why": "x"}).status_code == 404
    assert Referral.objects.get().state == "sent"


def test_who_is_too_close_to_the_case_learns_nothing_of_the_referral(world, browse: Browse, line, karim, referred):
    sent = referred(line, karim)
    near = world.worker("municipality", "coordinator", "near")
    assert browse(near).get(f"{_LIST}{sent.pk}/").status_code == 200
    note_conflict(
        again(line), case=sent.disclosure.case, account=Account.objects.get(username="near"), kind="household"
    )
    assert browse(near).get(f"{_LIST}{sent.pk}/").status_code == 404
    assert "House" not in browse(near).get("/districts/fjordkredsen/cases/").content.decode()


def test_who_may_not_know_of_the_senders_case_sees_no_receipt(world, browse: Browse, line, karim, referred):
    sent = referred(line, karim)
    colleague = world.worker("police", "caseworker", "colleague")
    assert sent.disclosure.case.label not in browse(colleague).get(_LIST).content.decode()


def test_a_link_answers_nothing(world, browse: Browse, line, karim, referred):
    sent = referred(line, karim)
    for deed in ("accept", "decline"):
        assert browse(karim).get(f"{_LIST}{sent.pk}/{deed}").status_code == 405
