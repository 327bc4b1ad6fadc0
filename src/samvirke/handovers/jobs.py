"""What happens at night across the house, and the work that crosses floors."""

from __future__ import annotations

from datetime import time
from typing import Any

from samvirke.foundation.home import is_casework_on
from samvirke.handovers.commitment_reminders import remind
from samvirke.handovers.place_reminders import remind_of_places
from samvirke.handovers.plan_paper.push import push_paper
from samvirke.trust.access.actor import Actor
from samvirke.trust.jobs.declared import Progress, job, nightly
from samvirke.trust.retention.commands.sweep import sweep


@job("retention.sweep", tries=3)
def sweep_at_night(actor: Actor, progress: Progress) -> dict[str, Any]:
    """Forget what is past its time."""
    return dict(sweep(actor))


@job("plan.push-paper", tries=5)
def push_plan_paper(actor: Actor, progress: Progress, edition: str) -> dict[str, Any]:
    """Set a published plan as PDF and put it before the public."""
    return {"receipt": push_paper(edition).receipt}


@job("commitments.remind", tries=3)
def remind_in_the_morning(actor: Actor, progress: Progress) -> dict[str, Any]:
    """Remind of dates that come up or have just passed; whoever was told is not told again."""
    return {"reminders": remind(actor)}


@job("designations.remind", tries=3)
def remind_of_places_in_the_morning(actor: Actor, progress: Progress) -> dict[str, Any]:
    """Remind of places that are to be looked at again; whoever was told is not told again."""
    return {"reminders": remind_of_places(actor)}


if is_casework_on():
    # Declares its own work. Nothing else of what the scheduler starts with would come upon it.
    import samvirke.handovers.case_end  # noqa: F401

nightly("retention.sweep", time(3, 10))
nightly("commitments.remind", time(6, 15))
nightly("designations.remind", time(6, 20))
