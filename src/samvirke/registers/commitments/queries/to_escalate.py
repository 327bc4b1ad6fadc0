"""The late commitments that offer themselves for the next agenda of their body."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q, QuerySet

from samvirke.foundation.clock import today
from samvirke.registers.commitments.follow_up import follow_up
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.commitments.queries.commitments import commitments_of, overdue
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor


def to_escalate(actor: Actor, body: Body) -> QuerySet[Commitment]:
    """Late by more than the days that `[follow-up]` sets, the latest first, and on no agenda already.

    One that a meeting took up comes again when it has stayed late for as long after that meeting.
    """
    last = today() - timedelta(days=follow_up().escalate_after)
    elsewhere = Q(taken_up_on__isnull=True) | Q(taken_up_on__lt=last)
    return overdue(commitments_of(actor, body)).filter(elsewhere, due__lt=last)
