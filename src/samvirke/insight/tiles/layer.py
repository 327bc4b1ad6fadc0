"""What a layer of the map is: declared in a file of its own, drawn from what may be shown and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from shapely.geometry.base import BaseGeometry

from samvirke.foundation.folder import declarations
from samvirke.foundation.words import Said
from samvirke.insight.tiles import layers
from samvirke.insight.tiles.scene import Scene

NUMBER, TEXT = "INTEGER", "VARCHAR"
WHOLE_WORLD = (-1e9, -1e9, 1e9, 1e9)
Bounds = tuple[float, float, float, float]


@dataclass(frozen=True)
class Feature:
    """One thing on the map: its shape in metres of the district's own system, and its facts in the layer's order."""

    shape: BaseGeometry
    facts: tuple[int | str, ...]


@dataclass(frozen=True)
class Layer:
    """One declared layer.

    `columns` are its facts and their types, `NUMBER` or `TEXT`. `single` layers show incidents one by one, which are
    not for everybody. `same_for_all` says that it looks alike to every reader of the same data, so that it may be
    kept; `on` that it is drawn without being asked for; `zooms` between which zoom levels there is anything.
    """

    name: str
    title: str | Said
    note: str | Said
    columns: Mapping[str, str]
    features: Callable[[Scene, int, Bounds], Iterable[Feature]]
    single: bool = False
    same_for_all: bool = True
    on: bool = False
    zooms: tuple[int, int] = (6, 12)


@cache
def all_layers() -> dict[str, Layer]:
    """Every layer, by name."""
    return declarations(layers, Layer)
