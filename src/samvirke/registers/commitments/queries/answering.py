"""The people who can answer for a commitment, and those who do."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from samvirke.foundation.clock import COPENHAGEN, now
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.commitments.queries.commitments import commitments
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import ask
from samvirke.trust.identity.models import Account


def can_answer(actor: Actor, district: District) -> QuerySet[Account]:
    """Everybody who works in an agency of the district today, by name."""
    ask(actor, "commitments.see", district)
    day = now().astimezone(COPENHAGEN).date()
    works = Q(affiliations__until__isnull=True) | Q(affiliations__until__gte=day)
    return (
        Account.objects.filter(
            works,
            is_active=True,
            affiliations__since__lte=day,
            affiliations__agency__districts__district_id=district.pk,
        )
        .distinct()
        .order_by("name")
    )


def answer_for_some(actor: Actor, district: District) -> QuerySet[Account]:
    """Those who answer for something open, whether they still work here or not."""
    mine = commitments(actor, district.pk).filter(state="open", person__isnull=False)
    return Account.objects.filter(pk__in=Commitment.objects.filter(pk__in=mine).values("person_id")).order_by("name")
