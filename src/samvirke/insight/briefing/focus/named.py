"""The places that are named for something in a focus area, and which of them somebody must look at again."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from samvirke.desks.designations.models import Designation
from samvirke.desks.designations.models.designation import IN_FORCE
from samvirke.desks.designations.queries.places import places
from samvirke.desks.designations.register import all_kinds
from samvirke.foundation.clock import today
from samvirke.foundation.words import _
from samvirke.insight.briefing.drawings.marks import sign
from samvirke.insight.briefing.focus.asked import AskedBrief
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
