"""The comparison areas that the system proposes, the most similar first, with reasons; a person chooses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from samvirke.analysis.effect.spread import blocks
from samvirke.foundation.words import Words
from samvirke.insight.effects.engine.area import MUNICIPALITY, POLYGON, Area
from samvirke.insight.effects.engine.periods import BLOCK, next_day, number
from samvirke.insight.effects.engine.similar import Candidate, ranked
from samvirke.insight.effects.facts.counted import Reader
from samvirke.insight.effects.facts.shapes import geojson_of, shape_of
from samvirke.insight.effects.facts.treated_too import busy, treated_by
from samvirke.insight.effects.facts.wanted import Wanted
from samvirke.registers.incidents.queries.placed import stretches
from samvirke.registers.incidents.queries.store import Store, open_store
from samvirke.registers.places.geometry import corners
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor

MOST = 6
# A smaller cell, or one with fewer incidents, can be one home; and from so few nothing is told either.
_SMALLEST_CELL, _FEWEST = 100.0, 20
_MOST_TRIED, _LEVELS = 60, (0.4, 2.5)
Series = NDArray[np.float64]


@dataclass(frozen=True)
class Proposed:
    """An area, why it is proposed, and what was done there, if anything (then it cannot be chosen)."""

    area: Area
    why: Candidate[Any]
    treated_by: Words | None = None


def proposals(actor: Actor, district: District, wanted: Wanted) -> list[Proposed]:
    """Other municipalities for a municipality; for an area that was drawn, cells of the same size anywhere.

    Ranked by the period before alone, so that nobody chooses by what came after. Empty without incidents.
    """
    store, periods = open_store(actor, district), wanted.periods
    if store.is_empty or periods is None or not wanted.treated:
        return []
    many = periods.before_days // BLOCK
    begins = number(periods.before_until) + 1 - many * BLOCK
    first = next_day(periods.before_until) - timedelta(days=many * BLOCK)
    reader = Reader(district, store, wanted.categories, first, periods.before_until)
    series = blocks(reader.of_areas(wanted.treated).days.astype(float), begins, BLOCK, many)
    if wanted.treated[0].shape == MUNICIPALITY:
        found = _municipalities(district, wanted, series, stretches(store, wanted.categories, first, BLOCK, many))
    else:
        found = _cells(district, store, wanted, series, (first, many))
    done = busy(
        actor, district, periods.before_from, periods.after_until, wanted.categories, (wanted.target, wanted.key)
    )
    return [Proposed(area, why, treated_by(district, area, done)) for area, why in found]


def _municipalities(
    district: District, wanted: Wanted, series: Series, counts: Mapping[tuple[int, int, int], Series]
) -> list[tuple[Area, Candidate[Any]]]:
    names = dict(district.municipalities.values_list("code", "name"))
    ours = {one.municipality for one in wanted.treated}
    others = {code: one for (code, _i, _j), one in counts.items() if code in names and code not in ours}
    rows = ranked(series, others, MOST)
    return [(Area(names[one.name], MUNICIPALITY, one.name), one) for one in rows]


def _cells(
    district: District, store: Store, wanted: Wanted, series: Series, when: tuple[date, int]
) -> list[tuple[Area, Candidate[Any]]]:
    """Square cells as large as the treated area, none of which touches it or what lies near it."""
    shapes = [shape for one in wanted.treated if (shape := shape_of(district, one))]
    treated = shapely.unary_union(shapes)
    side = max(_SMALLEST_CELL, float(np.sqrt(treated.area)))
    near = treated.buffer(2 * (wanted.ring or 0) + side)
    total = max(float(series.sum()), 1.0)
    names = dict(district.municipalities.values_list("code", "name"))
    counts = stretches(store, wanted.categories, when[0], BLOCK, when[1], side)
    levels = {
        key: float(one.sum())
        for key, one in counts.items()
        if key[0] in names and one.sum() >= _FEWEST and _LEVELS[0] <= one.sum() / total <= _LEVELS[1]
    }
    tried = sorted(levels, key=lambda key: (abs(np.log(levels[key] / total)), key))
    away = [key for key in tried if not near.intersects(_cell(key, side))][:_MOST_TRIED]
    found = []
    for one in ranked(series, {key: counts[key] for key in away}, MOST):
        outline = geojson_of(district, _cell(one.name, side))
        where = corners(outline).split("\n")[0]
        found.append((Area(f"{names[one.name[0]]}, {where}", POLYGON, one.name[0], outline), one))
    return found


def _cell(key: tuple[int, int, int], side: float) -> shapely.Polygon:
    return shapely.box(key[1] * side, key[2] * side, (key[1] + 1) * side, (key[2] + 1) * side)
