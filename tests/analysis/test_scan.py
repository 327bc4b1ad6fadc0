"""Scans: every circle and window as one would try them by hand, and the clusters that others have printed."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from tests.analysis.naive_scan import slow_best, town

from samvirke.analysis import scan
from samvirke.analysis.scan import Parameters, scanned
from samvirke.analysis.scan.chance import deal
from samvirke.analysis.scan.search import Search, _deal
from samvirke.analysis.scan.study import APART, Plan
from samvirke.foundation.fault import Refused

SPATIAL = Plan(shuffles=64)
ANY = Plan(share=0.4, longest=4, shuffles=64)
ALIVE = Plan(share=0.5, longest=5, ends_from=8, dealt_ends_from=8, shuffles=64)
LATELY = dataclasses.replace(ALIVE, dealt_ends_from=5)
BOTH = dataclasses.replace(ANY, low=True)
LOW = dataclasses.replace(ALIVE, high=False, low=True, fewest_low=1)
LONG = Plan(share=0.5, shortest=2, longest=4, reach=250.0, shuffles=64)
PLANS = {"any": ANY, "alive": ALIVE, "lately": LATELY, "both": BOTH, "low": LOW, "long": LONG}


def chance(seed=1):
    return np.random.default_rng(seed)


@pytest.mark.parametrize("model", ["permutation", "poisson", "bernoulli"])
@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("seed", range(3))
def test_the_best_window_of_each_centre_is_that_of_trying_them_all(model, plan, seed):
    study = town(model, seed=seed, planted=3)
    found, slow = Search(study, PLANS[plan]).best(), np.array(slow_best(study, PLANS[plan]))
    np.testing.assert_allclose(found[:, 0], slow[:, 0], rtol=1e-9, atol=1e-12)
    np.testing.assert_array_equal(found[:, 1:4], slow[:, 1:4])


@pytest.mark.parametrize("model", ["poisson", "bernoulli"])
@pytest.mark.parametrize("rates", [{}, {"low": True}, {"high": False, "low": True}])
def test_without_time_the_best_circle_of_each_centre_is_that_of_trying_them_all(model, rates):
    study, plan = town(model, intervals=1, n=80), dataclasses.replace(SPATIAL, **rates)
    found, slow = Search(study, plan).best(), np.array(slow_best(study, plan))
    np.testing.assert_allclose(found[:, 0], slow[:, 0], rtol=1e-9, atol=1e-12)
    np.testing.assert_array_equal(found[:, 1], slow[:, 1])


@pytest.mark.parametrize("model", ["permutation", "poisson", "bernoulli"])
@pytest.mark.parametrize("plan", PLANS)
def test_the_highest_ratio_of_each_replicate_is_that_of_trying_all_windows(model, plan):
    study, plan = town(model, n=40), dataclasses.replace(PLANS[plan], shuffles=70)
    found = Search(study, plan).highest(99.0, chance())
    key = chance().integers(0, 2**64, dtype=np.uint64)
    for number in (0, 1, 63, 64, 69):
        cells = replicate(study, key, number, Search(study, plan))
        slow = max(level for level, *_where in slow_best(study, plan, cells, dealt=True))
        assert found[number] == pytest.approx(slow, rel=1e-9)


def replicate(study, key, number, search):
    """The cells of one replicate, brought back from the intervals that are looked at to all of them."""
    first = 0 if search._by_days(search.dealt_windows, search.plan.dealt_ends_from) else search.first
    how = _deal(study, first, key)
    cells = np.empty(how.draws, np.int64)
    many = deal(how, number, how.cards.copy(), np.empty(how.draws, np.int64), cells)
    cells = cells[:many]
    return cells // how.intervals * study.intervals + cells % how.intervals + first


def test_case_by_case_and_window_by_window_give_the_same():
    study = town(n=200, intervals=40, planted=4)
    one, other = (Search(study, Plan(longest=12, shuffles=130, case_by_case=way)) for way in (True, False))
    np.testing.assert_allclose(one.best(), other.best(), rtol=1e-12)
    np.testing.assert_allclose(one.highest(99.0, chance()), other.highest(99.0, chance()), rtol=1e-12)


@pytest.mark.parametrize("model", ["permutation", "poisson", "bernoulli"])
def test_so_many_cases_that_a_lane_holds_differences_are_counted_as_well(model):
    study, plan = town(model, n=40_000), dataclasses.replace(ALIVE, shuffles=64, low=True)
    search, key = Search(study, plan), chance().integers(0, 2**64, dtype=np.uint64)
    found = search.highest(99.0, chance())
    for number in (0, 63):
        cells = replicate(study, key, number, search)
        slow = max(level for level, *_where in slow_best(study, plan, cells, dealt=True))
        assert found[number] == pytest.approx(slow, rel=1e-9)


def test_neighbours_at_a_tied_distance_come_by_their_first_coordinate_then_the_next():
    search = Search(town("poisson", intervals=1), Plan(share=1.0))
    middle = search.order[search.starts[12] : search.starts[12] + 9].tolist()
    assert middle == [12, 7, 11, 13, 17, 6, 8, 16, 18]


@pytest.mark.parametrize("apart", APART)
def test_secondary_clusters_keep_clear_of_likelier_ones_by_the_rule_that_was_chosen(apart):
    study = town("poisson", intervals=1, n=150)
    found = scanned(study, Plan(shuffles=0, apart=apart), "spatial", generator=chance()).clusters
    levels = [each.llr for each in found]
    assert levels == sorted(levels, reverse=True)
    if apart == "no-overlap":
        members = [name for each in found for name in each.members]
        assert len(members) == len(set(members))
    if apart == "no-centre-in-other":
        where = np.array([(each.x, each.y) for each in found])
        between = np.hypot(*(where[:, None] - where).transpose(2, 0, 1))
        radius = np.array([each.radius for each in found])
        assert (between + np.diag([np.inf] * len(found)) > np.maximum(radius[:, None], radius)).all()
    if apart == "every-centre":
        assert len(found) == np.count_nonzero(Search(study, Plan()).best()[:, 0] > 0.001)


def test_places_at_the_same_spot_are_one_place_with_both_names():
    day = [1, 1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    place = ["a", "b", "a", "b", *["c", "d"] * 4]
    x = [{"a": 0.0, "b": 0.0, "c": 500.0, "d": 900.0}[name] for name in place]
    found = scan(x, [0.0] * 12, day, place=place, parameters=Parameters(shuffles=99), generator=chance())
    assert found.places == 3
    assert found.clusters[0].members == ("a", "b")
    assert (found.clusters[0].start, found.clusters[0].end, found.clusters[0].observed) == (1, 1, 4)


def test_a_planted_cluster_is_found_where_and_when_it_was_planted():
    rng = chance(3)
    x, y, day = rng.uniform(0, 9_000, 300), rng.uniform(0, 9_000, 300), rng.integers(0, 200, 300)
    x, y = np.append(x, rng.normal(4_000, 60, 12)), np.append(y, rng.normal(5_000, 60, 12))
    day = np.append(day, rng.integers(195, 200, 12))
    asked = Parameters(when="prospective", max_days=14, max_km=2, shuffles=199)
    first = scan(x, y, np.datetime64("2024-01-01") + day, parameters=asked, generator=rng).clusters[0]
    assert np.hypot(first.x - 4_000, first.y - 5_000) < 400
    assert first.p == 0.005
    assert (first.start, first.end) >= ("2024-07-12", "2024-07-18")
    assert first.alarm is False
    assert first.recurrence_days == 200


# What is refused


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        ({"model": "guess"}, "“guess” is not a choice"),
        ({"max_share": 0.0}, "share is not between"),
        ({"max_km": -1.0}, "radius is not above"),
        ({"max_days": 0}, "fewer days"),
        ({"max_days": 3, "step_days": 7}, "shorter than one step"),
        ({"shuffles": -1}, "out of range"),
        ({"alarms_per_year": 0.0}, "false alarms is out of range"),
        ({"when": "spatial"}, "compares times"),
    ],
)
def test_parameters_that_make_no_scan_are_refused(wrong, word):
    with pytest.raises(Refused, match=word):
        Parameters(**wrong)


SPOTS = {"x": [0.0, 500.0, 900.0, 100.0], "y": [0.0, 10.0, 20.0, 30.0]}


@pytest.mark.parametrize(
    ("given", "asked", "word"),
    [
        ({"time": [1, 1, 1, 1]}, {}, "one interval of time|the same day"),
        ({}, {}, "permutation model needs a column"),
        ({"time": [1, 2, 3, 4]}, {"shuffles": 999}, "fewer ways than 999"),
        ({"time": [1, 2, 3, 4], "count": [0, 0, 0, 1]}, {}, "fewer than two cases"),
        ({"time": [1, 2, 3, 4], "count": [1, 1, -1, 1]}, {}, "negative"),
        ({"time": [1, 2, 3, np.nan]}, {}, "missing"),
        ({"time": [1, 2, 3, 4], "x": [5.0] * 4, "y": [5.0] * 4}, {}, "the same place"),
        ({"time": [1, 2, 3, 4], "place": ["a", "a", "b", "c"]}, {}, "“a” lies in more than one spot"),
        ({"count": [1, 2, 3, 4]}, {"model": "poisson", "when": "spatial"}, "poisson model needs a column"),
        ({"count": [1, 2, 3, 4], "population": [0] * 4}, {"model": "poisson", "when": "spatial"}, "population is 0"),
        (
            {"count": [1, 2, 3, 4], "population": [9, 9, 9, 0]},
            {"model": "poisson", "when": "spatial"},
            "without population",
        ),
        ({"count": [1, 2, 3, 4], "controls": [0] * 4}, {"model": "bernoulli", "when": "spatial"}, "no controls"),
        ({"time": [1, 2, 3, 4]}, {"distance": "sphere"}, "no degrees"),
        ({"time": [1, 2, 3, 4]}, {"since": "soon"}, "“soon” is not a day"),
    ],
)
def test_what_no_circle_can_tell_apart_is_refused(given, asked, word):
    with pytest.raises(Refused, match=word):
        scan(**(SPOTS | given), parameters=Parameters(**asked), generator=chance())


def test_circles_that_would_not_fit_into_memory_are_refused_with_what_to_change():
    rng = chance()
    x, y = rng.uniform(0, 1e5, (2, 20_000))
    with pytest.raises(Refused, match="circles hold about 400 million places"):
        scan(x, y, rng.integers(0, 90, 20_000), generator=chance())
