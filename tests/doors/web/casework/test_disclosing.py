"""Disclosing through the page: what may cross, the preview by the rule that decides, the deed, the way back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.desks.casework.conftest import again
from tests.doors.web.casework.test_one_case import address, given, main_of
from tests.doors.web.places import read, text_of

from samvirke.desks.casework.commands.begin import begin
from samvirke.desks.casework.models import Ask, Disclosure, Referral
from samvirke.foundation.clock import now
from samvirke.trust.audit.models import Line

WHY = "The right support needs to know how often."


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
def form(world):
    """What somebody sends with the panel."""

    def filled(**other):
        sent = {
            "deed": "send",
            "fields": ["enquiry.events"],
            "receivers": [world.agency("municipality").pk],
            "necessity": WHY,
            "expires": (now() + timedelta(days=30)).date().isoformat(),
            "confirmed": "yes",
        }
        return sent | other

    return filled


def test_purpose_and_basis_are_fixed_and_what_may_not_cross_says_why(browse, line, case):
    page = read(browse(again(line)).get(address(case)))
    panel = page.find_class("disclose")[0]
    assert "Help for socially vulnerable people (PSP)" in text_of(panel)
    assert "Follows from the step of the case and cannot be changed here." in text_of(panel)
    closed = panel.find_class("closed")
    assert [text_of(one) for one in closed] == ["What was said“Talks” is confidential and never crosses."]
    assert all(one.get("disabled") is not None for one in closed[0].iter("input"))
    assert panel.xpath(".//select | .//input[@name='purpose' or @name='basis']") == []
    assert [one.get("checked") for one in panel.xpath(".//input[@name='fields']")] == [None] * 5


def test_the_preview_says_who_sees_what_until_when_and_stores_nothing(browse, line, case, form):
    for page in ("preview", "disclose"):
        told = browse(again(line)).post(address(case, page), form(deed="preview")).content.decode()
        assert "sees 1 field until" in told
        assert "After that they are gone for" in told
        assert "may not be used for investigation" in told
    assert not Disclosure.objects.exists()


def test_a_preview_reads_no_case_into_the_trail_and_is_for_nobody_else(browse, line, karim, case, form, world):
    client = browse(again(line))
    before = Line.objects.count()
    assert client.post(address(case, "preview"), form()).status_code == 200
    assert Line.objects.count() == before
    stranger = world.worker("municipality", "caseworker", "stranger")
    assert browse(stranger).post(address(case, "preview"), form()).status_code == 404


def test_the_preview_and_the_deed_give_the_same_reasons_against(browse, line, case, form):
    client, sent = browse(again(line)), form(necessity="because", confirmed="")
    foreseen = read(client.post(address(case, "preview"), sent)).xpath("//ul/li")
    refused = client.post(address(case, "disclose"), sent)
    assert refused.status_code == 422
    assert len(foreseen) == 2
    assert [text_of(one) for one in foreseen if text_of(one) not in main_of(refused)] == []
    assert ">because</textarea>" in refused.content.decode()
    assert not Disclosure.objects.exists()


def test_who_has_to_approve_is_said_by_name_before_it_is_sent(browse, shared, line, world, form, karim):
    case = shared(line, karim, born="")
    world.worker("police", "case-leader", "Vibeke")
    told = browse(again(line)).post(address(case, "preview"), form()).content.decode()
    assert "Vibeke has to approve it first." in told
    assert "under 18, or of unknown age" in told
    assert "Send for approval" in told


def test_a_disclosure_is_sent_read_called_back_and_let_go_of(browse, line, karim, case, form):
    assert browse(again(line)).post(address(case, "disclose"), form()).status_code == 302
    (made,) = Disclosure.objects.all()
    one = address(case, "disclosure", made.pk)
    theirs = browse(again(karim))
    assert WHY in main_of(theirs.get(one))
    assert browse(again(line)).post(one, {"deed": "recall", "reason": ""}).status_code == 422
    assert browse(again(line)).post(one, {"deed": "recall", "reason": "the neighbour"}).status_code == 302
    told = main_of(theirs.get(address(case)))
    assert "has called back V-0001" in told
    assert "It has been emptied." in main_of(theirs.get(one))
    assert theirs.post(one, {"deed": "acknowledge"}).status_code == 302
    made.refresh_from_db()
    assert made.acknowledged_at is not None


def test_another_agency_cannot_call_back_what_it_received(browse, line, karim, case, world):
    made = given(line, case, world)
    sent = {"deed": "recall", "reason": "we would rather not"}
    assert browse(again(karim)).post(address(case, "disclosure", made.pk), sent).status_code == 404
    made.refresh_from_db()
    assert made.state == "given"


def test_a_disclosure_to_another_agency_has_no_page_here(browse, line, karim, case, world):
    given(line, case, world)
    waits = Disclosure.objects.get()
    Disclosure.objects.filter(pk=waits.pk).update(state="waiting", given_at=None)
    assert browse(again(karim)).get(address(case, "disclosure", waits.pk)).status_code == 404


def test_an_agency_asks_and_is_answered_by_a_disclosure(browse, line, karim, case, form, world):
    theirs, ours = browse(again(karim)), browse(again(line))
    where = {"section": "enquiry", "holder": world.agency("police").pk}
    assert theirs.get(address(case, "ask"), where).status_code == 200
    assert theirs.post(address(case, "ask"), where | {"why": " "}).status_code == 422
    assert theirs.post(address(case, "ask"), where | {"why": "how often it is"}).status_code == 302
    asked = Ask.objects.get()
    told = ours.get(address(case)).content.decode()
    assert "how often it is" in told
    assert f"?ask={asked.pk}" in told
    assert "how often it is" in main_of(ours.get(address(case, "disclose"), {"ask": asked.pk}))
    assert ours.post(address(case, "disclose"), form(ask=str(asked.pk))).status_code == 302
    asked.refresh_from_db()
    assert (asked.state, asked.answers.count()) == ("answered", 1)


def test_a_question_is_declined_without_a_reason(browse, line, karim, case, world):
    where = {"section": "enquiry", "holder": world.agency("police").pk, "why": "how often"}
    browse(again(karim)).post(address(case, "ask"), where)
    asked = Ask.objects.get()
    assert browse(again(karim)).post(address(case, "decline", asked.pk)).status_code == 422
    assert browse(again(line)).post(address(case, "decline", asked.pk)).status_code == 302
    told = main_of(browse(again(karim)).get(address(case)))
    assert "declined on" in told


@pytest.mark.parametrize("section", ["talks", "own_notes", "nothing", "support"])
def test_nobody_asks_for_what_they_may_not_know_of(section, browse, karim, case, world):
    where = {"section": section, "holder": world.agency("police").pk, "why": "please"}
    assert browse(again(karim)).post(address(case, "ask"), where).status_code == 404


def test_a_matter_is_referred_to_one_agency_at_a_time(browse, line, case, form):
    client = browse(again(line))
    page = read(client.get(address(case, "disclose"), {"refer": "trial-house"}))
    assert page.xpath("//select[@name='refer']/option/@value") == ["trial-house"]
    assert client.post(address(case, "disclose"), form(refer="trial-house", receivers=[])).status_code == 422
    assert client.post(address(case, "disclose"), form(refer="trial-house")).status_code == 302
    assert Referral.objects.get().to_type == "trial-house"


def test_where_nobody_else_takes_part_the_panel_says_what_to_do(browse, world):
    mona = world.worker("police", "coordinator", "mona")
    alone = begin(mona, agency=world.agency("police"), district=world.district, case_type="trial-psp", reason="on duty")
    told = main_of(browse(again(mona)).get(address(alone)))
    assert "No other agency takes part. Invite one before anything can be disclosed." in told
    assert "Nothing crosses to another agency at this stage." in told


def test_after_ten_minutes_the_form_asks_who_one_is_and_keeps_what_was_typed(browse, line, case, form):
    client = browse(again(line))
    client.get(address(case))
    session = client.session
    session["proved"] = session["began"] = (now() - timedelta(minutes=11)).timestamp()
    session.save()
    answer = client.post(address(case, "disclose"), form())
    assert answer.status_code == 422
    assert "since you proved who you are" in main_of(answer)
    assert WHY in answer.content.decode()
    assert not Disclosure.objects.exists()
