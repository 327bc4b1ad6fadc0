"""A meeting runs from item to item, with those who came, and is closed when nothing remains and somebody chairs it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.desks.meetings.conftest import DAY, anatomy
from tests.trail import refusal

from samvirke.desks.meetings.commands.attend import Person, attend, chair, expect
from samvirke.desks.meetings.commands.close import close
from samvirke.desks.meetings.commands.put_item import add_item
from samvirke.desks.meetings.commands.run import begin, finish_item, postpone_item, start_item
from samvirke.desks.meetings.models import AgendaItem, Attendance, Meeting
from samvirke.foundation.clock import standing_on
from samvirke.foundation.fault import Refused

pytestmark = pytest.mark.django_db


def test_a_meeting_without_a_chair_does_not_begin(called):
    called.meeting.attendances.update(chairs=False)
    with standing_on(DAY), pytest.raises(Refused, match="Nobody chairs"):
        begin(called.tine, meeting=called.meeting)
    assert (called.again().state, called.again().began_at) == ("called", None)


def test_a_meeting_neither_begins_nor_ends_before_its_day(called, running, monkeypatch):
    running.run_through()
    monkeypatch.setenv("SAMVIRKE_TODAY", "2024-09-09")
    with pytest.raises(Refused, match=r"The meeting is on 10.September 2024, and that day has not come"):
        close(running.ellen, meeting=running.meeting, version=running.again().version)
    Meeting.objects.filter(pk=running.meeting.pk).update(state="called")
    with pytest.raises(Refused, match="that day has not come"):
        begin(running.tine, meeting=running.meeting)
    assert running.again().state == "called"


def test_a_meeting_begins_once(running):
    with pytest.raises(Refused, match="in progress"):
        begin(running.tine, meeting=running.meeting)


def test_one_item_at_a_time_is_dealt_with_and_its_time_is_kept(running):
    start_item(running.tine, meeting=running.meeting, item=running.item(1))
    AgendaItem.objects.filter(meeting=running.meeting, number=1).update(
        resumed_at=running.again().began_at - timedelta(minutes=7)
    )
    start_item(running.tine, meeting=running.meeting, item=running.item(2))
    first, second = running.item(1), running.item(2)
    assert (first.state, second.state) == ("waiting", "running")
    assert 420 <= first.seconds < 480
    following = finish_item(running.tine, meeting=running.meeting, item=second)
    assert following.number == 3
    assert running.item(3).state == "running"


def test_an_item_that_waits_from_before_comes_when_the_end_is_reached(running):
    start_item(running.tine, meeting=running.meeting, item=running.item(6))
    assert finish_item(running.tine, meeting=running.meeting, item=running.item(6)).number == 1


def test_an_undecided_item_is_not_ended_but_can_be_postponed(running):
    start_item(running.tine, meeting=running.meeting, item=running.item(5))
    with pytest.raises(Refused, match="Nothing is decided under item 5"):
        finish_item(running.tine, meeting=running.meeting, item=running.item(5))
    running.write(5, outcome="approved")
    with pytest.raises(Refused, match="has no words"):
        finish_item(running.tine, meeting=running.meeting, item=running.item(5))
    postpone_item(running.tine, meeting=running.meeting, item=running.item(5))
    item = running.item(5)
    assert (item.state, item.decision.outcome) == ("postponed", "postponed")


def test_a_meeting_is_closed_by_its_chair_when_nothing_remains(running):
    with pytest.raises(Refused, match="6 items remain") as found:
        close(running.ellen, meeting=running.meeting, version=running.again().version)
    assert "1, 2, 3, 4, 5, 6" in str(found.value)
    running.run_through()
    with refusal("meetings.close"):
        close(running.anne, meeting=running.meeting, version=running.again().version)
    close(running.ellen, meeting=running.meeting, version=running.again().version)
    assert running.again().state == "held"
    assert running.again().ended_at is not None


def test_a_secretary_closes_only_for_a_chair_who_does_not_sign_in(running):
    running.run_through()
    with refusal("meetings.close"):
        close(running.tine, meeting=running.meeting, version=running.again().version)
    chair(running.tine, meeting=running.meeting, attendance=running.who("Hans"))
    attend(running.tine, meeting=running.meeting, attendance=running.who("Hans"), state="present")
    close(running.tine, meeting=running.meeting, version=running.again().version)
    assert running.again().state == "held"


def test_a_chair_who_has_left_closes_nothing(running):
    running.run_through()
    attend(running.tine, meeting=running.meeting, attendance=running.who("Ellen"), state="apologies")
    with pytest.raises(Refused, match="no chair who is there"):
        close(running.ellen, meeting=running.meeting, version=running.again().version)


def test_a_guest_does_not_chair_and_a_substitute_only_in_somebodys_place(running):
    for name in ("Gert", "Ida"):
        with pytest.raises(Refused, match="cannot chair"):
            chair(running.tine, meeting=running.meeting, attendance=running.who(name))
    attend(
        running.tine, meeting=running.meeting, attendance=running.who("Ida"), state="present",
        stands_in_for=running.who("Hans"),
    )  # fmt: skip
    chair(running.tine, meeting=running.meeting, attendance=running.who("Ida"))
    assert [one.name for one in running.meeting.attendances.filter(chairs=True)] == ["Ida"]


@pytest.mark.parametrize(("who", "whom", "says"), [("Gert", "Hans", "no substitute"), ("Ida", "Anne", "Anne is there")])
def test_nobody_stands_in_for_somebody_who_is_there_and_no_guest_does(running, who, whom, says):
    with pytest.raises(Refused, match=says):
        attend(
            running.tine, meeting=running.meeting, attendance=running.who(who), state="present",
            stands_in_for=running.who(whom),
        )  # fmt: skip


def test_a_member_for_whom_somebody_stands_in_does_not_come_as_well(running):
    ida, hans = running.who("Ida"), running.who("Hans")
    attend(running.tine, meeting=running.meeting, attendance=ida, state="present", stands_in_for=hans)
    with pytest.raises(Refused, match="stands in for Hans"):
        attend(running.tine, meeting=running.meeting, attendance=hans, state="present")


def test_somebody_who_is_expected_is_not_expected_twice(called):
    expect(called.tine, meeting=called.meeting, people=[Person("Anne", "member", called.anne.key)])
    assert called.meeting.attendances.filter(account_id=called.anne.key).count() == 1


def test_an_item_that_comes_up_at_the_table_is_put_on_the_agenda(running):
    add_item(running.tine, meeting=running.meeting, anatomy=anatomy("Røgalarmer"))
    assert "Røgalarmer" in running.titles()


def test_two_do_not_close_one_meeting_over_each_others_heads(running):
    running.run_through()
    old = running.again().version
    Meeting.objects.filter(pk=running.meeting.pk).update(version=old + 1)
    with pytest.raises(Refused, match="Somebody else"):
        close(running.ellen, meeting=running.meeting, version=old)


def test_those_who_attend_are_of_this_meeting(running, town):
    elsewhere = town.meetings.create(year=2024, number=1, state="planned")
    stranger = Attendance.objects.create(meeting=elsewhere, name="Per", role="member", order=1)
    with pytest.raises(Refused, match="not on the list"):
        chair(running.tine, meeting=running.meeting, attendance=stranger)
