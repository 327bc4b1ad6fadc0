"""Corrects a decision whose minutes are approved, with a note beside it; the decision itself stays as it was."""

from __future__ import annotations

from samvirke.desks.meetings.models import Correction, Decision
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("meetings.correct", on="decision")
def correct(actor: Actor, *, decision: Decision, text: str) -> Correction:
    """Write the note. Raises `Refused` while the decision can still be changed in the minutes, or without words."""
    if decision.sealed_on is None:
        raise Refused.because(_("The minutes are not approved yet."), _("Correct the decision in the minutes."))
    if not text.strip():
        raise Refused.because(_("The note is empty."), _("Write what is to be read together with the decision."))
    made = Correction.objects.create(decision=decision, text=text.strip(), by=actor.name)
    note(made)
    return made
