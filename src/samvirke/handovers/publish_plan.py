"""From the plan desk to the public: publishes plans and sees them over at once, without waiting for a worker."""

from __future__ import annotations

from django.db.models import Q

from samvirke.desks.plan.commands.publish_plan import publish_plan
from samvirke.desks.plan.jobs import push
from samvirke.desks.plan.models import Plan
from samvirke.desks.plan.models.plan import COOPERATION, IN_FORCE
from samvirke.handovers.plan_paper.push import push_paper
from samvirke.trust.access.actor import Actor


def publish_plans(actor: Actor) -> int:
    """Publish every cooperation plan that is signed; how many there are. Drafts stay at the desk.

    An invented plan of a local council goes with them; a real one is published by those who made it.
    """
    signed = Plan.objects.filter(Q(kind=COOPERATION) | Q(invented=True), stage__in=IN_FORCE)
    plans = list(signed.select_related("district").order_by("year"))
    for plan in plans:
        edition = str(publish_plan(actor, plan=plan).pk)
        push(actor, lambda *_: None, edition=edition)
        push_paper(edition)
    return len(plans)
