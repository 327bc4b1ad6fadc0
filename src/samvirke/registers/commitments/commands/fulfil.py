"""Notes that a body has fulfilled one unit of a duty, or plans to; the desk that knows of it calls this."""

from __future__ import annotations

from datetime import date

from samvirke.registers.commitments.models import Fulfilment
from samvirke.registers.commitments.register import duty
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("commitments.fulfil", on="body")
def fulfil(
    actor: Actor, *, body: Body, duty_name: str, year: int, evidence: str, on: date | None, planned: bool = False
) -> Fulfilment:
    """Write one unit. The same evidence counts once; a planned unit becomes a done one under the same evidence."""
    duty(duty_name)
    unit, _made = Fulfilment.objects.update_or_create(
        duty=duty_name,
        body=body,
        evidence=evidence,
        defaults={"year": year, "on": on, "state": "planned" if planned else "done"},
    )
    note(unit, duty=duty_name, year=year)
    return unit
