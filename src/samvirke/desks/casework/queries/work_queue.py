"""The work queue: the cases somebody works on, what needs them, what is late, what changed since they looked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from django.db.models import BooleanField, Count, Exists, ExpressionWrapper, F, Model, OuterRef, Q, QuerySet

from samvirke.desks.casework.facts.at_work import works_on
from samvirke.desks.casework.models import Ask, Case, Disclosure, Referral, TaskText
from samvirke.desks.casework.models.ask import OPEN
from samvirke.desks.casework.models.disclosure import RECALLED
from samvirke.desks.casework.queries.approvals import approvals
from samvirke.desks.casework.queries.referrals import referrals_to_answer
from samvirke.foundation.clock import today
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible

Row = TypeVar("Row", bound=Model)
PAGE = 50
SOON = timedelta(days=7)
_ORDER = (F("closed_on").desc(nulls_first=True), F("due_on").asc(nulls_last=True), "year", "number", "owner_id")
# What has to be so, or not so, of a case for each view of the queue.
_HOLDS = {
    "mine": {"is_mine": True, "is_open": True},
    "late": {"is_mine": True, "is_open": True, "is_late": True},
    "soon": {"is_mine": True, "is_open": True, "is_soon": True},
    "changed": {"is_unseen": True, "is_open": True},
    "agency": {"is_mine": False, "is_open": True},
    "closed": {"is_mine": True, "is_open": False},
}
VIEWS = tuple(_HOLDS)


# So many of each kind of thing that waits are fetched; whoever has more works them off first.
MOST_WAITING = 50


@dataclass(frozen=True)
class Queue:
    """One page of cases, how many each view holds, and how many of each kind this view holds."""

    view: str
    rows: list[Case]
    page: int
    pages: int
    total: int
    counts: dict[str, int]
    types: dict[str, int]


def work_queue(actor: Actor, district_id: str, view: str = "mine", case_type: str = "", page: int = 1) -> Queue:
    """The same number of questions to the database however many cases there are.

    Everything is counted over the cases the actor may know of and no others.
    """
    known = visible(actor, "casework.know", Case.objects.filter(district_id=district_id))
    day, view = today(), view if view in VIEWS else VIEWS[0]
    counts, types = _counted(actor, known, view, day)
    chosen = known.filter(_view(actor, view, day))
    wanted = chosen.filter(type=case_type) if case_type else chosen
    total = types.get(case_type, 0) if case_type else sum(types.values())
    pages = -(-total // PAGE) or 1
    page = max(1, min(page, pages))
    ordered = wanted.select_related("owner", "municipality").order_by(*_ORDER)
    rows = list(ordered[(page - 1) * PAGE : page * PAGE])
    return Queue(view, rows, page, pages, total, counts, types)


def late_cases(actor: Actor, district_id: str) -> list[Case]:
    """The open cases past their deadline that somebody works on, the longest overdue first."""
    mine = visible(actor, "casework.open", Case.objects.filter(district_id=district_id))
    late = mine.filter(_view(actor, "late", today())).select_related("owner")
    return list(late.order_by("due_on", "year", "number", "owner_id")[:MOST_WAITING])


@dataclass(frozen=True)
class Waiting:
    """What waits for somebody, besides deadlines of cases."""

    approvals: list[Disclosure]
    asks: list[Ask]
    recalls: list[Disclosure]
    tasks: list[TaskText]
    referrals: list[Referral]


def waiting_for(actor: Actor, district_id: str) -> Waiting:
    """Disclosures to approve, questions to answer, recalls to confirm, tasks that are due, referrals to take on."""
    mine = visible(actor, "casework.open", Case.objects.filter(district_id=district_id))
    received = _for_them(actor, mine, Disclosure.objects.filter(state=RECALLED), "receiver_id")
    asked = _for_them(actor, mine, Ask.objects.filter(state=OPEN), "holder_id")
    owed = _for_them(actor, mine, TaskText.objects.filter(done_on__isnull=True), "agency_id")
    recalls = received.filter(acknowledged_at__isnull=True)
    return Waiting(
        approvals=_first(approvals(actor, district_id)),
        asks=_first(asked.select_related("case", "asker").order_by("asked_at")),
        recalls=_first(recalls.select_related("case", "giver").order_by("recalled_at")),
        tasks=_first(owed.select_related("case").order_by("due_on")),
        referrals=_first(referrals_to_answer(actor, district_id)),
    )


def _for_them(actor: Actor, mine: QuerySet[Case], rows: QuerySet[Row], agency: str) -> QuerySet[Row]:
    """What waits for the agency that somebody works on the case for, and for no other one of theirs.

    Asked of each thing that waits, which are few, and not of every case.
    """
    works_there = works_on(actor).filter(case=OuterRef("case"), agency=OuterRef(agency))
    return rows.filter(Exists(works_there), Exists(mine.filter(pk=OuterRef("case"))))


def _first(rows: QuerySet[Row]) -> list[Row]:
    return list(rows[:MOST_WAITING])


def _counted(actor: Actor, known: QuerySet[Case], view: str, day: date) -> tuple[dict[str, int], dict[str, int]]:
    """How many cases each view holds, and how many of each kind this one: one pass over what may be known."""
    facts = {name: ExpressionWrapper(so, BooleanField()) for name, so in _facts(actor, day).items()}
    groups = known.annotate(**facts).order_by().values("type", *facts).annotate(n=Count("pk"))
    counts, types = dict.fromkeys(VIEWS, 0), dict[str, int]()
    for group in groups:
        for name in VIEWS:
            if all(bool(group[fact]) == so for fact, so in _HOLDS[name].items()):
                counts[name] += group["n"]
                if name == view:
                    types[group["type"]] = types.get(group["type"], 0) + group["n"]
    return counts, types


def _view(actor: Actor, name: str, day: date) -> Q:
    facts = _facts(actor, day)
    return Q(*(facts[fact] if so else ~facts[fact] for fact, so in _HOLDS[name].items()))


def _facts(actor: Actor, day: date) -> dict[str, Q]:
    """What the views are made of. The keys of one's own cases are gathered once, not looked for case by case."""
    mine = works_on(actor)
    unseen = mine.filter(Q(seen_at__isnull=True) | Q(seen_at__lt=F("case__changed_at")))
    return {
        "is_open": Q(closed_on__isnull=True),
        "is_late": Q(due_on__isnull=False, due_on__lt=day),
        "is_soon": Q(due_on__isnull=False, due_on__gte=day, due_on__lte=day + SOON),
        "is_mine": Q(pk__in=mine.values("case_id")),
        "is_unseen": Q(pk__in=unseen.values("case_id")),
    }
