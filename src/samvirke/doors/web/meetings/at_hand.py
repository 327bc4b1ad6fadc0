"""The item at hand in the minutes: its form, the commitments born of it, its votes and conflicts."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from samvirke.desks.meetings.content import OUTCOMES
from samvirke.desks.meetings.engine.template import template_of
from samvirke.desks.meetings.facts.made import tally
from samvirke.desks.meetings.models import AgendaItem, Decision, Meeting
from samvirke.desks.meetings.models.decision import MAJORITY
from samvirke.desks.meetings.queries.decisions import born_of
from samvirke.doors.web.meetings.agenda import anatomy
from samvirke.doors.web.meetings.room import KINDS
from samvirke.doors.web.shell.page import Asked
from samvirke.foundation.words import Said, _
from samvirke.insight.briefing.names import owners_said
from samvirke.registers.commitments.models import Commitment
from samvirke.trust.identity.models import Agency

_CHOICES = {"for": _("For"), "against": _("Against"), "abstains": _("Abstains")}


@dataclass(frozen=True)
class Typed:
    """What somebody has written and has not been stored."""

    is_open: bool
    outcome: str
    decision: str
    text: str
    inside: str


def item_at_hand(
    request: Asked, meeting: Meeting, item: AgendaItem, typed: Typed | None, inside: bool
) -> dict[str, Any]:
    """The form with what is stored, or with what was typed; nothing of a closed item that one may not read."""
    speech = request.speech
    decision = Decision.objects.filter(item=item).first()
    total = meeting.items.count()
    readable = item.is_open or inside
    head = speech.say(_("Item {number} of {total}"), number=item.number, total=total)
    minutes = Said(_("{count} minute set aside"), {"count": item.minutes or 0}, _("{count} minutes set aside"))
    parts = [head, speech.say(KINDS[item.kind]), *([minutes.text(speech.language)] if item.minutes else [])]
    form = _form(item, decision, typed)
    return {
        "hand": anatomy(request, meeting, item, inside),
        "head": " · ".join(parts),
        "readable": readable,
        "form": form if readable else {},
        "outcomes": [(name, speech.say(words), name == form["outcome"]) for name, words in OUTCOMES.items()],
        "decides": item.kind == "decision" or decision is not None,
        "born": _born(request, decision) if readable else [],
        "owners": _owners(request, meeting),
        **(_votes(request, meeting, item, decision) if readable else {}),
    }


def decision_number(decision: Decision | None) -> str:
    """“LR-Randers 2024/14”: the mark of the kind of body, its place, and its number in the year."""
    if decision is None:
        return ""
    body = decision.item.meeting.body
    mark = template_of(body).mark
    place = body.located_in.name if body.located_in else ""
    return " ".join(part for part in ("-".join(one for one in (mark, place) if one), decision.label) if part)


def _form(item: AgendaItem, decision: Decision | None, typed: Typed | None) -> dict[str, Any]:
    if typed is not None:
        return asdict(typed)
    return {
        "is_open": item.is_open,
        "outcome": decision.outcome if decision else "",
        "decision": decision.text if decision else "",
        "text": item.text,
        "inside": item.inside,
    }


def _born(request: Asked, decision: Decision | None) -> list[dict[str, Any]]:
    if decision is None:
        return []
    rows = born_of(request.actor, request.district.pk, decision).get(str(decision.pk), [])
    return [_commitment(request, one) for one in rows]


def _commitment(request: Asked, one: Commitment) -> dict[str, Any]:
    speech = request.speech
    measured = _("Measured: yes, {how}") if one.measurable else _("Measured: no")
    return {
        "title": speech.words(one.words),
        "owner": owners_said(one.owners, speech),
        "person": one.person.name if one.person else "",
        "due": speech.day(one.due, year=True) if one.due else "",
        "measured": speech.say(measured, how=one.dose),
    }


def _owners(request: Asked, meeting: Meeting) -> list[tuple[str, list[tuple[str, str]]]]:
    """Agencies of the district, each with those of its people who attend and sign in here."""
    people: dict[str, list[tuple[str, str]]] = {}
    for one in meeting.attendances.filter(account__isnull=False, agency__isnull=False):
        people.setdefault(str(one.agency_id), []).append((f"{one.agency_id}/{one.account_id}", one.name))
    rows = Agency.objects.filter(districts__district_id=request.district.pk).order_by("id")
    named = [(one.pk, request.speech.words(one.words)) for one in rows]
    return [(name, [(pk, name), *people.get(pk, [])]) for pk, name in sorted(named, key=lambda pair: pair[1])]


def _votes(request: Asked, meeting: Meeting, item: AgendaItem, decision: Decision | None) -> dict[str, Any]:
    given = {one.attendance_id: one.choice for one in decision.votes.all()} if decision else {}
    apart = {one.attendance_id: one.why for one in item.conflicts.all()}
    attendees = list(meeting.attendances.all())
    counted = tally(decision) if decision and decision.way == MAJORITY else {}
    say = request.speech.say
    return {
        "voters": [
            {
                "pk": one.pk,
                "name": one.name,
                "choices": [(value, say(words), given.get(one.pk) == value) for value, words in _CHOICES.items()],
            }
            for one in attendees
            if one.may_vote and one.pk not in apart
        ],
        "tally": say(_("{yes} for, {no} against"), **counted) if counted else "",
        "attendees": [(one.pk, one.name) for one in attendees if one.pk not in apart],
        "apart": [(one.name, apart[one.pk]) for one in attendees if one.pk in apart],
    }
