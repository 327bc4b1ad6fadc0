"""Takes back a planned unit of a duty, when what was planned is cancelled; a unit that is done stays done."""

from __future__ import annotations

from samvirke.registers.commitments.models import Fulfilment
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("commitments.fulfil", on="body")
def unfulfil(actor: Actor, *, body: Body, duty_name: str, evidence: str) -> None:
    """The unit of that evidence is planned no longer, and the duty misses it again."""
    rows = Fulfilment.objects.filter(duty=duty_name, body=body, evidence=evidence, state="planned")
    note(taken_back=rows.delete()[0], duty=duty_name)
