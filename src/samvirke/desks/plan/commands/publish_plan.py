"""Publishes a plan: the edition is kept, and its way to the public is put in the queue, in one deed."""

from __future__ import annotations

import hashlib
import json

from samvirke.desks.plan.content import public_content
from samvirke.desks.plan.models import Edition, Plan
from samvirke.foundation.clock import today
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.jobs.commands.enqueue import enqueue


@command("plan.publish", on="plan")
def publish_plan(actor: Actor, *, plan: Plan) -> Edition:
    """The newest edition. A plan that says what its last edition says is not published again."""
    content = public_content(plan)
    digest = hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
    latest = plan.editions.first()
    if latest is None or latest.sha256 != digest:
        number = latest.number + 1 if latest else 1
        latest = Edition.objects.create(plan=plan, number=number, content=content, sha256=digest, published_on=today())
    enqueue(actor, "plan.push", {"edition": str(latest.pk)}, key=str(latest.pk))
    note(latest, edition=latest.number)
    return latest
