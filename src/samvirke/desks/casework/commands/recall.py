"""Calls a disclosure back: it can be read no more, and the receiver confirms to have let go of it."""

from __future__ import annotations

from samvirke.desks.casework.commands.happened import happened
from samvirke.desks.casework.facts.at_work import works_on
from samvirke.desks.casework.grounds import RECEIVERS
from samvirke.desks.casework.models import Disclosure
from samvirke.desks.casework.models.disclosure import GIVEN, RECALLED
from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import ask, command, note


@command("casework.recall", on="disclosure")
def recall(actor: Actor, *, disclosure: Disclosure, reason: str) -> None:
    """Empty it now. Raises `Refused` without a reason, and when it has been recalled already."""
    ask(actor, "casework.know", disclosure.case)
    if not reason.strip():
        raise Refused.because(_("It is not said why it is called back."), _("Write it in a sentence."))
    refuse_if_too_long(Disclosure, recall_reason=reason)
    given = Disclosure.objects.filter(pk=disclosure.pk, state=GIVEN)
    values = {"state": RECALLED, "recalled_at": now(), "recall_reason": reason.strip(), "content": None}
    if not given.update(**values):
        raise Refused.because(_("It is not in force."), _("Reload the page."))
    who = (disclosure.giver_id, disclosure.receiver_id)
    happened(actor, disclosure.case, "recalled", who, number=disclosure.number)
    note(disclosure, subjects=disclosure.subjects)


@command("casework.acknowledge", on="disclosure")
def acknowledge(actor: Actor, *, disclosure: Disclosure) -> None:
    """Confirm for the receiving agency that nothing of it is kept elsewhere.

    Raises `Refused` for whoever works on the case for another of their agencies, and when nothing waits for it.
    """
    there = works_on(actor).filter(case=disclosure.case_id, agency=disclosure.receiver_id)
    if disclosure.receiver_id not in actor.agencies_as(RECEIVERS) and not there.exists():
        raise Refused.because(_("This is not your agency's to decide."), _("Leave it to them."))
    waits = Disclosure.objects.filter(pk=disclosure.pk, state=RECALLED, acknowledged_at__isnull=True)
    if not waits.update(acknowledged_at=now(), acknowledged_by_id=actor.key):
        raise Refused.because(_("There is nothing to confirm."), _("Reload the page."))
    who = (disclosure.giver_id, disclosure.receiver_id)
    happened(actor, disclosure.case, "acknowledged", who, number=disclosure.number)
    note(disclosure, subjects=disclosure.subjects)
