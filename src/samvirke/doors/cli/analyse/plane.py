"""Brings coordinates to metres on a plane, and refuses degrees that were taken for metres."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _

LOCAL = "local"
# Degrees of longitude: over more of them than these, one plane stretches distances by more than 1 in 200.
_WIDEST = 12.0
# Metres from the origin that a country's own system has, and a town's own plan has not.
_COUNTRY = 100_000.0
# Degrees around its area of use in which a coordinate system is still taken at its word.
_SLACK = 1.0

Metres = NDArray[np.float64]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Plane:
    """Where coordinates are measured in metres; `name` says in which system they are when they have one."""

    name: str
    transformer: Any = None

    def points(self, x: Metres, y: Metres) -> tuple[Metres, Metres]:
        """Coordinates as they were given, in metres."""
        if self.transformer is None:
            return x, y
        east, north = self.transformer.transform(x, y)
        return np.asarray(east), np.asarray(north)

    def box(self, bounds: Box) -> Box:
        """West, south, east and north as they were given, as the box in metres that holds them."""
        if self.transformer is None:
            return bounds
        west, south, east, north = self.transformer.transform_bounds(*bounds)
        return west, south, east, north


def plane_of(x: Metres, y: Metres, crs: str) -> Plane:
    """The plane of coordinates; without `crs` they are metres already."""
    if not crs and x.size and np.abs(x).max() <= 180 and np.abs(y).max() <= 90:
        remedy = _("Give --crs EPSG:4326 if they are degrees, or --crs local if they really are metres.")
        raise Refused.because(_("The coordinates look like degrees, not metres."), remedy, column="x")
    _refuse_mixed(x, y, crs)
    if not crs or crs == LOCAL or not x.size:
        return Plane("")
    return _projected(x, y, crs)


def to_plane(arrays: dict[str, Any], asked: Any, crs: str) -> tuple[Any, str]:
    """All coordinates, and bounds among the parameters, brought to one plane; and in which system they then are."""
    pairs = [(name, f"{name[:-1]}y") for name in arrays if name == "x" or name.endswith("_x")]
    if not pairs:
        return asked, ""
    # One plane for all: it is made for everything there is.
    east, north = (np.concatenate([arrays[pair[axis]] for pair in pairs]) for axis in (0, 1))
    plane = plane_of(east, north, crs)
    for x, y in pairs:
        arrays[x], arrays[y] = plane.points(arrays[x], arrays[y])
    bounds = getattr(asked, "bounds", None)
    return dataclasses.replace(asked, bounds=plane.box(bounds)) if bounds else asked, plane.name


def _refuse_mixed(x: Metres, y: Metres, crs: str) -> None:
    """Refuse rows in degrees, or at 0, 0, among rows in metres of a country's system."""
    small = (np.abs(x) <= 180) & (np.abs(y) <= 90)
    if crs != LOCAL and small.any() and max(np.abs(x).max(), np.abs(y).max()) > _COUNTRY:
        what = Said(
            _("The coordinates are of two kinds: row {row} looks like degrees or like nothing, others like metres."),
            {"row": int(np.argmax(small)) + 1},
        )
        remedy = _("Bring all to one system and leave out what has no place; --crs local if they really are metres.")
        raise Refused.because(what, remedy, column="x")


def _projected(x: Metres, y: Metres, crs: str) -> Plane:
    # pyproj costs 0.3 s at start-up; only those who name a system pay for it.
    from pyproj import CRS, Transformer
    from pyproj.exceptions import CRSError

    try:
        given = CRS.from_user_input(crs)
    except CRSError as error:
        raise _refused(
            _("There is no coordinate system called {crs}."), _("Give a code such as EPSG:4326."), crs
        ) from error
    to_degrees = Transformer.from_crs(given, "EPSG:4326", always_xy=True)
    longitude, latitude = to_degrees.transform(*_ends(x, y))
    _check_place(longitude, latitude, given.area_of_use, crs)
    if given.is_projected and all(axis.unit_conversion_factor == 1 for axis in given.axis_info):
        return Plane(crs)
    middle = to_degrees.transform(float(np.median(x)), float(np.median(y)))
    zone = f"EPSG:{(32600 if middle[1] >= 0 else 32700) + int((middle[0] + 180) // 6) % 60 + 1}"
    return Plane(zone, Transformer.from_crs(given, zone, always_xy=True))


def _ends(x: Metres, y: Metres) -> tuple[list[float], list[float]]:
    west, east, south, north = float(x.min()), float(x.max()), float(y.min()), float(y.max())
    return [west, east, west, east], [south, south, north, north]


def _check_place(longitude: list[float], latitude: list[float], area: Any, crs: str) -> None:
    inside = np.isfinite([longitude, latitude]).all() and (area is None or _within(longitude, latitude, area))
    if not inside:
        remedy = _(
            "Look at the code and at the coordinates; x is the easting or longitude, y the northing or latitude."
        )
        raise _refused(_("There are coordinates outside the area that {crs} is made for."), remedy, crs)
    if np.ptp(longitude) > _WIDEST:
        remedy = _("Look for wrong coordinates, or take one part at a time.")
        raise _refused(_("The data are spread too wide for one plane."), remedy, crs)


def _within(longitude: list[float], latitude: list[float], area: Any) -> bool:
    return bool(
        min(longitude) >= area.west - _SLACK
        and max(longitude) <= area.east + _SLACK
        and min(latitude) >= area.south - _SLACK
        and max(latitude) <= area.north + _SLACK
        and max(np.abs(latitude)) <= 90
    )


def _refused(what: str, remedy: str, crs: str) -> Refused:
    return Refused.because(Said(what, {"crs": crs}), Said(remedy), key="crs")
