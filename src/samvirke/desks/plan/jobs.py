"""Brings a published edition to the public database, as often as it takes and never twice."""

from __future__ import annotations

from typing import Any

from samvirke.desks.plan.models import Edition
from samvirke.registers.publications.commands.publish import publish
from samvirke.trust.access.actor import Actor
from samvirke.trust.jobs.declared import Progress, job


@job("plan.push", tries=5)
def push(actor: Actor, progress: Progress, edition: str) -> dict[str, Any]:
    """Put one edition before the public under its own id."""
    row = Edition.objects.select_related("plan").get(pk=edition)
    published = publish(
        row.pk, kind="plan", slug=row.plan_id, edition=row.number, title=row.plan.title, content=row.content
    )
    return {"receipt": published.receipt}
