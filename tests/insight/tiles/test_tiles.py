"""Tiles hold what the tables show and nothing else, whatever is zoomed to; points are cut from what may be seen."""

from __future__ import annotations

import math

import pytest

from samvirke.foundation.period import read_period
from samvirke.insight.indicators.kit import all_indicators
from samvirke.insight.tiles.classes import class_of, limits
from samvirke.insight.tiles.encode import tile
from samvirke.insight.tiles.ground import SIZES
from samvirke.insight.tiles.layer import WHOLE_WORLD, all_layers
from samvirke.insight.tiles.layers.squares import name_of
from samvirke.insight.tiles.scene import Scene, size_at

pytestmark = [pytest.mark.django_db]

BURGLARY, YEAR = all_indicators()["burglary-homes"], read_period("2023")
AARHUS = (10.2, 56.16)
SMALL_TILE = 500_000


@pytest.fixture
def scene(facts) -> Scene:
    return Scene(facts, BURGLARY, YEAR)


def place(zoom: int, longitude: float = AARHUS[0], latitude: float = AARHUS[1]) -> tuple[int, int, int]:
    """The tile that a place lies in."""
    side, north = 2**zoom, math.asinh(math.tan(math.radians(latitude)))
    return zoom, int((longitude + 180) / 360 * side), int((1 - north / math.pi) / 2 * side)


@pytest.mark.parametrize("zoom", range(6, 15))
def test_at_every_zoom_the_squares_drawn_are_squares_of_the_table(zoom, scene):
    shown = {name_of(square): count for square, count in scene.table.shown.items()}
    hidden = {name_of(square) for square in scene.table.hidden}
    drawn = [one.facts for one in all_layers()["squares"].features(scene, zoom, WHOLE_WORLD)]
    assert len(drawn) > 20
    for count, level, name in drawn:
        assert shown.get(name) == count if count >= 0 else name in hidden
        assert level == (class_of(count, scene.limits_of(size_at(zoom))) if count >= 0 else -1)


def test_the_nearest_zoom_has_no_smaller_squares_than_the_table():
    assert [size_at(zoom) for zoom in (6, 8, 9, 10, 14)] == [8000, 8000, 4000, 2000, 2000]
    assert min(SIZES) == 2000


def test_the_surface_is_drawn_from_what_the_table_shows_alone(scene, facts):
    surface = all_layers()["surface"]
    before = [one.shape for one in surface.features(scene, 8, WHOLE_WORLD)]
    assert len(before) == 4
    assert all(outer.buffer(500).covers(inner) for outer, inner in zip(before, before[1:], strict=False))
    # A second scene, whose store would fail every question about single incidents.
    blind = Scene(facts, BURGLARY, YEAR)
    blind.__dict__["tables"] = scene.tables
    object.__setattr__(blind, "facts", _Blind(facts))
    assert [one.shape.wkb for one in surface.features(blind, 8, WHOLE_WORLD)] == [shape.wkb for shape in before]


class _Blind:
    """Facts without incidents."""

    def __init__(self, facts) -> None:
        self.district, self.municipalities = facts.district, facts.municipalities


@pytest.mark.parametrize("name", ["squares", "surface", "collisions", "municipalities", "places", "deployments"])
def test_a_tile_holds_its_own_layer_and_is_small(name, scene):
    content = tile(scene, all_layers()[name], *place(8))
    assert 0 < len(content) < SMALL_TILE
    assert [one for one in all_layers() if one.encode() in content] == [name]


def test_a_tile_far_away_and_a_zoom_that_a_layer_does_not_have_are_empty(scene):
    assert tile(scene, all_layers()["squares"], *place(8, -70, 40)) == b""
    assert tile(scene, all_layers()["squares"], 3, 4, 2) == b""
    assert tile(scene, all_layers()["squares"], 8, 9999, 1) == b""
    assert tile(scene, all_layers()["points"], *place(9)) == b""


def test_the_same_tile_is_the_same_again(scene, facts):
    first = tile(scene, all_layers()["squares"], *place(9))
    assert tile(Scene(facts, BURGLARY, YEAR), all_layers()["squares"], *place(9)) == first


def test_points_are_those_of_the_group_the_period_and_the_box(scene):
    box = (570_000.0, 6_220_000.0, 576_000.0, 6_228_000.0)
    found = list(all_layers()["points"].features(scene, 12, box))
    by_hand = scene.facts.store.rows(
        "SELECT count(*) FROM incidents WHERE category = 'burglary-home' AND year(day) = 2023 "
        "AND x BETWEEN $1 AND $3 AND y BETWEEN $2 AND $4",
        *box,
    )
    assert len(found) == by_hand[0][0] > 5
    assert {one.facts[1] for one in found} == {"burglary-home"}


def test_every_layer_says_in_words_what_it_is_and_only_points_are_single():
    layers = all_layers()
    assert all(str(one.title) and str(one.note) for one in layers.values())
    assert {name for name, one in layers.items() if one.single} == {"points"}
    assert {name for name, one in layers.items() if not one.same_for_all} == {"points", "places", "deployments"}


def test_limits_are_round_and_leave_half_of_the_squares_in_the_lowest_class():
    assert limits([5, 6, 7, 8, 20, 30, 200]) == (10, 20, 30)
    assert limits([7, 7, 7]) == ()
    assert [class_of(count, (10, 30)) for count in (9, 10, 29, 30)] == [0, 1, 1, 2]
