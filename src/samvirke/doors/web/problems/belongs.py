"""What can belong to a local problem: for each sort, what there is to choose from, and how each is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from samvirke.desks.designations.models import Problem
from samvirke.desks.designations.queries.places import places
from samvirke.desks.designations.register import kind_called
from samvirke.doors.web.shell.page import Asked
from samvirke.foundation.words import _
from samvirke.insight.studies.queries.studies import studies
from samvirke.registers.commitments.queries.commitments import commitments

_OFFERED = 200


@dataclass(frozen=True)
class Target:
    """One thing that belongs, or may: its id, its title, and the page that shows it."""

    id: str
    title: str
    address: str


@dataclass(frozen=True)
class Sort:
    """A sort of thing: what it is called, and those that a reader may see."""

    title: str
    found: Callable[[Asked, Problem], list[Target]]


def _places(request: Asked, problem: Problem) -> list[Target]:
    rows = places(request.actor, problem.district).filter(municipality=problem.municipality_id)
    return [
        Target(
            str(one.pk),
            f"{one.name} ({request.speech.say(kind_called(one.kind).title)})",
            reverse("places-one", args=[problem.district_id, one.pk]),
        )
        for one in rows[:_OFFERED]
    ]


def _commitments(request: Asked, problem: Problem) -> list[Target]:
    return [
        Target(
            str(one.pk),
            request.speech.words(one.words),
            reverse("commitments-one", args=[problem.district_id, one.pk]),
        )
        for one in commitments(request.actor, problem.district_id)[:_OFFERED]
    ]


def _studies(request: Asked, problem: Problem) -> list[Target]:
    rows = studies(request.actor, problem.district).filter(replaced_by__isnull=True)
    return [
        Target(str(one.pk), one.title or one.kind, reverse("studies-read", args=[problem.district_id, one.pk]))
        for one in rows[:_OFFERED]
    ]


SORTS = {
    "designation": Sort(_("Place named for something"), _places),
    "commitment": Sort(_("Commitment"), _commitments),
    "study": Sort(_("Study"), _studies),
}
