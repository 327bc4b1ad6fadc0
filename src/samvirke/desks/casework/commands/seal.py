"""Seals a case, so that nobody outside the sealing agency sees it anywhere; opening it again takes two people."""

from __future__ import annotations

from samvirke.desks.casework.commands.happened import happened
from samvirke.desks.casework.models import Case, Seal
from samvirke.desks.casework.queries.membership import membership
from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("casework.seal", on="case")
def seal(actor: Actor, *, case: Case, reason: str) -> Seal:
    """Seal it for one's own agency. Raises `Refused` without a reason, and when it is sealed."""
    mine = membership(actor, case)
    if not reason.strip():
        raise Refused.because(_("It is not said why the case is sealed."), _("Write it in a sentence."))
    if Seal.objects.filter(case=case, until__isnull=True).exists():
        raise Refused.because(_("The case is sealed already."), _("Reload the page."))
    refuse_if_too_long(Seal, reason=reason)
    made = Seal.objects.create(case=case, agency_id=mine.agency_id, reason=reason.strip(), since=now())
    Case.objects.filter(pk=case.pk).update(sealed=True)
    happened(actor, case, "sealed", (mine.agency_id,))
    note(made)
    return made


@command("casework.ask-to-unseal", on="case")
def ask_to_unseal(actor: Actor, *, case: Case) -> None:
    """The first of two. Raises `Refused` when it is not sealed."""
    mine = membership(actor, case)
    sealed = Seal.objects.filter(case=case, until__isnull=True, agency_id=mine.agency_id)
    if not sealed.update(asked_by_id=actor.key):
        raise Refused.because(_("The case is not sealed."), _("Reload the page."))
    happened(actor, case, "asked-to-unseal", (mine.agency_id,))
    note()


@command("casework.unseal", on="case")
def unseal(actor: Actor, *, case: Case) -> None:
    """The second of two. Raises `Refused` for whoever asked, and when nobody has."""
    sealed = Seal.objects.filter(case=case, until__isnull=True, agency_id__in=actor.agencies, asked_by__isnull=False)
    if not sealed.exclude(asked_by_id=actor.key).update(until=now(), opened_by_id=actor.key):
        raise Refused.because(
            _("Opening a sealed case takes two people."), _("Somebody else has to ask for it, or to agree.")
        )
    Case.objects.filter(pk=case.pk).update(sealed=False)
    happened(actor, case, "unsealed")
    note()
