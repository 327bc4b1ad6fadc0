"""Publishes a plan: the edition is kept, and its way to the public is put in the queue, in one deed."""

from __future__ import annotations

from typing import Any

from samvirke.desks.plan.content import digest_of, public_content
from samvirke.desks.plan.engine.year_difference import year_difference
from samvirke.desks.plan.models import Approval, Edition, Plan
from samvirke.desks.plan.models.plan import COOPERATION, IN_FORCE, PUBLISHED
from samvirke.desks.plan.standing import as_it_is_now, refuse_if_not_approved
from samvirke.foundation.clock import COPENHAGEN, today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.jobs.commands.enqueue import enqueue


@command("plan.publish", on="plan")
def publish_plan(actor: Actor, *, plan: Plan) -> Edition:
    """The newest edition. A plan that says what its last edition says is not published again.

    Raises `Refused` for a local plan, for a draft, naming each party that has not approved it, and before it is signed.
    """
    plan = as_it_is_now(plan)
    if plan.kind != COOPERATION:
        raise Refused.because(
            _("Only a cooperation plan is published here."), _("A local plan is in force when signed.")
        )
    if plan.is_drafted_here:
        refuse_if_not_approved(plan)
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


def edition_content(plan: Plan) -> dict[str, Any]:
    """Exactly what becomes public: the plan, who approved it when, and what is different from the year before."""
    content = public_content(plan)
    earlier = Plan.objects.filter(
        district=plan.district_id, kind=plan.kind, body=plan.body_id, stage__in=IN_FORCE, year__lt=plan.year
    ).first()
    content["approvals"] = [
        {"agency": one.party.agency.name, "on": str(one.at.astimezone(COPENHAGEN).date())}
        for one in Approval.objects.filter(party__plan=plan).select_related("party__agency").order_by("at")
    ]
    content["changes"] = _changes(earlier, content) if earlier else {}
    return content


def _changes(earlier: Plan, content: dict[str, Any]) -> dict[str, Any]:
    published = earlier.editions.first()
    before = published.content if published else public_content(earlier)
    return {"year": earlier.year, "rows": year_difference(before, content).stored()}
