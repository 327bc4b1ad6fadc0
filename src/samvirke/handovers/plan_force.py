"""From the plan desk to the register: a plan that is signed or published turns its measures into commitments."""

from __future__ import annotations

from datetime import date
from typing import Any

from samvirke.desks.plan.commands.publish_plan import publish_plan
from samvirke.desks.plan.commands.sign import sign
from samvirke.desks.plan.models import Edition, Measure, Plan
from samvirke.desks.plan.models.plan import ACTION, COOPERATION, SSP
from samvirke.handovers.plan_begin import SSP_DUTY
from samvirke.registers.commitments.commands.fulfil import fulfil
from samvirke.registers.commitments.commands.record import record
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import deed
from samvirke.trust.jobs.commands.enqueue import enqueue

_DUTIES = {COOPERATION: "cooperation-plan-published", ACTION: "action-plan-in-force", SSP: SSP_DUTY}


def sign_plan(actor: Actor, *, plan: Plan, on: date, at: str, signatories: list[dict[str, Any]], version: int) -> Plan:
    """Sign a plan that all have approved. A local plan is in force with that: its measures and its duty follow."""
    with deed(actor):
        signed = sign(actor, plan=plan, on=on, at=at, signatories=signatories, version=version)
        if signed.kind != COOPERATION:
            _come_into_force(actor, signed, on)
        return signed


def publish(actor: Actor, *, plan: Plan) -> Edition:
    """Publish a signed plan as page, data and paper, in one deed with what follows.

    The measures and the duty of a cooperation plan follow now; those of a local plan did when it was signed.
    """
    with deed(actor):
        edition = publish_plan(actor, plan=plan)
        enqueue(actor, "plan.push-paper", {"edition": str(edition.pk)}, key=str(edition.pk))
        if plan.is_drafted_here and plan.kind == COOPERATION:
            _come_into_force(actor, plan, edition.published_on)
        return edition


def _come_into_force(actor: Actor, plan: Plan, on: date) -> None:
    measures = plan.measures.select_related("section")
    record(actor, district=plan.district, commitments=[_commitment(plan, one) for one in measures])
    duty = _DUTIES[plan.kind]
    if duty in plan.body.duties:
        for year in range(plan.year, plan.last_year + 1):
            fulfil(actor, body=plan.body, duty_name=duty, year=year, evidence=f"plan {plan.pk} {year}", on=on)


def _commitment(plan: Plan, one: Measure) -> dict[str, Any]:
    same = (
        "slug", "title", "text", "owners", "kind", "optional", "times", "per", "begins", "due", "area", "dose",
        "audience", "cost", "prevention", "indicator", "why_not", "measurable",
    )  # fmt: skip
    section = one.section
    return {
        **{name: getattr(one, name) for name in same},
        "plan_id": plan.pk,
        "body": None if plan.kind == COOPERATION else plan.body,
        "sort": "measure",
        "came_from": f"plan:{plan.pk}",
        "origin": {
            "plan": plan.year,
            "section": section.number or section.under,
            "heading": section.words.text(),
        },
        "invented": plan.invented,
    }
