"""Forgets how people were reached who have left every seat; that they sat there stays in the public record."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import F, Q, QuerySet

from samvirke.foundation.clock import today
from samvirke.registers.partners.contact_periods import contact_periods
from samvirke.registers.partners.models import ContactPoint, Cover, Membership, SeatHolder
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("partners.forget-contacts")
def forget_contacts(actor: Actor) -> dict[str, int]:
    """Erase e-mail and telephone when the district's period has passed since the last day of anything they did.

    How many people, by district. Whoever never sat anywhere has only just been written down, and stays.
    """
    gone = {}
    for district_id, days in contact_periods().items():
        rows = _left_before(district_id, today() - timedelta(days=days))
        gone[district_id] = rows.update(email="", phone="", version=F("version") + 1)
    note(forgotten=gone)
    return gone


def _left_before(district_id: str, day: date) -> QuerySet[SeatHolder]:
    reached = SeatHolder.objects.filter(district_id=district_id).exclude(email="", phone="")
    since_then = Q(until__isnull=True) | Q(until__gte=day)
    sitting = Membership.objects.filter(since_then & (Q(term_until__isnull=True) | Q(term_until__gte=day)))
    asked, standing_in = ContactPoint.objects.filter(since_then), Cover.objects.filter(until__gte=day)
    cover = ContactPoint.objects.filter(cover_until__gte=day)
    ever = Q()
    for model in (Membership, Cover, ContactPoint):
        ever |= Q(pk__in=model.objects.values("holder"))
    found = reached.filter(ever)
    still = [Q(pk__in=rows.values("holder")) for rows in (sitting, asked, standing_in)]
    return found.exclude(still[0] | still[1] | still[2] | Q(pk__in=cover.values("cover")))
