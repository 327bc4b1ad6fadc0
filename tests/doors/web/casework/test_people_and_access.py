"""Naming people and showing a number, colleagues and agencies, conflicts and the seal, through the pages of a case."""

from __future__ import annotations

import pytest
from django.urls import reverse
from tests.desks.casework.conftest import again
from tests.doors.web.casework.test_one_case import address, main_of
from tests.doors.web.places import read

from samvirke.desks.casework.models import Case, Conflict, Involved, Member, Participant
from samvirke.trust.audit.models import Line

CPR = "010180-0008"


@pytest.fixture
def line(world):
    return world.worker("police", "coordinator", "line")


@pytest.fixture
def karim(world):
    return world.worker("municipality", "case-leader", "karim")


@pytest.fixture
def case(shared, line, karim):
    return shared(line, karim)


def named(client, case, **other):
    sent = {"deed": "name", "role": "guardian", "name": "Grethe Holt", "cpr": CPR} | other
    return client.post(address(case, "people"), sent)


def test_a_number_is_hidden_until_somebody_asks_and_that_stands_in_the_trail(browse, line, case):
    client = browse(again(line))
    assert named(client, case).status_code == 302
    page = client.get(address(case, "people")).content.decode()
    assert "Grethe Holt" in page
    assert CPR not in page
    one = Involved.objects.get(case=case, role="guardian")
    shown = client.post(address(case, "number", one.pk))
    assert CPR in main_of(shown)
    assert shown.headers["Cache-Control"] == "no-store"
    assert Line.objects.filter(action="persons.show-cpr", decision="permit").count() == 1
    assert client.get(address(case, "number", one.pk)).status_code == 405
    assert CPR in client.post(address(case, "number", one.pk), headers={"HX-Request": "true"}).content.decode()


def test_a_number_that_cannot_be_is_refused_where_it_was_typed(browse, line, case):
    answer = named(browse(again(line)), case, cpr="999999-9999")
    assert answer.status_code == 422
    assert read(answer).xpath("//input[@id='name']/@value") == ["Grethe Holt"]
    assert not Involved.objects.filter(role="guardian").exists()


def test_a_number_of_somebody_else_renames_nobody_and_a_name_is_corrected_where_it_stands(browse, line, case):
    client, where = browse(again(line)), address(case, "people")
    named(client, case)
    refused = named(client, case, name="Else Juhl", role="citizen")
    assert refused.status_code == 422
    assert "does not have this CPR number under that name" in main_of(refused)
    one = Involved.objects.get(case=case, role="guardian")
    sent = {"deed": "correct", "involved": one.pk, "name": "Grethe Holt Lund", "born": "1980-01-01"}
    assert client.post(where, sent | {"name": " "}).status_code == 422
    assert client.post(where, sent | {"born": "1981-01-01"}).status_code == 422
    assert client.post(where, sent).status_code == 302
    assert "Grethe Holt Lund" in main_of(client.get(where))
    assert "corrected what is known of" in main_of(client.get(address(case)))
    assert Line.objects.filter(action="persons.correct", decision="permit").count() == 1
    assert Line.objects.filter(action="persons.find", decision="permit").count() == 2


def test_another_agency_sees_no_name_and_no_number(browse, line, karim, case):
    named(browse(again(line)), case)
    one = Involved.objects.get(case=case, role="guardian")
    theirs = browse(again(karim))
    assert "Grethe" not in theirs.get(address(case, "people")).content.decode()
    assert theirs.post(address(case, "number", one.pk)).status_code == 404
    for deed in ("take-out", "correct"):
        assert theirs.post(address(case, "people"), {"deed": deed, "involved": one.pk}).status_code == 404
    assert (
        browse(again(line)).post(address(case, "people"), {"deed": "take-out", "involved": one.pk}).status_code == 302
    )
    assert not Involved.objects.filter(pk=one.pk).exists()


def test_a_colleague_gets_access_for_a_reason_and_loses_it_at_once(browse, line, case, world):
    nina = world.worker("police", "caseworker", "nina")
    client, where = browse(again(line)), address(case, "access")
    assert browse(nina).get(address(case)).status_code == 404
    assert client.post(where, {"deed": "assign", "account": nina.id, "reason": " "}).status_code == 422
    assert client.post(where, {"deed": "assign", "account": nina.id, "reason": "on the night shift"}).status_code == 302
    theirs = browse(again(nina))
    assert theirs.get(address(case)).status_code == 200
    assert theirs.post(where, {"deed": "assign", "account": nina.id, "reason": "longer"}).status_code == 404
    member = Member.objects.get(case=case, account_id=nina.id)
    assert client.post(where, {"deed": "release", "member": member.pk}).status_code == 302
    assert theirs.get(address(case)).status_code == 404


def test_nobody_lets_in_or_ends_the_people_of_another_agency(browse, line, karim, case, world):
    client, where = browse(again(line)), address(case, "access")
    theirs = world.worker("municipality", "caseworker", "nurse")
    assert client.post(where, {"deed": "assign", "account": theirs.id, "reason": "why not"}).status_code == 422
    member = Member.objects.get(case=case, account_id=karim.id)
    assert client.post(where, {"deed": "release", "member": member.pk}).status_code == 422
    member.refresh_from_db()
    assert browse(again(karim)).get(address(case)).status_code == 200


def test_the_last_who_leads_it_stays(browse, line, case):
    member = Member.objects.get(case=case, account_id=line.id)
    answer = browse(again(line)).post(address(case, "access"), {"deed": "release", "member": member.pk})
    assert answer.status_code == 422
    assert "Nobody else leads the case." in main_of(answer)


def test_an_agency_is_invited_and_parted_with(browse, line, karim, case, world):
    client, where, region = browse(again(line)), address(case, "access"), world.agency("region")
    options = read(client.get(where)).xpath("//select[@id='agency']/option/@value")
    assert region.pk in options
    assert world.agency("municipality").pk not in options
    assert client.post(where, {"deed": "invite", "agency": region.pk}).status_code == 302
    assert client.post(where, {"deed": "part", "agency": world.agency("municipality").pk}).status_code == 302
    assert browse(again(karim)).get(address(case)).status_code == 404
    assert set(Participant.objects.filter(case=case, until=None).values_list("agency", flat=True)) == {
        region.pk,
        world.agency("police").pk,
    }
    assert browse(again(line)).post(where, {"deed": "invite", "agency": "no-such"}).status_code == 422


def test_for_whoever_is_too_close_the_case_does_not_exist(browse, line, case, world):
    nina = world.worker("police", "caseworker", "nina")
    client, where = browse(again(line)), address(case, "access")
    client.post(where, {"deed": "assign", "account": nina.id, "reason": "leads it with me", "leads": "yes"})
    assert client.post(where, {"deed": "conflict", "account": nina.id, "kind": "household"}).status_code == 302
    assert Conflict.objects.filter(case=case, account_id=nina.id).exists()
    assert browse(again(nina)).get(address(case)).status_code == 404
    assert client.post(where, {"deed": "assign", "account": nina.id, "reason": "again"}).status_code == 422


def test_whoever_notes_themselves_is_led_to_the_queue(browse, line, case, world):
    nina = world.worker("police", "caseworker", "nina")
    client, where = browse(again(line)), address(case, "access")
    client.post(where, {"deed": "assign", "account": nina.id, "reason": "leads it with me", "leads": "yes"})
    answer = client.post(where, {"deed": "conflict", "account": line.id, "kind": "self"})
    assert answer.headers["Location"] == reverse("cases", args=[case.district_id])


def test_a_seal_is_opened_by_two_and_never_by_one(browse, line, karim, case, world):
    nina = world.worker("police", "caseworker", "nina")
    client, where = browse(again(line)), address(case, "access")
    client.post(where, {"deed": "assign", "account": nina.id, "reason": "the second pair of eyes"})
    assert client.post(where, {"deed": "seal", "reason": ""}).status_code == 422
    assert client.post(where, {"deed": "seal", "reason": "a threat"}).status_code == 302
    assert client.post(where, {"deed": "ask-to-unseal"}).status_code == 302
    assert client.post(where, {"deed": "unseal"}).status_code == 422
    theirs = browse(again(nina))
    assert "line has asked for it to be opened." in main_of(theirs.get(where))
    assert theirs.post(where, {"deed": "unseal"}).status_code == 302
    assert not Case.objects.get(pk=case.pk).sealed
    assert browse(again(karim)).get(address(case)).status_code == 200


def test_a_form_that_nobody_made_is_refused(browse, line, case):
    assert browse(again(line)).post(address(case, "access"), {"deed": "delete"}).status_code == 422
