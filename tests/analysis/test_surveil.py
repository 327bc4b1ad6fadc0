"""Surveillance: a slow second way, how often noise alarms, what it finds, and what it refuses."""

from __future__ import annotations

import math

import numba
import numpy as np
import pytest
from scipy import stats

from samvirke.analysis import surveil
from samvirke.analysis.surveil import Parameters
from samvirke.foundation.fault import Refused

PLUGIN = {"no_periods": 10, "threshold_method": "nbPlugin", "past_weeks_not_included": 26}


def noise(rng, many, weeks=320, mean=8.0, dispersion=1.5):
    """Weeks × series of counts that only chance and the seasons move."""
    level = mean * np.exp(0.4 * np.sin(2 * np.pi * np.arange(weeks) / 52))
    return rng.negative_binomial((level / (dispersion - 1))[:, None], 1 / dispersion, (weeks, many))


def slow_fit(y, t, weights, trend):
    """A Poisson line by Newton's method on the whole design."""
    design = np.column_stack([np.ones(y.size), t - t.mean()]) if trend else np.ones((y.size, 1))
    found = np.zeros(design.shape[1])
    found[0] = math.log(np.average(y, weights=weights))
    for _ in range(60):
        mean = np.exp(design @ found)
        hessian = design.T @ (design * (weights * mean)[:, None])
        found += np.linalg.solve(hessian, design.T @ (weights * (y - mean)))
    mean = np.exp(design @ found)
    dispersion = (weights * (y - mean) ** 2 / mean).sum() / (y.size - design.shape[1])
    pull = np.einsum("ij,jk,ik->i", design, np.linalg.inv(hessian), design) * weights * mean
    return found, mean, dispersion, pull, np.linalg.inv(hessian)


def slow_farrington(y, row, alpha=0.05, b=5, w=3):
    """The method of 1996 as its paper tells it, without a thought for speed."""
    rows = np.concatenate([np.arange(row - 52 * i - w, row - 52 * i + w + 1) for i in range(b, 0, -1)])
    past, at = y[rows].astype(float), rows.astype(float)
    for trend in (True, False):
        _found, mean, dispersion, pull, _inverse = slow_fit(past, at, np.ones(past.size), trend)
        apart = 1.5 * (past ** (2 / 3) * mean ** (-1 / 6) - np.sqrt(mean))
        apart /= np.sqrt(max(dispersion, 1) * (1 - pull))
        weights = np.where(apart > 1, apart**-2.0, 1.0)
        weights *= past.size / weights.sum()
        found, _mean, dispersion, _pull, inverse = slow_fit(past, at, weights, trend)
        here = np.array([1.0, row - at.mean()])[: found.size]
        ahead = math.exp(here @ found)
        if not trend:
            break
        t = found[1] / math.sqrt(dispersion * inverse[1, 1])
        if 2 * stats.t.sf(abs(t), past.size - 2) < 0.05 and ahead <= past.max():
            break
    dispersion = max(dispersion, 1)
    tau = dispersion + dispersion * (here @ inverse @ here) * ahead
    spread = math.sqrt(4 / 9 * ahead ** (1 / 3) * tau)
    return ahead, (ahead ** (2 / 3) + stats.norm.isf(alpha / 2) * spread) ** 1.5


def test_farrington_is_what_its_paper_tells():
    rng = np.random.default_rng(1)
    for mean in (3.0, 20.0, 400.0):
        y = noise(rng, 12, mean=mean) * np.exp(rng.normal(0, 0.002, 12) * np.arange(320)[:, None])
        y = np.round(y)
        found = surveil(y, parameters=Parameters("farrington", from_=310, to=320, limit54=(0, 1))).series
        for j in range(12):
            for at, row in enumerate(range(309, 320)):
                expected, upper = slow_farrington(y[:, j], row)
                assert found.expected[j, at] == pytest.approx(expected, rel=1e-4)
                # R stops its fit early and reads errors off the last step but one; we do as R does.
                assert found.upperbound[j, at] == pytest.approx(upper, rel=1e-4)


def test_the_quantile_and_the_tail_are_those_of_the_negative_binomial():
    rng = np.random.default_rng(2)
    from samvirke.analysis.surveil.tails import negative_binomial

    mean = np.exp(rng.uniform(-8, 11, 3000))
    dispersion = np.where(rng.random(3000) < 0.2, 1.0, 1 + np.exp(rng.uniform(-6, 4, 3000)))
    y = rng.poisson(mean * rng.gamma(2, 0.6, 3000)).astype(float)
    for alpha in (0.05, 0.001):
        quantile, tail = negative_binomial(mean, dispersion, y, alpha)
        over = np.maximum(dispersion - 1, 1e-300)
        law = stats.nbinom(mean / over, 1 / dispersion)
        upto = np.where(dispersion > 1, law.cdf(quantile), stats.poisson.cdf(quantile, mean))
        below = np.where(dispersion > 1, law.cdf(quantile - 1), stats.poisson.cdf(quantile - 1, mean))
        assert (upto >= 1 - alpha - 1e-12).all()
        assert (below < 1 - alpha + 1e-12).all()
        wanted = np.where(dispersion > 1, law.sf(y - 1), stats.poisson.sf(y - 1, mean))
        np.testing.assert_allclose(tail, wanted, rtol=1e-9, atol=1e-14)


def test_counts_beyond_all_reason_have_an_answer_or_none_but_never_end_the_program():
    from samvirke.analysis.surveil.tails import negative_binomial

    mean = np.array([1e7, 1e14, 1e300, np.inf, 1e-300, 1e-12])
    dispersion = np.array([1.0, 5e6, 2.0, 2.0, 1e9, 1.0])
    quantile, tail = negative_binomial(mean, dispersion, np.array([1e7, 1e14, 1e300, 5.0, 1.0, 0.0]), 0.05)
    assert quantile[0] == stats.poisson.ppf(0.95, 1e7)
    assert quantile[[4, 5]].tolist() == [0, 0]
    assert np.isnan([quantile[3], tail[3]]).all()
    assert 1e14 < quantile[1] < 1.01e14
    assert tail[0] == pytest.approx(0.5, abs=1e-3)


@pytest.mark.parametrize("method", ["farrington-flexible", "farrington"])
def test_noise_alarms_about_as_often_as_the_level_says(method):
    counts = noise(np.random.default_rng(3), 600)
    more = PLUGIN if method == "farrington-flexible" else {}
    found = surveil(counts, parameters=Parameters(method, from_=320, alpha=0.05, **more))
    # One week of each series, so that the weeks are independent. Bounds of whole counts alarm less often than told,
    # an estimated season more often.
    low, high = stats.binom.interval(0.999, 600, 0.05)
    assert 0.2 * low <= found.alarms <= 1.7 * high
    assert found.expected_false_alarms == pytest.approx(600 * (0.05 if more else 0.025))


def test_a_planted_outbreak_is_found_and_a_former_one_does_not_hide_it():
    counts = noise(np.random.default_rng(4), 200)
    counts[319] += 20
    assert surveil(counts, parameters=Parameters(from_=320, **PLUGIN)).alarms > 180
    counts[319 - 52 : 322 - 52] += 60
    weighed = surveil(counts, parameters=Parameters(from_=320, **PLUGIN)).alarms
    as_it_is = surveil(counts, parameters=Parameters(from_=320, reweight=False, **PLUGIN)).alarms
    assert weighed > 170
    assert as_it_is < weighed - 50


def test_ears_compares_with_the_weeks_before_and_leaves_two_out_in_c2():
    y = np.random.default_rng(5).poisson(6, 40).astype(float)
    for method, gap in (("ears-c1", 0), ("ears-c2", 2)):
        found = surveil(y, parameters=Parameters(method, from_=20, to=40)).series
        for at, row in enumerate(range(19, 40)):
            before = y[row - 7 - gap : row - gap]
            assert found.upperbound[0, at] == pytest.approx(before.mean() + stats.norm.isf(0.001) * before.std(ddof=1))
            assert found.alarm[0, at] == (y[row] > found.upperbound[0, at])


def test_c3_says_that_it_sees_the_two_weeks_before_only():
    y = np.tile([4.0, 6.0, 5.0], 10)
    y[20] = 60
    found = surveil(y, parameters=Parameters("ears-c3"))
    assert [found.series.rows[at] for at in np.flatnonzero(found.series.alarm[0])] == [22, 23]
    assert "two weeks before" in found.notes()[-1].text()


@pytest.mark.parametrize("shape", ["table", "mapping", "rows"])
def test_many_series_are_judged_each_as_if_alone(shape):
    counts = noise(np.random.default_rng(6), 3)
    chosen = Parameters(from_=300)
    given = {
        "table": lambda: surveil(counts, parameters=chosen),
        "mapping": lambda: surveil({"1": counts[:, 0], "2": counts[:, 1], "3": counts[:, 2]}, parameters=chosen),
        "rows": lambda: surveil(counts.ravel(), series=["1", "2", "3"] * 320, parameters=chosen),
    }[shape]()
    assert given.series.names == ("1", "2", "3")
    for j in range(3):
        alone = surveil(counts[:, j], parameters=chosen).series
        np.testing.assert_array_equal(given.series.upperbound[j], alone.upperbound[0])


@pytest.mark.parametrize("method", ["farrington-flexible", "farrington", "ears-c3"])
def test_hundreds_of_series_give_the_same_bits_on_one_thread_and_on_more(method):
    counts = noise(np.random.default_rng(8), 300)
    chosen = Parameters(method, from_=319, **(PLUGIN if method == "farrington-flexible" else {}))
    many, threads = surveil(counts, parameters=chosen).series, numba.get_num_threads()
    try:
        numba.set_num_threads(1)
        assert surveil(counts, parameters=chosen).series == many
    finally:
        numba.set_num_threads(threads)


def test_weeks_have_their_row_and_date_and_an_iso_week_in_the_table():
    weeks = np.datetime64("2015-01-05") + 7 * np.arange(320)
    found = surveil(noise(np.random.default_rng(7), 1)[:, 0], weeks, parameters=Parameters(from_=314, to=314))
    (week,) = found.as_dict()["series"][0]["weeks"]
    assert list(week) == ["row", "date", "observed", "upperbound", "expected", "score", "p", "alarm"]
    assert (week["row"], week["date"]) == (314, "2021-01-04")
    assert found.table().texts()[1][1] == "2021-W01"


def test_nothing_is_said_of_weeks_with_too_few_cases():
    counts = np.zeros(320)
    counts[::40] = 1
    found = surveil(counts, parameters=Parameters(from_=315))
    assert found.too_few == found.n == 6
    assert found.as_dict()["series"][0]["weeks"][0]["upperbound"] is None
    assert "too few" in found.notes()[1].text()
    assert found.table().texts()[1][-1] == "too few to say"


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({"count": []}, "no weeks"),
        ({"count": np.ones(100)}, "cannot be judged"),
        ({"count": -np.ones(320)}, "negative"),
        ({"count": np.full(320, 0.5)}, "not whole"),
        ({"count": [np.nan] * 320}, "missing"),
        ({"count": np.ones(320), "time": np.arange(320) % 300}, r"week by week \(row 301\)"),
        ({"count": np.ones(320), "time": np.delete(np.arange(321) * 7, 40)}, r"week by week \(row 41\)"),
        ({"count": np.ones(4), "series": list("aaab")}, "same number of weeks"),
        ({"count": np.ones((320, 2)), "series": ["a"] * 320}, "several columns"),
        ({"count": np.ones(320), "parameters": {"from_": 321}}, "cannot be judged"),
        ({"count": np.ones(320), "parameters": {"from_": 200}}, "too little history"),
        ({"count": np.ones(320), "parameters": {"no_periods": 48}}, "more periods"),
        ({"count": np.ones(320), "parameters": {"epoch_as_date": True}}, "weekly dates"),
        ({"count": np.ones(320), "parameters": {"from_": 270, "past_weeks_not_included": 300}}, "do not exist"),
        (
            {"count": np.ones(320), "parameters": {"from_": 100, "b": 1, "past_weeks_not_included": 70}},
            "too little history",
        ),
    ],
)
def test_what_makes_no_sense_is_refused(given, word):
    chosen = Parameters(**given.pop("parameters", {}))
    with pytest.raises(Refused, match=word):
        surveil(**given, parameters=chosen)


@pytest.mark.parametrize(
    "wrong",
    [{"b": 0}, {"w": -1}, {"w": 30}, {"alpha": 1.0}, {"baseline": 2}, {"limit54": (5,)}, {"limit54": (5, 0)},
     {"min_sigma": -1.0}, {"past_weeks_not_included": -1}, {"weights_threshold": 0.0}, {"p_threshold_trend": 2.0}],
)  # fmt: skip
def test_settings_out_of_range_are_refused(wrong):
    with pytest.raises(Refused):
        Parameters(**wrong)
