"""What happens at night across the house."""

from __future__ import annotations

from datetime import time
from typing import Any

from samvirke.trust.access.actor import Actor
from samvirke.trust.jobs.declared import Progress, job, nightly
from samvirke.trust.retention.commands.sweep import sweep


@job("retention.sweep", tries=3)
def sweep_at_night(actor: Actor, progress: Progress) -> dict[str, Any]:
    """Forget what is past its time."""
    return dict(sweep(actor))


nightly("retention.sweep", time(3, 10))
