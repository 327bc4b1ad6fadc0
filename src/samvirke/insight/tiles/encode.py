"""Makes vector tiles: pieces of a layer in the web's own map projection, cut out of what has been drawn once."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from functools import cache
from typing import TypeVar

import duckdb
import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer

from samvirke.insight.tiles.layer import WHOLE_WORLD, Bounds, Feature, Layer
from samvirke.insight.tiles.scene import Scene
from samvirke.registers.places.spatial import load_spatial

_WEB, _EXTENT, _BUFFER = "EPSG:3857", 4096, 128
_HALF_WORLD = 20037508.342789244
_DRAWN_KEPT, _TILES_KEPT = 48, 4000
_lock = threading.Lock()
_drawn: OrderedDict[Hashable, str] = OrderedDict()
_tiles: OrderedDict[Hashable, bytes] = OrderedDict()
_made = 0


def tile(scene: Scene, layer: Layer, zoom: int, x: int, y: int) -> bytes:
    """A tile of a layer; empty where there is nothing. What is the same for all readers of the same data is kept."""
    if not layer.zooms[0] <= zoom <= layer.zooms[1] or not (0 <= x < 2**zoom and 0 <= y < 2**zoom):
        return b""
    crs = scene.facts.district.crs
    if not layer.same_for_all:
        bounds = _bounds_in(crs, zoom, x, y)
        return _encoded(layer, _web(crs, layer.features(scene, zoom, bounds)), zoom, x, y)
    drawn = (scene.facts.district.pk, layer.name, scene.group.name, scene.period, scene.tables.edition, min(zoom, 10))
    return _kept(
        _tiles,
        _TILES_KEPT,
        (drawn, zoom, x, y),
        lambda: _from_table(drawn, layer, lambda: _web(crs, layer.features(scene, zoom, WHOLE_WORLD)), zoom, x, y),
    )


Kept = TypeVar("Kept")
Row = tuple[bytes, tuple[int | str, ...]]


def _web(crs: str, features: Iterable[Feature]) -> list[Row]:
    """Features with their shapes turned into the web's projection, as WKB."""
    turned = _to_web(crs)
    return [(shapely.to_wkb(shapely.transform(one.shape, turned)), one.facts) for one in features]


@cache
def _to_web(crs: str) -> Callable[[NDArray[np.float64]], NDArray[np.float64]]:
    found = Transformer.from_crs(crs, _WEB, always_xy=True)
    return lambda points: np.column_stack(found.transform(points[:, 0], points[:, 1]))


@cache
def _from_web(crs: str) -> Transformer:
    return Transformer.from_crs(_WEB, crs, always_xy=True)


def _bounds_in(crs: str, zoom: int, x: int, y: int) -> Bounds:
    """A tile's box in the district's own system, a little larger."""
    side = 2 * _HALF_WORLD / 2**zoom
    west, north = x * side - _HALF_WORLD, _HALF_WORLD - y * side
    box = _from_web(crs).transform_bounds(west, north - side, west + side, north)
    return (float(box[0]), float(box[1]), float(box[2]), float(box[3]))


def _encoded(layer: Layer, rows: list[Row], zoom: int, x: int, y: int) -> bytes:
    """A tile from features that are drawn for it alone."""
    with _lock:
        name = _table(layer, rows)
        try:
            return _cut(layer, name, zoom, x, y)
        finally:
            _database().execute(f"DROP TABLE {name}")


def _from_table(drawn: Hashable, layer: Layer, rows: Callable[[], list[Row]], zoom: int, x: int, y: int) -> bytes:
    """A tile from a layer that is drawn once and then cut."""
    if drawn not in _drawn:
        found = rows()
        with _lock:
            _kept(_drawn, _DRAWN_KEPT, drawn, lambda: _table(layer, found), _forget)
    with _lock:
        return _cut(layer, _drawn[drawn], zoom, x, y) if drawn in _drawn else b""


def _table(layer: Layer, rows: list[Row]) -> str:
    global _made  # noqa: PLW0603  numbers the tables of this process
    _made += 1
    name = f"drawn_{_made}"
    columns = {f"c{at}": [facts[at] for _wkb, facts in rows] for at in range(len(layer.columns))}
    listed = ", ".join(f'unnest($c{at})::{kind} AS "{named}"' for at, (named, kind) in enumerate(layer.columns.items()))
    _database().execute(
        f"CREATE TABLE {name} AS SELECT ST_GeomFromWKB(wkb) AS geometry, * EXCLUDE (wkb) FROM "
        f"(SELECT unnest($wkb::BLOB[]) AS wkb, {listed})",
        {"wkb": [wkb for wkb, _facts in rows], **columns},
    )
    return name


def _cut(layer: Layer, name: str, zoom: int, x: int, y: int) -> bytes:
    listed = ", ".join(f'"{one}": "{one}"' for one in layer.columns)
    cut = f"ST_AsMVTGeom(geometry, ST_Extent(box), {_EXTENT}, {_BUFFER}, true)"
    found = (
        _database()
        .execute(
            f"SELECT CASE WHEN count(*) > 0 THEN ST_AsMVT({{'geometry': {cut}, {listed}}}, '{layer.name}', {_EXTENT}, "
            "'geometry') END "
            f"FROM {name}, (SELECT ST_TileEnvelope($z, $x, $y) AS box) "
            "WHERE ST_Intersects(geometry, ST_Buffer(box, $room))",
            {"z": zoom, "x": x, "y": y, "room": 2 * _HALF_WORLD / 2**zoom * _BUFFER / _EXTENT},
        )
        .fetchone()
    )
    return bytes(found[0]) if found and found[0] else b""


@cache
def _database() -> duckdb.DuckDBPyConnection:
    db = duckdb.connect(
        config={"autoinstall_known_extensions": False, "autoload_known_extensions": False, "threads": 1}
    )
    load_spatial(db)
    return db


def _forget(name: str) -> None:
    _database().execute(f"DROP TABLE {name}")


def _kept(
    kept: OrderedDict[Hashable, Kept],
    most: int,
    name: Hashable,
    make: Callable[[], Kept],
    forget: Callable[[Kept], object] = lambda _old: None,
) -> Kept:
    """What is kept under a name, made when it is not; what has not been asked for the longest goes first."""
    if name not in kept:
        kept[name] = make()
        while len(kept) > most:
            forget(kept.popitem(last=False)[1])
    else:
        kept.move_to_end(name)
    return kept[name]
