"""The map of places: each has its number, marks never cover one another, and what is only proposed is dashed."""

from __future__ import annotations

import re

import shapely
from lxml import etree

from samvirke.insight.briefing.drawings.sites import Site, site_map

TOWNS = {"Fjordby": shapely.box(0, 0, 20_000, 20_000), "Skovby <x>": shapely.box(20_000, 0, 40_000, 20_000)}
HERE = shapely.Point(10_000, 10_000)


def drawn(*sites: Site) -> etree._Element:
    return etree.fromstring(site_map(TOWNS, sites, "Map of 2 towns", 400))


def marks(picture: etree._Element) -> list[tuple[float, float]]:
    return [(float(one.get("cx")), float(one.get("cy"))) for one in picture.iter("{*}circle")]


def test_every_place_has_its_number_and_every_town_its_name():
    picture = drawn(Site("1", HERE, True), Site("2", shapely.Point(30_000, 5_000), False))
    assert picture.get("aria-label") == "Map of 2 towns"
    assert sorted(one.text for one in picture.iter("{*}text")) == ["1", "2", "Fjordby", "Skovby <x>"]
    dashed = [one.get("stroke-dasharray") for one in picture.iter("{*}circle")]
    assert dashed == [None, "3 2"]


def test_a_hundred_marks_on_one_spot_stand_apart_and_on_the_map():
    picture = drawn(*(Site(str(number), HERE, True) for number in range(100)))
    found = marks(picture)
    width, height = float(picture.get("width")), float(picture.get("height"))
    assert all(0 < x < width and 0 < y < height for x, y in found)
    apart = [(a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 for n, a in enumerate(found) for b in found[:n]]
    # Drawn to a tenth, so that two that stand 19 apart are within a hair of it.
    assert min(apart) > 18.8**2


def test_a_wide_area_is_drawn_and_a_small_one_is_its_mark_alone():
    def paths(shape: shapely.Polygon) -> int:
        return len(re.findall("<path", site_map(TOWNS, [Site("1", shape, True)], "Map", 400)))

    assert paths(shapely.box(5_000, 5_000, 15_000, 15_000)) == 3
    assert paths(shapely.box(5_000, 5_000, 5_100, 5_100)) == 2
