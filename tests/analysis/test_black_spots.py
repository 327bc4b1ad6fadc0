"""Black spots: windows counted the slow way, and Empirical Bayes as it was published."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samvirke.analysis import black_spots
from samvirke.analysis.black_spots import Parameters
from samvirke.foundation.fault import Refused

HAUER = {"method": "empirical-bayes", "constant": 0.0224, "power": 0.564, "dispersion": 2.05}


def test_the_published_year_of_a_stretch():
    found = black_spots(["A"], count=[12], traffic=[4000], length=[1.8], parameters=Parameters(1, **HAUER)).spots[0]
    assert found.weight == pytest.approx(0.46, abs=0.005)
    assert found.eb == pytest.approx(8.47, abs=0.02)
    assert found.eb_per_year == pytest.approx(4.71, abs=0.01)
    assert found.sd_per_year == pytest.approx(1.19, abs=0.005)


def test_the_published_three_years_of_a_stretch():
    given = {"count": [12, 7, 8], "traffic": [4000] * 3, "length": [1.8] * 3}
    found = black_spots(["A"] * 3, **given, parameters=Parameters(3, **HAUER)).spots[0]
    assert found.weight == pytest.approx(0.22, abs=0.005)
    assert found.eb == pytest.approx(23.9, abs=0.05)
    assert found.eb_per_year == pytest.approx(4.43, abs=0.01)


def test_a_stretch_cut_in_two_alike_halves_is_told_the_same_as_the_whole():
    """The dispersion grows with the length, so that cutting a road does not change what is known of it."""
    whole = black_spots(["A"], count=[12], traffic=[4000], length=[1.8], parameters=Parameters(1, **HAUER)).spots[0]
    given = {"count": [6, 6], "traffic": [4000] * 2, "length": [0.9] * 2}
    halves = black_spots(["A1", "A2"], **given, parameters=Parameters(1, **HAUER)).spots
    assert sum(each.eb for each in halves) == pytest.approx(whole.eb)
    assert halves[0].weight == pytest.approx(whole.weight)


def test_mean_spread_and_certainty_are_those_of_the_places_that_had_such_a_count():
    """Places drawn from the model itself; among those that had 9, the true means are as the answer says."""
    rng = np.random.default_rng(1)
    means = rng.gamma(3.0, 5.0 / 3.0, 400_000)
    held = means[rng.poisson(means) == 9]
    asked = Parameters(1, method="empirical-bayes", dispersion=3.0)
    found = black_spots(["A"], count=[9], expected=[5.0], parameters=asked).spots[0]
    assert found.eb == pytest.approx(held.mean(), rel=0.01)
    assert found.sd == pytest.approx(held.std(), rel=0.02)
    assert found.certainty == pytest.approx((held > 5).mean(), abs=0.01)


def test_of_the_flagged_about_as_many_are_wrong_as_is_said():
    rng = np.random.default_rng(2)
    means = rng.gamma(1.5, 4.0, 5_000)
    asked = Parameters(1, method="empirical-bayes", dispersion=1.5, certainty=0.9)
    given = {"count": rng.poisson(means), "expected": np.full(5_000, 6.0)}
    found = black_spots([f"{i:04}" for i in range(5_000)], **given, parameters=asked)
    flagged = [each for each in found.spots if each.flagged]
    wrong = sum(means[int(each.place)] <= 6 for each in flagged)
    said = sum(1 - each.certainty for each in flagged)
    assert abs(wrong - said) < 4 * np.sqrt(said)
    assert len(flagged) == found.flagged > 500


def test_a_place_with_its_expected_count_is_left_in_peace():
    asked = Parameters(1, method="empirical-bayes", dispersion=2.0)
    found = black_spots(["A", "B"], count=[4, 40], expected=[4.0, 4.0], parameters=asked)
    assert [(each.place, each.flagged) for each in found.spots] == [("B", True), ("A", False)]
    assert found.spots[1].eb == pytest.approx(4)


def test_a_junction_is_flagged_by_its_accidents_and_its_injuries():
    place = ["N"] * 5 + ["S"] * 4 + ["W"] * 3
    hurt = [1, 1, 0, 0, 0, 1, 2, 1, 0, 1, 1, 1]
    found = black_spots(place, injured=hurt, parameters=Parameters(5, least=4, least_injured=3))
    assert [(each.place, each.observed, each.injured, each.flagged) for each in found.spots] == [
        ("N", 5, 2, False),
        ("S", 4, 3, True),
        ("W", 3, 3, False),
    ]
    assert "≥ 4, ≥ 3 with injury; 5 years" in found.notes()[0].text()


def slow_flagged(road, position, least, metres):
    """The accidents that lie in any window with enough of them."""
    held = set()
    for i in range(len(road)):
        window = [j for j in range(len(road)) if road[j] == road[i] and 0 <= position[j] - position[i] <= metres]
        if len(window) >= least:
            held |= {(road[j], position[j]) for j in window}
    return held


@given(
    rows=st.lists(st.tuples(st.sampled_from("AB"), st.integers(0, 40)), min_size=1, max_size=40),
    least=st.integers(1, 5),
    metres=st.integers(1, 9),
)
@settings(deadline=None, max_examples=200)
def test_flagged_stretches_hold_exactly_the_accidents_of_windows_with_enough(rows, least, metres):
    road, position = zip(*rows, strict=True)
    found = black_spots(road, position, parameters=Parameters(5, least=least, metres=metres))
    flagged = [each for each in found.spots if each.flagged]
    inside = {row for row in rows if any(each.place == row[0] and each.start <= row[1] <= each.end for each in flagged)}
    assert inside == slow_flagged(road, position, least, metres)
    for each in found.spots:
        within = sum(r == each.place and each.start <= at <= each.end for r, at in rows)
        assert each.observed == within
    assert {each.place for each in found.spots} == set(road)


def test_injuries_must_lie_in_the_same_window():
    position, hurt = [0, 100, 200, 300, 5_000, 5_100], [0, 0, 0, 1, 1, 1]
    found = black_spots(["A"] * 6, position, hurt, parameters=Parameters(5, least=4, least_injured=2, metres=500))
    assert found.flagged == 0
    assert found.spots[0].observed == 4


@pytest.mark.parametrize(
    ("words", "given", "parameters"),
    [
        ("no accidents", {"place": []}, {"least": 4}),
        ("no rule", {"place": ["A"]}, {}),
        ("no dispersion", {"place": ["A"]}, {"method": "empirical-bayes"}),
        ("usually have", {"place": ["A"], "count": [3]}, {"method": "empirical-bayes", "dispersion": 1}),
        (
            "nothing is expected",
            {"place": ["A"], "count": [3], "expected": [0]},
            {"method": "empirical-bayes", "dispersion": 1},
        ),
        ("one row for each accident", {"place": ["A"], "count": [3]}, {"least": 4}),
        ("who was hurt", {"place": ["A"]}, {"least": 4, "least_injured": 3}),
        ("window has no length", {"place": ["A"], "position": [3]}, {"least": 4}),
        ("negative", {"place": ["A"], "position": [-3]}, {"least": 4, "metres": 500}),
        ("“gut” is not a choice", {"place": ["A"]}, {"method": "gut"}),
        ("out of range", {"place": ["A"]}, {"least": 4, "certainty": 1}),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(words, given, parameters):
    with pytest.raises(Refused, match=words):
        black_spots(**given, parameters=Parameters(5, **parameters))
