"""Disclosures that wait for a second pair of eyes: a list of numbers, and one of them exactly as it would be given."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from samvirke.desks.casework.facts.proposal import standing_objections
from samvirke.desks.casework.models import Case, Disclosure
from samvirke.foundation.words import Said
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import ask, note, reading
from samvirke.trust.access.rules import visible


def approvals(actor: Actor, district_id: str) -> QuerySet[Disclosure]:
    """Those that somebody may approve, the oldest first."""
    known = visible(actor, "casework.know", Case.objects.filter(district_id=district_id))
    waits = Disclosure.objects.filter(Exists(known.filter(pk=OuterRef("case"))))
    found = visible(actor, "casework.approve", waits)
    return found.select_related("case", "giver", "receiver").order_by("decided_at")


def approval(actor: Actor, district_id: str, disclosure_id: UUID) -> tuple[Disclosure, list[Said]]:
    """One of them with its content, and what speaks against giving it now: a reading that stands in the trail.

    Raises `Disclosure.DoesNotExist` or `NotAllowed` for anything else.
    """
    waits = Disclosure.objects.select_related("case", "giver", "receiver", "decided_by")
    found = waits.get(pk=disclosure_id, case__district_id=district_id)
    ask(actor, "casework.know", found.case)
    with reading(actor, "casework.approve", found):
        note(found.case, subjects=found.subjects, purpose=found.purpose, basis=found.basis)
        return found, standing_objections(found)
