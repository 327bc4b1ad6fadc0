"""Writes a message in the transaction of the deed it tells of, once however often it is asked for."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from samvirke.foundation.clock import now, today
from samvirke.foundation.words import Said, Words
from samvirke.registers.outbox.models import Message
from samvirke.registers.outbox.models.message import TO_ACCOUNT
from samvirke.trust.access.actor import Actor, system
from samvirke.trust.access.guard import command, note
from samvirke.trust.identity.models.affiliation import ROLES
from samvirke.trust.jobs.commands.enqueue import enqueue

# Within it whoever posted has committed, or a later message brings this one along.
_STEP_SECONDS = 10


@command("outbox.post")
def post(
    actor: Actor,
    *,
    key: str,
    to_kind: str,
    to_id: str,
    subject: Said,
    body: Said,
    to_role: str = "",
    link: str = "",
) -> Message:
    """The message of that key: written now, or the one that is there already, as it is.

    `to_id` is an account's or an agency's id; `to_role` narrows an agency to those in one role. A message says what
    kind of thing happened and where (`link`, a path of ours): `TypeError` for words with free text in them,
    `LookupError` for a role that nobody can hold.
    """
    for words in (subject, body):
        _only_kinds(words)
    if to_role and to_role not in ROLES:
        raise LookupError(f"no role is called {to_role}")
    to_id = str(UUID(to_id)) if to_kind == TO_ACCOUNT else to_id
    facts = {"to_kind": to_kind, "to_id": to_id, "to_role": to_role, "link": link}
    message, new = Message.objects.get_or_create(
        key=key, defaults={**facts, "subject": subject.stored(), "body": body.stored(), "on": today()}
    )
    if new:
        enqueue(system("scheduler"), "outbox.deliver", due=_soon())
    note(message, new=new)
    return message


def _only_kinds(value: Any) -> None:
    """Numbers, dates, names in their languages, and sentences made of these; free text may be about somebody."""
    if isinstance(value, Said):
        for inner in value.values.values():
            _only_kinds(inner)
    elif not isinstance(value, int | date | Words):
        raise TypeError("a message says what kind of thing happened; free text stays where it was written")


def _soon() -> datetime:
    """The end of the next step of ten seconds: messages of one step are brought out by one piece of work."""
    return datetime.fromtimestamp((now().timestamp() // _STEP_SECONDS + 2) * _STEP_SECONDS, UTC)
