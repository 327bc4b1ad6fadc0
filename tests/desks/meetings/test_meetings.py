"""Meetings with their agendas stand in a body's calendar, are corrected by number, and are seen within the district."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction
from tests.trail import one_line, refusal

from samvirke.desks.meetings.commands.put_meetings import put_meetings
from samvirke.desks.meetings.models import AgendaItem
from samvirke.desks.meetings.queries.meetings import coming, meetings, next_meeting
from samvirke.foundation.clock import standing_on
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import NOBODY, system

pytestmark = pytest.mark.django_db

OPERATOR, FJORD = system("operator"), "fjordkredsen"
ITEM = {"number": 1, "title": {"da": "Indbrud"}, "kind": "discussion", "minutes": 10}


@pytest.fixture
def council(fjord):
    return Body.objects.get(pk="kredsraad-fjordkredsen")


def at(month, day, hour=9, year=2024):
    return datetime(year, month, day, hour, tzinfo=UTC)


def one(number, starts=None, state="called", year=2024, **more):
    return {"year": year, "number": number, "starts_at": starts, "state": state, "items": [], **more}


def put(body, *given):
    return put_meetings(OPERATOR, body=body, meetings=list(given))


def numbers(rows):
    return [meeting.number for meeting in rows]


def test_the_secretary_keeps_the_calendar_with_a_line_of_the_trail(council, person):
    tine = person("secretary", "fjordkredsens-politi")
    with one_line("meetings.put") as lines:
        (made,) = put_meetings(tine, body=council, meetings=[one(1, at(9, 10), items=[ITEM])])
    assert lines[0].things == [f"partners.body:{council.pk}", f"meetings.meeting:{made.pk}"]
    assert [item.title for item in made.items.all()] == [{"da": "Indbrud"}]
    assert made.district_id == FJORD


def test_putting_it_again_corrects_the_meeting_and_its_agenda(council):
    (first,) = put(council, one(1, at(9, 10), items=[ITEM, ITEM | {"number": 2}]))
    (again,) = put(council, one(1, at(9, 11), place="Rådhuset", items=[ITEM | {"title": {"da": "Vold"}}]))
    again.refresh_from_db()
    assert (again.pk, again.starts_at, again.place) == (first.pk, at(9, 11), "Rådhuset")
    assert [item.title for item in AgendaItem.objects.filter(meeting__body=council)] == [{"da": "Vold"}]


@pytest.mark.parametrize(("role", "agency"), [("mayor", "fjordby-kommune"), ("secretary", "dalby-kommune")])
def test_neither_another_role_nor_another_districts_secretary_keeps_it(council, dale, person, role, agency):
    somebody = person(role, agency)
    with refusal("meetings.put"):
        put_meetings(somebody, body=council, meetings=[one(1, at(9, 10))])
    assert not council.meetings.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        one(2, None), one(2, None, "held"), one(2, at(9, 10), "danced"), one(2, at(9, 10), ends_at=at(9, 10, 8)),
        one(2, at(9, 10), items=[ITEM, ITEM]), one(2, at(9, 10), items=[ITEM | {"kind": "song"}]),
    ],
    ids=["called without a day", "held without a day", "no such state", "over too soon", "an item twice", "a song"],
)  # fmt: skip
def test_the_database_refuses_what_cannot_be_and_nothing_of_the_calendar_changes(council, wrong):
    put(council, one(1, at(3, 4), "held"))
    with pytest.raises(IntegrityError), transaction.atomic():
        put(council, one(1, at(3, 5), "held"), wrong)
    assert list(council.meetings.values_list("number", "starts_at")) == [(1, at(3, 4))]


def test_a_planned_one_may_lack_its_day_and_comes_last(council):
    put(council, one(1, None, "planned"), one(3, at(9, 10)), one(2, at(6, 11), "held"))
    assert numbers(meetings(OPERATOR, FJORD, 2024)) == [2, 3, 1]
    assert numbers(coming(meetings(OPERATOR, FJORD, 2024))) == [3, 1]


def test_what_is_ahead_begins_this_morning_and_leaves_out_what_was_held_or_called_off(council):
    put(
        council, one(1, at(8, 19, 23), "called"), one(2, at(8, 20, 1)), one(3, at(8, 21), "cancelled"),
        one(4, at(8, 22), "held"), one(5, at(8, 19, 21)),
    )  # fmt: skip
    # 23 o'clock in UTC is 1 o'clock on the 20th in Copenhagen.
    assert numbers(coming(meetings(OPERATOR, FJORD, 2024))) == [1, 2]


def test_the_next_meeting_has_a_day_and_may_lie_in_the_next_year(council):
    put(council, one(1, at(8, 29)), one(2, None, "planned"), one(1, at(1, 14, year=2025), year=2025))
    assert next_meeting(OPERATOR, council).starts_at == at(8, 29)
    with standing_on(date(2024, 12, 20)):
        assert next_meeting(OPERATOR, council).starts_at == at(1, 14, year=2025)
    with standing_on(date(2025, 1, 15)):
        assert next_meeting(OPERATOR, council) is None


def test_the_next_meeting_is_the_bodys_own(council):
    other = Body.objects.create(
        id="lokalraad-fjordby", district=council.district, kind="local-council", name={}, task={}
    )
    put(other, one(1, at(8, 21)))
    assert next_meeting(OPERATOR, council) is None


def test_meetings_are_seen_within_the_district(council, dale, person):
    put(council, one(1, at(9, 10)))
    mayor, stranger = person("mayor", "fjordby-kommune"), person("chief", "dalkredsens-politi")
    assert numbers(meetings(mayor, FJORD, 2024)) == [1]
    assert next_meeting(mayor, council) is not None
    for actor in (stranger, NOBODY):
        assert not meetings(actor, FJORD, 2024).exists()
        assert next_meeting(actor, council) is None
