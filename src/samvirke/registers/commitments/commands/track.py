"""Keeps the date of a task of a case; what the task says never leaves the case."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.commitments.models.commitment import DONE, OPEN
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note

# Nobody sees a tracked commitment in the register; the words are there because a commitment has some.
_TITLE = {"en": "A task of a case", "da": "En opgave i en sag"}


@command("commitments.track", on="district")
def track(actor: Actor, *, district: District, case_id: UUID, owner: str, due: date, invented: bool = False) -> UUID:
    """The id of the commitment that keeps the date. Called with the case's own command in one deed."""
    tracked = Commitment.objects.create(
        district=district,
        case_id=case_id,
        title=_TITLE,
        text=_TITLE,
        owners=[owner],
        kind="one-off",
        measurable=True,
        due=due,
        invented=invented,
    )
    note(tracked)
    return tracked.pk


@command("commitments.track", on="district")
def tracked_done(actor: Actor, *, district: District, commitment_id: UUID) -> None:
    """Close it today. Raises `Refused` when it is closed."""
    rows = Commitment.objects.filter(pk=commitment_id, district=district, case_id__isnull=False, state=OPEN)
    if not rows.update(state=DONE, closed_on=today(), evidence="case"):
        raise Refused.because(_("It is closed already."), _("Reload the page."))
    note()
