"""What was promised or aimed at for each kind of deployment, and how much of it was kept so far."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from samvirke.desks.deployments.engine.kept import Carried, Week, amount, weeks_kept
from samvirke.desks.deployments.engine.kind import SCHOOL, WEEK, Kind
from samvirke.desks.deployments.models import Deployment, Target
from samvirke.desks.deployments.models.deployment import DONE, PLANNED
from samvirke.desks.deployments.queries.deployments import between, deployments
from samvirke.desks.deployments.queries.targets import targets
from samvirke.desks.deployments.register import all_kinds
from samvirke.foundation.clock import today
from samvirke.registers.commitments.models import School
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor

_SOME_DAYS = timedelta(days=7)


@dataclass(frozen=True)
class Wanted:
    """A promise of a source, or a target of the district: so many of what is counted, each week or year."""

    counted: str
    number: int
    per: str
    source: str
    confidence: str = ""
    companion: str = ""
    commitment: str = ""
    is_invented: bool = False


@dataclass(frozen=True)
class Line:
    """How far one of them was kept. A yearly one has no weeks; `n` is how many deployments the sum rests on."""

    wanted: Wanted
    reached: int
    n: int
    weeks: tuple[Week, ...] = ()

    @property
    def kept(self) -> int:
        """Weeks in which it was kept."""
        return sum(week.is_kept for week in self.weeks)

    @property
    def missing(self) -> int:
        """How much is still missing in the year; none for one that is kept by the week."""
        return 0 if self.wanted.per == WEEK else max(self.wanted.number - self.reached, 0)


@dataclass(frozen=True)
class Covered:
    """A kind in a year: how often it was done, planned and left out, what was promised, and whom it reached.

    `schools_left` are the schools in use that it has not been at, by name; `groups_left` the groups that it can reach.
    `counts` hold the sum of each count, and in how many deployments it was counted.
    """

    kind: Kind
    done: int
    planned: int
    not_done: int
    unwritten: int
    lines: tuple[Line, ...]
    counts: tuple[tuple[str, int, int], ...]
    schools: int = 0
    schools_left: tuple[str, ...] = ()
    groups_left: tuple[str, ...] = ()


def coverage(actor: Actor, district: District, year: int) -> list[Covered]:
    """Every kind that was promised, aimed at or used in the year, by name. What is planned and closed is not in it
    for those who may not see it; what is done everybody sees.
    """
    rows: dict[str, list[Deployment]] = defaultdict(list)
    # Weeks at either end of the year have days of the years beside it.
    first, after = date(year, 1, 1) - _SOME_DAYS, date(year + 1, 1, 1) + _SOME_DAYS
    for one in between(actor, district, first, after).prefetch_related("findings"):
        rows[one.kind].append(one)
    over: dict[str, int] = defaultdict(int)
    gone = deployments(actor, district).filter(state__in=("cancelled", "declined"), over_on__year=year)
    for kind in gone.values_list("kind", flat=True):
        over[kind] += 1
    aims: dict[str, list[Target]] = defaultdict(list)
    for target in targets(actor, district, year):
        aims[target.kind].append(target)
    schools = School.objects.filter(district=district, closed_on=None)
    names = {str(pk): name for pk, name in schools.values_list("pk", "name")}
    found = [
        _covered(district, year, kind, rows[name], aims[name], over[name], names) for name, kind in all_kinds().items()
    ]
    return [one for one in found if one.done or one.planned or one.not_done or one.lines]


def _covered(
    district: District, year: int, kind: Kind, rows: list[Deployment], aims: list[Target], over: int,
    schools: dict[str, str],
) -> Covered:  # fmt: skip
    around = [_carried(one) for one in rows if one.state == DONE]
    done = [one for one in around if one.on.year == year]
    planned = sum(one.state == PLANNED and one.day is not None and one.day.year == year for one in rows)
    wanted = [
        *(
            Wanted(one.counted, one.times, one.per, one.source, one.confidence, one.companion, one.commitment)
            for one in kind.promised(district.pk)
        ),
        *(
            Wanted(one.counted, one.number, one.per, one.reference, is_invented=one.invented)
            for one in aims
            if one.counted in kind.counted
        ),
    ]
    at_schools = kind.places == (SCHOOL,)
    been = {one.school for one in done}
    reached = {group for one in done for group in one.groups}
    return Covered(
        kind=kind,
        done=len(done),
        planned=planned,
        not_done=over,
        unwritten=sum(not one.counts for one in done) if kind.counts else 0,
        lines=tuple(_line(one, done, around, year) for one in wanted),
        counts=tuple(_sum(one.name, done) for one in kind.counts),
        schools=len(schools) if at_schools else 0,
        schools_left=tuple(sorted(name for key, name in schools.items() if key not in been)) if at_schools else (),
        groups_left=tuple(title for name, title in kind.groups if name not in reached),
    )


def _line(wanted: Wanted, done: list[Carried], around: list[Carried], year: int) -> Line:
    weeks: tuple[Week, ...] = ()
    if wanted.per == WEEK:
        weeks = tuple(weeks_kept(around, wanted.counted, wanted.number, year, today(), wanted.companion))
    return Line(wanted, amount(done, wanted.counted, wanted.companion), len(done), weeks)


def _sum(name: str, done: Iterable[Carried]) -> tuple[str, int, int]:
    counted = [one.counts[name] for one in done if name in one.counts]
    return name, sum(counted), len(counted)


def _carried(one: Deployment) -> Carried:
    if one.day is None:
        raise ValueError("what was done has a day")
    return Carried(
        on=one.day,
        school=str(one.school_id) if one.school_id else "",
        groups=tuple(one.groups),
        companions=tuple(one.companions),
        counts={each.name: each.value for each in one.findings.all() if each.value is not None},
    )
