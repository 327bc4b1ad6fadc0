"""What offers itself for an agenda: late commitments, duties that are not met yet, forwarded matters and signals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from samvirke.desks.meetings.models import AgendaItem, LeftOut, Matter, Meeting
from samvirke.desks.meetings.models.agenda_item import (
    COMMITMENT,
    DECISION,
    DISCUSSION,
    DUTY,
    MATTER,
    POSTPONED,
    SIGNAL,
)
from samvirke.desks.meetings.models.meeting import AHEAD, RUNNING
from samvirke.foundation.speech import day as spoken_day
from samvirke.foundation.words import DEFAULT_LANGUAGE, LANGUAGES, Said, Words, _
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.commitments.queries.due_for_agenda import due_for_agenda
from samvirke.registers.commitments.queries.duty_standings import Conditions
from samvirke.registers.commitments.queries.to_escalate import to_escalate
from samvirke.registers.commitments.register import Duty, all_duties
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible

_MINUTES = {COMMITMENT: 5, DUTY: 20, MATTER: 10, SIGNAL: 10}


@dataclass(frozen=True)
class Signal:
    """Something the analyses have seen that a body may want to speak of; the floor above collects them.

    `key` names what was seen in which period; `text` says it with n, period, interval, method and source. `about`
    names the indicator whose rate is high, where that is what was seen.
    """

    key: str
    title: Words
    why: Words
    text: str
    about: str = ""


@dataclass(frozen=True)
class Proposal:
    """One of them: where it comes from, what the item would be called, and why it is offered.

    Where it `has_figures`, the summary brings them.
    """

    source: str
    key: str
    title: Words
    why: Said
    kind: str
    summary: str = ""
    is_open: bool = True
    commitment: Commitment | None = None
    has_figures: bool = False

    @property
    def minutes(self) -> int:
        """How long it usually takes."""
        return _MINUTES[self.source]


@dataclass(frozen=True)
class Measured:
    """What the floor above has counted: signals, where duties with a condition are owed, and the figures they bring."""

    signals: tuple[Signal, ...] = ()
    conditions: Conditions = field(default_factory=dict)
    figures: Mapping[str, str] = field(default_factory=dict)


_NOTHING = Measured()


def proposals(actor: Actor, meeting: Meeting, measured: Measured = _NOTHING) -> list[Proposal]:
    """What is neither on the agenda nor left out, the most pressing first.

    A duty that brings the figures of a high rate stands in place of the signal of that rate.
    """
    there = {*meeting.items.values_list("source", "source_key"), *meeting.left_out.values_list("source", "source_key")}
    found = [*_commitments(actor, meeting), *_matters(actor, meeting), *_duties(actor, meeting, measured)]
    brought = [one.key for one in found if one.source == DUTY] + [key for source, key in there if source == DUTY]
    told = {all_duties()[name].indicator for name in brought if name in all_duties()} - {""}
    found += _signals(meeting, [one for one in measured.signals if one.about not in told])
    return [one for one in found if (one.source, one.key) not in there]


def _commitments(actor: Actor, meeting: Meeting) -> list[Proposal]:
    return [
        Proposal(
            COMMITMENT,
            str(one.pk),
            one.words,
            Said(_("The date was {day}"), {"day": _day(one.due)}),
            DECISION,
            Words.of(one.text).text() if one.text else "",
            commitment=one,
        )
        for one in to_escalate(actor, meeting.body)
        if one.due
    ]


def _duties(actor: Actor, meeting: Meeting, measured: Measured) -> list[Proposal]:
    """Those that no other coming meeting of the body has on its agenda already, as often as they are owed."""
    if meeting.starts is None:
        return []
    elsewhere = Counter(
        AgendaItem.objects.filter(source=DUTY, meeting__body_id=meeting.body_id, meeting__state__in=[*AHEAD, RUNNING])
        .exclude(meeting_id=meeting.pk)
        .exclude(state=POSTPONED)
        .values_list("source_key", flat=True)
    )
    return [
        Proposal(
            DUTY,
            one.duty.name,
            _both(one.duty.title),
            Said(_("Must be done by {day}"), {"day": _day(one.hold_by)}),
            DISCUSSION,
            _brought(one.duty, measured.figures),
            has_figures=one.duty.name in measured.figures,
        )
        for one in due_for_agenda(actor, meeting.body, meeting.starts.date(), measured.conditions)
        if one.hold_by and one.missing > elsewhere[one.duty.name]
    ]


def _brought(owed: Duty, figures: Mapping[str, str]) -> str:
    brings = Said(owed.brings).text(DEFAULT_LANGUAGE) if owed.brings else ""
    return "\n".join(part for part in (brings, figures.get(owed.name, "")) if part)


def _matters(actor: Actor, meeting: Meeting) -> list[Proposal]:
    if not visible(actor, "meetings.see", type(meeting.body).objects.filter(pk=meeting.body_id)).exists():
        return []
    rows = Matter.objects.filter(to_body=meeting.body, answered_on__isnull=True).select_related("from_body")
    return [
        Proposal(
            MATTER,
            str(one.pk),
            one.words,
            Said(_("{body} expects an answer by {day}"), {"body": one.from_body.words, "day": _day(one.answer_by)}),
            DECISION,
            one.text,
            one.is_open,
        )
        for one in rows
    ]


def _signals(meeting: Meeting, signals: Iterable[Signal]) -> list[Proposal]:
    """What a meeting of the body has spoken of or left out does not come again: the next figures bring a new signal."""
    seen = {"source": SIGNAL, "meeting__body_id": meeting.body_id}
    dealt_with = {
        key
        for model in (AgendaItem, LeftOut)
        for key in model.objects.filter(**seen).values_list("source_key", flat=True)
    }
    return [
        Proposal(SIGNAL, one.key, one.title, Said("{why}", {"why": one.why}), DISCUSSION, one.text, has_figures=True)
        for one in signals
        if one.key not in dealt_with
    ]


def _day(value: date) -> Words:
    return Words(**{language: spoken_day(value, language, year=True) for language in LANGUAGES})


def _both(message: str) -> Words:
    return Words(**{language: Said(message).text(language) for language in LANGUAGES})
