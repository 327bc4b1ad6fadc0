"""Makes the secret address that somebody's calendar fetches their meetings from, and withdraws it."""

from __future__ import annotations

import hashlib
import secrets

from samvirke.desks.meetings.models import CalendarAddress
from samvirke.foundation.clock import now
from samvirke.registers.partners.models import Body
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note

_BYTES = 32


@command("meetings.subscribe", on="district")
def subscribe(actor: Actor, *, district: District, body: Body | None = None) -> str:
    """The secret, told once; an address of the same person for the same meetings is withdrawn by it."""
    live = CalendarAddress.objects.filter(account_id=actor.key, body=body, withdrawn_at__isnull=True)
    live.update(withdrawn_at=now())
    secret = secrets.token_urlsafe(_BYTES)
    made = CalendarAddress.objects.create(
        account_id=actor.key, body=body, sha256=hashlib.sha256(secret.encode()).hexdigest()
    )
    note(made)
    return secret


@command("meetings.unsubscribe", on="address")
def unsubscribe(actor: Actor, *, address: CalendarAddress) -> None:
    """From now on it answers nobody."""
    CalendarAddress.objects.filter(pk=address.pk, withdrawn_at__isnull=True).update(withdrawn_at=now())
    note()
