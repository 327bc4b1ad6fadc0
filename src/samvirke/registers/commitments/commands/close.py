"""Closes a commitment: done, with what shows it, or dropped, with why."""

from __future__ import annotations

from django.db.models import F

from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.registers.commitments.models import Commitment, StatusReport
from samvirke.registers.commitments.models.commitment import DONE, DROPPED, OPEN
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("commitments.close", on="commitment")
def close(actor: Actor, *, commitment: Commitment, evidence: str, dropped: bool = False) -> None:
    """Close it today. `evidence` says what shows that it was done, or why it was dropped."""
    words, state = evidence.strip(), DROPPED if dropped else DONE
    if not words:
        raise Refused.because(
            _("Nothing is said about how it ended."), _("Write what shows it, or why it was dropped.")
        )
    still_open = Commitment.objects.filter(pk=commitment.pk, case_id__isnull=True, state=OPEN)
    if not still_open.update(state=state, closed_on=today(), evidence=words, version=F("version") + 1):
        raise Refused.because(_("It is closed already."), _("Reload the page."))
    StatusReport.objects.create(
        commitment=commitment, on=today(), said=words, state=state, evidence=words, by_id=actor.account
    )
    note(dropped=dropped)
