"""Leaves a proposal out of an agenda, so that it is not proposed for this meeting again."""

from __future__ import annotations

from samvirke.desks.meetings.facts.as_it_is_now import as_it_is_now
from samvirke.desks.meetings.models import LeftOut, Meeting
from samvirke.desks.meetings.models.agenda_item import SIGNAL, SOURCES, STANDING
from samvirke.desks.meetings.models.meeting import AGENDA, CALLED
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, Words, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note

_WHY_AT_MOST = 300


@command("meetings.prepare", on="meeting")
def leave_out(
    actor: Actor, *, meeting: Meeting, source: str, source_key: str, title: Words | None = None, why: str = ""
) -> None:
    """It comes back for the next meeting, if it is still due then.

    What the analyses saw does not, and is left out with a reason: raises `Refused` without one.
    """
    meeting = as_it_is_now(meeting, AGENDA, CALLED)
    if source not in SOURCES or source == STANDING or not source_key:
        raise Refused.because(_("There is no such proposal."), _("Reload the page."))
    if source == SIGNAL and not why.strip():
        raise Refused.because(_("It is not said why the signal is left out."), _("Write it in a sentence."))
    if len(why.strip()) > _WHY_AT_MOST:
        what = Said(_("The reason is longer than {most} characters."), {"most": _WHY_AT_MOST})
        raise Refused.because(what, _("Shorten it."))
    facts = {"title": title.stored() if title else {}, "why": why.strip()}
    LeftOut.objects.get_or_create(meeting=meeting, source=source, source_key=source_key, defaults=facts)
    note(source=source)
