"""Forgets at night how those were reached who have left their seats."""

from __future__ import annotations

from datetime import time
from typing import Any

from samvirke.registers.partners.commands.forget_contacts import forget_contacts
from samvirke.trust.access.actor import Actor
from samvirke.trust.jobs.declared import Progress, job, nightly


@job("partners.forget-contacts", tries=3)
def forget_at_night(actor: Actor, progress: Progress) -> dict[str, Any]:
    """As long as the district has said, and no longer."""
    return {"forgotten": forget_contacts(actor)}


nightly("partners.forget-contacts", time(3, 30))
