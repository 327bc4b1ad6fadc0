"""Concentration: Gini and its relatives, places that had nothing among them, and the same done the slow way."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samvirke.analysis import concentration
from samvirke.analysis.concentration import Parameters
from samvirke.foundation.fault import Refused

counted = st.lists(st.integers(0, 30), min_size=1, max_size=40).filter(any)


def slow_gini(values):
    """Half the mean difference between two places, against the mean."""
    values = np.asarray(values, float)
    return np.abs(values[:, None] - values).mean() / (2 * values.mean())


def test_the_published_gini():
    assert concentration(count=[10, 8, 2, 0, 0, 0, 0, 0, 0, 0]).gini == pytest.approx(0.78)


def test_the_published_generalised_gini():
    found = concentration(count=[5, 2, 1], parameters=Parameters(places=10))
    assert found.gini_generalised == pytest.approx(0.75)
    assert found.gini == pytest.approx(0.80)


def test_with_more_incidents_than_places_the_generalised_gini_is_the_gini():
    found = concentration(count=[30, 1, 2, 3])
    assert found.gini_generalised == found.gini


def test_one_incident_for_each_of_few_places_is_as_even_as_can_be():
    assert concentration(count=[1] * 7, parameters=Parameters(places=100)).gini_generalised == pytest.approx(0)


@given(counts=counted, empty=st.integers(0, 20))
@settings(deadline=None, max_examples=200)
def test_gini_and_half_are_what_they_are_by_definition(counts, empty):
    found = concentration(count=counts, parameters=Parameters(places=len(counts) + empty))
    everywhere = sorted([*counts, *[0] * empty], reverse=True)
    assert found.gini == pytest.approx(slow_gini(everywhere), abs=1e-12)
    upto = np.cumsum(everywhere)
    assert found.places_for_half == int(np.argmax(2 * upto >= upto[-1])) + 1
    assert found.share_for_half == found.places_for_half / len(everywhere)


@given(weights=st.lists(st.floats(0, 1e6), min_size=1, max_size=40).filter(lambda each: sum(each) > 1e-3))
@settings(deadline=None, max_examples=100)
def test_weights_are_treated_as_amounts(weights):
    found = concentration(weight=weights)
    assert found.gini == pytest.approx(slow_gini(weights), abs=1e-9)
    assert np.isnan(found.gini_generalised)
    assert found.as_dict()["gini_generalised"] is None


@given(counts=counted)
@settings(deadline=None, max_examples=100)
def test_the_curve_rises_from_nothing_to_all_and_lies_below_the_diagonal(counts):
    curve = concentration(count=counts).lorenz
    assert curve[0].tolist() == [0, 0]
    assert curve[-1].tolist() == pytest.approx([1, 1])
    assert (np.diff(curve, axis=0) >= 0).all()
    assert (curve[:, 1] <= curve[:, 0] + 1e-12).all()


def test_the_curve_of_very_many_places_has_at_most_501_points_all_on_it():
    weights = np.random.default_rng(1).exponential(size=5_000)
    curve = concentration(weight=weights).lorenz
    held = np.append(0, np.sort(weights).cumsum()) / weights.sum()
    assert len(curve) == 501
    np.testing.assert_allclose(curve[:, 1], held[(curve[:, 0] * 5_000).round().astype(int)])


def test_incidents_counts_and_weights_by_place_say_the_same():
    place = ["Torvet", "Havnegade", "Torvet", "Torvet"]
    as_incidents = concentration(place)
    as_counts = concentration(["Havnegade", "Torvet"], [1, 3])
    as_weights = concentration(place, weight=[1, 1, 1, 1])
    assert as_incidents.gini == as_counts.gini == as_weights.gini == pytest.approx(0.25)
    assert as_incidents.n == as_counts.n == as_weights.n == 4


def test_a_few_hot_places_are_found():
    rng = np.random.default_rng(2)
    place = np.concatenate([rng.integers(0, 5, 500), rng.integers(5, 1000, 500)])
    found = concentration(place, parameters=Parameters(places=1000))
    assert found.places_for_half <= 6
    assert found.gini_generalised > 0.5


def test_the_interval_holds_the_gini_of_where_the_places_come_from():
    rng, held = np.random.default_rng(3), 0
    for _ in range(200):
        found = concentration(weight=rng.exponential(size=300), parameters=Parameters(resamples=199), generator=rng)
        low, high = found.interval_gini
        held += low <= 0.5 <= high
    assert 180 <= held <= 199


def test_the_interval_of_weights_is_drawn_as_the_places_would_be():
    values = np.random.default_rng(4).exponential(size=60)
    found = concentration(weight=values, parameters=Parameters(resamples=4000), generator=np.random.default_rng(5))
    rng = np.random.default_rng(6)
    slow = [slow_gini(rng.choice(values, 60)) for _ in range(4000)]
    np.testing.assert_allclose(found.interval_gini, np.quantile(slow, [0.025, 0.975]), atol=0.01)


@given(weights=st.lists(st.floats(0.01, 1e3), min_size=2, max_size=30), places=st.integers(1, 6))
@settings(deadline=None, max_examples=100)
def test_without_the_heaviest_event_it_is_what_the_others_give(weights, places):
    place = [f"street {row % places}" for row in range(len(weights))]
    found = concentration(place, weight=weights)
    top = int(np.argmax(weights))
    others = [0.0 if row == top else each for row, each in enumerate(weights)]
    alone = concentration(place, weight=others)
    assert found.share_of_top == pytest.approx(max(weights) / sum(weights))
    assert found.gini_without_top == pytest.approx(alone.gini, abs=1e-9)
    assert found.share_for_half_without_top == alone.share_for_half


def test_one_killing_among_thefts_is_pointed_out():
    found = concentration(["Torvet", *["Havnegade", "Ågade"] * 20], weight=[4000.0, *[20.0] * 40])
    assert found.gini >= 0.5 > 0.4 > found.gini_without_top
    assert "83 percent" in found.notes()[0].text().replace("\u202f", "").replace("\u00a0", "")
    assert len(found.table().rows) == 10
    assert concentration(weight=[5.0]).gini_without_top is None
    assert concentration(count=[4, 1]).share_of_top is None


def test_fewer_incidents_than_places_are_pointed_out():
    assert "generalised" in concentration(count=[1, 1], parameters=Parameters(places=9)).notes()[0].text()
    assert concentration(count=[9, 1]).notes() == ()


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({}, "nothing to count"),
        ({"count": []}, "nothing in any place"),
        ({"count": [0, 0]}, "nothing in any place"),
        ({"weight": [0.0, 0.0]}, "nothing in any place"),
        ({"count": [1], "weight": [1]}, "both counts and weights"),
        ({"count": [1, -1]}, "negative"),
        ({"count": [1.5]}, "not whole"),
        ({"weight": [np.nan]}, "missing"),
        ({"place": ["a", None]}, "missing"),
        ({"place": [1.5, 2.5]}, "not a name"),
        ({"place": "Torvet"}, "not one column"),
        ({"place": ["a", "b"], "count": [1]}, "differ in length"),
        ({"count": [1, 2, 3], "parameters": Parameters(places=2)}, "only 2"),
    ],
)
def test_what_makes_no_sense_is_refused(given, word):
    with pytest.raises(Refused, match=word):
        concentration(**given)


@pytest.mark.parametrize("wrong", [{"places": -1}, {"resamples": -1}, {"resamples": 10**6}, {"level": 1.0}])
def test_parameters_out_of_range_are_refused(wrong):
    with pytest.raises(Refused):
        Parameters(**wrong)


def test_resamples_without_a_generator_are_a_mistake_of_the_programmer():
    with pytest.raises(TypeError, match="generator"):
        concentration(count=[1, 2], parameters=Parameters(resamples=9))
