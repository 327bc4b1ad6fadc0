"""The Fjord District with two municipalities, its incidents, a measure and a place, and designs that are sound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import shapely
from tests.insight.written_file import FJORDBY, SKOVBY, Row, many, write

from samvirke.foundation.clock import standing_on
from samvirke.insight.effects.commands.register_design import register_design
from samvirke.insight.effects.engine.area import MUNICIPALITY, Area
from samvirke.insight.effects.engine.periods import Periods
from samvirke.insight.effects.facts.wanted import Wanted
from samvirke.insight.effects.models import Design
from samvirke.registers.commitments.commands.record import record
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.incidents.commands.import_incidents import import_file
from samvirke.registers.incidents.models import Source
from samvirke.registers.places.commands.put_boundaries import put_boundaries
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor, system

OPERATOR = system("operator")
WEST, EAST = shapely.box(500_000, 6_150_000, 520_000, 6_170_000), shapely.box(520_000, 6_150_000, 540_000, 6_170_000)
FIRST, START, LAST = date(2022, 1, 3), date(2023, 1, 2), date(2023, 12, 31)
PERIODS = Periods(FIRST, date(2023, 1, 1), START, LAST)
HERE, THERE = Area("Fjordby", MUNICIPALITY, FJORDBY), Area("Skovby", MUNICIPALITY, SKOVBY)
# A square kilometre in each municipality, in degrees, and where in metres an incident of it happens.
PARK = "55.5500, 9.1000\n55.5500, 9.1150\n55.5590, 9.1150\n55.5590, 9.1000"
IN_PARK, IN_SKOVBY = (506_700, 6_156_800), (528_500, 6_156_500)


@dataclass
class Place:
    """The district, those who work there, and a measure of theirs."""

    district: District
    tine: Actor
    measure: Commitment
    folder: Path

    def wanted(self, **more: Any) -> Wanted:
        told = Wanted(
            target="measure",
            key=str(self.measure.pk),
            kind="revisit",
            categories=("burglary-home",),
            treated=(HERE,),
            comparison=(THERE,),
            periods=PERIODS,
            selection="earlier",
        )
        return replace(told, **more)

    def fix(self, on: date = date(2022, 12, 1), **more: Any) -> Design:
        with standing_on(on):
            return register_design(self.tine, district=self.district, wanted=self.wanted(**more))

    def bring(self, rows: list[Row], frozen: date = date(2024, 8, 2)) -> None:
        """Import these besides what there is."""
        file = write(self.folder / "incidents.csv", rows)
        with standing_on(frozen):
            import_file(OPERATOR, source=Source.objects.get(pk="opdigtet"), path=file)


def burglaries(here: tuple[int, int], there: tuple[int, int], x: int = 506_700, y: int = 6_156_800) -> list[Row]:
    """So many before and after in Fjordby and in Skovby, spread evenly, within both periods."""
    spans = ((FIRST + timedelta(days=1), 362), (START + timedelta(days=1), 362))
    rows: list[Row] = []
    for (first, days), mine, theirs in zip(spans, here, there, strict=True):
        rows += many(mine, first, days, municipality=FJORDBY, x=x, y=y)
        rows += many(theirs, first, days, municipality=SKOVBY, x=IN_SKOVBY[0], y=IN_SKOVBY[1])
    # The data run from before the first day to after the last.
    edges = (FIRST - timedelta(days=40), LAST + timedelta(days=60))
    return [*rows, *(Row(day, municipality=SKOVBY, x=IN_SKOVBY[0], y=IN_SKOVBY[1]) for day in edges)]


@pytest.fixture
def bare(fjord: District, person: Callable[..., Actor], tmp_path: Path) -> Place:
    """Without an incident yet."""
    put_boundaries(
        OPERATOR, shapes={998: WEST, 999: EAST}, crs="EPSG:25832", source="x", valid_from=date(2022, 1, 1),
        schematic=False,
    )  # fmt: skip
    [measure] = record(
        OPERATOR,
        district=fjord,
        commitments=[
            {
                "sort": "measure", "title": {"da": "Genbesøg", "en": "Revisits"}, "text": {"da": "Besøg"},
                "owners": [], "kind": "activity", "measurable": True, "cost": 100_000, "begins": START,
            }
        ],
    )  # fmt: skip
    return Place(fjord, person("secretary", "fjordkredsens-politi"), measure, tmp_path)


@pytest.fixture
def place(bare: Place) -> Place:
    """With 130 burglaries in Fjordby before and 52 after, and 130 in Skovby both times."""
    bare.bring(burglaries((130, 52), (130, 130)))
    return bare
