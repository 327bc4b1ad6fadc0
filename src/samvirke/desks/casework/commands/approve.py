"""The second pair of eyes: approves a disclosure that waits, or rejects it."""

from __future__ import annotations

from samvirke.desks.casework.commands.happened import happened
from samvirke.desks.casework.facts.as_it_is_now import as_it_is_now
from samvirke.desks.casework.facts.proposal import standing_objections
from samvirke.desks.casework.models import Ask, Disclosure
from samvirke.desks.casework.models.ask import OPEN, answered
from samvirke.desks.casework.models.disclosure import GIVEN, REJECTED, WAITING
from samvirke.foundation.clock import now
from samvirke.foundation.fault import Fault, Refused, refuse_if_any
from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import ask, command, note


@command("casework.approve", on="disclosure")
def approve(actor: Actor, *, disclosure: Disclosure) -> None:
    """Give it now. Raises `Refused` when the basis has gone out of use, it has expired, or it waits no more."""
    disclosure.case = as_it_is_now(disclosure.case)
    ask(actor, "casework.know", disclosure.case)
    refuse_if_any(Fault(what, Said(_("Reject it; a new one can be made."))) for what in standing_objections(disclosure))
    moment = now()
    waits = Disclosure.objects.filter(pk=disclosure.pk, state=WAITING, expires_at__gt=moment)
    if not waits.update(state=GIVEN, approved_by_id=actor.key, given_at=moment):
        raise Refused.because(_("It waits for nobody any more."), _("Reload the page."))
    if disclosure.ask_id is not None:
        Ask.objects.filter(pk=disclosure.ask_id, asker=disclosure.receiver_id, state=OPEN).update(**answered())
    who = (disclosure.giver_id, disclosure.receiver_id)
    happened(actor, disclosure.case, "disclosed", who, number=disclosure.number, to=disclosure.receiver_id)
    note(disclosure, subjects=disclosure.subjects, purpose=disclosure.purpose, basis=disclosure.basis)


@command("casework.approve", on="disclosure")
def reject(actor: Actor, *, disclosure: Disclosure) -> None:
    """Do not give it; what it held is emptied."""
    ask(actor, "casework.know", disclosure.case)
    waits = Disclosure.objects.filter(pk=disclosure.pk, state=WAITING)
    if not waits.update(state=REJECTED, approved_by_id=actor.key, content=None):
        raise Refused.because(_("It waits for nobody any more."), _("Reload the page."))
    happened(actor, disclosure.case, "rejected", (disclosure.giver_id,), number=disclosure.number)
    note(disclosure, subjects=disclosure.subjects)
