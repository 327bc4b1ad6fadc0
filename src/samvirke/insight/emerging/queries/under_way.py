"""The look of a district that waits for its turn or is being made."""

from __future__ import annotations

from samvirke.insight.emerging.jobs import WORK
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import ask
from samvirke.trust.jobs.models import Job
from samvirke.trust.jobs.models.job import RUNNING, WAITING


def under_way(actor: Actor, district: District) -> Job | None:
    """The look that waits or runs."""
    ask(actor, "emerging.see", district)
    rows = Job.objects.filter(name=WORK, state__in=[WAITING, RUNNING], arguments__district=district.pk)
    return rows.order_by("due").first()
