"""The invented meeting year of the demo: held meetings, agendas that are begun, and the one that has been called."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any

from samvirke.desks.meetings.commands.attend import expect
from samvirke.desks.meetings.commands.put_meetings import put_meetings
from samvirke.desks.meetings.models import Meeting
from samvirke.desks.meetings.models.agenda_item import COMMITMENT, STANDING
from samvirke.desks.meetings.models.meeting import AGENDA, HELD, PLANNED
from samvirke.desks.meetings.queries.expected import expected
from samvirke.foundation.clock import COPENHAGEN
from samvirke.handovers.meeting_agenda import call_meeting
from samvirke.handovers.meeting_year import unit_of
from samvirke.registers.commitments.commands.take_up import take_up
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.commitments.models.commitment import OPEN
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor

_FILE = Path(__file__).resolve().parent / "demo" / "calendar.toml"


def load_calendar(actor: Actor) -> None:
    """Every meeting with its agenda, as a unit of the duty to meet. One with items on its agenda has it begun."""
    for body_id, year in _bodies().items():
        body = Body.objects.select_related("district").get(pk=body_id)
        held = [_held(number, day) for number, day in enumerate(year["held"], start=1)]
        coming = [_coming(number, one) for number, one in enumerate(year["coming"], start=len(held) + 1)]
        for meeting in put_meetings(actor, body=body, meetings=[*held, *coming]):
            unit_of(actor, meeting, planned=meeting.state != HELD)


def call_the_coming(actor: Actor) -> None:
    """Those who sit on the body are expected where the agenda is begun; a called meeting has its papers frozen.

    Once, and when the seats are filled: what a visitor has worked on since stays as it is.
    """
    for body_id, year in _bodies().items():
        first = len(year["held"]) + 1
        called = {number for number, one in enumerate(year["coming"], start=first) if one.get("called")}
        begun = Meeting.objects.filter(body=body_id, invented=True, state=AGENDA, version=1, attendances__isnull=True)
        for meeting in begun.select_related("body__district"):
            expect(actor, meeting=meeting, people=expected(actor, meeting))
            _take_up(actor, meeting)
            if meeting.number in called:
                meeting.refresh_from_db(fields=["version"])
                call_meeting(actor, meeting=meeting, version=meeting.version)


def _source(item: dict[str, Any]) -> dict[str, str]:
    """Where an item came from: the template, or a late commitment."""
    if "standing" in item:
        return {"source": STANDING, "source_key": item["standing"]}
    if "commitment" in item:
        return {"source": COMMITMENT, "source_key": str(Commitment.objects.get(plan_id="", slug=item["commitment"]).pk)}
    return {}


def _take_up(actor: Actor, meeting: Meeting) -> None:
    """The late commitments on the agenda know the meeting that takes them up."""
    keys = meeting.items.filter(source=COMMITMENT).values_list("source_key", flat=True)
    for one in Commitment.objects.filter(pk__in=list(keys), state=OPEN):
        if meeting.starts is not None:
            take_up(actor, commitment=one, where=f"meeting:{meeting.pk}", on=meeting.starts.date())


def _bodies() -> dict[str, Any]:
    return dict(tomllib.loads(_FILE.read_text(encoding="utf-8"))["bodies"])


def _held(number: int, day: str) -> dict[str, Any]:
    starts = datetime.combine(date.fromisoformat(day), datetime.min.time().replace(hour=9), COPENHAGEN)
    return {"year": 2024, "number": number, "starts_at": starts, "state": HELD, "invented": True, "items": []}


def _coming(number: int, one: dict[str, Any]) -> dict[str, Any]:
    items = [
        {
            "number": position,
            "title": item["title"],
            "kind": item["kind"],
            "recommendation": item.get("recommendation", {}),
            "minutes": item["minutes"],
            "is_open": item.get("open", True),
            **_source(item),
        }
        for position, item in enumerate(one["items"], start=1)
    ]
    return {
        "year": 2024,
        "number": number,
        "starts_at": one["starts"].replace(tzinfo=COPENHAGEN),
        "ends_at": one["ends"].replace(tzinfo=COPENHAGEN),
        "place": one["place"],
        "state": AGENDA if items else PLANNED,
        "invented": True,
        "items": items,
    }
