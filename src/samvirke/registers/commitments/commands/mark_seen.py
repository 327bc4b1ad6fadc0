"""Notes that somebody has seen what has changed among the commitments of a district, up to a moment."""

from __future__ import annotations

from datetime import datetime

from samvirke.foundation.clock import now, today
from samvirke.registers.commitments.models import LastVisit
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("commitments.mark-seen", on="district")
def mark_seen(actor: Actor, *, district: District, until: datetime) -> None:
    """`until` is when the page was made: what happened since then is still new. Never moved back or ahead of now."""
    moment = min(until, now())
    known = LastVisit.objects.filter(account_id=actor.key, district=district)
    if known.exists():
        known.filter(at__lt=moment).update(at=moment, on=today())
    else:
        LastVisit.objects.create(account_id=actor.key, district=district, at=moment, on=today())
    note(seen=True)
