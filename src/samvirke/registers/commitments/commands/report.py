"""Reports how a commitment stands; the report that says done or dropped closes it."""

from __future__ import annotations

from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.registers.commitments.facts.as_read import as_read
from samvirke.registers.commitments.models import Commitment, StatusReport
from samvirke.registers.commitments.models.status_report import DONE, DROPPED, STATES
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("commitments.report", on="commitment")
def report(
    actor: Actor, *, commitment: Commitment, version: int, said: str, state: str, evidence: str = ""
) -> StatusReport:
    """Add a report of today. `evidence` is where one can see it, and is demanded of what is done.

    Raises `Refused` when nothing is said, when it is closed, or when somebody changed it in between.
    """
    _refuse_if_empty(state, said.strip(), evidence.strip())
    there = as_read(commitment, version)
    written = StatusReport.objects.create(
        commitment=there, on=today(), said=said.strip(), state=state, evidence=evidence.strip(), by_id=actor.account
    )
    if state in (DONE, DROPPED):
        there.state, there.closed_on, there.evidence = state, today(), evidence.strip() or said.strip()
    there.version += 1
    there.save()
    note(written, state=state)
    return written


def _refuse_if_empty(state: str, said: str, evidence: str) -> None:
    if state not in STATES:
        raise Refused.because(_("It is not said how it stands."), _("Choose how it stands."))
    if not said:
        raise Refused.because(_("Nothing is said about how it stands."), _("Write it in a sentence."))
    if state == DONE and not evidence:
        raise Refused.because(
            _("Nothing shows that it was done."),
            _("Write where one can see it, such as the minutes of a meeting or a count."),
        )
