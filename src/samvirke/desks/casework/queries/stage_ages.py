"""How long cases have stayed in each stage, by the agency whose time it was: lengths of time and no case."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count

from samvirke.desks.casework.engine.counted_words import IN_TIME, LATE, LEFT, read_left
from samvirke.desks.casework.models import Case, Participant, Tally
from samvirke.desks.casework.register import case_types
from samvirke.foundation.clock import today
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import ask
from samvirke.trust.access.wall import behind


@dataclass(frozen=True)
class Stays:
    """Every stay in a stage since counting began: its days, and whether it has ended.

    Of those with a clock, how many ended within it, and how many ended after it or are still open past it; what is
    open within its time is neither yet.
    """

    days: tuple[int, ...]
    ended: tuple[bool, ...]
    in_time: int
    late: int


@dataclass(frozen=True)
class _Stay:
    days: int
    ended: bool
    standing: str


def stage_ages(actor: Actor, district: District) -> dict[tuple[str, str, str], Stays]:
    """By kind of case, stage and agency. For figures that are released together; nobody reads single lengths."""
    ask(actor, "casework.count", district)
    found: dict[tuple[str, str, str], list[_Stay]] = defaultdict(list)
    rows = Tally.objects.filter(district_id=district.pk, what__startswith=LEFT, days__isnull=False)
    for kind, what, agency, days, times in rows.values_list("case_type", "what", "agency_id", "days").annotate(
        times=Count("pk")
    ):
        stage, ending = read_left(what)
        found[kind, stage, agency] += [_Stay(days or 0, ended=True, standing=ending)] * times
    # Behind the second wall only this work sees cases of every agency, and nothing of them but stages and days.
    with transaction.atomic(), behind(actor, work="counting"):
        for key, stay in _open(district):
            found[key].append(stay)
    return {key: _together(stays) for key, stays in found.items()}


def _open(district: District) -> list[tuple[tuple[str, str, str], _Stay]]:
    """The stays that go on, in two questions however many they are."""
    day, kinds = today(), case_types()
    cases = Case.objects.filter(district=district, closed_on__isnull=True, stage_since__lte=day)
    joined: dict[tuple[object, str], str] = {}
    taking_part = Participant.objects.filter(case__in=cases, until__isnull=True).order_by("since", "agency_id")
    for case, kind, agency in taking_part.values_list("case_id", "agency__kind", "agency_id"):
        joined.setdefault((case, kind), agency)
    found = []
    for one in cases.select_related("owner").only("type", "stage", "stage_since", "due_on", "owner__kind"):
        declared = kinds.get(one.type)
        stage = next((there for there in declared.stages if there.name == one.stage), None) if declared else None
        of = stage.clock_of if stage else ""
        agency = one.owner_id if not of or one.owner.kind == of else joined.get((one.pk, of), one.owner_id)
        standing = LATE if one.due_on and one.due_on < day else ""
        found.append(((one.type, one.stage, agency), _Stay((day - one.stage_since).days, False, standing)))
    return found


def _together(stays: list[_Stay]) -> Stays:
    return Stays(
        tuple(one.days for one in stays),
        tuple(one.ended for one in stays),
        in_time=sum(one.standing == IN_TIME for one in stays),
        late=sum(one.standing == LATE for one in stays),
    )
