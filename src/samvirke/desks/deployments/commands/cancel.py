"""Cancels a deployment that was planned, or withdraws a request, with the reason."""

from __future__ import annotations

from samvirke.desks.deployments.commands.stepped import stepped
from samvirke.desks.deployments.facts.allowed import refuse_unless_asked_for, refuse_unless_for
from samvirke.desks.deployments.facts.as_it_is_now import as_it_is_now
from samvirke.desks.deployments.models import Deployment
from samvirke.desks.deployments.models.deployment import CANCELLED, PLANNED, REQUESTED
from samvirke.desks.deployments.register import kind_called
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("deployments.cancel", on="deployment")
def cancel(actor: Actor, *, deployment: Deployment, version: int, why: str) -> Deployment:
    """It does not take place, and its unit is free. Raises `Refused` without a reason, and when somebody was first."""
    there = as_it_is_now(deployment, version, REQUESTED, PLANNED)
    kind = kind_called(there.kind)
    if there.state == REQUESTED:
        refuse_unless_asked_for(actor, there, kind)
    else:
        refuse_unless_for(actor, there, kind.planned_by)
    if not why.strip():
        raise Refused.because(_("It is not said why it is cancelled."), _("Write it in a sentence, without names."))
    there.state, there.why_not, there.over_on = CANCELLED, why.strip(), today()
    there.version += 1
    there.save(update_fields=["state", "why_not", "over_on", "version"])
    stepped(actor, there, CANCELLED, today(), why)
    note(state=CANCELLED)
    return there
