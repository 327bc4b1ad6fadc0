"""Did it help, of a series: the same fit by maximum likelihood, coverage, and neighbours that are alike."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import minimize

from samvirke.analysis import effect
from samvirke.analysis.effect import Parameters
from samvirke.analysis.effect.alike import alikeness, degrees, faded
from samvirke.foundation.fault import Refused

WEEKS, CUT = 104, 70
ASKED = Parameters(intervention=str(CUT * 7), harmonics=1)


def weeks(rng, change=-0.3, alike=0.0, spread=0.0):
    """Weekly counts of about 20 with a season, and a lasting change from week 70 on."""
    when = np.arange(WEEKS) * 7
    shock = np.zeros(WEEKS)
    for week in range(1, WEEKS):
        shock[week] = alike * shock[week - 1] + 0.2 * bool(alike) * (1 - alike**2) ** 0.5 * rng.normal()
    mean = 20 * np.exp(0.2 * np.sin(2 * np.pi * when / 365.25) + change * (when >= CUT * 7) + shock)
    return when, rng.poisson(mean * (rng.gamma(1 / spread, spread, WEEKS) if spread else 1))


def by_likelihood(when, count):
    """Poisson regression by plain minimisation: the coefficients, and the mean with and without the intervention."""
    years, post = (when - CUT * 7) / 365.25, when >= CUT * 7
    turn = 2 * np.pi * when / 365.25
    design = np.column_stack([when * 0 + 1, years, post, years * post, np.sin(turn), np.cos(turn)])
    loss = lambda beta: (np.exp(design @ beta) - count * (design @ beta)).sum()  # noqa: E731
    slope = lambda beta: design.T @ (np.exp(design @ beta) - count)  # noqa: E731
    beta = minimize(loss, [np.log(count.mean()), 0, 0, 0, 0, 0], jac=slope, options={"gtol": 1e-9}).x
    without = design.copy()
    without[:, 2:4] = 0
    return beta, np.exp(design @ beta)[post].sum(), np.exp(without @ beta)[post].sum()


def test_the_fit_is_that_of_maximum_likelihood():
    when, count = weeks(np.random.default_rng(1))
    found = effect(when, count, ASKED)
    beta, with_it, without = by_likelihood(when, count)
    fit = found.interrupted
    assert fit.level_change == pytest.approx(np.exp(beta[2]), rel=1e-5)
    assert fit.trend_change == pytest.approx(np.exp(beta[3]), rel=1e-5)
    assert found.rate_ratio == pytest.approx(with_it / without, rel=1e-5)
    assert fit.expected_after == pytest.approx(without, rel=1e-5)
    assert fit.avoided == pytest.approx(without - with_it, rel=1e-4)
    assert found.verdict == "fewer"
    assert (fit.before, fit.after, fit.harmonics) == (70, 34, 1)


@pytest.mark.parametrize(("alike", "spread"), [(0.0, 0.0), (0.0, 0.1), (0.3, 0.0)])
@pytest.mark.parametrize("family", ["quasi-poisson", "negative-binomial"])
def test_the_interval_holds_the_true_ratio_as_often_as_it_says(alike, spread, family):
    rng, held = np.random.default_rng(4), 0
    asked = Parameters(intervention=str(CUT * 7), harmonics=1, family=family)
    for _ in range(150):
        found = effect(*weeks(rng, alike=alike, spread=spread), asked)
        held += found.rate_interval[0] <= np.exp(-0.3) <= found.rate_interval[1]
    assert 0.90 * 150 <= held <= 149


def test_on_noise_an_effect_is_seen_no_more_often_than_asked():
    rng = np.random.default_rng(5)
    seen = sum(effect(*weeks(rng, change=0.0), ASKED).verdict != "cannot tell" for _ in range(200))
    assert seen <= 20


def test_likeness_that_a_fit_takes_out_is_put_back():
    """Of 60 residuals of a fit of six coefficients; plainly correlated, they look far less alike than they are."""
    rng, found, plain = np.random.default_rng(6), [], []
    for _ in range(300):
        noise = rng.normal(size=60)
        for at in range(1, 60):
            noise[at] = 0.5 * noise[at - 1] + 0.75**0.5 * noise[at]
        basis = np.linalg.qr(np.column_stack([np.arange(60.0) ** power for power in range(6)]))[0]
        left = noise - basis @ (basis.T @ noise)
        found.append(alikeness(left, basis))
        plain.append(left[1:] @ left[:-1] / (left @ left))
    assert np.mean(plain) < 0.35
    assert abs(np.mean(found) - 0.5) < 0.06


def test_what_is_added_up_in_steps_is_what_it_is_by_matrices():
    rng, n = np.random.default_rng(9), 41
    basis = np.linalg.qr(rng.normal(size=(n, 5)))[0]
    alike = 0.7 ** np.abs(np.subtract.outer(np.arange(n), np.arange(n)))
    left = np.eye(n) - basis @ basis.T
    np.testing.assert_allclose(faded(basis, 0.7), alike @ basis, atol=1e-12)
    residuals = left @ alike @ left
    mean, free = degrees(basis, 0.7)
    assert mean == pytest.approx(np.trace(residuals))
    assert free == pytest.approx(np.trace(residuals) ** 2 / (residuals**2).sum())


def test_a_spread_is_found_by_either_family():
    when, count = weeks(np.random.default_rng(7), spread=0.2)
    assert effect(when, count, ASKED).interrupted.dispersion > 2
    found = effect(when, count, Parameters(intervention=str(CUT * 7), harmonics=1, family="negative-binomial"))
    assert found.interrupted.dispersion == 1
    assert found.rate_ratio == pytest.approx(effect(when, count, ASKED).rate_ratio, rel=0.05)


def test_rows_may_come_in_any_order_and_months_count_by_their_days():
    months = np.arange("2018-01", "2024-01", dtype="datetime64[M]").astype("datetime64[D]")
    lengths = np.diff(np.append(months, np.datetime64("2024-01-01"))).astype(int)
    asked = Parameters(intervention="2022-01-01", harmonics=0)
    found = effect(months[::-1], 10 * lengths[::-1], asked)
    assert found.rate_ratio == pytest.approx(1)
    assert found.interrupted.expected_after == pytest.approx(7300)


def test_seasons_are_taken_out_when_a_year_lies_before():
    rng = np.random.default_rng(8)
    when, count = weeks(rng)
    assert effect(when, count, Parameters(intervention="490")).interrupted.harmonics == 2
    short = effect(when[:60], count[:60], Parameters(intervention="280"))
    assert short.interrupted.harmonics == 0
    assert any("Seasons" in note.text() for note in short.notes())


@pytest.mark.parametrize(
    ("when", "count", "asked", "word"),
    [
        (None, [1, 2], ASKED, "a time and a count"),
        ([1, 2], None, ASKED, "a time and a count"),
        ([], [], ASKED, "not between 1"),
        ([7, 7, 14], [1, 1, 1], ASKED, "same day"),
        (np.arange(99) * 7, np.zeros(99), ASKED, "not one incident"),
        (np.arange(99) * 7, np.full(99, -1), ASKED, "negative"),
        (np.arange(99) * 7, np.ones(99), Parameters(), "not the day"),
        (np.arange(99) * 7, np.ones(99), Parameters(intervention="soon"), "not the day"),
        (np.arange(99) * 7, np.ones(99), Parameters(intervention="NaT"), "not the day"),
        (np.arange(99) * 7, np.ones(99), Parameters(intervention="9999"), "99 periods before"),
        (np.arange(9) * 7, np.ones(9), Parameters(intervention="35", harmonics=4), "too few periods"),
        (np.arange(9) * 7, np.ones(9), Parameters((1,), (1,), intervention="35"), "areas and a series"),
    ],
)
def test_a_series_that_makes_no_sense_is_refused(when, count, asked, word):
    with pytest.raises(Refused, match=word):
        effect(when, count, asked)


def test_a_series_that_ends_with_the_intervention_is_refused_and_a_remedy_named():
    count = np.full(60, 8)
    count[40:] = 0
    with pytest.raises(Refused, match="Compare the counts instead"):
        effect(np.arange(60) * 7, count, Parameters(intervention="280", harmonics=0))
