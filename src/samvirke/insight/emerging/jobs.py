"""Looks each whole week of new figures through: asked every night, so that no week waits for a person."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

from samvirke.insight.emerging.commands.keep_look import keep_look
from samvirke.insight.emerging.looked import looked
from samvirke.insight.emerging.queries.budget import budget_of
from samvirke.insight.emerging.queries.weeks_due import weeks_due
from samvirke.registers.incidents.queries.store import open_store
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.jobs.declared import HEAVY, Progress, job, nightly

WORK = "emerging.look"


@job(WORK, limit=timedelta(hours=1), lane=HEAVY)
def look(actor: Actor, progress: Progress, district: str) -> dict[str, Any]:
    """The weeks of one district that are due."""
    return {"weeks": look_through(actor, District.objects.get(pk=district), progress)}


@job("emerging.look-everywhere", limit=timedelta(hours=3), tries=2, lane=HEAVY)
def look_everywhere(actor: Actor, progress: Progress) -> dict[str, Any]:
    """The weeks that are due in every district."""
    loaded = District.objects.filter(loaded_at__isnull=False).order_by("pk")
    return {"weeks": sum(look_through(actor, one, progress) for one in loaded)}


def look_through(actor: Actor, district: District, progress: Progress) -> int:
    """Look at each due week in its order and keep it at once; how many there were."""
    store = open_store(actor, district)
    due = weeks_due(store)
    for until in due:
        keep_look(actor, district=district, looked=looked(store, until, budget_of(actor, district), progress))
    return len(due)


nightly("emerging.look-everywhere", time(4, 45))
