"""A supervisor says that they have looked at a deed, and what they made of it."""

from __future__ import annotations

from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.audit.models import Line
from samvirke.trust.oversight.models import Review


@command("audit.review-deed", on="line")
def mark_reviewed(actor: Actor, *, line: Line, said: str) -> Review:
    """Put the deed off the list, with a note. Raises `Refused` without a note, and for a deed that has one."""
    if not said.strip():
        raise Refused.because(_("What was found is missing."), _("Write in a few words what you made of it."))
    written, is_new = Review.objects.get_or_create(
        seq=line.seq, defaults={"at": now(), "by": actor.id, "note": said.strip()}
    )
    if not is_new:
        raise Refused.because(_("The deed has been reviewed already."), _("Read what was found then."))
    note(why=said.strip())
    return written
