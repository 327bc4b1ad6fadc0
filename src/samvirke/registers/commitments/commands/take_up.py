"""Marks that a late commitment was taken up by a meeting, so that it offers itself again only if it stays late."""

from __future__ import annotations

from datetime import date

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.registers.commitments.commands.stepped import stepped
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.commitments.models.commitment import OPEN
from samvirke.registers.commitments.models.step import TAKEN_UP
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("commitments.take-up", on="commitment")
def take_up(actor: Actor, *, commitment: Commitment, where: str, on: date) -> None:
    """`where` names the meeting, as `meeting:<id>`, and `on` is its day. Raises `Refused` when it is closed."""
    there = Commitment.objects.filter(pk=commitment.pk, state=OPEN)
    if not there.update(taken_up_on=on, taken_up_in=where):
        raise Refused.because(_("It is closed already."), _("Reload the page."))
    stepped(actor, commitment, TAKEN_UP, where=where, meets=on.isoformat())
    note(where=where)
