"""Empties what was disclosed until a time that has come: nobody may read it any more, so nothing of it is kept."""

from __future__ import annotations

from samvirke.desks.casework.models import Disclosure
from samvirke.desks.casework.models.disclosure import GIVEN, WAITING
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("casework.empty-ended")
def empty_ended(actor: Actor) -> int:
    """How many. That it was given, on which basis and why stays with the case, and so does its label."""
    ended = Disclosure.objects.filter(state__in=(GIVEN, WAITING), expires_at__lte=actor.moment, content__isnull=False)
    emptied = ended.update(content=None)
    note(emptied=emptied)
    return emptied
