"""The local problems of a district: those that somebody works on, the next look first, and those that are closed."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from samvirke.desks.designations.models import Problem, ProblemLink, ProblemNote
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible


def problems(actor: Actor, district: District) -> QuerySet[Problem]:
    """All that somebody may read, closed ones too."""
    rows = visible(actor, "designations.read-problem", Problem.objects.filter(district=district))
    return rows.select_related("municipality", "district", "officer", "partner")


def problems_due(actor: Actor, district: District, until: date) -> QuerySet[Problem]:
    """Those that are to be looked at by a day, the earliest first."""
    return problems(actor, district).filter(closed_on__isnull=True, next_look__lte=until)


def problems_of(actor: Actor, district: District, sort: str, target: str) -> QuerySet[Problem]:
    """Those that something belongs to."""
    tied = ProblemLink.objects.filter(sort=sort, target=target).values("problem_id")
    return problems(actor, district).filter(pk__in=tied)


def notes_of(actor: Actor, problem: Problem) -> QuerySet[ProblemNote]:
    """What was written of it, in the order of time."""
    seen = problems(actor, problem.district).filter(pk=problem.pk)
    return ProblemNote.objects.filter(problem__in=seen).select_related("by")


def links_of(actor: Actor, problem: Problem) -> QuerySet[ProblemLink]:
    """What belongs to it."""
    return ProblemLink.objects.filter(problem__in=problems(actor, problem.district).filter(pk=problem.pk))
