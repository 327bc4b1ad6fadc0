"""Drawings are XML without styles or scripts, say in words what they show, and look as the standard has them."""

from __future__ import annotations

from math import log

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, box
from tests.insight.briefing.drawing import attributes, read, shapes, words

from samvirke.insight.briefing.drawings import svg
from samvirke.insight.briefing.drawings.areas import Area, cell_map, class_of, limits, municipality_map
from samvirke.insight.briefing.drawings.interval import axis, interval
from samvirke.insight.briefing.drawings.marks import arrow, boxes, sign
from samvirke.insight.briefing.drawings.trend_line import Drawn, small_chart, sparkline
from samvirke.insight.briefing.drawings.yearly_points import YearlyPoint, yearly_points

MONTHS = Drawn(values=tuple(float(20 + n % 7) for n in range(24)), latest=(21, 24), compared=(9, 12))
BROKEN = Drawn(values=(None, 6.0, 7.0, 9.0, 11.0), latest=(4, 5), compared=None, broken_at=3, dots=True)
SQUARES = [
    Area("Randers", box(0, 0, 40_000, 40_000), 6.7, "6,7"),
    Area("Samsø", box(60_000, 0, 64_000, 4_000), None, "for få"),
]
NASTY = 'Fjord & "Skov" <by>'
ALL = {
    "certain interval": interval(0.64, 0.45, 0.88),
    "uncertain interval": interval(1.02, 0.91, 1.14),
    "interval beyond the scale": interval(0.5, 0.2, 4.0),
    "empty track": interval(None, None, None),
    "axis": axis(),
    "sparkline": sparkline(MONTHS),
    "chart": small_chart(MONTHS, "What it shows", "break"),
    "broken chart": small_chart(BROKEN, "What it shows", "break"),
    "survey": yearly_points([YearlyPoint("2022", 86, 82, 90), YearlyPoint("2023", 86.1, 82, 90)]),
    "one survey": yearly_points([YearlyPoint("2023", 86, 86, 86)]),
    "map": municipality_map(SQUARES, [4.5, 6.0], "Where it is"),
    "cells": cell_map(box(0, 0, 20_000, 20_000), {(2000, 4000): 7}, 2000, [10], [(NASTY, 5000, 5000)], "Where"),
    "cells without borders": cell_map(None, {(0, 0): 5, (2000, 0): 25}, 2000, [10, 20], [], "Where"),
    "arrow": arrow("fall"),
    "boxes": boxes(2, 1, 4),
    "bar": boxes(13, 12, 28),
    **{state: sign(state) for state in ("overdue", "at-risk", "on-course", "met", "waiting", "not-begun", "missed")},
}


@pytest.mark.parametrize("name", ALL)
def test_a_drawing_is_xml_that_a_strict_policy_lets_through(name):
    drawn = read(ALL[name])
    assert drawn.get("viewBox")
    names = {attribute for attribute, _value in attributes(ALL[name])}
    assert not {one for one in names if one == "style" or one.startswith("on")}
    assert {element.tag for element in drawn.iter()} & {"{http://www.w3.org/2000/svg}script", "style"} == set()
    assert not [value for attribute, value in attributes(ALL[name]) if "href" in attribute or "://" in value]


@pytest.mark.parametrize("name", ALL)
def test_a_drawing_says_what_it_shows_or_says_that_it_is_decoration(name):
    root = read(ALL[name])
    says = root.get("role") == "img" and bool(root.get("aria-label"))
    assert says != (root.get("aria-hidden") == "true")
    assert says == (name in {"chart", "broken chart", "map", "cells", "cells without borders"})


def test_names_from_data_are_text_and_never_markup():
    assert words(ALL["cells"])[0] == NASTY


def test_a_certain_interval_is_filled_and_an_uncertain_one_hollow():
    (certain,), (uncertain,) = (shapes(ALL[name], "circle") for name in ("certain interval", "uncertain interval"))
    assert (certain.get("fill"), certain.get("stroke")) == (svg.ACCENT, svg.ACCENT)
    assert (uncertain.get("fill"), uncertain.get("stroke")) == ("#fff", svg.UNCERTAIN)
    assert shapes(ALL["empty track"], "circle") == []


def test_the_track_stands_on_a_log_scale_with_nothing_in_the_middle():
    ticks = [float(line.get("x1")) for line in shapes(ALL["empty track"], "line")]
    half, three_quarters, same, _more, double = ticks
    assert (same - half) == pytest.approx(double - same, abs=0.2)
    assert (same - three_quarters) / (double - same) == pytest.approx(log(4 / 3) / log(2), abs=0.01)
    assert words(ALL["axis"]) == ["−50", "0", "+100"]


def test_an_end_beyond_the_scale_is_an_arrow_and_no_whisker():
    assert len(shapes(ALL["interval beyond the scale"], "path")) == 2
    assert len(shapes(ALL["certain interval"], "path")) == 0


def test_a_chart_starts_at_zero_and_ends_at_a_round_number_above_its_peak():
    assert words(ALL["chart"])[:2] == ["30", "0"]


@given(st.lists(st.integers(0, 2000), min_size=2, max_size=24))
def test_no_point_of_a_line_lies_outside_its_chart(values):
    drawn = Drawn(values=tuple(float(value) for value in values), latest=(len(values) - 1, len(values)), compared=None)
    height = float(read(small_chart(drawn, "x", "break")).get("height"))
    last = shapes(small_chart(drawn, "x", "break"), "circle")[-1]
    assert 0 <= float(last.get("cy")) <= height


def test_a_gap_in_the_figures_is_a_gap_in_the_line():
    gap = Drawn(values=(3.0, 4.0, None, 5.0, 6.0), latest=(4, 5), compared=None)
    lines = [path.get("d") for path in shapes(sparkline(gap), "path")]
    assert [line.count("L") for line in lines] == [1, 1]


def test_a_break_is_a_line_with_its_word_and_what_lies_before_is_dashed():
    assert "break" in words(ALL["broken chart"])
    dashed = [path for path in shapes(ALL["broken chart"], "path") if path.get("stroke-dasharray")]
    assert [path.get("stroke") for path in dashed] == [svg.RULE]


def test_what_is_compared_is_grey_and_the_latest_lies_on_light_accent():
    assert [one.get("fill") for one in shapes(ALL["sparkline"], "rect")] == [svg.GREY, svg.ACCENT_LIGHT]


@given(st.lists(st.floats(0.1, 500), min_size=2, max_size=12))
@example([0.1, 0.10000000000000002])
def test_limits_of_classes_are_few_round_and_in_equal_steps(values):
    found = limits(values)
    assert len(found) <= 3
    assert all(min(values) < limit <= max(values) + 1e-9 for limit in found)
    steps = {round(later - earlier, 9) for earlier, later in zip(found, found[1:], strict=False)}
    assert len(steps) <= 1
    for step in steps:
        assert f"{step:.10f}".replace(".", "").strip("0") in {"1", "15", "2", "25", "5"}
        assert all(limit / step == pytest.approx(round(limit / step), abs=1e-6) for limit in found)
    assert {class_of(value, found) for value in values} <= {0, 1, 2, 3}


def test_one_value_alone_makes_no_classes():
    assert limits([4.0]) == limits([4.0, 4.0]) == limits([]) == []


def test_what_may_not_be_shown_is_hatched_and_has_no_number():
    randers, samsoe = shapes(ALL["map"], "path")
    assert randers.get("fill") == svg.CLASSES[2]
    assert samsoe.get("fill") == "url(#few)"
    assert words(ALL["map"]) == ["Randers", "6,7", "Samsø", "for få"]


def test_the_chosen_municipality_is_outlined_in_ink():
    chosen = [Area("Randers", box(0, 0, 40_000, 40_000), 6.7, "6,7", chosen=True), SQUARES[1]]
    assert shapes(municipality_map(chosen, [], "x"), "path")[0].get("stroke") == svg.INK


def test_white_letters_stand_on_the_darkest_class_only():
    values = (1.0, 2.0, 3.0, 4.0)
    areas = [Area(f"Place {n}", box(n * 50_000, 0, n * 50_000 + 49_000, 60_000), n, f"{n:g}") for n in values]
    inks = [text.get("fill") for text in shapes(municipality_map(areas, [1.5, 2.5, 3.5], "x", 900), "text")]
    assert inks == [svg.INK] * 6 + ["#ffffff"] * 2


def test_islets_far_out_do_not_shrink_the_map():
    coast, islet = box(0, 0, 40_000, 40_000), box(300_000, 0, 301_000, 1_000)
    area = Area("Norddjurs", MultiPolygon([coast, islet]), 3.0, "3,0")
    assert read(municipality_map([area], [], "x")).get("height") == read(
        municipality_map([Area("Norddjurs", coast, 3.0, "3,0")], [], "x")
    ).get("height")


@pytest.mark.parametrize(("done", "planned", "required"), [(0, 0, 1), (2, 1, 4), (4, 0, 4), (3, 5, 8)])
def test_a_duty_has_one_box_a_unit(done, planned, required):
    fills = [one.get("fill") for one in shapes(boxes(done, planned, required), "rect")]
    assert len(fills) == required
    assert fills.count(svg.ACCENT) == done
    assert fills.count(svg.ACCENT_LIGHT) == min(planned, required - done)


def test_above_eight_units_it_is_a_bar():
    track, filled = shapes(ALL["bar"], "rect")
    assert float(filled.get("width")) / float(track.get("width")) == pytest.approx(13 / 28, abs=0.01)


def test_every_state_has_a_shape_of_its_own():
    drawn = {state: ALL[state] for state in ("overdue", "at-risk", "on-course", "met", "waiting", "not-begun")}
    assert len(set(drawn.values())) == 6
    assert ALL["missed"] == ALL["overdue"]


def test_arrows_point_the_way_the_number_went():
    assert arrow("fall") != arrow("rise")
    assert arrow("rise", 22) != arrow("rise")
