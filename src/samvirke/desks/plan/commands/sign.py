"""Signs a plan that every party has approved: who, when and where; a local plan is in force with that."""

from __future__ import annotations

from datetime import date
from typing import Any

from samvirke.desks.plan.models import Plan
from samvirke.desks.plan.models.plan import APPROVAL, SIGNED
from samvirke.desks.plan.standing import RELOAD, moved, refuse_if_not_approved
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("plan.sign", on="plan")
def sign(actor: Actor, *, plan: Plan, on: date, at: str, signatories: list[dict[str, Any]], version: int) -> Plan:
    """Note the signatures. A signatory has a `name`, an `office` in words and an `agency`.

    Raises `Refused` naming every party that has not approved, when nobody signs, or when the day has not come.
    """
    found = moved(plan, version)
    if found.stage != APPROVAL:
        raise Refused.because(_("The plan is not out for approval."), RELOAD)
    refuse_if_not_approved(found)
    if not signatories:
        raise Refused.because(_("Nobody has signed."), _("Write who signs for each party."))
    if on > today():
        raise Refused.because(_("The day has not come yet."), _("Note the signatures when they have been given."))
    refuse_if_too_long(Plan, signed_at=at)
    Plan.objects.filter(pk=found.pk, version=version).update(
        stage=SIGNED, signed_on=on, signed_at=at.strip(), signatories=signatories, version=version + 1
    )
    note(plan, signatories=len(signatories))
    return Plan.objects.get(pk=found.pk)
