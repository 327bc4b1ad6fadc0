"""Locks the squares of new quarters after an import, so that nobody who opens the map waits for it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Max

from samvirke.insight.indicators.facts import Facts
from samvirke.insight.indicators.kit import all_indicators
from samvirke.insight.tiles.ground import mapped
from samvirke.insight.tiles.models import Locked
from samvirke.insight.tiles.tables import tables_of
from samvirke.registers.incidents.models import StoreVersion
from samvirke.registers.places.queries.districts import districts
from samvirke.trust.access.actor import Actor
from samvirke.trust.jobs.declared import Progress, job, whenever


@job("tiles.lock-new", tries=3)
def lock_new(actor: Actor, progress: Progress) -> dict[str, Any]:
    """Every group of every district; what is locked already is left as it is."""
    before = Locked.objects.count()
    for district in districts(actor):
        facts = Facts(actor, district)
        held = set() if facts.store.is_empty else set(facts.cube.categories)
        for indicator in mapped(all_indicators().values()):
            if held & set(indicator.categories):
                tables_of(facts, indicator)
    return {"quarters": Locked.objects.count() - before}


def _newest_import() -> datetime | None:
    found: datetime | None = StoreVersion.objects.aggregate(newest=Max("committed_at"))["newest"]
    return found


whenever("tiles.lock-new", _newest_import)
