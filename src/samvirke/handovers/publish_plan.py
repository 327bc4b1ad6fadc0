"""From the plan desk to the public: publishes plans and sees them over at once, without waiting for a worker."""

from __future__ import annotations

from samvirke.desks.plan.commands.publish_plan import publish_plan
from samvirke.desks.plan.jobs import push
from samvirke.desks.plan.models import Plan
from samvirke.trust.access.actor import Actor


def publish_plans(actor: Actor) -> int:
    """Publish every plan that is loaded; how many there are."""
    plans = list(Plan.objects.select_related("district").order_by("year"))
    for plan in plans:
        push(actor, lambda *_: None, edition=str(publish_plan(actor, plan=plan).pk))
    return len(plans)
