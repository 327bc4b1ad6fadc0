"""A commitment as somebody read it before they changed it: who was overtaken is told, nothing is overwritten."""

from __future__ import annotations

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.commitments.models.commitment import OPEN


def as_read(commitment: Commitment, version: int) -> Commitment:
    """The row, locked until the deed ends. Raises `Refused` when it is closed, or has changed since that version."""
    found = Commitment.objects.select_for_update().get(pk=commitment.pk)
    if found.state != OPEN:
        raise Refused.because(_("It is closed already."), _("Reload the page."))
    if found.version != version:
        raise Refused.because(
            _("Somebody else has changed this commitment since you opened it."),
            _("Reload the page, see what they wrote, and write yours again."),
        )
    return found
