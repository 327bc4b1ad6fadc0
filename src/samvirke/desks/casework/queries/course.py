"""The course of a case: its steps, and everything that happened as far as an agency may see it."""

from __future__ import annotations

from samvirke.desks.casework.models import Case, Event
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import ask

STEPS = ("moved", "closed")


def steps(actor: Actor, case: Case) -> list[Event]:
    """When the case went from stage to stage; every agency on it may know."""
    ask(actor, "casework.know", case)
    return list(Event.objects.filter(case=case, seen_by="", kind__in=STEPS).order_by("at"))
