"""Takes the votes on a decision, and notes who does not take part in an item."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from samvirke.desks.meetings.facts.as_it_is_now import as_it_is_now, own_item
from samvirke.desks.meetings.models import AgendaItem, Attendance, Conflict, Decision, Meeting, Vote
from samvirke.desks.meetings.models.decision import CONSENSUS, MAJORITY
from samvirke.desks.meetings.models.meeting import HELD, RUNNING
from samvirke.desks.meetings.models.vote import CHOICES
from samvirke.foundation.fault import Fault, Refused, refuse_if_any
from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note

_WHY_AT_MOST = 300


@command("meetings.record", on="meeting")
def vote(actor: Actor, *, meeting: Meeting, item: AgendaItem, choices: Mapping[UUID, str]) -> Decision:
    """Write how each voted (by attendance); those who were counted before are counted anew. None means consensus.

    Raises `Refused`, naming everybody concerned, for whoever does not sit there that day, is no part of the item, or
    gives no vote that exists; then nothing is stored.
    """
    meeting = as_it_is_now(meeting, RUNNING, HELD)
    item = own_item(meeting, item)
    decision = Decision.objects.select_for_update().filter(item=item).first()
    if decision is None:
        what = Said(_("Nothing is decided under item {number}."), {"number": item.number})
        raise Refused.because(what, _("Write what is voted on first."))
    there = {one.pk: one for one in meeting.attendances.all()}
    apart = set(Conflict.objects.filter(item=item).values_list("attendance_id", flat=True))
    refuse_if_any(fault for pk, choice in choices.items() if (fault := _fault(there.get(pk), choice, pk in apart)))
    decision.votes.all().delete()
    Vote.objects.bulk_create(
        Vote(decision=decision, attendance=there[pk], choice=choice) for pk, choice in choices.items()
    )
    decision.way = MAJORITY if choices else CONSENSUS
    decision.save(update_fields=["way"])
    note(decision, votes=len(choices))
    return decision


@command("meetings.record", on="meeting")
def note_conflict(actor: Actor, *, meeting: Meeting, item: AgendaItem, attendance: Attendance, why: str) -> Conflict:
    """They take no part in the item; a vote they gave on it is taken out. The reason stays among members."""
    meeting = as_it_is_now(meeting, RUNNING, HELD)
    item = own_item(meeting, item)
    if attendance.meeting_id != meeting.pk:
        raise Refused.because(_("They are not on the list of this meeting."), _("Reload the page."))
    if not 0 < len(why.strip()) <= _WHY_AT_MOST:
        raise Refused.because(_("It is not said in a sentence why."), _("Write at most 300 characters."))
    found, _made = Conflict.objects.update_or_create(item=item, attendance=attendance, defaults={"why": why.strip()})
    Vote.objects.filter(decision__item=item, attendance=attendance).delete()
    note(found)
    return found


def _fault(attendance: Attendance | None, choice: str, is_apart: bool) -> Fault | None:
    if attendance is None:
        return Fault(
            Said(_("Somebody who is not on the list of this meeting has voted.")),
            Said(_("Only members who sit there that day may vote.")),
        )
    named = {"name": attendance.name}
    if not attendance.may_vote:
        return Fault(Said(_("{name} may not vote."), named), Said(_("Only members who sit there that day may vote.")))
    if is_apart:
        return Fault(Said(_("{name} takes no part in this item."), named), Said(_("Count the votes without theirs.")))
    if choice not in CHOICES:
        return Fault(Said(_("There is no vote of {name}."), named), Said(_("Choose for, against, or abstains.")))
    return None
