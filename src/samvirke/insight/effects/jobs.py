"""Has designs estimated again at night when their data were corrected, and for the first time when they are over."""

from __future__ import annotations

from datetime import time
from typing import Any

from samvirke.foundation.fault import Refused
from samvirke.insight.effects.commands.estimate import estimate
from samvirke.insight.effects.engine.sorts import NONE
from samvirke.insight.effects.models import Design
from samvirke.trust.access.actor import Actor
from samvirke.trust.jobs.declared import Progress, job, nightly


@job("effects.follow-data", tries=3)
def follow_data(actor: Actor, progress: Progress) -> dict[str, Any]:
    """Estimate every design whose period after is in the data; the others are left as they are."""
    made = 0
    for design in Design.objects.exclude(sort=NONE).order_by("pk"):
        try:
            estimate(actor, design=design)
            made += 1
        except Refused:
            continue
    return {"made": made}


nightly("effects.follow-data", time(4, 45))
