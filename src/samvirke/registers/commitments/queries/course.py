"""What became of a commitment: its reports and the steps on its way, from where it came from to its end."""

from __future__ import annotations

from samvirke.registers.commitments.models import Commitment, StatusReport, Step
from samvirke.registers.commitments.queries.commitments import commitments
from samvirke.trust.access.actor import Actor


def course(actor: Actor, commitment: Commitment) -> list[StatusReport | Step]:
    """Everything that was written of it, by its day; nothing for whoever may not read the commitment."""
    if not commitments(actor, commitment.district_id).filter(pk=commitment.pk).exists():
        return []
    found: list[StatusReport | Step] = [
        *commitment.reports.select_related("by"),
        *commitment.steps.select_related("by"),
    ]
    return sorted(found, key=lambda one: (one.on, one.at))
