"""The incidents of a design's areas, by day, and by their harm where it is weighed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.insight.effects.engine.area import MUNICIPALITY, Area
from samvirke.insight.effects.engine.judged import Counted
from samvirke.insight.effects.engine.periods import next_day
from samvirke.insight.effects.facts.shapes import ring_around, shape_of
from samvirke.registers.incidents.harm_tables import HarmTable
from samvirke.registers.incidents.queries.placed import Placed, placed
from samvirke.registers.incidents.queries.store import Store
from samvirke.registers.places.models import District


@dataclass(frozen=True)
class Reader:
    """Reads one district's incidents of some categories within some days; with a table it weighs them by harm."""

    district: District
    store: Store
    categories: tuple[str, ...]
    first: date
    last: date
    harm: HarmTable | None = None

    def of_areas(self, areas: Iterable[Area]) -> Counted:
        """Those of several areas together; one that lies in two counts once."""
        listed = list(areas)
        parts = [
            self._read(municipality=one.municipality) for one in listed if one.shape == MUNICIPALITY
        ]  # municipalities do not overlap
        drawn = [shape for one in listed if one.shape != MUNICIPALITY and (shape := shape_of(self.district, one))]
        if drawn:
            parts.append(self.of_shape(shapely.unary_union(drawn)))
        return _together(parts)

    def of_ring(self, areas: Iterable[Area], metres: int, without: Iterable[Area] = ()) -> Counted:
        """Those that happened around the areas, and in none of these or of the others."""
        shapes = [shape for one in areas if (shape := shape_of(self.district, one))]
        ring = ring_around(shapes, metres)
        others = [shape for one in without if (shape := shape_of(self.district, one))]
        return self.of_shape(ring.difference(shapely.unary_union(others)) if others else ring)

    def of_shape(self, shape: BaseGeometry) -> Counted:
        """Those within a shape in metres; what has no point is in none."""
        return self._read(shape=shape)

    def _read(self, municipality: int | None = None, shape: BaseGeometry | None = None) -> Counted:
        box = shape.bounds if shape is not None else None
        found = placed(self.store, self.categories, self.first, next_day(self.last), municipality, box)
        inside = np.ones(found.day.size, bool)
        if shape is not None:
            shapely.prepare(shape)
            inside = shapely.contains_xy(shape, found.x, found.y)
        return Counted(found.day[inside], self._weights(found, inside))

    def _weights(self, found: Placed, inside: NDArray[np.bool_]) -> NDArray[np.float64] | None:
        if self.harm is None:
            return None
        codes = [str(one) for one in found.offence[inside]]
        unknown = sorted({one for one in codes if one not in self.harm.weights})
        if unknown:
            what = Said(_("There is no harm weight for {names}."), {"names": ", ".join(unknown[:5])})
            raise Refused.because(what, _("Add them to the table of weights, or count incidents instead."))
        return np.array([self.harm.weights[one] for one in codes], np.float64)


def _together(parts: list[Counted]) -> Counted:
    if len(parts) == 1:
        return parts[0]
    days = np.concatenate([one.days for one in parts]) if parts else np.zeros(0, np.int64)
    weights = [one.weights for one in parts if one.weights is not None]
    return Counted(days, np.concatenate(weights) if weights and len(weights) == len(parts) else None)
