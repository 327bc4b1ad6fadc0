"""Withdraws what was published of a meeting: no edition of it can be read any more, and it is said when and why."""

from __future__ import annotations

from samvirke.desks.meetings.content import digest_of
from samvirke.desks.meetings.facts.as_it_is_now import as_it_is_now
from samvirke.desks.meetings.models import MadePublic, Meeting
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.jobs.commands.enqueue import enqueue

_WHY_AT_MOST = 300


@command("meetings.withdraw", on="meeting")
def withdraw(actor: Actor, *, meeting: Meeting, kind: str, why: str) -> MadePublic:
    """A new edition that takes back all before it. What is published later begins anew.

    Raises `Refused` where nothing is published, or without a reason that the public may read.
    """
    meeting = as_it_is_now(meeting)
    latest = meeting.published.filter(kind=kind).order_by("-number").first()
    if latest is None or latest.is_withdrawal:
        raise Refused.because(_("Nothing of it is public."), _("Reload the page."))
    if not why.strip():
        raise Refused.because(_("It is not said why it is withdrawn."), _("Write it in a sentence for the public."))
    if len(why.strip()) > _WHY_AT_MOST:
        what = Said(_("The reason is longer than {most} characters."), {"most": _WHY_AT_MOST})
        raise Refused.because(what, _("Shorten it."))
    content = {"withdrawn": today().isoformat(), "why": why.strip()}
    number = latest.number + 1
    # Two withdrawals on one day say the same and are still two editions.
    digest = digest_of({**content, "number": number})
    made = MadePublic.objects.create(
        meeting=meeting, kind=kind, number=number, content=content, sha256=digest, on=today()
    )
    enqueue(actor, "meetings.push", {"edition": str(made.pk)}, key=str(made.pk))
    note(made, edition=number)
    return made
