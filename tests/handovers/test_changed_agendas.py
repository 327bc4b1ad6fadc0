"""What changes on an agenda after it was sent is told: on its page at once, and to those expected when it is sent."""

from __future__ import annotations

import pytest
from tests.desks.meetings.conftest import *  # noqa: F403  the council and its people are the same
from tests.desks.meetings.conftest import anatomy

from samvirke.desks.meetings.commands.attend import Person, expect
from samvirke.desks.meetings.commands.order_items import move_item
from samvirke.desks.meetings.commands.put_item import add_item, take_away_item
from samvirke.desks.meetings.engine.annex import annex_of
from samvirke.desks.meetings.facts.as_it_is_now import MovedOn
from samvirke.desks.meetings.facts.since_sent import since_sent
from samvirke.desks.meetings.models import AgendaItem, Paper
from samvirke.foundation.fault import Refused
from samvirke.foundation.speech import Speech
from samvirke.handovers.meeting_agenda import call_meeting, send_changed
from samvirke.handovers.meeting_annex import add_annex
from samvirke.handovers.meeting_closed_item import change
from samvirke.registers.documents.queries.documents import content_of
from samvirke.registers.outbox.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(drafted):
    """Called with its agenda frozen: six items, the fifth about burglary; Ellen chairs and Anne is expected."""
    people = [Person("Ellen", "chair", drafted.ellen.key), Person("Anne", "member", drafted.anne.key)]
    expect(drafted.tine, meeting=drafted.meeting, people=people)
    call_meeting(drafted.tine, meeting=drafted.meeting, version=drafted.again().version)
    return drafted


def told(table) -> list[str]:
    return [one.text(Speech("en")) for one in since_sent(table.again())]


def rewrite(table, number, **more):
    item = table.item(number)
    said = anatomy(item.words.text("da"), item.kind, **{"is_open": item.is_open, **more})
    change(table.tine, meeting=table.again(), item=item, anatomy=said, version=item.version)


def send(table):
    send_changed(table.tine, meeting=table.again(), version=table.again().version)


def messages():
    return Message.objects.filter(key__contains=":agenda:")


def opened(table):
    return Paper.objects.filter(meeting=table.meeting, is_open=True).order_by("document__made_at").last()


def test_before_the_call_nothing_has_changed_and_after_it_only_what_was_changed(drafted, sent):
    assert (since_sent(drafted.meeting), sent.meeting.sent.get().edition) == ([], 1)
    add_item(sent.tine, meeting=sent.meeting, anatomy=anatomy("Lys"))
    assert told(sent) == ["Item 6 was added."]


def test_an_agenda_that_is_being_prepared_has_not_been_sent(drafted):
    add_item(drafted.tine, meeting=drafted.meeting, anatomy=anatomy("Lys"))
    assert since_sent(drafted.meeting) == []


def test_changed_words_and_annexes_are_named_and_those_of_a_closed_item_are_not(sent):
    rewrite(sent, 5, recommendation={"da": "At det vedtages."}, summary="Kort.")
    item = sent.item(5)
    add_annex(sent.tine, meeting=sent.again(), item=item, annex=annex_of("Kort.csv", b"a;b\n"))
    assert told(sent) == ["Item 5 was changed: the matter in short, recommendation and annexes."]
    AgendaItem.objects.filter(pk=item.pk).update(is_open=False)
    send(sent)
    rewrite(sent, 5, recommendation={"da": "At det forkastes."})
    assert told(sent) == ["Item 5, which is closed, was changed."]


def test_an_item_opened_or_closed_is_said_to_be(sent):
    rewrite(sent, 5, is_open=False)
    assert told(sent) == ["Item 5 was closed."]
    send(sent)
    rewrite(sent, 5, is_open=True)
    assert told(sent) == ["Item 5 was opened."]


def test_an_item_taken_off_and_one_moved_keep_the_numbers_that_were_sent(sent):
    take_away_item(sent.tine, meeting=sent.meeting, item=sent.item(5), version=sent.again().version)
    move_item(sent.tine, meeting=sent.meeting, item=sent.item(4), to=1, version=sent.again().version)
    assert told(sent) == [
        "Item 5 of the agenda that was sent was taken off.",
        "Item 4 of the agenda that was sent is item 1 now.",
    ]
    move_item(sent.tine, meeting=sent.meeting, item=sent.item(1), to=4, version=sent.again().version)
    assert told(sent) == ["Item 5 of the agenda that was sent was taken off."]


def test_what_is_written_back_as_it_was_sent_has_not_changed(sent):
    rewrite(sent, 5, summary="Kort.")
    rewrite(sent, 5)
    assert told(sent) == []


def test_an_item_is_not_taken_off_once_the_meeting_has_begun(running):
    with pytest.raises(Refused, match="in progress"):
        take_away_item(running.tine, meeting=running.meeting, item=running.item(5), version=running.again().version)


def test_the_changed_agenda_is_frozen_beside_the_first_and_tells_what_changed(sent):
    first = opened(sent)
    add_item(sent.tine, meeting=sent.meeting, anatomy=anatomy("Lys på stien"))
    send(sent)
    second = opened(sent)
    was, now = (content_of(sent.tine, one.document).decode() for one in (first, second))
    assert ("Lys på stien" in was, "Lys på stien" in now, "<li>" in was) == (False, True, False)
    assert now.count("<li>") == 1
    assert second.document.words.text("en") == "Agenda, open part, edition 2"
    assert second.document.file_name.endswith("-open-2.html")
    assert (first.is_open, told(sent)) == (True, [])


def test_the_members_are_told_once_for_all_that_was_changed_and_again_for_what_comes_later(sent):
    add_item(sent.tine, meeting=sent.meeting, anatomy=anatomy("Lys på stien"))
    rewrite(sent, 5, summary="Om Gudrun Hemmelig.")
    assert messages().count() == 0
    send(sent)
    assert messages().count() == 2
    assert not [one for one in messages() if "Lys" in str(one.body) or "Gudrun" in str(one.body)]
    with pytest.raises(Refused, match="Nothing has changed"):
        send(sent)
    rewrite(sent, 5, summary="Andet.")
    send(sent)
    assert (messages().count(), sent.meeting.sent.count()) == (4, 3)


def test_an_item_closed_at_once_leaves_the_other_changes_to_be_sent(sent):
    """Closing freezes a new edition without waiting; the members have still not been told of what was added."""
    add_item(sent.tine, meeting=sent.meeting, anatomy=anatomy("Lys"))
    rewrite(sent, 5, is_open=False)
    assert (told(sent), messages().count()) == (["Item 5 was closed.", "Item 6 was added."], 0)
    assert content_of(sent.tine, opened(sent).document).decode().count("<li>") == 2


def test_two_who_send_at_once_send_it_once(sent):
    add_item(sent.tine, meeting=sent.meeting, anatomy=anatomy("Lys"))
    version = sent.again().version
    rewrite(sent, 5, summary="Kort.")
    with pytest.raises(MovedOn):
        send_changed(sent.tine, meeting=sent.meeting, version=version)
    assert (messages().count(), sent.meeting.sent.count(), sent.meeting.papers.count()) == (0, 1, 1)
