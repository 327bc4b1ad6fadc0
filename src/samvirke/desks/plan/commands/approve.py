"""Approves a plan for one party, as it reads now."""

from __future__ import annotations

from samvirke.desks.plan.content import text_digest
from samvirke.desks.plan.models import Approval, Party
from samvirke.desks.plan.models.plan import APPROVAL
from samvirke.desks.plan.standing import RELOAD, as_it_is_now
from samvirke.foundation.clock import now, today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("plan.approve", on="party")
def approve(actor: Actor, *, party: Party, digest: str) -> Approval:
    """Say yes for one's own party. `digest` is that of the text which was read.

    Raises `Refused` when the plan is not out for approval, reads otherwise than what was read, or is approved already.
    """
    plan = as_it_is_now(party.plan)
    if plan.stage != APPROVAL:
        raise Refused.because(_("The plan is not out for approval."), RELOAD)
    now_reads = text_digest(plan)
    if digest != now_reads:
        raise Refused.because(_("The text is not the one you have read."), _("Read it as it is now, and approve that."))
    approval, made = Approval.objects.get_or_create(
        party=party, sha256=now_reads, defaults={"by_id": actor.key, "at": now(), "on": today()}
    )
    if not made:
        raise Refused.because(_("It is approved already."), RELOAD)
    note(plan, approval)
    return approval
