"""Live minutes on their page: stored as written, never over somebody's words, and closed by whoever chairs."""

from __future__ import annotations

import pytest
from lxml import html
from tests.doors.web.meetings.conftest import DISTRICT, here, said, wrong
from tests.doors.web.places import read

from samvirke.desks.meetings.models import Approval, Conflict, Decision, Vote
from samvirke.registers.commitments.models import Commitment

pytestmark = pytest.mark.django_db
BY_ITSELF = {"HX-Request": "true"}


def write(client, table, number, version=None, by_itself=False, **sent):
    item = table.item(number)
    sent = {"version": str(version or item.version), "is_open": "open", **sent}
    return client.post(here(table, f"minutes/{item.pk}/"), sent, headers=BY_ITSELF if by_itself else {})


def act(client, table, number, **sent):
    return client.post(here(table, f"minutes/{table.item(number).pk}/deed"), sent)


def test_a_text_stores_itself_and_the_public_text_appears_as_it_is_written(running, comes):
    answer = write(comes("tine"), running, 5, by_itself=True, outcome="approved", decision="Tiltrådt.")
    page = html.fromstring(answer.content.decode())
    assert answer.status_code == 200
    assert page.xpath("//input[@id='version']/@value") == ["2"]
    assert "KR 2024/1" in page.xpath("//*[@id='number']")[0].text_content()
    assert "Agreed to (2024/1): Tiltrådt." in page.xpath("//*[@id='public']")[0].text_content()


def test_what_somebody_else_stored_is_shown_beside_ones_own_and_nothing_is_lost(running, comes):
    tine = comes("tine")
    write(tine, running, 5, version=1, by_itself=True, decision="Den ene.")
    answer = write(tine, running, 5, version=1, by_itself=True, decision="Den anden.")
    assert "Den ene." in answer.content.decode()
    assert running.item(5).decision.text == "Den ene."
    page = write(tine, running, 5, version=1, decision="Den anden.")
    assert page.status_code == 409
    assert read(page).xpath("//textarea[@name='decision']")[0].text.strip() == "Den anden."
    assert "Den ene." in said(page)
    write(tine, running, 5, version=1, instead_of="2", decision="Den anden.")
    assert running.item(5).decision.text == "Den anden."


def test_the_button_and_the_page_that_stores_by_itself_do_not_hinder_each_other(running, comes):
    tine = comes("tine")
    act(tine, running, 5, deed="start")
    given = {"outcome": "approved", "decision": "Tiltrådt."}
    write(tine, running, 5, version=1, by_itself=True, **given)
    answer = write(tine, running, 5, version=1, deed="finish", **given)
    assert answer.url.endswith("?item=6")
    assert running.item(5).state == "done"


def test_an_undecided_item_cannot_be_ended_and_what_was_typed_stays(running, comes):
    tine = comes("tine")
    act(tine, running, 5, deed="start")
    answer = write(tine, running, 5, deed="finish", text="Vi talte længe.")
    assert (answer.status_code, "Nothing is decided" in wrong(answer)) == (422, True)
    assert running.item(5).text == "Vi talte længe."


def test_a_commitment_is_agreed_on_with_owner_and_deadline(running, comes):
    tine = comes("tine")
    sent = {"deed": "commit", "title": "Sæt lys op", "owner": "fjordby-kommune", "due": "2024-10-01"}
    assert "Nothing is decided yet" in wrong(act(tine, running, 5, **sent))
    write(tine, running, 5, outcome="approved", decision="Lys på stien.")
    act(tine, running, 5, **sent, measured="antal lamper")
    assert "no date" in wrong(act(tine, running, 5, **{**sent, "due": ""}))
    (made,) = Commitment.objects.filter(came_from__startswith="decision:")
    page = said(tine.get(here(running, "minutes/?item=5")))
    assert "Sæt lys op" in page
    assert "Measured: yes, antal lamper" in page
    assert made.due.isoformat() == "2024-10-01"


def test_votes_are_counted_of_those_who_may_and_a_conflict_is_noted(running, comes):
    tine = comes("tine")
    write(tine, running, 5, outcome="approved", decision="Tiltrådt.")
    page = read(tine.get(here(running, "minutes/?item=5")))
    names = {one.xpath("./legend")[0].text for one in page.xpath("//fieldset[contains(@class,'vote')]")}
    assert names == {"Ellen", "Anne"}
    act(tine, running, 5, deed="vote", **{f"vote-{running.who('Ellen').pk}": "for"})
    assert Vote.objects.get().choice == "for"
    refused = act(tine, running, 5, deed="vote", **{f"vote-{running.who('Gert').pk}": "for"})
    assert "Gert may not vote" in wrong(refused)
    act(tine, running, 5, deed="conflict", who=str(running.who("Ellen").pk), why="ejer grunden")
    assert Conflict.objects.get().attendance.name == "Ellen"
    assert not Vote.objects.exists()
    assert "It is not said who" in wrong(act(tine, running, 5, deed="conflict", who="nobody", why="x"))


def test_members_read_along_but_do_not_write_and_the_chair_alone_closes(running, comes):
    anne, ellen = comes("anne"), comes("ellen")
    page = anne.get(here(running, "minutes/?item=5"))
    assert not read(page).xpath("//textarea")
    assert write(anne, running, 5, decision="Nej.").status_code == 404
    assert act(anne, running, 5, deed="start").status_code == 404
    assert "6 items remain" in wrong(act(ellen, running, 5, deed="close", version=str(running.again().version)))
    running.run_through()
    answer = act(ellen, running, 5, deed="close", version=str(running.again().version))
    assert answer.url == here(running, "approval/")
    assert running.again().state == "held"


def test_what_is_closed_and_inside_stays_from_those_who_do_not_attend(running, comes, person):
    person("analyst", "fjordby-kommune", "mona")
    running.write(4, is_open=False, text="Fortroligt.", inside="Kun os.")
    running.write(5, decision="Åbent.", inside="Kun os.")
    mona = comes("mona")
    for item in (4, 5):
        page = mona.get(here(running, f"minutes/?item={item}")).content.decode()
        assert "Fortroligt" not in page
        assert "Kun os" not in page
    assert "Fortroligt" in said(comes("anne").get(here(running, "minutes/?item=4")))


def test_minutes_before_the_meeting_lead_to_its_agenda(called, comes):
    assert comes("tine").get(here(called, "minutes/")).url == here(called)
    assert comes("tine").get(here(called, "approval/")).url == here(called)


def test_minutes_are_sent_objected_to_corrected_and_approved(running, comes):
    running.run_through()
    act(comes("ellen"), running, 5, deed="close", version=str(running.again().version))
    tine, anne, ellen = comes("tine"), comes("anne"), comes("ellen")
    page = here(running, "approval/")

    def send(client, deed, **sent):
        return client.post(page, {"deed": deed, "version": str(running.again().version), **sent})

    send(tine, "send", by="2024-09-24")
    assert str(running.meeting.pk) in anne.get(f"{DISTRICT}mine/").content.decode()
    assert "not said what is wrong" in wrong(send(anne, "object", objection=" "))
    send(anne, "object", objection="Punkt 5 er forkert.")
    send(ellen, "right")
    assert "Anne objects" in wrong(send(tine, "approve"))
    write(tine, running, 5, outcome="amended", decision="Rettet.")
    send(tine, "settle", approval=str(Approval.objects.get(attendance__name="Anne").pk), how="Rettet i punkt 5.")
    assert "Rettet i punkt 5." in said(anne.get(page))
    send(tine, "approve")
    assert running.again().state == "approved"
    found = tine.get(f"{DISTRICT}decisions/?q=rettet")
    assert "KR 2024/1" in said(found)
    decision = Decision.objects.get()
    tine.post(f"{DISTRICT}decisions/{decision.pk}/correct", {"text": "Fristen er 1. maj."})
    assert "Fristen er 1. maj." in said(tine.get(f"{DISTRICT}decisions/"))
    assert anne.post(f"{DISTRICT}decisions/{decision.pk}/correct", {"text": "Nej."}).status_code == 404


def test_the_answer_of_a_member_without_an_account_is_entered_on_the_page(running, comes):
    running.meeting.attendances.filter(name="Hans").update(state="present")
    running.run_through()
    act(comes("ellen"), running, 5, deed="close", version=str(running.again().version))
    tine, page = comes("tine"), here(running, "approval/")
    tine.post(page, {"deed": "send", "version": str(running.again().version), "by": "2024-09-24"})
    assert "Does not sign in here: send the minutes in another way." in said(tine.get(page))
    hans = str(Approval.objects.get(attendance__name="Hans").pk)
    assert comes("anne").post(page, {"deed": "enter", "approval": hans, "received_how": "Brev."}).status_code == 404
    tine.post(page, {"deed": "enter", "approval": hans, "received_how": "Brev af 12. september."})
    assert "Received: Brev af 12. september." in said(tine.get(page))


def test_nothing_is_published_before_it_is_ready_or_by_a_member(running, comes):
    page = here(running, "public/minutes/")
    tine = comes("tine")
    assert not read(tine.get(page)).xpath("//input[@name='shown']")
    assert comes("anne").get(page).status_code == 404
    assert tine.get(here(running, "public/secrets/")).status_code == 404
    agenda = here(running, "public/agenda/")
    shown = read(tine.get(agenda)).xpath("//input[@name='shown']/@value")[0]
    assert tine.post(agenda, {"shown": "of another day"}).status_code == 422
    assert tine.post(agenda, {"shown": shown}).url == agenda
    assert "What is shown is published" in said(tine.get(agenda))


def test_what_was_published_is_withdrawn_with_a_reason_that_the_public_reads(running, comes):
    tine, page = comes("tine"), here(running, "public/agenda/")
    assert "Nothing of it is public" in wrong(tine.post(page, {"deed": "withdraw", "why": "Fejl."}))
    tine.post(page, {"shown": read(tine.get(page)).xpath("//input[@name='shown']/@value")[0]})
    assert "not said why" in wrong(tine.post(page, {"deed": "withdraw", "why": " "}))
    assert comes("anne").post(page, {"deed": "withdraw", "why": "Nej."}).status_code == 404
    assert tine.post(page, {"deed": "withdraw", "why": "Et navn stod i den."}).url == page
    shown = said(tine.get(page))
    assert "Et navn stod i den. Nothing of it is public any more." in shown
    assert "Publish it" in shown
    assert "Withdraw every edition" not in shown
    editions = running.meeting.published.order_by("number")
    assert [(one.number, one.is_withdrawal) for one in editions] == [(1, False), (2, True)]


def test_the_address_of_a_calendar_is_shown_once_and_withdrawn(running, comes):
    anne = comes("anne")
    answer = anne.post(f"{DISTRICT}mine/address", {"deed": "make", "body": ""})
    (address,) = read(answer).xpath("//code/text()")
    assert anne.get(address.removeprefix("http://testserver")).status_code == 200
    page = anne.get(f"{DISTRICT}mine/")
    assert address not in page.content.decode()
    (own,) = read(page).xpath("//input[@name='address']/@value")
    assert comes("tine").post(f"{DISTRICT}mine/address", {"deed": "withdraw", "address": own}).status_code == 404
    anne.post(f"{DISTRICT}mine/address", {"deed": "withdraw", "address": own})
    assert anne.get(address.removeprefix("http://testserver")).status_code == 404


def test_a_matter_is_forwarded_and_answered_on_its_page(running, town, comes):
    tine, page = comes("tine"), f"{DISTRICT}matters/"
    sent = {"deed": "forward", "from": town.pk, "to": running.body.pk, "title": "Natbusser", "text": "Kan de køre?"}
    assert "no date" in wrong(tine.post(page, sent))
    tine.post(page, {**sent, "answer_by": "2024-10-01"})
    assert "Answer expected by 1" in said(tine.get(page))
    (matter,) = read(tine.get(page)).xpath("//input[@name='matter']/@value")
    assert comes("anne").post(page, {"deed": "answer", "matter": matter, "answer": "Ja."}).status_code == 404
    tine.post(page, {"deed": "answer", "matter": matter, "answer": "Ja, fra maj."})
    assert "Ja, fra maj." in said(comes("anne").get(page))


def test_a_meeting_whose_chair_has_left_is_not_closed_and_the_page_says_what_to_do(running, comes):
    running.run_through()
    running.meeting.attendances.filter(chairs=True).update(state="apologies")
    answer = act(comes("ellen"), running, 1, deed="close", version=running.again().version)
    assert "The meeting has no chair who is there. Choose who chairs it among those who came." in wrong(answer)
    assert running.again().state == "running"
