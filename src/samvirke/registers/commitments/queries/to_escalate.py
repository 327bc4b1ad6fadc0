"""The late commitments that offer themselves for the next agenda of their body."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q, QuerySet

from samvirke.foundation.clock import today
from samvirke.registers.commitments.follow_up import follow_up
from samvirke.registers.commitments.models import Commitment, Fulfilment
from samvirke.registers.commitments.queries.commitments import commitments_of, overdue
from samvirke.registers.commitments.register import all_duties
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor


def to_escalate(actor: Actor, body: Body) -> QuerySet[Commitment]:
    """Late by more than the days that `[follow-up]` sets, the latest first, and on no agenda already.

    One that a meeting took up comes again when it has stayed late for as long after that meeting. What the plan
    promises and a duty owes once is one thing: where the body owes the duty it comes as that, once met nowhere.
    """
    last = today() - timedelta(days=follow_up().escalate_after)
    elsewhere = Q(taken_up_on__isnull=True) | Q(taken_up_on__lt=last)
    rows = overdue(commitments_of(actor, body)).filter(elsewhere, due__lt=last)
    return rows.exclude(~Q(plan_id=""), slug__in=_owed_once(body))


def _owed_once(body: Body) -> set[str]:
    """The duties owed once that the body owes itself, or that have been met in its district."""
    once = {one.name for one in all_duties().values() if one.once}
    met = Fulfilment.objects.filter(duty__in=once, state="done", body__district=body.district_id)
    return (once & set(body.duties)) | set(met.values_list("duty", flat=True))
