"""Response times: intervals that hold what they say they hold, versions kept apart, and nothing left out."""

from __future__ import annotations

from math import comb

import numpy as np
import pytest

from samvirke.analysis import responses
from samvirke.analysis.responses import TOO_FEW, Parameters
from samvirke.foundation.fault import Refused


def slow_interval(values, share, level=0.95):
    """The same pair of responses by summing the binomial law, term by term."""
    ordered, n, tail = sorted(values), len(values), (1 - level) / 2
    upto = np.cumsum([comb(n, k) * share**k * (1 - share) ** (n - k) for k in range(n + 1)])
    low = next(k for k in range(n + 1) if upto[k] >= tail)
    high = next(k for k in range(n + 1) if upto[k] >= 1 - tail) + 1
    return None if low < 1 or high > n else (ordered[low - 1], ordered[high - 1], upto[high - 1] - upto[low - 1])


@pytest.mark.parametrize("n", [10, 11, 36, 37, 200])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_the_interval_is_the_pair_of_responses_that_the_binomial_law_names(n, share):
    values = np.random.default_rng(n).gamma(3, 4, n)
    (found,) = responses(values, parameters=Parameters((share,))).versions[0].quantiles
    wanted = slow_interval(values.tolist(), share)
    if wanted is None:
        assert found.verdict == TOO_FEW
        assert np.isnan(found.minutes)
    else:
        assert (found.low, found.high) == wanted[:2]
        assert found.coverage == pytest.approx(wanted[2])
        assert found.minutes == pytest.approx(np.quantile(values, share))


def test_a_published_interval():
    """Hahn and Meeker 1991: of 100 values, the 40th and the 61st hold the median with 95 percent."""
    (found,) = responses(np.arange(1, 101), parameters=Parameters((0.5,))).versions[0].quantiles
    assert (found.low, found.high) == (40, 61)
    assert found.coverage == pytest.approx(0.9648, abs=1e-4)


def test_the_interval_holds_the_true_quantile_as_often_as_it_says():
    rng, held = np.random.default_rng(3), np.zeros(2)
    true = np.array([np.log(2), np.log(10)])
    for _ in range(400):
        pairs = responses(rng.exponential(size=60)).versions[0].quantiles
        held += [each.low <= at <= each.high for each, at in zip(pairs, true, strict=True)]
    # At least 0.95 whatever the law of the times; 400 draws miss 0.95 by more than 0.035 once in a thousand times.
    assert (held / 400 > 0.915).all()


def test_calls_and_arrivals_give_the_minutes():
    call = np.datetime64("2024-05-01T22:00:00") + np.arange(40) * np.timedelta64(1, "h")
    arrived = call + (np.arange(40) * 30 + 600).astype("timedelta64[s]")
    found = responses(time=call, end=arrived).versions[0]
    assert found.n == 40
    assert found.quantiles[0].minutes == pytest.approx(10 + 39 / 4)


def test_versions_of_the_definition_are_never_joined():
    minutes = np.concatenate([np.full(40, 5.0), np.full(30, 9.0), np.full(4, 7.0)])
    names = ["from the call"] * 40 + ["from the car"] * 30 + ["new"] * 4
    found = responses(minutes, series=names)
    assert [(each.name, each.n, each.quantiles[0].verdict) for each in found.versions] == [
        ("from the call", 40, "said"),
        ("from the car", 30, "said"),
        ("new", 4, "too-few"),
    ]
    assert [each.quantiles[0].minutes for each in found.versions[:2]] == [5, 9]
    assert "says nothing about speed" in found.notes()[-1].text()
    assert found.table().texts()[-1][-1] == "too few to say"


CALL = np.array(["2024-05-01T22:00", "2024-05-02T10:00"], "datetime64[m]")


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({"minutes": []}, "no responses"),
        ({}, "how long"),
        ({"time": CALL}, "how long"),
        ({"minutes": [1.0], "time": CALL, "end": CALL}, "how long"),
        ({"minutes": [5.0, -1.0]}, "negative"),
        ({"minutes": [5.0, np.nan]}, "missing"),
        ({"minutes": [5.0, 99_999.0]}, "more than a week"),
        ({"time": CALL, "end": CALL - np.timedelta64(3, "m")}, "before their call: 2"),
        ({"time": CALL, "end": np.array(["2024-05-01T22:09", "NaT"], "datetime64[m]")}, "missing"),
        ({"time": CALL, "end": CALL.astype("datetime64[D]")}, "no hours"),
        ({"minutes": [5.0, 6.0], "series": ["a"]}, "differ in length"),
    ],
)
def test_what_makes_no_sense_is_refused(given, word):
    with pytest.raises(Refused, match=word):
        responses(**given)


@pytest.mark.parametrize("wrong", [{"quantiles": (1.0,)}, {"quantiles": ()}, {"level": 1.0}, {"fewest": 0}])
def test_parameters_out_of_range_are_refused(wrong):
    with pytest.raises(Refused):
        Parameters(**wrong)
