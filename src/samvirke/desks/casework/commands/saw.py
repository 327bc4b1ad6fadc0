"""Notes that somebody has looked at a case, so that they are told later only what has changed since."""

from __future__ import annotations

from samvirke.desks.casework.models import Case, Member
from samvirke.foundation.clock import now
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command


@command("casework.saw", on="case")
def saw(actor: Actor, *, case: Case) -> None:
    """Now."""
    Member.objects.filter(case=case, account_id=actor.id).update(seen_at=now())
