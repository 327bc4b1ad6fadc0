"""Asks for a look now instead of in the night; the work goes into the queue."""

from __future__ import annotations

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.insight.emerging.jobs import WORK
from samvirke.insight.emerging.queries.under_way import under_way
from samvirke.insight.emerging.queries.weeks_due import weeks_due
from samvirke.registers.incidents.queries.store import open_store
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.jobs.commands.enqueue import enqueue
from samvirke.trust.jobs.models import Job


@command("emerging.look", on="district")
def ask_look(actor: Actor, *, district: District) -> Job:
    """Raises `Refused` where no week is due, or a look is under way."""
    if not weeks_due(open_store(actor, district)):
        raise Refused.because(
            _("Every week of the figures has been looked through."), _("Import newer figures, and look again.")
        )
    if under_way(actor, district):
        raise Refused.because(_("A look is under way."), _("Wait until it has ended."))
    asked = enqueue(actor, WORK, {"district": district.pk})
    note(district)
    return asked
