"""What a layer is drawn from: who looks, at which district, which group of incidents, in which period."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from shapely.geometry.base import BaseGeometry

from samvirke.foundation.period import Period
from samvirke.insight.indicators.facts import Facts
from samvirke.insight.indicators.kit import Indicator
from samvirke.insight.tiles.classes import limits
from samvirke.insight.tiles.ground import SIZES
from samvirke.insight.tiles.tables import Table, Tables, tables_of
from samvirke.registers.places.queries.boundaries import boundaries


@dataclass(frozen=True)
class Scene:
    """One view of the map. A period without figures has no table, and then nothing is drawn."""

    facts: Facts
    group: Indicator
    period: Period

    @cached_property
    def tables(self) -> Tables:
        """Everything that is shown of the group."""
        return tables_of(self.facts, self.group)

    @cached_property
    def table(self) -> Table | None:
        """The group in the period."""
        return self.tables.tables.get(self.period)

    @cached_property
    def borders(self) -> dict[int, BaseGeometry]:
        """The municipalities' shapes in metres; empty where none are known."""
        found = boundaries(list(self.facts.municipalities), self.facts.district.crs)
        return found.shapes if found else {}

    def limits_of(self, metres: int) -> tuple[int, ...]:
        """The limits of the classes for squares of a size, over all periods of this kind: a colour means the same."""
        tables = (table for period, table in self.tables.tables.items() if period.kind == self.period.kind)
        return limits([count for table in tables for count in table.of_size(metres).values()])


def size_at(zoom: int) -> int:
    """How large the squares are that are drawn at a zoom level."""
    return SIZES[min(max(zoom - 8, 0), len(SIZES) - 1)]
