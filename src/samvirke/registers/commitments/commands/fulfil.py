"""Notes that a body has fulfilled one unit of a duty, or plans to; the desk that knows of it calls this."""

from __future__ import annotations

from datetime import date

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.commitments.facts.units import owed_for, units_of
from samvirke.registers.commitments.models import Fulfilment
from samvirke.registers.commitments.register import duty
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("commitments.fulfil", on="body")
def fulfil(
    actor: Actor,
    *,
    body: Body,
    duty_name: str,
    year: int,
    evidence: str,
    on: date | None,
    planned: bool = False,
    unit: str = "",
) -> Fulfilment:
    """Write one unit. The same evidence counts once; a planned unit becomes a done one under the same evidence.

    `unit` is the municipality's code or the school's id where the duty is owed for each. Raises `Refused` for one that
    is not the body's, and `LookupError` for a duty that nobody declares.
    """
    owed = duty(duty_name)
    if unit not in owed_for(units_of([body]), body, owed):
        what = Said(_("“{duty}” is not owed for “{unit}”."), {"duty": Said(owed.title), "unit": unit})
        raise Refused.because(what, _("Choose a municipality or school from the list."))
    made, _new = Fulfilment.objects.update_or_create(
        duty=duty_name,
        body=body,
        evidence=evidence,
        unit=unit,
        defaults={"year": year, "on": on, "state": "planned" if planned else "done"},
    )
    note(made, duty=duty_name, year=year)
    return made
