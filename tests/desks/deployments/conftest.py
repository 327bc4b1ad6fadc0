"""The Fjord District with its people, units and schools, and deployments asked for, planned and carried out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import pytest
from tests.desks.designations.conftest import EAST, OPERATOR, POINT, WEST

from samvirke.desks.deployments.commands.finish import Found, finish
from samvirke.desks.deployments.commands.plan import Sent, plan
from samvirke.desks.deployments.commands.put_unit import put_unit
from samvirke.desks.deployments.commands.request import Wish, request
from samvirke.desks.deployments.facts.somewhere import Somewhere
from samvirke.desks.deployments.models import Deployment, Unit
from samvirke.foundation.clock import COPENHAGEN
from samvirke.registers.commitments.commands.put_schools import put_schools
from samvirke.registers.commitments.models import School
from samvirke.registers.places.commands.put_boundaries import put_boundaries
from samvirke.registers.places.models import District, Municipality
from samvirke.trust.access.actor import Actor
from samvirke.trust.identity.models import Agency

__all__ = ["OPERATOR", "POINT"]


def at(day: date, hour: int) -> datetime:
    """An hour of a day by the clock on the wall."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=COPENHAGEN)


@dataclass
class Desk:
    """The desk of the Fjord District and those who work there."""

    district: District
    town: Municipality
    tine: Actor
    van: Unit
    schools: list[School]

    def wish(self, **more: Any) -> Wish:
        where = Somewhere(self.town, more.pop("shape", "point"), more.pop("drawing", POINT), more.pop("school", None))
        return replace(Wish(where, "Torvet", reason="Twice as many reports as elsewhere"), **more)

    def ask(self, kind: str = "mobile-police-station", actor: Actor | None = None, **more: Any) -> Deployment:
        return request(actor or self.tine, district=self.district, kind=kind, wish=self.wish(**more))

    def sent(self, day: date = date(2024, 8, 15), hours: tuple[int, int] = (10, 13), **more: Any) -> Sent:
        return replace(Sent(self.van, 2, at(day, hours[0]), at(day, hours[1])), **more)

    def plan(self, there: Deployment, actor: Actor | None = None, **more: Any) -> Deployment:
        sent = self.sent(**more)
        return plan(actor or self.tine, deployment=there, version=self.again(there).version, sent=sent)

    def finish(self, there: Deployment, actor: Actor | None = None, **found: Any) -> Deployment:
        told = {"deployment": there, "version": self.again(there).version, "found": Found(**found)}
        return finish(actor or self.tine, **told)

    def done(self, kind: str, day: date, hours: tuple[int, int] = (10, 13), found: Any = None, **more: Any) -> Any:
        """Asked for, planned and carried out on a day."""
        companions = more.pop("companions", ())
        planned = self.plan(self.ask(kind, **more), day=day, hours=hours, companions=companions)
        return self.finish(planned, **{"companions": companions} | (found or {}))

    def again(self, there: Deployment) -> Deployment:
        return Deployment.objects.select_related("district", "municipality").get(pk=there.pk)


@pytest.fixture
def desk(fjord: District, person: Callable[..., Actor]) -> Desk:
    put_boundaries(
        OPERATOR, shapes={998: WEST, 999: EAST}, crs="EPSG:25832", source="x", valid_from=date(2024, 1, 1),
        schematic=False,
    )  # fmt: skip
    town = Municipality.objects.get(pk=998)
    tine = person("secretary", "fjordkredsens-politi")
    put_schools(tine, district=fjord, municipality=town, names=["Byskolen", "Havneskolen", "Skovskolen"])
    van = put_unit(tine, district=fjord, agency=Agency.objects.get(pk="fjordkredsens-politi"), name="Vogn 1")
    return Desk(fjord, town, tine, van, list(School.objects.filter(municipality=town)))


def rows() -> Any:
    """Those of the Fjord District: the demo may lie in the same database."""
    return Deployment.objects.filter(district="fjordkredsen")
