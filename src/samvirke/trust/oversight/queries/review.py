"""Which readings a supervisor ought to look at, and why: it flags deeds, and never ranks or counts persons.

What is usual is filtered out, and of the rest a sample is drawn that nobody can foresee (the supervisory authority's
advice on logs). Nothing here adds up what an employee does: the log serves lawfulness, not the measuring of work.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet

from samvirke.foundation.clock import COPENHAGEN, now
from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import note, reading
from samvirke.trust.access.rules import visible
from samvirke.trust.audit.models import ACT, READ, Line, Side, Subject
from samvirke.trust.audit.subjects import joined
from samvirke.trust.oversight.draw import is_drawn
from samvirke.trust.oversight.models import Review
from samvirke.trust.oversight.thresholds import Thresholds, thresholds

MANY = _("many have read about the same person")
NO_FOLLOW_UP = _("nothing was done about it afterwards")
OWN_NETWORK = _("the reader is known to be close to the person")
AFTER_HOURS = _("outside working hours")
DRAWN = _("drawn at random")


@dataclass(frozen=True)
class Flagged:
    """A reading, whose account read, why it is on the list, and what a supervisor has said of it."""

    line: Line
    name: str
    reasons: tuple[Said, ...]
    reviewed: Review | None


@dataclass(frozen=True)
class _Known:
    """What the flags are raised from: everything that happened since a moment."""

    said: Thresholds
    moment: datetime
    subjects: dict[int, list[str]]
    readers: dict[str, set[str]]
    acts: dict[str, list[Line]]
    close: Collection[tuple[str, str]]

    def of(self, line: Line) -> list[str]:
        """The persons concerned, as digests."""
        return self.subjects.get(line.seq, [])


def review(
    actor: Actor,
    thing: object,
    *,
    said: Thresholds | None = None,
    close: Collection[tuple[str, str]] = frozenset(),
    moment: datetime | None = None,
) -> list[Flagged]:
    """The flagged readings of the agencies that the actor looks after, newest first; `thing` is the district.

    `close` pairs an account with the digest of a person whom it is known to be close to. The look leaves a line.
    """
    said, moment = said or thresholds(), moment or now()
    with reading(actor, "audit.review", thing):
        rows = visible(actor, "audit.review-deed", Line.objects.filter(at__gte=moment - timedelta(days=said.days)))
        reads = list(_by_people(rows.filter(kind=READ, decision="permit").order_by("-seq")))
        known = _known(rows, reads, said, moment, close)
        flagged = [(line, reasons) for line in reads if (reasons := _reasons(line, known))]
        found = _with_names(flagged)
        note(*(one.line for one in found))
    return found


def _by_people(rows: QuerySet[Line]) -> QuerySet[Line]:
    # A look at this very list is on the trail as well, and would fill the list with itself.
    return rows.exclude(actor__startswith="system:").exclude(action="audit.review")


def _known(
    rows: QuerySet[Line],
    reads: Iterable[Line],
    said: Thresholds,
    moment: datetime,
    close: Collection[tuple[str, str]],
) -> _Known:
    pairs: dict[int, list[tuple[str, str]]] = defaultdict(list)
    since = moment - timedelta(days=said.days)
    for seq, key_id, digest in Subject.objects.filter(at__gte=since).values_list("seq", "key_id", "digest"):
        pairs[seq].append((key_id, digest))
    subjects = {seq: joined(found) for seq, found in pairs.items()}
    readers: dict[str, set[str]] = defaultdict(set)
    for line in reads:
        for subject in subjects.get(line.seq, ()):
            readers[subject].add(line.actor)
    acts: dict[str, list[Line]] = defaultdict(list)
    for line in _by_people(rows.filter(kind=ACT, decision="permit").order_by("seq")):
        acts[line.actor].append(line)
    return _Known(said, moment, subjects, readers, acts, close)


def _reasons(line: Line, known: _Known) -> tuple[Said, ...]:
    flags = {
        MANY: any(len(known.readers[one]) >= known.said.accounts for one in known.of(line)),
        NO_FOLLOW_UP: _nothing_came_of(line, known),
        OWN_NETWORK: any((line.actor, one) in known.close for one in known.of(line)),
        AFTER_HOURS: _is_after_hours(line.at, known.said),
    }
    flagged = tuple(Said(words) for words, is_so in flags.items() if is_so)
    return flagged or ((Said(DRAWN),) if is_drawn(line, known.said.one_in) else ())


def _nothing_came_of(line: Line, known: _Known) -> bool:
    until = line.at + timedelta(days=known.said.follow_up_days)
    if until > known.moment or not known.of(line):
        return False
    concerned, things = set(known.of(line)), set(line.things)
    return not any(
        line.at <= act.at <= until and (concerned.intersection(known.of(act)) or things.intersection(act.things))
        for act in known.acts[line.actor]
    )


def _is_after_hours(at: datetime, said: Thresholds) -> bool:
    local = at.astimezone(COPENHAGEN)
    return local.weekday() >= 5 or not said.opens <= local.hour < said.closes


def _with_names(flagged: list[tuple[Line, tuple[Said, ...]]]) -> list[Flagged]:
    seqs = [line.seq for line, _reasons in flagged]
    names = {one.seq: one.content.get("name", "") for one in Side.objects.filter(seq__in=seqs)}
    reviewed = Review.objects.in_bulk(seqs)
    return [Flagged(line, names.get(line.seq, ""), why, reviewed.get(line.seq)) for line, why in flagged]
