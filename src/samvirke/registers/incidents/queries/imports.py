"""The imports that somebody may look at."""

from __future__ import annotations

from django.db.models import QuerySet

from samvirke.registers.incidents.models import ImportRun, Source
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible


def sources(actor: Actor) -> QuerySet[Source]:
    """The sources of the districts whose figures the actor keeps."""
    return visible(actor, "incidents.look-at-imports", Source.objects.select_related("district"))


def imports(actor: Actor) -> QuerySet[ImportRun]:
    """Their imports, the newest first."""
    return ImportRun.objects.filter(source__in=sources(actor)).select_related("source").order_by("-finished_at")
