"""Brings a published agenda or minutes to the public database, as often as it takes and never twice."""

from __future__ import annotations

from typing import Any

from samvirke.desks.meetings.models import MadePublic
from samvirke.registers.publications.commands.publish import publish
from samvirke.trust.access.actor import Actor
from samvirke.trust.jobs.declared import Progress, job


@job("meetings.push", tries=5)
def push(actor: Actor, progress: Progress, edition: str) -> dict[str, Any]:
    """Put one edition before the public under its own id."""
    row = MadePublic.objects.select_related("meeting__body").get(pk=edition)
    meeting = row.meeting
    slug = f"{meeting.body_id}-{meeting.year}-{meeting.number}"
    published = publish(
        row.pk, kind=row.kind, slug=slug, edition=row.number, title=meeting.body.name, content=row.content
    )
    return {"receipt": published.receipt}
