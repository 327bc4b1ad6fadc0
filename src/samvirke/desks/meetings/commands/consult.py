"""Asks people of the contact committee to read an agenda before it is sent, and takes what they say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from samvirke.desks.meetings.facts.as_it_is_now import as_it_is_now
from samvirke.desks.meetings.models import Consulted, Meeting
from samvirke.desks.meetings.models.meeting import AGENDA, CALLED
from samvirke.foundation.clock import now, today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.identity.models import Account


@command("meetings.prepare", on="meeting")
def consult(actor: Actor, *, meeting: Meeting, accounts: Sequence[Account], answer_by: date) -> list[Consulted]:
    """Ask them; those who are asked already are not asked twice. Raises `Refused` for a day that is past."""
    meeting = as_it_is_now(meeting, AGENDA)
    if answer_by < today():
        raise Refused.because(_("The day is past."), _("Choose a day that is still ahead."))
    if not accounts:
        raise Refused.because(_("Nobody is chosen."), _("Choose who reads the agenda."))
    made = []
    for account in accounts:
        asked, is_new = Consulted.objects.get_or_create(
            meeting=meeting, account=account, defaults={"answer_by": answer_by}
        )
        made += [asked] if is_new else []
    note(*made)
    return made


@command("meetings.comment", on="consulted")
def comment(actor: Actor, *, consulted: Consulted, remark: str) -> None:
    """What one reader says, or nothing: then they have read it and have no remarks."""
    as_it_is_now(consulted.meeting, AGENDA, CALLED)
    Consulted.objects.filter(pk=consulted.pk).update(remark=remark.strip(), answered_at=now())
    note(said=bool(remark.strip()))
