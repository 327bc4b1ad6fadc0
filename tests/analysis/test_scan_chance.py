"""Scans and chance: p-values keep their level, a promise about false alarms is kept, threads change nothing."""

from __future__ import annotations

import numba
import numpy as np
import pytest
from scipy import stats
from tests.analysis.naive_scan import town
from tests.analysis.test_scan import replicate

from samvirke.analysis import scan
from samvirke.analysis.scan import Parameters, Plan, scanned
from samvirke.analysis.scan.search import Search


def noise(rng, n=60, size=1_000):
    return rng.uniform(0, size, n), rng.uniform(0, size, n), rng.integers(0, 60, n)


@pytest.mark.parametrize("stop_after", [0, 10])
def test_on_noise_an_alarm_comes_as_often_as_promised(stop_after):
    """A promise of 36.525 false alarms a year, with a scan a day, is one in ten."""
    rng, runs = np.random.default_rng(4), 150
    asked = Parameters(when="prospective", max_days=10, shuffles=99, alarms_per_year=36.525, stop_after=stop_after)
    alarms = 0
    for _run in range(runs):
        found = scan(*noise(rng), parameters=asked, generator=rng)
        alarms += any(each.alarm for each in found.clusters)
    low, high = stats.binom.ppf([0.0005, 0.9995], runs, 0.1)
    assert low / 2 <= alarms <= high


@pytest.mark.parametrize("model", ["poisson", "bernoulli"])
def test_on_noise_p_of_the_most_likely_circle_is_even(model):
    rng, ps = np.random.default_rng(5), []
    for seed in range(120):
        study = town("bernoulli", intervals=1, n=120, seed=seed)
        persons = study.measure[:, 0].astype(int)
        label = np.repeat(np.arange(25), persons)
        among = rng.choice(label, 120, replace=model == "poisson")
        behind = study.measure if model == "bernoulli" else study.measure * (120 / persons.sum())
        noisy = type(study)(model, study.places, np.sort(among), 1, behind)
        found = scanned(noisy, Plan(shuffles=64), "spatial", generator=rng)
        ps.append(found.clusters[0].p if found.clusters else 1.0)
    assert stats.kstest(ps, "uniform").pvalue > 0.001


@pytest.mark.parametrize("case_by_case", [True, False])
def test_any_number_of_threads_gives_the_same_to_the_bit(case_by_case):
    study, threads = town(n=150, intervals=30), numba.get_num_threads()
    search = Search(study, Plan(longest=9, shuffles=200, case_by_case=case_by_case))
    many = search.highest(99.0, np.random.default_rng(1))
    try:
        numba.set_num_threads(1)
        np.testing.assert_array_equal(search.highest(99.0, np.random.default_rng(1)), many)
    finally:
        numba.set_num_threads(threads)


def test_replicates_do_not_depend_on_how_many_there_are():
    study = town(n=100)
    few, many = (Search(study, Plan(longest=4, shuffles=n)).highest(99.0, np.random.default_rng(1)) for n in (70, 300))
    np.testing.assert_array_equal(few, many[:70])


def test_the_permutation_keeps_how_many_cases_each_place_and_each_day_has():
    study = town(n=90)
    means = np.zeros((25, 8))
    search = Search(study, Plan(longest=4))
    for number in range(400):
        cells = replicate(study, np.uint64(7), number, search)
        held = np.bincount(cells, minlength=200).reshape(25, 8)
        assert (held.sum(axis=0) == study.counts.sum(axis=0)).all()
        assert (held.sum(axis=1) == study.counts.sum(axis=1)).all()
        means += held / 400
    fair = np.outer(study.counts.sum(axis=1), study.counts.sum(axis=0)) / 90
    np.testing.assert_allclose(means, fair, atol=5 * np.sqrt(fair.max() / 400))


def test_stopping_early_gives_the_p_of_besag_and_clifford():
    study = town(n=80)
    whole = scanned(study, Plan(longest=4, shuffles=999), "retrospective", generator=np.random.default_rng(1))
    early = scanned(
        study, Plan(longest=4, shuffles=999, stop_after=20), "retrospective", generator=np.random.default_rng(1)
    )
    assert early.shuffles < 999
    met = np.flatnonzero(whole.simulated >= whole.clusters[0].llr)
    assert early.clusters[0].p == pytest.approx(20 / (met[19] + 1))
    assert any("stopped after" in note.text() for note in early.notes())


def test_critical_ratios_are_those_that_one_in_twenty_and_one_in_a_hundred_reach():
    found = scanned(town(n=80), Plan(longest=4, shuffles=999), "retrospective", generator=np.random.default_rng(2))
    highest = np.sort(found.simulated)
    assert found.critical == (highest[-50], highest[-10])


def test_a_promise_that_so_few_shuffles_cannot_keep_is_said():
    asked = Parameters(when="prospective", max_days=10, shuffles=99, alarms_per_year=1.0)
    said = [
        note.text()
        for note in scan(*noise(np.random.default_rng(1)), parameters=asked, generator=np.random.default_rng(1)).notes()
    ]
    assert any("give at least 365" in each for each in said)
    assert any("p at most 0.0027" in each for each in said)
