"""Publishes a plan: the edition is kept, and its way to the public is put in the queue, in one deed."""

from __future__ import annotations

from samvirke.desks.plan.content import digest_of
from samvirke.desks.plan.edition_content import edition_content
from samvirke.desks.plan.models import Edition, Plan
from samvirke.desks.plan.models.plan import IN_FORCE, PUBLISHED
from samvirke.desks.plan.standing import as_it_is_now, refuse_if_left_out_by, refuse_if_not_approved
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.jobs.commands.enqueue import enqueue


@command("plan.publish", on="plan")
def publish_plan(actor: Actor, *, plan: Plan) -> Edition:
    """The newest edition. A plan that says what its last edition says is not published again.

    Raises `Refused` for a draft, naming each party that is missing or has not approved it, before it is signed, and for
    whoever left a party out themselves: two people stand behind a plan that goes without one.
    """
    plan = as_it_is_now(plan)
    if plan.is_drafted_here:
        refuse_if_not_approved(plan)
        refuse_if_left_out_by(plan, actor.account)
    if plan.stage not in IN_FORCE:
        raise Refused.because(_("The plan is not signed."), _("Sign it first."))
    content = edition_content(plan)
    digest = digest_of(content)
    latest = plan.editions.first()
    if latest is None or latest.sha256 != digest:
        number = latest.number + 1 if latest else 1
        latest = Edition.objects.create(plan=plan, number=number, content=content, sha256=digest, published_on=today())
    if plan.stage != PUBLISHED:
        Plan.objects.filter(pk=plan.pk).update(stage=PUBLISHED, version=plan.version + 1)
    enqueue(actor, "plan.push", {"edition": str(latest.pk)}, key=str(latest.pk))
    note(latest, edition=latest.number)
    return latest
