"""Calendars of bodies that do not meet here: their learning activities and noted units, and one's own bodies in one."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from tests.desks.meetings.conftest import *  # noqa: F403  the council and its people are the same
from tests.doors.web.places import read

from samvirke.desks.meetings.commands.subscribe import subscribe
from samvirke.desks.meetings.queries.calendar_days import calendar_days, with_a_calendar
from samvirke.handovers.learning_duties import cancel, plan
from samvirke.handovers.meeting_year import unit_of
from samvirke.registers.commitments.commands.fulfil import fulfil
from samvirke.registers.partners.models import Body, Membership, Seat, SeatHolder
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import system
from samvirke.trust.identity.models import Account, Affiliation, Agency

pytestmark = pytest.mark.django_db
OPERATOR, SPRING = system("operator"), date(2024, 4, 23)


@pytest.fixture
def forum(town):
    """The other body of the district, which has no meeting here but owes one, and shares experience."""
    Body.objects.filter(pk=town.pk).update(duties=["strategic-psp-meetings", "erfa-meetings"])
    return Body.objects.select_related("district").get(pk=town.pk)


def noted(body, on=SPRING, evidence="Referat om Gudrun Hemmelig", planned=False):
    return fulfil(
        OPERATOR, body=body, duty_name="strategic-psp-meetings", year=on.year, evidence=evidence, on=on, planned=planned
    )  # fmt: skip


def activity(body, day=SPRING):
    facts = {
        "kind": "erfa-meeting", "subject": "Gudrun Hemmelig", "host": Agency.objects.get(pk="fjordkredsens-politi"),
        "municipalities": [998], "day": day, "place": "Havnen", "body": body, "duty": "erfa-meetings",
    }  # fmt: skip
    return plan(OPERATOR, district=body.district, facts=facts)


def fetched(actor, body=None) -> list[str]:
    secret = subscribe(actor, district=District.objects.get(pk="fjordkredsen"), body=body)
    answer = Client().get(f"/calendar/{secret}.ics")
    return answer.content.decode().replace("\r\n ", "").split("\r\n")


def test_a_unit_that_is_noted_elsewhere_is_a_whole_day_of_the_bodys_calendar(table, forum):
    one = noted(forum)
    found = fetched(table.tine, forum)
    assert {f"UID:{one.pk}@samvirke.invalid", "DTSTART;VALUE=DATE:20240423", "STATUS:CONFIRMED"} <= set(found)
    assert "SUMMARY:Fjordby: møde" in found
    assert not any("Hemmelig" in line for line in found)
    noted(forum, planned=True)
    assert "STATUS:TENTATIVE" in fetched(table.tine, forum)


def test_an_activity_is_told_by_its_kind_and_place_and_stays_the_same_event(table, forum):
    made = activity(forum)
    first = fetched(table.tine, forum)
    assert {f"UID:{made.pk}@samvirke.invalid", "SEQUENCE:1", "LOCATION:Havnen", "STATUS:TENTATIVE"} <= set(first)
    assert first.count("BEGIN:VEVENT") == 1
    cancel(OPERATOR, learning=made, version=1)
    later = fetched(table.tine, forum)
    assert {f"UID:{made.pk}@samvirke.invalid", "SEQUENCE:2", "STATUS:CANCELLED"} <= set(later)
    assert not any("Hemmelig" in line for line in first + later)


def test_a_meeting_here_is_no_second_event_by_its_duty(table):
    Body.objects.filter(pk=table.body.pk).update(duties=["district-council-meetings"])
    unit_of(table.tine, type(table.meeting).objects.select_related("body").get(pk=table.meeting.pk), planned=True)
    assert table.body.fulfilments.count() == 1
    assert calendar_days(table.tine, Body.objects.filter(pk=table.body.pk), SPRING) == []


def test_units_at_several_schools_on_one_day_are_one_event_and_old_ones_are_left_out(table, forum):
    for unit in ("998", "999"):
        forum.fulfilments.create(
            duty="walking-tests", year=2024, on=SPRING, state="done" if unit == "998" else "planned", evidence="GO",
            unit=unit,
        )  # fmt: skip
    noted(forum, on=date(2022, 4, 1))
    [one] = calendar_days(table.tine, Body.objects.filter(pk=forum.pk), date(2023, 8, 20))
    assert (one.day, one.is_certain) == (SPRING, False)


def test_one_calendar_of_ones_own_covers_every_body_one_sits_on(table, forum, person):
    noted(forum)
    activity(forum)
    hedda = person("mayor", "fjordby-kommune", "hedda")
    assert fetched(hedda).count("BEGIN:VEVENT") == 0
    account = Account.objects.get(username="hedda")
    for body in (table.body, forum):
        seat = Seat.objects.create(body=body, role="member", slug="medlem", office={"da": "Medlem"}, order=99)
        holder, _new = SeatHolder.objects.get_or_create(district=body.district, name="Hedda", account=account)
        Membership.objects.create(seat=seat, place=1, holder=holder, since=date(2024, 1, 1))
    found = fetched(hedda)
    assert sum(line.startswith("DTSTART:") for line in found) == 1
    assert sum(line.startswith("DTSTART;VALUE=DATE:") for line in found) == 2


def test_who_has_left_the_district_is_told_of_no_day(table, forum):
    noted(forum)
    secret = subscribe(table.anne, district=forum.district, body=forum)
    Affiliation.objects.filter(account_id=table.anne.key).update(until="2024-02-01")
    assert b"VEVENT" not in Client().get(f"/calendar/{secret}.ics").content


def test_every_body_that_meets_owes_or_learns_is_offered_and_no_other(table, forum):
    quiet = Body.objects.create(id="kontakt", district=forum.district, kind="contact-point", name={"da": "K"}, task={})
    rows = Body.objects.filter(district=forum.district)
    assert set(with_a_calendar(rows)) == {table.body, forum}
    client = Client()
    client.force_login(Account.objects.get(username="anne"))
    page = read(client.get(f"/districts/{forum.district_id}/meetings/mine/"))
    offered = page.xpath("//select[@name='body']/option/@value")
    assert (set(offered), quiet.pk in offered) == ({"", table.body.pk, forum.pk}, False)
