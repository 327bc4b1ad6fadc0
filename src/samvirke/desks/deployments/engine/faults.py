"""What is careless in the declaration of a kind of deployment, in sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from samvirke.desks.deployments.engine.kind import COUNTED, DAYS, PER, PLACES, SCHOOL, Choice, Count, Kind, Promise

_CONFIDENCES = ("H", "M", "L", "mem")
_AGENCIES = ("police", "municipality", "region", "probation")


def faults(kind: Kind, reported: Collection[str], duties: Collection[str]) -> list[str]:
    """Everything that is wrong with it; nothing when it is sound.

    `reported` are the categories of incidents that somebody reports, `duties` the names of those that are declared.
    """
    every = (
        *_words(kind),
        *_people(kind),
        *_findings(kind),
        *(words for one in kind.promises for words in _promise(kind, one)),
        *_numbers(kind),
        *_outside(kind, reported, duties),
    )
    return [f"{kind.name}: {words}" for words in every]


def _words(kind: Kind) -> Iterator[str]:
    yield from (f"say {what}" for what in ("title", "about", "source") if not getattr(kind, what).strip())
    if kind.confidence not in _CONFIDENCES:
        yield "say how sure its source is: H, M, L or mem"
    if not any("person" in words.lower() for words in kind.never):
        yield "say that it never holds persons"
    if not kind.places or set(kind.places) - set(PLACES):
        yield f"it takes place at one of: {', '.join(PLACES)}"


def _people(kind: Kind) -> Iterator[str]:
    told = (("requests", kind.requested_by), ("plans", kind.planned_by), ("carries it out", kind.done_by))
    for what, people in told:
        if not people or any(one.agency not in _AGENCIES or not one.roles for one in people):
            yield f"say who {what}: roles in agencies of the cooperation"
    if any(one.agency not in _AGENCIES for one in kind.companions):
        yield "a companion comes from an agency of the cooperation"
    if kind.closed_until_done and any(one.agency != "police" for _what, people in told for one in people):
        yield "what the police alone see beforehand is requested, planned and carried out by them alone"


def _findings(kind: Kind) -> Iterator[str]:
    named = [one.name for one in kind.findings]
    for names in (named, [one.name for one in kind.sorts], [name for name, _title in kind.groups]):
        yield from (f"{name} stands twice" for name, count in Counter(names).items() if count > 1)
    yield from (f"{name} is counted of every kind already" for name in named if name in COUNTED)
    counts = {one.name: one for one in kind.counts}
    for one in kind.findings:
        if isinstance(one, Count) and one.of and (one.of not in counts or one.of == one.name or counts[one.of].of):
            yield f"{one.name} is a part of {one.of}, which is no whole of this kind"
        if isinstance(one, Choice) and len(one.choices) < 2:
            yield f"{one.name} leaves nothing to choose"


def _promise(kind: Kind, one: Promise) -> Iterator[str]:
    if one.counted not in kind.counted or one.times < 1 or one.per not in PER:
        yield "a promise is a number of something that is counted, each week or year"
    if not one.source.strip() or one.confidence not in _CONFIDENCES or not one.districts:
        yield "a promise says where it stands, how sure that is, and in which district"
    if one.companion and (one.counted != DAYS or one.companion not in [each.name for each in kind.companions]):
        yield "a promise of a companion counts the days on which one of its companions takes part"


def _numbers(kind: Kind) -> Iterator[str]:
    for name in ("answer_days", "hold_days"):
        days = getattr(kind, name)
        if days is not None and days < 1:
            yield f"{name} is at least one day, or nothing where no source states it"


def _outside(kind: Kind, reported: Collection[str], duties: Collection[str]) -> Iterator[str]:
    for name in kind.categories:
        if name not in reported:
            yield f"{name} is not reported by anybody: what the police discover themselves chooses no place"
    for one in kind.sorts:
        if one.duty and one.duty not in duties:
            yield f"{one.name} fulfils {one.duty}, which is no duty"
        if one.duty and SCHOOL not in kind.places:
            yield f"{one.name} fulfils a duty of schools and takes place at none"
