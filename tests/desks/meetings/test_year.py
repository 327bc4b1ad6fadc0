"""The year of a body: days are proposed where people meet, taken over once, moved and cancelled with a reason."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.desks.meetings.conftest import DAY, at
from tests.trail import refusal

from samvirke.desks.meetings.commands.move_meeting import cancel_meeting, move_meeting
from samvirke.desks.meetings.commands.plan_year import plan_year
from samvirke.desks.meetings.engine.holidays import Avoided, easter, holidays
from samvirke.desks.meetings.engine.year import Habits, proposed_days
from samvirke.desks.meetings.facts.as_it_is_now import MovedOn
from samvirke.foundation.fault import Refused

HABITS = Habits(last=date(2025, 12, 13), between=42, weekday=3, avoided=Avoided())


@pytest.mark.parametrize(
    ("year", "day"), [(1961, date(1961, 4, 2)), (2000, date(2000, 4, 23)), (2024, date(2024, 3, 31)),
                      (2025, date(2025, 4, 20)), (2038, date(2038, 4, 25)), (2285, date(2285, 3, 22))],
)  # fmt: skip
def test_easter_falls_where_the_calendars_have_it(year, day):
    assert easter(year) == day


def test_the_great_prayer_day_went_with_the_year_2023():
    assert date(2023, 5, 5) in holidays(2023)
    assert date(2024, 4, 26) not in holidays(2024)
    assert {date(2024, 5, 9), date(2024, 5, 20), date(2024, 6, 5), date(2024, 12, 24)} <= holidays(2024)


@pytest.mark.parametrize(
    "day",
    [date(2025, 7, 3), date(2025, 2, 13), date(2025, 10, 16), date(2025, 5, 29), date(2025, 3, 8)],
    ids=["July", "the winter holiday", "the autumn holiday", "Ascension", "a Saturday"],
)
def test_councils_do_not_meet_when_people_are_away(day):
    assert not Avoided().meets_on(day)
    assert Avoided().meets_on(date(2025, 3, 6))


def test_four_meetings_are_spread_over_the_year_on_the_usual_weekday():
    days = proposed_days(4, HABITS, [])
    assert [(day.month, day.weekday()) for day in days] == [(2, 3), (5, 3), (8, 3), (10, 3)]


def test_what_is_fixed_stays_and_only_what_is_missing_is_proposed():
    fixed = [date(2025, 2, 27), date(2025, 8, 21)]
    days = proposed_days(4, HABITS, fixed)
    assert len(days) == 2
    assert fixed[0] < days[0] < fixed[1] < days[1]
    assert proposed_days(2, HABITS, fixed) == []


def test_in_the_middle_of_the_year_only_days_ahead_are_proposed():
    days = proposed_days(4, HABITS, [date(2025, 3, 6), date(2025, 5, 28)], first=date(2025, 8, 21))
    assert len(days) == 2
    assert min(days) >= date(2025, 8, 21)


def test_where_the_year_has_no_room_fewer_are_proposed():
    assert proposed_days(4, HABITS, [], first=date(2025, 12, 1)) == [date(2025, 12, 4)]
    assert proposed_days(4, HABITS, [], first=date(2025, 12, 20)) == []


@given(
    times=st.integers(1, 8),
    fixed=st.lists(st.dates(date(2025, 1, 1), date(2025, 12, 31)), max_size=4, unique=True),
    busy=st.sets(st.dates(date(2025, 1, 1), date(2025, 12, 31)), max_size=30),
    first=st.dates(date(2025, 1, 1), date(2025, 12, 31)),
)
def test_no_proposal_falls_on_a_day_that_is_avoided_busy_past_or_too_near_another(times, fixed, busy, first):
    days = proposed_days(times, HABITS, fixed, first=first, busy=busy)
    assert len(days) <= max(times - len(fixed), 0)
    assert days == sorted(set(days))
    for day in days:
        assert first <= day <= HABITS.last
        assert HABITS.avoided.meets_on(day)
        assert day not in busy
        others = [other for other in [*fixed, *days] if other != day]
        assert all(abs(day - other) >= timedelta(days=21) for other in others)


@pytest.mark.django_db
def test_the_days_taken_over_become_planned_meetings_in_order(table, in_days):
    made = plan_year(table.tine, body=table.body, days=[date(2024, 12, 3), date(2024, 11, 5)])
    assert [(one.number, one.state, one.starts.isoformat()) for one in made] == [
        (2, "planned", "2024-11-05T10:00:00+01:00"), (3, "planned", "2024-12-03T10:00:00+01:00"),
    ]  # fmt: skip
    assert made[0].ends - made[0].starts == timedelta(minutes=150)


@pytest.mark.django_db
def test_two_who_take_over_the_same_proposal_do_not_double_it(table):
    with pytest.raises(Refused, match="meets on 2024-09-10 already"):
        plan_year(table.tine, body=table.body, days=[date(2024, 11, 5), DAY])
    assert table.body.meetings.count() == 1


@pytest.mark.django_db
def test_days_that_are_past_are_not_planned_and_only_keepers_of_the_calendar_plan(table, in_days):
    with pytest.raises(Refused, match="is past"):
        plan_year(table.tine, body=table.body, days=[in_days(-1)])
    with refusal("meetings.plan"):
        plan_year(table.anne, body=table.body, days=[date(2024, 11, 5)])


def moved(table, **given):
    facts = {"version": 1, "starts_at": at(9, 12), "ends_at": at(9, 12, 11), "place": "Rådhuset", "why": "Valg."}
    move_meeting(table.tine, meeting=table.meeting, **facts | given)


@pytest.mark.django_db
def test_a_meeting_is_moved_with_a_reason_and_calendars_are_told(table):
    moved(table)
    meeting = table.again()
    assert (meeting.starts_at, meeting.place, meeting.why_changed) == (at(9, 12), "Rådhuset", "Valg.")
    assert (meeting.sequence, meeting.version) == (1, 2)
    with pytest.raises(MovedOn):
        moved(table, place="Havnen")
    assert table.again().place == "Rådhuset"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"why": " "}, "No reason"), ({"why": "x" * 301}, "longer than 300"), ({"place": "x" * 201}, "longer than 200"),
        ({"starts_at": at(8, 19), "ends_at": at(8, 19, 11)}, "past"), ({"ends_at": at(9, 12)}, "before it begins"),
        ({"starts_at": at(2, 3, year=2025), "ends_at": at(2, 3, 11, year=2025)}, "belongs to 2024"),
    ],
)  # fmt: skip
def test_a_meeting_is_not_moved_to_what_cannot_be(table, wrong, says):
    with pytest.raises(Refused, match=says):
        moved(table, **wrong)
    assert (table.again().sequence, table.again().starts.date()) == (0, DAY)


@pytest.mark.django_db
def test_a_cancelled_meeting_keeps_its_number_and_its_reason(table):
    with pytest.raises(Refused, match="No reason"):
        cancel_meeting(table.tine, meeting=table.meeting, version=1, why="")
    cancel_meeting(table.tine, meeting=table.meeting, version=1, why="For få sager.")
    assert (table.again().state, table.again().why_changed, table.again().sequence) == ("cancelled", "For få sager.", 1)
    with pytest.raises(Refused, match="cancelled"):
        moved(table, version=2)
    (new,) = plan_year(table.tine, body=table.body, days=[DAY])
    assert new.number == 2
