"""Has a design estimated on the data as they are now, and keeps the answer with all it was made from."""

from __future__ import annotations

from samvirke import __version__
from samvirke.foundation.clock import now, today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.insight.effects.facts.worked_out import stored, worked_out
from samvirke.insight.effects.models import Design, Estimate
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("effects.estimate", on="design")
def estimate(actor: Actor, *, design: Design) -> Estimate:
    """The new estimate replaces the last one, which stays. Raises `Refused` before the period after is over.

    And when neither the design nor the data have changed since: looking again until one likes it is no method.
    """
    there = Design.objects.select_for_update(of=("self",)).select_related("district").get(pk=design.pk)
    found = worked_out(actor, there)
    last = there.estimates.filter(replaced_by__isnull=True).first()
    if last is not None and last.digest == found.digest:
        raise Refused.because(
            _("Neither the design nor the counted incidents have changed since the last estimate."),
            _("The estimate that is there holds."),
        )
    made = Estimate.objects.create(
        design=there,
        design_version=there.version,
        parameters=found.parameters,
        made_from=found.made_from,
        program_version=__version__,
        digest=found.digest,
        n=found.judged.n,
        seconds=found.seconds,
        verdict=found.judged.verdict,
        result=stored(found.judged),
        made_on=today(),
        made_at=now(),
        made_by=actor.id,
        replaces=last,
    )
    note(made, verdict=made.verdict)
    return made
