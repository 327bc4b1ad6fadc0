"""The pages before a meeting: the year, an agenda being built, who attends, and those who read it first."""

from __future__ import annotations

import pytest
from tests.doors.web.meetings.conftest import DISTRICT, here, said, wrong
from tests.doors.web.places import read, text_of

from samvirke.desks.meetings.commands.consult import consult
from samvirke.desks.meetings.content import public_content
from samvirke.desks.meetings.models import Consulted, Meeting
from samvirke.registers.outbox.models import Message
from samvirke.registers.partners.models import Body
from samvirke.trust.identity.models import Account

pytestmark = pytest.mark.django_db


def form_of(page, button: str) -> dict[str, str]:
    """The hidden fields of the form that has this button, and the button."""
    found = read(page).xpath(f"//form[.//button[@value='{button}']]")[0]
    hidden = {one.get("name"): one.get("value") for one in found.xpath(".//input[@type='hidden']")}
    return {**hidden, "deed": button}


def test_the_proposed_year_is_taken_over_with_one_click(table, comes):
    tine = comes("tine")
    page = tine.get(f"{DISTRICT}?year=2025")
    form = read(page).xpath("//form[contains(@action,'/meetings/plan')]")[0]
    sent = {"year": "2025", "body": table.body.pk, "day": form.xpath(".//input[@name='day']/@value")}
    assert len(sent["day"]) == 4
    tine.post(f"{DISTRICT}plan", sent)
    assert Meeting.objects.filter(body=table.body, year=2025).count() == 4
    again = tine.post(f"{DISTRICT}plan", sent)
    assert (again.status_code, "already" in wrong(again)) == (422, True)
    assert not read(tine.get(f"{DISTRICT}?year=2025")).xpath("//form[contains(@action,'/meetings/plan')]")


def test_a_member_sees_the_year_without_proposals_and_cannot_take_one_over(table, comes):
    anne = comes("anne")
    assert "proposed" not in said(anne.get(f"{DISTRICT}?year=2025")).lower()
    sent = {"year": "2025", "body": table.body.pk, "day": ["2025-03-04"]}
    assert anne.post(f"{DISTRICT}plan", sent).status_code == 404


@pytest.mark.parametrize("sent", [{"body": "nowhere", "day": "2025-03-04"}, {"day": "yesterday"}])
def test_a_forged_proposal_plans_nothing(table, comes, sent):
    answer = comes("tine").post(f"{DISTRICT}plan", {"body": table.body.pk, **sent})
    assert answer.status_code in (404, 422)
    assert table.body.meetings.count() == 1


def test_an_agenda_is_begun_added_to_ordered_and_its_items_written(table, comes):
    tine = comes("tine")
    tine.post(here(table), form_of(tine.get(here(table)), "draft"))
    added = tine.post(here(table), {"deed": "add", "title": "Indbrud", "kind": "decision", "minutes": "15"})
    item = table.item(5)
    assert added.url.endswith(f"/items/{item.pk}/")
    page = tine.get(here(table))
    up = read(page).xpath(f"//li[@id='i-{item.pk}']//form")[0]
    hidden = {one.get("name"): one.get("value") for one in up.xpath(".//input[@type='hidden']")}
    tine.post(here(table), {**hidden, "deed": "up"})
    assert table.item(4).pk == item.pk
    again = tine.post(here(table), {**hidden, "deed": "up"})
    assert (again.status_code, "Somebody else" in wrong(again)) == (422, True)


def test_an_item_that_two_write_shows_both_texts_and_loses_neither(drafted, comes):
    item, tine = drafted.item(5), comes("tine")
    address = here(drafted, f"items/{item.pk}/")
    sent = {"title": "Indbrud", "kind": "decision", "minutes": "10", "is_open": "open", "version": "1"}
    assert tine.post(address, {**sent, "summary": "Det ene."}).status_code == 302
    answer = tine.post(address, {**sent, "summary": "Det andet."})
    assert answer.status_code == 409
    assert "Det ene." in said(answer)
    assert read(answer).xpath("//textarea[@name='summary']")[0].text.strip() == "Det andet."
    item.refresh_from_db()
    assert item.summary == "Det ene."


def test_a_closed_item_keeps_its_title_from_those_who_do_not_attend(called, comes, person):
    item = called.item(5)
    type(item).objects.filter(pk=item.pk).update(is_open=False)
    person("analyst", "fjordby-kommune", "mona")
    assert "Indbrud" in said(comes("anne").get(here(called)))
    outside = comes("mona").get(here(called))
    assert "Indbrud" not in outside.content.decode()
    assert "Closed item" in said(outside)
    assert comes("mona").get(here(called, f"items/{item.pk}/")).status_code == 404


def test_calling_invites_those_on_the_list_without_a_word_of_the_agenda(drafted, comes):
    tine = comes("tine")
    refused = tine.post(here(drafted), form_of(tine.get(here(drafted)), "call"))
    assert "Nobody is expected" in wrong(refused)
    ellen = Account.objects.get(username="ellen")
    tine.post(here(drafted, "attendance/"), {"deed": "add", "account": str(ellen.pk), "role": "chair"})
    tine.post(here(drafted, "attendance/"), {"deed": "add", "name": "Hans Holm", "role": "member"})
    tine.post(here(drafted), form_of(tine.get(here(drafted)), "call"))
    assert drafted.again().state == "called"
    (told,) = Message.objects.all()
    assert (told.to_id, told.link) == (str(ellen.pk), here(drafted))
    assert "Indbrud" not in str(told.subject_said) + str(told.body_said)


def test_what_was_sent_is_frozen_and_its_closed_part_is_for_those_who_attend(drafted, comes, person):
    """What is corrected afterwards does not change the paper that was sent."""
    tine, item = comes("tine"), drafted.item(4)
    type(item).objects.filter(pk=item.pk).update(is_open=False, summary="Fortroligt.")
    type(item).objects.filter(meeting=drafted.meeting, number=5).update(background="<b>Om natten</b>")
    tine.post(here(drafted, "attendance/"), {"deed": "add", "name": "Hans Holm", "role": "chair"})
    tine.post(here(drafted), form_of(tine.get(here(drafted)), "call"))
    (opened, closed) = drafted.meeting.papers.order_by("-is_open")
    type(item).objects.filter(meeting=drafted.meeting, number=5).update(title={"da": "Noget andet"})
    sent = tine.get(here(drafted, f"papers/{opened.pk}")).content.decode()
    assert "Indbrud" in sent
    assert "&lt;b&gt;Om natten" in sent
    assert "Fortroligt" not in sent
    assert "Fortroligt" in tine.get(here(drafted, f"papers/{closed.pk}")).content.decode()
    person("analyst", "fjordby-kommune", "mona")
    mona = comes("mona")
    assert mona.get(here(drafted, f"papers/{opened.pk}")).status_code == 200
    assert mona.get(here(drafted, f"papers/{closed.pk}")).status_code == 404
    assert str(closed.pk) not in mona.get(here(drafted)).content.decode()


def test_who_gets_no_message_is_named_and_not_counted(called, comes):
    type(called.meeting).objects.filter(pk=called.meeting.pk).update(state="agenda")
    page = said(comes("tine").get(here(called)))
    assert "2 people get a message when you call it" in page
    assert "These get no message: reach them in another way" in page
    [part] = read(comes("tine").get(here(called))).xpath("//section[@aria-labelledby='elsewhere']")
    assert [text_of(one) for one in part.xpath(".//li")] == ["Hans", "Ida", "Gert"]
    assert "These get no message" not in said(comes("anne").get(here(called)))


def test_an_office_that_is_the_agency_itself_is_said_once(called, comes):
    anne = called.who("Anne")
    type(anne).objects.filter(pk=anne.pk).update(office=anne.agency.words.stored())
    [cell] = read(comes("tine").get(here(called, "attendance/"))).xpath("//th[starts-with(., 'Anne')]/span")
    assert text_of(cell) == anne.agency.words.text("en")


def test_a_reader_is_asked_and_answers_on_the_page(drafted, comes, in_days):
    anne = Account.objects.get(username="anne")
    consult(drafted.tine, meeting=drafted.meeting, accounts=[anne], answer_by=in_days(7))
    browser = comes("anne")
    assert "comment by 27" in said(browser.get(here(drafted)))
    assert str(drafted.meeting.pk) in browser.get(f"{DISTRICT}mine/").content.decode()
    browser.post(here(drafted), {"deed": "comment", "remark": "Tag natbusser med."})
    assert Consulted.objects.get().remark == "Tag natbusser med."
    assert "Tag natbusser med." in said(comes("tine").get(here(drafted)))
    stranger = comes("ellen").post(here(drafted), {"deed": "comment", "remark": "x"})
    assert "Nobody has asked you" in wrong(stranger)


def test_moving_needs_a_day_a_time_and_a_reason(called, comes):
    tine = comes("tine")
    sent = form_of(tine.get(here(called)), "move")
    whole = {**sent, "day": "2024-09-12", "from": "09:00", "to": "11:00", "place": "Havnen", "why": "Valg."}
    for missing, says in (("day", "no date"), ("from", "no time"), ("why", "No reason")):
        answer = tine.post(here(called), {**whole, missing: ""})
        assert (answer.status_code, says in wrong(answer)) == (422, True)
    tine.post(here(called), whole)
    assert str(called.again().starts.date()) == "2024-09-12"
    told = Message.objects.filter(key__contains=":moved:")
    assert {one.to_id for one in told} == {str(called.ellen.key), str(called.anne.key)}


def test_a_public_meeting_says_so_on_its_page_and_in_what_is_published(called, comes):
    tine = comes("tine")
    tine.post(here(called), form_of(tine.get(here(called)), "open"))
    assert "Everybody may attend." in said(tine.get(here(called)))
    assert public_content(called.again(), "agenda", {})["open_to_all"] is True
    tine.post(here(called), form_of(tine.get(here(called)), "shut"))
    assert public_content(called.again(), "agenda", {})["open_to_all"] is False


def test_a_button_that_does_not_exist_does_nothing(called, comes):
    for page in ("", "attendance/"):
        answer = comes("tine").post(here(called, page), {"deed": "dance"})
        assert (answer.status_code, "no such button" in wrong(answer)) == (422, True)


def test_another_districts_secretary_finds_no_such_meeting(called, comes, dale, person):
    person("secretary", "dalby-kommune", "stranger")
    for page in ("", "attendance/", "minutes/", "approval/", "public/agenda/"):
        assert comes("stranger").get(here(called, page)).status_code == 404
        elsewhere = here(called, page).replace("fjordkredsen", "dalkredsen")
        assert comes("stranger").get(elsewhere).status_code == 404


def test_a_meeting_without_a_chair_does_not_begin_and_the_page_says_what_to_do(called, comes, monkeypatch):
    monkeypatch.setenv("SAMVIRKE_TODAY", "2024-09-10")
    called.meeting.attendances.update(chairs=False)
    answer = comes("tine").post(here(called), {"deed": "begin"})
    assert (answer.status_code, called.again().state) == (422, "called")
    assert "Nobody chairs the meeting. Choose who does, in the list of those who attend." in wrong(answer)


def test_a_decision_without_quorum_is_refused_on_the_page_which_says_how_many_are_missing(running, comes):
    tine, minutes = comes("tine"), here(running, "minutes/?item=5")
    assert "Quorum is not checked: no rule is entered for the body." in said(tine.get(minutes))
    Body.objects.filter(pk=running.body.pk).update(quorum={"least": 3})
    assert "No quorum: 2 of at least 3." in said(tine.get(minutes))
    item = running.item(5)
    sent = {"outcome": "approved", "decision": "Ja.", "version": item.version, "deed": "finish", "is_open": "open"}
    answer = tine.post(here(running, f"minutes/{item.pk}/"), sent)
    assert "2 of 3 members are there" in wrong(answer)
    assert (running.item(5).state, running.item(5).decision.text) == ("waiting", "Ja.")
    assert "at least 3 members" in said(tine.get(f"/districts/fjordkredsen/bodies/{running.body.pk}/"))


def test_what_changed_since_the_call_stands_on_the_page_for_all_and_is_sent_by_the_secretariat(called, comes):
    tine, anne = comes("tine"), comes("anne")
    assert "Changed since" not in said(anne.get(here(called)))
    tine.post(here(called), {"deed": "add", "title": "Lys", "kind": "decision", "minutes": "5"})
    page = anne.get(here(called))
    assert "Item 6 was added." in said(page)
    assert not read(page).xpath("//button[@value='send']")
    sent = form_of(tine.get(here(called)), "send")
    assert anne.post(here(called), sent).status_code == 404
    assert tine.post(here(called), sent).status_code == 302
    assert "Changed since" not in said(anne.get(here(called)))
    assert Message.objects.filter(key__contains=":agenda:2").count() == 2
    assert "Nothing has changed" in wrong(tine.post(here(called), sent))
