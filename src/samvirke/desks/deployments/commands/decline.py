"""Declines a request for a deployment, with the reason that whoever asked can read."""

from __future__ import annotations

from samvirke.desks.deployments.commands.stepped import stepped
from samvirke.desks.deployments.facts.allowed import refuse_unless_for
from samvirke.desks.deployments.facts.as_it_is_now import as_it_is_now
from samvirke.desks.deployments.models import Deployment
from samvirke.desks.deployments.models.deployment import DECLINED, REQUESTED
from samvirke.desks.deployments.register import kind_called
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("deployments.decline", on="deployment")
def decline(actor: Actor, *, deployment: Deployment, version: int, why: str) -> Deployment:
    """Nobody goes. Raises `Refused` without a reason, once it is planned, and when somebody was first."""
    there = as_it_is_now(deployment, version, REQUESTED)
    refuse_unless_for(actor, there, kind_called(there.kind).planned_by)
    if not why.strip():
        raise Refused.because(_("It is not said why it is declined."), _("Write it so that whoever asked can read it."))
    there.state, there.why_not, there.over_on, there.answered_on = DECLINED, why.strip(), today(), today()
    there.version += 1
    there.save(update_fields=["state", "why_not", "over_on", "answered_on", "version"])
    stepped(actor, there, DECLINED, today(), why)
    note(state=DECLINED)
    return there
