"""The inbox on the screen: what came, how much of it is unread in the head of every page, and marking it as read."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.doors.web.places import read, text_of

from samvirke.foundation.words import Said
from samvirke.registers.outbox.commands.post import post
from samvirke.registers.outbox.models import Message
from samvirke.trust.access.actor import system
from samvirke.trust.identity.models import Account

_INBOX = "/districts/oestjylland/inbox/"


def send(key: str, to: str = "tine", **facts: object) -> Message:
    account = Account.objects.get(username=to)
    words = {"subject": Said("A plan waits"), "body": Said("Read it before the meeting.")}
    return post(system("scheduler"), **{"key": key, "to_kind": "account", "to_id": str(account.pk), **words, **facts})


def unread_in_the_head(client, address: str = "/districts/oestjylland/") -> list[str]:
    page = read(client.get(address))
    return [text_of(one) for one in page.xpath("//nav[contains(@class,'menu')]//*[contains(@class,'mark')]")]


def test_an_empty_inbox_says_so(reader):
    answer = reader.get(_INBOX)
    assert answer.status_code == 200
    assert "You have read everything." in answer.content.decode()
    assert unread_in_the_head(reader) == []


def test_what_came_is_shown_with_its_way_and_counted_in_the_head_of_every_page(reader):
    send("one", link="/districts/oestjylland/plan/")
    send("two", to_kind="agency", to_id="oestjyllands-politi", to_role="secretary")
    page = read(reader.get(_INBOX))
    rows = [text_of(one) for one in page.xpath("//main//tbody/tr")]
    assert len(rows) == 2
    assert all("A plan waits" in row and "Read it before the meeting." in row for row in rows)
    assert page.xpath("//main//th/a/@href") == ["/districts/oestjylland/plan/"]
    for address in ("/districts/oestjylland/", "/districts/oestjylland/meetings/", _INBOX):
        assert unread_in_the_head(reader, address) == ["2 unread"]


def test_marked_as_read_it_moves_down_and_is_counted_no_longer(reader):
    message = send("one")
    answer = reader.post(f"{_INBOX}{message.pk}/read")
    assert answer.url == _INBOX
    page = read(reader.get(_INBOX))
    assert page.xpath("//section[@aria-labelledby='unread']//tbody") == []
    assert "A plan waits" in text_of(page.xpath("//section[@aria-labelledby='read']")[0])
    assert unread_in_the_head(reader) == []


def test_what_was_sent_to_others_is_no_page(reader, cast):
    message = send("one", to="ellen")
    assert "A plan waits" not in reader.get(_INBOX).content.decode()
    for unknown in (message.pk, uuid.uuid4()):
        assert reader.post(f"{_INBOX}{unknown}/read").status_code == 404
    assert not message.readings.exists()
    assert cast("ellen").post(f"{_INBOX}{message.pk}/read").status_code == 302


def test_a_link_marks_nothing(reader):
    message = send("one")
    assert reader.get(f"{_INBOX}{message.pk}/read").status_code == 405
    assert not message.readings.exists()


def test_somebody_of_another_district_has_no_inbox_here(cast):
    assert cast("yusuf").get(_INBOX).status_code == 404


@pytest.mark.parametrize("username", ["anne", "peter", "mona"])
def test_everybody_of_the_district_has_one(cast, username):
    assert cast(username).get(_INBOX).status_code == 200


def test_the_number_of_questions_to_the_database_does_not_grow_with_the_messages(reader):
    reader.get(_INBOX)  # the first page of a sign-in writes down when it began
    counts = []
    for extra in (1, 20):
        for number in range(extra):
            send(f"{extra}-{number}")
        with CaptureQueriesContext(connection) as asked:
            assert reader.get(_INBOX).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_message_stands_on_the_business_day_with_the_clock_on_the_wall(reader):
    """The demo stands still on a day long past; what is sent there is sent on that day."""
    message = send("one")
    at = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    Message.objects.filter(pk=message.pk).update(at=at)
    assert "20 August 2024 0:30" in text_of(read(reader.get(_INBOX))).replace("\u00a0", " ").replace("00:30", "0:30")
    Message.objects.filter(pk=message.pk).update(on=None)
    assert "23 November 2026" in text_of(read(reader.get(_INBOX))).replace("\u00a0", " ")
