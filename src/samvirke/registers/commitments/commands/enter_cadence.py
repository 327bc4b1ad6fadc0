"""A secretariat enters how often a body owes a duty, where neither law nor plan states it."""

from __future__ import annotations

from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.commitments.models import Cadence
from samvirke.registers.commitments.register import duty
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note

_MOST = 60


@command("commitments.enter-cadence", on="body")
def enter_cadence(
    actor: Actor, *, body: Body, duty_name: str, times: int, reference: str, invented: bool = False
) -> Cadence:
    """Write a number of the year with who decided it; what was entered before ends today. Nought: not owed here.

    Raises `Refused` for a duty whose number law or plan states, one that the body does not owe, and missing words.
    """
    owed = duty(duty_name)
    if duty_name not in body.duties or owed.times is not None:
        what = Said(_("The number of “{duty}” is not for this body to set."), {"duty": Said(owed.title)})
        raise Refused.because(what, _("It follows from law or plan."))
    if not 0 <= times <= _MOST or not reference.strip() or len(reference.strip()) > 300:
        raise Refused.because(
            _("The number or who decided it is missing."), _("Write a whole number and the decision it stands in.")
        )
    live = Cadence.objects.select_for_update().filter(body=body, duty=duty_name, until__isnull=True)
    same = live.filter(times=times, reference=reference.strip()).first()
    if same is None:
        live.update(until=today())
        same = Cadence.objects.create(
            body=body, duty=duty_name, times=times, reference=reference.strip(), since=today(), invented=invented
        )
    note(same, duty=duty_name, times=times)
    return same
