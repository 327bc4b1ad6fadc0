"""The Fjord District with official borders, its people, and places proposed, named and watched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest
import shapely

from samvirke.desks.designations.commands.freeze import Shown, freeze
from samvirke.desks.designations.commands.name_place import Named, name_place
from samvirke.desks.designations.commands.propose import Proposal, propose
from samvirke.desks.designations.commands.take_step import take_step
from samvirke.desks.designations.facts.figures import Figure
from samvirke.desks.designations.models import Designation
from samvirke.registers.partners.models import Body
from samvirke.registers.places.commands.put_boundaries import put_boundaries
from samvirke.registers.places.models import District, Municipality
from samvirke.trust.access.actor import Actor, system
from samvirke.trust.identity.models import Account

OPERATOR = system("operator")
# Two municipalities side by side, in metres of EPSG:25832; the border of the district lies at y = 6 150 000.
WEST, EAST = shapely.box(500_000, 6_150_000, 520_000, 6_170_000), shapely.box(520_000, 6_150_000, 540_000, 6_170_000)
POINT = "55.5500, 9.1000"
SQUARE = "55.5500, 9.1000\n55.5500, 9.1100\n55.5550, 9.1100\n55.5550, 9.1000"
BOW = "55.5500, 9.1000\n55.5550, 9.1100\n55.5500, 9.1100\n55.5550, 9.1000"
ACROSS = "55.4800, 9.1000\n55.4800, 9.1100\n55.5550, 9.1100\n55.5550, 9.1000"
SHOWN = Shown(
    says="Twice as many as elsewhere.",
    data="Reports to the police, frozen 2 July 2024",
    data_from=date(2023, 7, 1),
    data_until=date(2024, 6, 30),
    analysis="Kernel density",
    parameters={"bandwidth": "300 m"},
    figures=(Figure("Reports", "count", 41),),
    is_baseline=True,
)


@dataclass
class Desk:
    """The desk of the Fjord District and those who work there."""

    district: District
    town: Municipality
    council: Body
    tine: Actor
    reviewer: Account

    def proposal(self, **more: Any) -> Proposal:
        return replace(Proposal(self.town, "Torvet", "point", POINT, purpose="Less violence", criterion="Most"), **more)

    def propose(self, kind: str = "speed-van-site", actor: Actor | None = None, **more: Any) -> Designation:
        return propose(actor or self.tine, district=self.district, kind=kind, proposal=self.proposal(**more))

    def step(self, place: Designation, stage: str, **more: Any) -> Designation:
        told = {"on": date(2024, 8, 1), "version": self.again(place).version} | more
        return take_step(self.tine, designation=place, stage=stage, **told)

    def named(self, **more: Any) -> Named:
        told = {"since": date(2024, 9, 1), "until": date(2025, 8, 31), "reviewer": self.reviewer}
        return Named(**told | {"decision": "2024/7", "decided_on": date(2024, 8, 15)} | more)

    def name(self, place: Designation, **more: Any) -> Designation:
        return name_place(self.tine, designation=place, version=self.again(place).version, named=self.named(**more))

    def sub_area(self) -> Designation:
        """An exposed housing area that the council has discussed."""
        place = self.propose("sub-area", shape="polygon", drawing=SQUARE, homes=420, name="Parken")
        freeze(self.tine, designation=place, shown=SHOWN)
        self.step(place, "assessed")
        self.step(place, "discussed", body=self.council)
        return self.again(place)

    def again(self, place: Designation) -> Designation:
        return Designation.objects.select_related("district", "municipality").get(pk=place.pk)


@pytest.fixture
def desk(fjord: District, person: Callable[..., Actor]) -> Desk:
    put_boundaries(
        OPERATOR, shapes={998: WEST, 999: EAST}, crs="EPSG:25832", source="x", valid_from=date(2024, 1, 1),
        schematic=False,
    )  # fmt: skip
    tine = person("secretary", "fjordkredsens-politi")
    council = Body.objects.select_related("district").get(pk="kredsraad-fjordkredsen")
    return Desk(fjord, Municipality.objects.get(pk=998), council, tine, Account.objects.get(pk=tine.id))


def places() -> Any:
    """Those of the Fjord District: the demo may lie in the same database."""
    return Designation.objects.filter(district="fjordkredsen")
