"""What has been agreed in a focus area: open commitments, duties of the year, and learning activities."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from samvirke.desks.meetings.models.learning import CANCELLED, HELD
from samvirke.desks.meetings.queries.learning import learning
from samvirke.foundation.clock import today
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _
from samvirke.insight.briefing.drawings.marks import sign
from samvirke.insight.briefing.focus.asked import AskedBrief
from samvirke.insight.briefing.focus.declaration import Brief
from samvirke.insight.briefing.focus.register import about
from samvirke.insight.briefing.names import names_of, owners_said
from samvirke.insight.briefing.pack.content import DutyBox
from samvirke.insight.briefing.pack.page_one import days_late, duty_box
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.commitments.models.commitment import OPEN
from samvirke.registers.commitments.queries.commitments import commitments, commitments_of
from samvirke.registers.commitments.queries.duty_standings import duty_standings
from samvirke.registers.partners.queries.bodies import bodies


@dataclass(frozen=True)
class Promise:
    """An open commitment: who owes it, by when, and how late it is."""

    id: UUID
    title: str
    owner: str
    due: str
    state: str
    sign: str
    said: str


@dataclass(frozen=True)
class CouncilPromises:
    """What one local council has agreed."""

    council: str
    promises: tuple[Promise, ...]


@dataclass(frozen=True)
class Activity:
    """A learning activity of the year."""

    id: UUID
    title: str
    day: str
    said: str


def open_of(asked: AskedBrief) -> list[Commitment]:
    """Every open commitment of the body, in the order of their dates."""
    return list(commitments_of(asked.facts.actor, asked.body).filter(state=OPEN, case_id__isnull=True))


def promises(asked: AskedBrief, rows: Iterable[Commitment]) -> list[Promise]:
    """Those of them that the brief is about."""
    mine = [one for one in rows if concerns(asked.brief, one)]
    known = names_of([owner for one in mine for owner in one.owners])
    return [_promise(one, asked.speech, owners_said(one.owners, asked.speech, known)) for one in mine]


def concerns(brief: Brief, one: Commitment) -> bool:
    """Whether a commitment is about it: by the words of its title, or else by the indicator that follows it."""
    spoken = about(one.words.da, one.words.en) or about(*(str(words) for words in one.text.values()))
    return brief in spoken if spoken else one.indicator in brief.indicators[:1]


def in_councils(asked: AskedBrief) -> tuple[list[CouncilPromises], str]:
    """What each local council has agreed about it, and the names of those that have agreed nothing in words.

    Only for the whole district: a local council reads its own beside the figures.
    """
    if not asked.is_whole:
        return [], ""
    rows = bodies(asked.facts.actor).filter(district=asked.facts.district, kind="local-council")
    councils = {body.pk: body.words.text(asked.speech.language) for body in rows}
    mine: dict[str, list[Commitment]] = {pk: [] for pk in sorted(councils, key=lambda pk: councils[pk])}
    of_all = commitments(asked.facts.actor, asked.facts.district.pk).filter(state=OPEN, case_id__isnull=True)
    for one in of_all.filter(body_id__in=councils):
        mine[str(one.body_id)].append(one)
    told = {pk: promises(asked, found) for pk, found in mine.items()}
    none = [councils[pk] for pk, found in told.items() if not found]
    return [CouncilPromises(councils[pk], tuple(found)) for pk, found in told.items() if found], asked.speech.listed(
        none
    )


def duties(asked: AskedBrief) -> list[DutyBox]:
    """The duties of the body that belong to the brief."""
    if not set(asked.brief.duties) & set(asked.body.duties):
        return []
    owed = duty_standings(asked.facts.actor, [asked.body], today().year)
    return [duty_box(one, asked.speech) for one in owed if one.duty.name in asked.brief.duties]


def activities(asked: AskedBrief) -> list[Activity]:
    """The year's learning activities about it, those for the body's municipality alone where it has one."""
    rows = learning(asked.facts.actor, asked.facts.district, today().year)
    return [
        Activity(
            one.pk,
            one.subject,
            asked.speech.day(one.day) if one.day else asked.speech.say(_("no date yet")),
            asked.speech.say(_("held")) if one.state == HELD else asked.speech.say(_("planned")),
        )
        for one in rows
        if one.state != CANCELLED
        and (asked.is_whole or asked.area in {place.municipality_id for place in one.places.all()})
        and asked.brief in about(one.subject)
    ]


def _promise(one: Commitment, speech: Speech, owner: str) -> Promise:
    late = one.days_overdue(today())
    state = "overdue" if late else "waiting" if one.due is None else "on-course"
    return Promise(
        id=one.pk,
        title=one.words.text(speech.language),
        owner=owner,
        due=speech.day(one.due, year=True) if one.due else "",
        state=state,
        sign=sign(state),
        said=days_late(late, speech)
        if late
        else speech.say(_("by {day}"), day=speech.day(one.due, year=True))
        if one.due
        else speech.say(_("no date")),
    )
