"""From a meeting to the public: what is shown in the preview is what is published, and nothing else."""

from __future__ import annotations

from typing import Any

from samvirke.desks.meetings.commands.publish import publish
from samvirke.desks.meetings.content import public_content
from samvirke.desks.meetings.models import Decision, MadePublic, Meeting
from samvirke.desks.meetings.queries.decisions import born_of
from samvirke.trust.access.actor import Actor


def preview(actor: Actor, meeting: Meeting, kind: str) -> dict[str, Any]:
    """What the public would read, made of what stands there now."""
    made = list(Decision.objects.filter(item__meeting=meeting))
    return public_content(meeting, kind, born_of(actor, meeting.body.district_id, *made))


def publish_part(actor: Actor, *, meeting: Meeting, kind: str, shown: str) -> MadePublic:
    """Publish it, unless it has changed since the preview with that digest."""
    return publish(actor, meeting=meeting, kind=kind, content=preview(actor, meeting, kind), shown=shown)
