"""Fills a declared brief from what is stored now: numbers, what is agreed, places, and what nobody can tell yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samvirke.foundation.words import _, said
from samvirke.insight.briefing.focus import agreed
from samvirke.insight.briefing.focus.asked import AskedBrief
from samvirke.insight.briefing.focus.declaration import BREAKS, HOURS, RESPONSES, SERIES, SURVEY, WAITS, Measure
from samvirke.insight.briefing.focus.hours import Hours, hours
from samvirke.insight.briefing.focus.linked import Linked, linked
from samvirke.insight.briefing.focus.named import LocalProblem, NamedPlace, Target, named, targets, worked_on
from samvirke.insight.briefing.focus.numbers import NumberLine, Numbers, numbers
from samvirke.insight.briefing.focus.responded import Responded, responded
from samvirke.insight.briefing.focus.surveyed import Surveyed, surveyed
from samvirke.insight.briefing.focus.waited import Waited, waited
from samvirke.insight.briefing.pack.content import DutyBox
from samvirke.insight.briefing.pack.page_two import store_said
from samvirke.insight.indicators.every import every_indicator
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.incidents.queries.sheets import kinds_held


@dataclass(frozen=True)
class Todo:
    """A measure of the checklist with its source; one that is off says why."""

    said: str
    source: str
    off: str


@dataclass(frozen=True)
class AimLine:
    """An aim of the plan with the figures that show how it goes; none where nothing tells."""

    said: str
    lines: tuple[NumberLine, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class Open:
    """A question that cannot be answered, and what would bring the answer."""

    question: str
    brings: str
    sheet: str


@dataclass(frozen=True)
class Filled:
    """A brief for one body, ready to be read on a page or set on paper."""

    name: str
    title: str
    question: str
    place: str
    numbers: Numbers
    hours: Hours | None
    responded: Responded | None
    surveyed: Surveyed | None
    waited: Waited | None
    linked: Linked | None
    aims: tuple[AimLine, ...]
    promises: tuple[agreed.Promise, ...]
    councils: tuple[agreed.CouncilPromises, ...]
    without: str
    duties: tuple[DutyBox, ...]
    activities: tuple[agreed.Activity, ...]
    named: tuple[NamedPlace, ...]
    targets: tuple[Target, ...]
    problems: tuple[LocalProblem, ...]
    todo: tuple[Todo, ...]
    open: tuple[Open, ...]
    breaks: tuple[str, ...]
    never: tuple[str, ...]
    sources: tuple[str, ...]
    confidence: str
    data: str
    smallest: str
    fewest: int


def filled(asked: AskedBrief, rows: Sequence[Commitment] | None = None) -> Filled:
    """The brief; `rows` are the body's open commitments where they have been read already."""
    brief, speech = asked.brief, asked.speech
    places = named(asked)
    store = asked.facts.store
    councils, without = agreed.in_councils(asked)
    return Filled(
        name=brief.name,
        title=speech.say(brief.title),
        question=speech.say(brief.question),
        place=asked.place,
        numbers=numbers(asked, by_place=True),
        hours=hours(asked) if HOURS in brief.parts else None,
        responded=responded(asked) if RESPONSES in brief.parts else None,
        surveyed=surveyed(asked) if SURVEY in brief.parts else None,
        waited=waited(asked) if WAITS in brief.parts else None,
        linked=linked(asked) if SERIES in brief.parts else None,
        aims=_aims(asked),
        promises=tuple(agreed.promises(asked, agreed.open_of(asked) if rows is None else rows)),
        councils=tuple(councils),
        without=without,
        duties=tuple(agreed.duties(asked)),
        activities=tuple(agreed.activities(asked)),
        named=tuple(places),
        targets=tuple(targets(asked, places)),
        problems=tuple(worked_on(asked)),
        todo=tuple(_todo(asked, one) for one in brief.measures),
        open=unanswered(asked),
        breaks=_breaks(asked),
        never=tuple(speech.say(words) for words in brief.never),
        sources=tuple(speech.words(one.said()) for one in brief.source),
        confidence=brief.confidence,
        data="" if store.is_empty or not brief.indicators else store_said(store, speech),
        smallest=brief.smallest,
        fewest=brief.fewest,
    )


def unanswered(asked: AskedBrief) -> tuple[Open, ...]:
    """The questions without an answer; those that a table answers only until it has been put in place."""
    held = kinds_held(asked.facts.actor, asked.facts.district)
    speech = asked.speech
    return tuple(
        Open(speech.say(one.question), speech.say(one.brings), one.sheet)
        for one in asked.brief.unanswered
        if not one.sheet or one.sheet not in held
    )


def _aims(asked: AskedBrief) -> tuple[AimLine, ...]:
    found = []
    for aim in asked.brief.aims:
        # Without names every indicator of the brief would be told.
        shown = numbers(asked, names=aim.indicators) if aim.indicators else Numbers((), (), ())
        found.append(AimLine(asked.speech.say(aim.said), shown.lines, shown.remarks))
    return tuple(found)


def _todo(asked: AskedBrief, one: Measure) -> Todo:
    speech = asked.speech
    return Todo(speech.say(one.said), speech.words(one.source.said()), speech.say(one.off) if one.off else "")


def _breaks(asked: AskedBrief) -> tuple[str, ...]:
    """Those that the brief declares, and those of its indicators; of every indicator where breaks are its matter."""
    speech, every = asked.speech, every_indicator()
    names = list(every) if BREAKS in asked.brief.parts else asked.brief.indicators
    counted = [
        speech.say(
            _("{title}, {day}: {why}"),
            title=speech.words(said(every[name].title)), day=speech.day(one.on, year=True), why=speech.say(one.why),
        )
        for name in names
        for one in every[name].breaks
    ]  # fmt: skip
    return (*(speech.say(words) for words in asked.brief.breaks), *counted)
