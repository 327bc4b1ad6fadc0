"""Where: towns with a dense middle, countryside between them, and the streets where people go out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from samvirke.analysis.simulation.columns import Rows
from samvirke.analysis.simulation.moments import is_weekend_night
from samvirke.analysis.simulation.parameters import Nightlife, Parameters, Setting, Town
from samvirke.analysis.simulation.plants.move import Points


@dataclass(frozen=True)
class Ground:
    """One municipality: its shape, its towns, and where it goes out, if anywhere."""

    shape: BaseGeometry
    towns: tuple[Town, ...]
    nightlife: Nightlife | None

    def __post_init__(self) -> None:
        centres = [(each.east, each.north) for each in (*self.towns, self.nightlife) if each]
        outside = [each for each in centres if not shapely.contains_xy(self.shape, *each)]
        if outside or not self.towns:
            raise ValueError(f"a municipality has towns, all inside its shape; outside: {outside}")


def grounds(parameters: Parameters, shapes: Mapping[int, BaseGeometry]) -> dict[int, Ground]:
    """Every municipality's ground, by code."""
    return {
        code: Ground(
            shapes[code],
            tuple(town for town in parameters.towns if town.municipality == code),
            next((each for each in parameters.nightlife if each.municipality == code), None),
        )
        for code in parameters.municipalities
    }


def placed(rows: Rows, parameters: Parameters, ground: Mapping[int, Ground], generator: np.random.Generator) -> Rows:
    """Every row somewhere in its municipality, as the setting of its kind says."""
    settings = tuple(dict.fromkeys(kind.setting for kind in parameters.kinds))
    of_code = np.array([settings.index(kind.setting) for kind in parameters.kinds for _code in kind.codes])
    of_row, at_night = of_code[rows.code], is_weekend_night(rows.reported)
    points = np.empty((len(rows), 2))
    for number, setting in enumerate(settings):
        for code, each in ground.items():
            here = np.flatnonzero((of_row == number) & (rows.municipality == code))
            points[here] = _scattered(each, setting, at_night[here], generator)
    return rows.located(np.arange(len(rows)), points)


def _scattered(ground: Ground, setting: Setting, at_night: NDArray[np.bool_], generator: np.random.Generator) -> Points:
    chance = generator.random(len(at_night))
    out = at_night & (chance < setting.nightlife) & (ground.nightlife is not None)
    rural = ~out & (generator.random(len(at_night)) < setting.rural)
    points = np.empty((len(at_night), 2))
    if ground.nightlife:
        points[out] = _inside(ground, int(out.sum()), _around(ground.nightlife, generator))
    points[rural] = _inside(ground, int(rural.sum()), _anywhere(ground, generator))
    towns = ~out & ~rural
    points[towns] = _inside(ground, int(towns.sum()), _in_towns(ground, setting, generator))
    return points


def _inside(ground: Ground, number: int, draw: Callable[[int], Points]) -> Points:
    points = draw(number)
    outside = np.flatnonzero(~shapely.contains_xy(ground.shape, points))
    while len(outside):
        points[outside] = draw(len(outside))
        outside = outside[~shapely.contains_xy(ground.shape, points[outside])]
    return points


def _in_towns(ground: Ground, setting: Setting, generator: np.random.Generator) -> Callable[[int], Points]:
    centres = np.array([(town.east, town.north) for town in ground.towns], float)
    spreads = np.array([town.spread for town in ground.towns]) * setting.narrowing
    shares = np.array([town.share for town in ground.towns])

    def draw(number: int) -> Points:
        town = generator.choice(len(shares), number, p=shares / shares.sum())
        return centres[town] + generator.normal(0, 1, (number, 2)) * spreads[town, None]

    return draw


def _anywhere(ground: Ground, generator: np.random.Generator) -> Callable[[int], Points]:
    west, south, east, north = ground.shape.bounds
    return lambda number: generator.uniform((west, south), (east, north), (number, 2))


def _around(spot: Nightlife, generator: np.random.Generator) -> Callable[[int], Points]:
    return lambda number: generator.normal((spot.east, spot.north), spot.spread, (number, 2))
