"""Moves a plan along: discussed in the council, sent out for approval, or taken back to the draft."""

from __future__ import annotations

from datetime import date

from samvirke.desks.plan.models import Plan
from samvirke.desks.plan.models.plan import APPROVAL, CONSULTATION, COOPERATION, DISCUSSED, DRAFT, SIGNED
from samvirke.desks.plan.standing import RELOAD, loose_ends, missing_parties, moved
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused, refuse_if_any
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("plan.move", on="plan")
def note_discussion(actor: Actor, *, plan: Plan, on: date, at: str, version: int) -> None:
    """Note on which day and at which meeting the council discussed the plan; a cooperation plan has to be."""
    found = moved(plan, version)
    if found.stage not in (DRAFT, CONSULTATION, DISCUSSED):
        raise Refused.because(_("The plan is past its discussion."), RELOAD)
    if on > today():
        raise Refused.because(_("The day has not come yet."), _("Note the discussion when it has been held."))
    if not at.strip():
        raise Refused.because(_("It is not said at which meeting."), _("Write the council and the meeting's number."))
    refuse_if_too_long(Plan, discussed_at=at)
    _to(found, DISCUSSED, discussed_on=on, discussed_at=at.strip())


@command("plan.move", on="plan")
def send_for_approval(actor: Actor, *, plan: Plan, version: int) -> None:
    """Close the text and ask the parties. Raises `Refused` for whatever is not answered or not discussed."""
    found = moved(plan, version)
    if not found.is_open:
        raise Refused.because(_("The plan has been sent for approval already."), RELOAD)
    if found.kind == COOPERATION and found.stage != DISCUSSED:
        raise Refused.because(
            _("The council has not discussed the plan."), _("Note the meeting at which it was discussed.")
        )
    if not found.sections.exists():
        raise Refused.because(_("The plan has no sections."), _("Write one."))
    if found.consultations.filter(closed_on__isnull=True).exists():
        raise Refused.because(_("A consultation is open."), _("End it first."))
    refuse_if_any([*missing_parties(found), *loose_ends(found)])
    _to(found, APPROVAL)


@command("plan.move", on="plan")
def take_back(actor: Actor, *, plan: Plan, version: int) -> None:
    """Open the text again. What has been approved stays approved only if nothing is changed."""
    found = moved(plan, version)
    if found.stage not in (APPROVAL, SIGNED) or not found.is_drafted_here or found.editions.exists():
        raise Refused.because(_("The plan cannot be taken back."), _("A published plan is followed by a new one."))
    if found.kind != COOPERATION and found.stage == SIGNED:
        raise Refused.because(_("The plan is in force."), _("Begin the plan that follows it."))
    back = DISCUSSED if found.discussed_on else DRAFT
    _to(found, back, signed_on=None, signed_at="", signatories=[])


def _to(plan: Plan, stage: str, **facts: object) -> None:
    anew = {"stage": stage, "version": plan.version + 1, **facts}
    Plan.objects.filter(pk=plan.pk, version=plan.version).update(**anew)
    note(stage=stage)
