"""Publishes the agenda or the minutes of a meeting: the edition is kept, and its way to the public is queued."""

from __future__ import annotations

from typing import Any

from samvirke.desks.meetings.content import digest_of
from samvirke.desks.meetings.facts.as_it_is_now import as_it_is_now
from samvirke.desks.meetings.models import MadePublic, Meeting
from samvirke.desks.meetings.models.made_public import KINDS, MINUTES
from samvirke.desks.meetings.models.meeting import APPROVED, CALLED, HELD, RUNNING
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.jobs.commands.enqueue import enqueue


@command("meetings.publish", on="meeting")
def publish(actor: Actor, *, meeting: Meeting, kind: str, content: dict[str, Any], shown: str) -> MadePublic:
    """The newest edition. `shown` is the digest of the preview: what has changed since is not published unseen.

    Raises `Refused` for minutes that are not approved, and for an agenda before the meeting is called. What says
    the same as the last edition is not published again.
    """
    if kind not in KINDS:
        raise Refused.because(_("There is nothing of that kind to publish."), _("Reload the page."))
    if kind == MINUTES and meeting.state != APPROVED:
        raise Refused.because(_("The minutes are not approved yet."), _("They are published once they are."))
    meeting = as_it_is_now(meeting, CALLED, RUNNING, HELD, APPROVED)
    digest = digest_of(content)
    if digest != shown:
        raise Refused.because(_("It has changed since the preview."), _("Look at the preview again."))
    latest = meeting.published.filter(kind=kind).order_by("-number").first()
    if latest is None or latest.sha256 != digest:
        number = latest.number + 1 if latest else 1
        latest = MadePublic.objects.create(
            meeting=meeting, kind=kind, number=number, content=content, sha256=digest, on=today()
        )
    enqueue(actor, "meetings.push", {"edition": str(latest.pk)}, key=str(latest.pk))
    note(latest, edition=latest.number)
    return latest
