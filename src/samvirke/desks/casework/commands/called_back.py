"""Empties what was disclosed and asks each receiver to confirm; joins the deed that ends it."""

from __future__ import annotations

from samvirke.desks.casework.commands.happened import happened
from samvirke.desks.casework.models import Case, Disclosure
from samvirke.desks.casework.models.disclosure import GIVEN, RECALLED, REJECTED, WAITING
from samvirke.foundation.clock import now
from samvirke.trust.access.actor import Actor


def call_back(actor: Actor, case: Case, reason: str) -> None:
    """Everything that is in force in a case, whoever gave it."""
    for one in Disclosure.objects.filter(case=case, state=GIVEN):
        happened(actor, case, "recalled", (one.giver_id, one.receiver_id), number=one.number)
    values = {"recalled_at": now(), "recall_reason": reason, "content": None}
    Disclosure.objects.filter(case=case, state=GIVEN).update(state=RECALLED, **values)


def withdraw_waiting(case: Case) -> None:
    """What waits for a second pair of eyes when a case ends is not given any more."""
    Disclosure.objects.filter(case=case, state=WAITING).update(state=REJECTED, content=None)
