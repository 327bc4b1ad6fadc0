"""The places named for something in a focus area, and the local problems that somebody works on there."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from samvirke.desks.designations.models import Designation, Problem
from samvirke.desks.designations.models.designation import IN_FORCE
from samvirke.desks.designations.queries.places import places
from samvirke.desks.designations.queries.problems import problems
from samvirke.desks.designations.register import all_kinds
from samvirke.foundation.clock import today
from samvirke.foundation.words import _
from samvirke.insight.briefing.drawings.marks import sign
from samvirke.insight.briefing.focus.asked import AskedBrief
from samvirke.insight.briefing.focus.register import about
from samvirke.trust.access.rules import may


@dataclass(frozen=True)
class NamedPlace:
    """A place, what it is named for, and when it is looked at again."""

    id: UUID
    name: str
    kind: str
    municipality: str
    state: str
    sign: str
    said: str
    is_open: bool


@dataclass(frozen=True)
class LocalProblem:
    """A local problem that two owners work on."""

    id: UUID
    title: str
    municipality: str
    state: str
    sign: str
    said: str


@dataclass(frozen=True)
class Target:
    """How many there are of a kind beside how many there should be."""

    kind: str
    count: int
    target: int


def named(asked: AskedBrief) -> list[NamedPlace]:
    """Those proposed and in force, that the reader may see; those of the body's municipality where it has one."""
    kinds = asked.brief.designations
    if not kinds or not may(asked.facts.actor, "designations.see", asked.facts.district):
        return []
    rows = places(asked.facts.actor, asked.facts.district).filter(kind__in=kinds).order_by("kind", "name", "id")
    here = rows if asked.is_whole else rows.filter(municipality_id=asked.area)
    return [_shown(asked, one) for one in here if one.is_live]


def targets(asked: AskedBrief, found: list[NamedPlace]) -> list[Target]:
    """The kinds that have a number to reach, such as none; not told of closed ones to those who would see none."""
    return [
        Target(title, sum(one.kind == title and one.state != "waiting" for one in found), kind.target)
        for name in _counted(asked)
        if (kind := all_kinds()[name]).target is not None and (title := asked.speech.say(kind.title))
    ]


def worked_on(asked: AskedBrief) -> list[LocalProblem]:
    """The open local problems about it, by the words of their title or else of their text."""
    rows = problems(asked.facts.actor, asked.facts.district).filter(closed_on__isnull=True)
    here = rows if asked.is_whole else rows.filter(municipality_id=asked.area)
    return [_problem(asked, one) for one in here if asked.brief in (about(one.title) or about(one.about))]


def _problem(asked: AskedBrief, one: Problem) -> LocalProblem:
    state = "overdue" if one.is_late(today()) else "waiting"
    day = asked.speech.day(one.next_look, year=True) if one.next_look else ""
    words = _("was to be looked at on {day}") if state == "overdue" else _("next look on {day}")
    return LocalProblem(one.pk, one.title, one.municipality.name, state, sign(state), asked.speech.say(words, day=day))


def _counted(asked: AskedBrief) -> list[str]:
    """The kinds of which the reader sees every place there is."""
    closed = Designation(district=asked.facts.district, is_open=False)
    sees_closed = may(asked.facts.actor, "designations.read", closed)
    return [name for name in asked.brief.designations if sees_closed or not all_kinds()[name].closed]


def _shown(asked: AskedBrief, one: Designation) -> NamedPlace:
    state, words = _standing(asked, one)
    kind = asked.speech.say(all_kinds()[one.kind].title)
    return NamedPlace(one.pk, one.name, kind, one.municipality.name, state, sign(state), words, one.is_open)


def _standing(asked: AskedBrief, one: Designation) -> tuple[str, str]:
    speech = asked.speech
    if one.state != IN_FORCE or one.until is None or one.next_review is None:
        return "waiting", speech.say(_("proposed on {day}"), day=speech.day(one.proposed_on, year=True))
    if one.is_past(today()):
        return "overdue", speech.say(_("ran out on {day}"), day=speech.day(one.until, year=True))
    if one.is_review_late(today()):
        return "overdue", speech.say(_("review was due on {day}"), day=speech.day(one.next_review, year=True))
    return "met", speech.say(_("in force; review by {day}"), day=speech.day(one.next_review, year=True))
