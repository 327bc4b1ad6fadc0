"""Marks a message as read by one of those it was sent to."""

from __future__ import annotations

from samvirke.registers.outbox.models import Message, Reading
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("outbox.mark-read", on="message")
def mark_read(actor: Actor, *, message: Message) -> None:
    """Read once is read; the others it was sent to still have it unread."""
    _reading, new = Reading.objects.get_or_create(message=message, account_id=actor.id)
    note(new=new)
