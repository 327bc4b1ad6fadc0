"""Siting: never better than its bound, never worse than any single exchange, and the best where it says so."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from samvirke.analysis import siting
from samvirke.analysis.siting import Parameters
from samvirke.analysis.siting.coverage import covering
from samvirke.analysis.siting.median import nearest_choice
from samvirke.analysis.siting.near import nearest, within
from samvirke.foundation.fault import Refused

OBJECTIVES = ("coverage", "p-median")


def town(seed, sites=12, demand=60):
    rng = np.random.default_rng(seed)
    centres = rng.uniform(0, 5_000, (4, 2))
    points = centres[rng.integers(0, 4, demand)] + rng.normal(0, 600, (demand, 2))
    return rng.uniform(0, 5_000, (sites, 2)), points, rng.integers(1, 9, demand).astype(float)


def slow(sites, demand, weight, chosen, radius):
    """The weight covered and the mean distance, from the whole table of distances."""
    apart = np.hypot(*(sites[None, list(chosen)] - demand[:, None]).T).min(axis=0)
    return weight[apart <= radius].sum(), weight @ apart / weight.sum()


def ask(data, k, objective, radius=900.0, **more):
    sites, demand, weight = data
    return siting(*sites.T, *demand.T, weight, **more, parameters=Parameters(k, radius, objective))


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("objective", OBJECTIVES)
def test_what_is_proved_best_is_the_best_of_all_choices(objective, seed):
    data = town(seed)
    found = ask(data, 4, objective)
    every = [slow(*data, chosen, 900.0) for chosen in combinations(range(12), 4)]
    best = max(each[0] for each in every) if objective == "coverage" else min(each[1] for each in every)
    assert found.gap == 0
    assert found.value == pytest.approx(best)
    assert "this is proved" in found.notes()[0].text()


@pytest.mark.parametrize("objective", OBJECTIVES)
def test_the_figures_are_those_of_the_chosen_rows(objective):
    data = town(3, 30, 400)
    found = ask(data, 5, objective)
    rows = [each - 1 for each in found.chosen]
    covered, mean = slow(*data, rows, 900.0)
    assert (found.covered, found.mean_distance) == (pytest.approx(covered), pytest.approx(mean))
    assert found.share == pytest.approx(covered / data[2].sum())
    assert list(found.x) == data[0][rows, 0].tolist()


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("objective", OBJECTIVES)
def test_a_large_case_keeps_within_its_bound_and_no_exchange_betters_it(objective, seed):
    data = town(seed, 120, 3_000)
    found = ask(data, 8, objective, 500.0)
    rows = [each - 1 for each in found.chosen]
    sign = 1 if objective == "coverage" else -1
    assert sign * found.bound >= sign * found.value * (1 - 1e-12)
    assert found.gap < 0.03
    for out in range(8):
        for into in set(range(120)) - set(rows):
            other = slow(*data, [*rows[:out], into, *rows[out + 1 :]], 500.0)[objective == "p-median"]
            assert sign * other <= sign * found.value * (1 + 1e-9)


@pytest.mark.parametrize("seed", range(4))
def test_no_choice_passes_the_bound(seed):
    """Also where the case is not solved to the end."""
    sites, demand, weight = data = town(seed + 20, 14, 150)
    every = np.array([slow(*data, chosen, 700.0) for chosen in combinations(range(14), 3)])
    apart = tuple(sites.T), tuple(demand.T)
    _chosen, covered, most = covering(within(*apart, weight, 700.0), 14, 3)
    assert covered <= every[:, 0].max() <= most + 1e-9
    assert most < 1.1 * covered
    _chosen, cost, least = nearest_choice(nearest(*apart, 3), *apart, weight, 3)
    assert least - 1e-6 <= every[:, 1].min() * weight.sum() <= cost + 1e-6
    assert least > 0.9 * cost


def test_what_stands_today_is_measured_beside_the_choice():
    data = town(5)
    found = ask(data, 3, "coverage", present_x=[100.0, 4_000.0], present_y=[100.0, 4_000.0])
    covered, mean = slow(np.array([[100.0, 100.0], [4_000.0, 4_000.0]]), *data[1:], [0, 1], 900.0)
    assert (found.present.covered, found.present.mean_distance) == (pytest.approx(covered), pytest.approx(mean))
    assert "Today there are 2, not 3" in found.notes()[1].text()
    assert found.table().texts()[1] == ["Sites", "3", "2"]


def test_every_site_chosen_leaves_nothing_to_prove():
    data = town(6, 5)
    for objective in OBJECTIVES:
        found = ask(data, 5, objective)
        assert (found.chosen, found.gap) == ((1, 2, 3, 4, 5), 0)


def test_demand_in_one_place_and_weights_of_0_do_no_harm():
    same = np.zeros(20)
    found = siting([0, 500.0], [0, 0], same, same, np.arange(20) % 2, parameters=Parameters(1, 100.0, "p-median"))
    assert (found.chosen, found.value, found.gap) == ((1,), 0, 0)


def test_moving_everything_chooses_the_same():
    sites, demand, weight = town(7, 40, 500)
    here = ask((sites, demand, weight), 5, "p-median")
    there = ask((sites + 524_288, demand + 524_288, weight), 5, "p-median")
    assert here.chosen == there.chosen


@pytest.mark.parametrize(
    ("words", "given", "parameters"),
    [
        ("no demand", ([1.0], [1.0], [], []), Parameters(1, 5.0)),
        ("no demand", ([1.0], [1.0], [2.0], [2.0], [0.0]), Parameters(1, 5.0)),
        ("only 1", ([1.0], [1.0], [2.0], [2.0]), Parameters(2, 5.0)),
        ("within reach of any", ([1.0], [1.0], [900.0], [2.0]), Parameters(1, 5.0)),
        ("Nothing stands today", ([1.0], [1.0], [2.0], [2.0], None, [], []), Parameters(1, 5.0)),
        ("negative", ([1.0], [1.0], [2.0], [2.0], [-1.0]), Parameters(1, 5.0)),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(words, given, parameters):
    with pytest.raises(Refused, match=words):
        siting(*given, parameters=parameters)


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("No site", {"k": 0}),
        ("reach is missing", {"k": 1}),
        ("“prestige” is not a choice", {"k": 1, "objective": "prestige"}),
    ],
)
def test_parameters_that_make_no_sense_are_refused(words, wrong):
    with pytest.raises(Refused, match=words):
        Parameters(**wrong)


@pytest.mark.parametrize("objective", OBJECTIVES)
def test_what_would_not_fit_is_refused_before_memory_is_taken(objective):
    many = np.zeros(20_000)
    with pytest.raises(Refused, match=r"more than can be held|million pairs"):
        siting(many, many, many, many, parameters=Parameters(5_000, 10.0, objective))


@pytest.mark.parametrize("seed", range(5))
def test_a_single_site_stands_where_the_mean_distance_is_least(seed):
    data = town(seed + 40, 30, 200)
    best = min(range(30), key=lambda i: slow(*data, [i], 1.0)[1])
    assert ask(data, 1, "p-median").chosen == (best + 1,)
