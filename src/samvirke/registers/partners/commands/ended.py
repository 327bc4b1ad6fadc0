"""Ends a membership, and with it what the member was elected to and who stood in for them."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from samvirke.registers.partners.models import Cover, Election, Membership


def ended(membership: Membership, day: date) -> None:
    """The day is their last. Joins the deed of whoever decided it, which holds the lock of the body."""
    Membership.objects.filter(pk=membership.pk).update(until=day, version=membership.version + 1)
    for model in (Election, Cover):
        rows = model.objects.filter(membership=membership)
        rows.filter(since__gt=day).delete()
        rows.filter(Q(until__isnull=True) | Q(until__gt=day)).update(until=day)
