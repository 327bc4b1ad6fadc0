"""What a study can say a good place of: kinds of named places and of deployments, and where those of today stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from samvirke.desks.deployments.models.deployment import DONE, PLANNED
from samvirke.desks.deployments.queries.deployments import between
from samvirke.desks.deployments.register import all_kinds as kinds_of_deployment
from samvirke.desks.designations.models.designation import IN_FORCE
from samvirke.desks.designations.queries.places import places
from samvirke.desks.designations.register import all_kinds as kinds_of_place
from samvirke.foundation.clock import today
from samvirke.registers.places.geometry import in_metres
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor

Standing = Callable[[Actor, District, int | None], list[list[int]]]
_YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Sited:
    """A kind by name and title, the offences that it is about, where such stand today, and the page that asks for one.

    `standing` gives east and north to the metre, of the whole district or of one municipality.
    """

    name: str
    title: str
    categories: tuple[str, ...]
    standing: Standing
    asked_at: str


def sited() -> dict[str, Sited]:
    """Every kind that is sited, by name."""
    named = [
        Sited(one.name, one.title, one.categories, _named(one.name), "places-new")
        for one in kinds_of_place().values()
        if one.sited
    ]
    sent = [
        Sited(one.name, one.title, one.categories, _sent(one.name), "deployments-new")
        for one in kinds_of_deployment().values()
        if one.sited
    ]
    return {one.name: one for one in (*named, *sent)}


def _named(kind: str) -> Standing:
    """The places of the kind that are in force."""

    def found(actor: Actor, district: District, municipality: int | None) -> list[list[int]]:
        rows = places(actor, district).filter(kind=kind, state=IN_FORCE)
        return _points(district, [one.geometry for one in rows if municipality in (None, one.municipality_id)])

    return found


def _sent(kind: str) -> Standing:
    """Where such were sent in the last twelve months, each spot once."""

    def found(actor: Actor, district: District, municipality: int | None) -> list[list[int]]:
        rows = between(actor, district, today() - _YEAR, today() + timedelta(days=1))
        mine = rows.filter(kind=kind, state__in=(PLANNED, DONE))
        return _points(district, sorted({one.geometry for one in mine if municipality in (None, one.municipality_id)}))

    return found


def _points(district: District, drawn: list[str]) -> list[list[int]]:
    found = [in_metres(district, geometry).centroid for geometry in drawn if geometry]
    return [[round(point.x), round(point.y)] for point in found]
