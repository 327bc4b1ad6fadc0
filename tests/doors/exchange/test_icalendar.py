"""Calendars: exact lines, events that keep their identity when they move, and addresses that can be withdrawn."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from tests.desks.meetings.conftest import *  # noqa: F403  the council and its people are the same
from tests.desks.meetings.conftest import at
from tests.trail import refusal

from samvirke.desks.meetings.commands.move_meeting import cancel_meeting, move_meeting
from samvirke.desks.meetings.commands.subscribe import subscribe, unsubscribe
from samvirke.desks.meetings.models import CalendarAddress, Meeting
from samvirke.doors.exchange.icalendar.feed import calendar
from samvirke.doors.exchange.icalendar.lines import folded, moment, text
from samvirke.trust.identity.models import Affiliation

NOON = datetime(2024, 8, 20, 12, tzinfo=UTC)


@given(st.text())
def test_a_folded_line_is_short_and_unfolds_to_itself(line):
    pieces = folded(line).split("\r\n ")
    assert all(len(piece.encode()) <= 74 for piece in pieces[1:])
    assert len(pieces[0].encode()) <= 75
    if "\r" not in line:
        assert "".join(pieces) == line


@given(st.text(st.characters(exclude_categories=["C", "Z"])) | st.sampled_from(["a;b", "a,b", "a\\b", "a\nb"]))
def test_an_escaped_text_reads_back_as_it_was(value):
    escaped = text(value)
    assert "\n" not in escaped
    back, rest = "", iter(escaped)
    for sign in rest:
        back += {"n": "\n"}.get(found := next(rest), found) if sign == "\\" else sign
    assert back == value


def test_what_might_begin_another_line_is_left_out():
    assert text("Rådhuset\r\nATTENDEE:x\x0b\x00") == "Rådhuset\\nATTENDEE:x"


def test_an_instant_is_written_in_utc():
    assert moment(datetime.fromisoformat("2024-09-10T10:00:00+02:00")) == "20240910T080000Z"


def lines(content: bytes) -> list[str]:
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    return content.decode().replace("\r\n ", "").split("\r\n")[:-1]


@pytest.mark.django_db
def test_a_meeting_is_an_event_with_its_time_and_place_and_nothing_of_its_agenda(called):
    Meeting.objects.filter(pk=called.meeting.pk).update(place="Rådhuset, sal 2; opgang B")
    found = lines(calendar([called.again()], "Mine møder", "da", NOON, "https://samvirke.example"))
    assert found[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert found[-1] == "END:VCALENDAR"
    assert f"UID:{called.meeting.pk}@samvirke.invalid" in found
    assert "DTSTART:20240910T080000Z" in found
    assert "DTEND:20240910T103000Z" in found
    assert "LOCATION:Rådhuset\\, sal 2\\; opgang B" in found
    assert "STATUS:CONFIRMED" in found
    assert f"URL:https://samvirke.example/districts/fjordkredsen/meetings/{called.meeting.pk}/" in found
    assert not any("Indbrud" in line for line in found)


@pytest.mark.django_db
def test_a_moved_and_then_cancelled_meeting_stays_the_same_event(table):
    facts = {"starts_at": at(9, 12), "ends_at": at(9, 12, 11), "place": "", "why": "Valg."}
    move_meeting(table.tine, meeting=table.meeting, version=1, **facts)
    moved = lines(calendar([table.again()], "x", "da", NOON))
    cancel_meeting(table.tine, meeting=table.meeting, version=2, why="For få sager.")
    cancelled = lines(calendar([table.again()], "x", "da", NOON))
    uid = f"UID:{table.meeting.pk}@samvirke.invalid"
    assert {uid, "SEQUENCE:1", "STATUS:TENTATIVE", "DTSTART:20240912T090000Z"} <= set(moved)
    assert {uid, "SEQUENCE:2", "STATUS:CANCELLED"} <= set(cancelled)


@pytest.mark.django_db
def test_a_meeting_without_a_day_is_in_no_calendar(table):
    table.body.meetings.create(year=2024, number=9, state="planned")
    assert lines(calendar(table.body.meetings.filter(number=9), "x", "da", NOON))[-1] == "END:VCALENDAR"


def fetched(secret: str):
    return Client().get(f"/calendar/{secret}.ics")


@pytest.mark.django_db
def test_a_secret_address_answers_with_ones_own_meetings_until_it_is_withdrawn(called):
    secret = subscribe(called.anne, district=called.body.district)
    answer = fetched(secret)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert answer["Cache-Control"] == "private, no-store"
    assert f"UID:{called.meeting.pk}@samvirke.invalid" in answer.content.decode()
    assert secret not in str(CalendarAddress.objects.values())
    own = CalendarAddress.objects.get()
    with refusal("meetings.unsubscribe"):
        unsubscribe(called.tine, address=own)
    unsubscribe(called.anne, address=own)
    assert fetched(secret).status_code == 404


@pytest.mark.django_db
def test_a_new_address_takes_the_place_of_the_old_one(called):
    first, second = (subscribe(called.anne, district=called.body.district) for _time in range(2))
    assert (fetched(first).status_code, fetched(second).status_code) == (404, 200)
    assert fetched("guessed").status_code == 404


@pytest.mark.django_db
def test_whoever_has_left_the_district_is_told_of_no_meetings(called):
    secret = subscribe(called.anne, district=called.body.district, body=called.body)
    Affiliation.objects.filter(account_id=called.anne.key).update(until="2024-02-01")
    answer = fetched(secret)
    assert answer.status_code == 200
    assert "VEVENT" not in answer.content.decode()
