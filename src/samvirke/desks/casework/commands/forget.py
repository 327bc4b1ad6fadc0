"""Forgets a closed case whose time is over; the archive comes first, and only counts remain."""

from __future__ import annotations

from samvirke.desks.casework.facts.held import subjects_held
from samvirke.desks.casework.facts.time_over import is_due
from samvirke.desks.casework.models import Case
from samvirke.desks.casework.models.case import ARCHIVE, UNDECIDED
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.retention.commands.erase import erase


@command("casework.forget", on="case")
def forget(actor: Actor, *, case: Case) -> None:
    """Delete it with everything in it. Raises `Refused` before its time, and before the archive has been settled."""
    if case.archive == UNDECIDED:
        raise Refused.because(
            _("It is not settled whether the case is to be preserved."), _("Deliver it to the archive first.")
        )
    if not is_due(case):
        raise Refused.because(_("The case's time is not over."), _("It goes by itself when it is."))
    note(type=case.type, kept_until=str(case.keep_until), subjects=subjects_held(case, case.owner_id))
    erase(Case.objects.filter(pk=case.pk), f"kept until {case.keep_until}")


@command("casework.settle-archive", on="case")
def settle_archive(actor: Actor, *, case: Case, archive: str) -> None:
    """Say for the owner that it was delivered to the archive, or that it is not to be preserved."""
    if archive not in ARCHIVE or archive == UNDECIDED or case.is_open:
        raise Refused.because(
            _("Only a closed case is settled, as delivered or as not to be preserved."), _("Choose one of the two.")
        )
    Case.objects.filter(pk=case.pk).update(archive=archive)
    note(archive=archive)
