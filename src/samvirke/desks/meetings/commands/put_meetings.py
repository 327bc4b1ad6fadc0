"""Puts meetings with their agendas in a body's calendar."""

from __future__ import annotations

from typing import Any

from samvirke.desks.meetings.models import AgendaItem, Meeting
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("meetings.put", on="body")
def put_meetings(actor: Actor, *, body: Body, meetings: list[dict[str, Any]]) -> list[Meeting]:
    """Write meetings by year and number, each with its `items`; doing it again corrects them.

    One that somebody has worked on since stays as they left it.
    """
    written = [_put(body, facts) for facts in meetings]
    note(*written)
    return written


def _put(body: Body, facts: dict[str, Any]) -> Meeting:
    named = {"body": body, "year": facts["year"], "number": facts["number"]}
    worked_on = Meeting.objects.filter(**named, version__gt=1).select_related("body").first()
    if worked_on is not None:
        return worked_on
    own = {name: value for name, value in facts.items() if name not in ("year", "number", "items")}
    meeting, _made = Meeting.objects.update_or_create(**named, defaults=own)
    meeting.items.all().delete()
    AgendaItem.objects.bulk_create(AgendaItem(meeting=meeting, **item) for item in facts["items"])
    return meeting
