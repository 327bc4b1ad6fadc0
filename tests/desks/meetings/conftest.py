"""A council of the invented district and its people: a secretary, a chair, two members, and meetings in any state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest

from samvirke.desks.meetings.commands.attend import Person, attend, expect
from samvirke.desks.meetings.commands.call import call
from samvirke.desks.meetings.commands.draft_agenda import draft_agenda
from samvirke.desks.meetings.commands.plan_year import plan_year
from samvirke.desks.meetings.commands.put_item import Anatomy, add_item
from samvirke.desks.meetings.commands.run import begin, finish_item, start_item
from samvirke.desks.meetings.commands.write_item import Written, write_item
from samvirke.desks.meetings.models import AgendaItem, Attendance, Meeting
from samvirke.foundation.clock import today
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor

DAY = date(2024, 9, 10)


def at(month: int, day: int, hour: int = 9, year: int = 2024) -> datetime:
    return datetime(year, month, day, hour, tzinfo=UTC)


def anatomy(title: str = "Indbrud", kind: str = "decision", **more: object) -> Anatomy:
    return Anatomy(title={"da": title}, kind=kind, minutes=10, **more)


@dataclass
class Table:
    """The council around its table, and one meeting of it."""

    body: Body
    tine: Actor
    ellen: Actor
    anne: Actor
    meeting: Meeting

    def again(self) -> Meeting:
        """The meeting as it is now."""
        return Meeting.objects.select_related("body__district").get(pk=self.meeting.pk)

    def item(self, number: int) -> AgendaItem:
        return AgendaItem.objects.get(meeting=self.meeting, number=number)

    def titles(self) -> list[str]:
        return [item.words.text("da") for item in self.meeting.items.order_by("number")]

    def who(self, name: str) -> Attendance:
        return self.meeting.attendances.get(name=name)

    def write(self, number: int, **given: object) -> AgendaItem:
        item = self.item(number)
        written = Written(**{"is_open": item.is_open, **given})
        return write_item(self.tine, meeting=self.meeting, item=item, written=written, version=item.version)[0]

    def run_through(self) -> None:
        """Every item is dealt with, decisions are made."""
        for item in self.meeting.items.order_by("number"):
            start_item(self.tine, meeting=self.meeting, item=item)
            if item.kind == "decision":
                self.write(item.number, outcome="approved", decision="Tiltrådt.")
            finish_item(self.tine, meeting=self.meeting, item=item)


@pytest.fixture
def council(fjord) -> Body:
    return Body.objects.get(pk="kredsraad-fjordkredsen")


@pytest.fixture
def town(council) -> Body:
    """Another body of the same district."""
    return Body.objects.create(
        id="lokalraad-fjordby", district=council.district, kind="local-council", name={"da": "Fjordby"}, task={}
    )


@pytest.fixture
def table(council, person) -> Table:
    """A planned meeting without an agenda."""
    tine = person("secretary", "fjordkredsens-politi", "tine")
    (made,) = plan_year(tine, body=council, days=[DAY])
    return Table(
        council,
        tine,
        person("chief", "fjordkredsens-politi", "ellen"),
        person("mayor", "fjordby-kommune", "anne"),
        made,
    )


@pytest.fixture
def drafted(table) -> Table:
    """The same with the standing items on its agenda, and a decision among them."""
    draft_agenda(table.tine, meeting=table.meeting, version=1)
    add_item(table.tine, meeting=table.meeting, anatomy=anatomy())
    return table


@pytest.fixture
def called(drafted) -> Table:
    """Called: Ellen chairs, Anne is a member, Hans a member without an account, Ida a substitute, Gert a guest."""
    expect(
        drafted.tine,
        meeting=drafted.meeting,
        people=[
            Person("Ellen", "chair", drafted.ellen.key, "fjordkredsens-politi"),
            Person("Anne", "member", drafted.anne.key, "fjordby-kommune"),
            Person("Hans", "member"),
            Person("Ida", "substitute"),
            Person("Gert", "guest"),
        ],
    )
    call(drafted.tine, meeting=drafted.meeting, version=drafted.again().version)
    return drafted


@pytest.fixture
def running(called, monkeypatch) -> Table:
    """In progress on its day: everybody but Hans came."""
    monkeypatch.setenv("SAMVIRKE_TODAY", DAY.isoformat())
    begin(called.tine, meeting=called.meeting)
    for name in ("Ellen", "Anne", "Gert"):
        attend(called.tine, meeting=called.meeting, attendance=called.who(name), state="present")
    return called


@pytest.fixture
def in_days() -> Callable[[int], date]:
    """So many days from the business date of the tests."""
    return lambda days: today() + timedelta(days=days)
