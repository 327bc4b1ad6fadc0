"""Ends a designation that is in force, or withdraws one that was only proposed, with the reason."""

from __future__ import annotations

from datetime import date

from samvirke.desks.designations.commands.stepped import stepped
from samvirke.desks.designations.facts.allowed import refuse_unless_theirs
from samvirke.desks.designations.facts.as_it_is_now import as_it_is_now
from samvirke.desks.designations.models import Designation
from samvirke.desks.designations.models.designation import ENDED, IN_FORCE, PROPOSED, WITHDRAWN
from samvirke.desks.designations.register import kind_called
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("designations.end", on="designation")
def end(actor: Actor, *, designation: Designation, version: int, on: date, why: str) -> Designation:
    """The place is named no longer. What it rested on stays. Raises `Refused` without a reason or for a day ahead."""
    there = as_it_is_now(designation, version, PROPOSED, IN_FORCE)
    refuse_unless_theirs(actor, there.district, kind_called(there.kind).decided_by, there.municipality_id)
    if not why.strip():
        raise Refused.because(_("It is not said why it ends."), _("Write what was seen, in a sentence or two."))
    if on > today() or (there.since is not None and on < there.since):
        raise Refused.because(
            _("It cannot end on that day: it is ahead, or before the place was named."), _("Correct the day.")
        )
    there.state = ENDED if there.state == IN_FORCE else WITHDRAWN
    there.ended_on, there.why_ended, there.next_review = on, why.strip(), None
    there.version += 1
    there.save(update_fields=["state", "ended_on", "why_ended", "next_review", "version"])
    stepped(actor, there, there.state, on, why)
    note(state=there.state)
    return there
