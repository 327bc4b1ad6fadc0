"""Harm: a sum that never forgets an offence, says whose weights it uses, and shows what one event does."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samvirke.analysis import harm
from samvirke.analysis.harm import Parameters
from samvirke.foundation.fault import Refused

ENGLISH = Parameters(
    {"homicide": 5475.0, "burglary": 273.5, "theft": 2.0, "noise": 0.0},
    unit="days of imprisonment",
    jurisdiction="England and Wales",
    source="Cambridge Crime Harm Index",
)


def test_harm_is_the_sum_of_count_times_weight():
    found = harm(["burglary", "theft", "burglary"], [3, 10, 1], ENGLISH)
    assert found.total == 4 * 273.5 + 10 * 2
    assert found.n == 14
    assert [(part.offence, part.count, part.harm) for part in found.parts] == [
        ("burglary", 4, 1094.0),
        ("theft", 10, 20.0),
    ]


def test_without_counts_a_row_is_one_offence():
    assert harm(["theft", "theft"], parameters=ENGLISH).total == 4.0


@given(st.lists(st.tuples(st.sampled_from(sorted(ENGLISH.weights)), st.integers(0, 50)), min_size=1, max_size=30))
@settings(deadline=None, max_examples=100)
def test_it_is_the_same_added_up_row_by_row(rows):
    offences, counts = zip(*rows, strict=True)
    found = harm(list(offences), list(counts), ENGLISH)
    assert found.total == pytest.approx(sum(count * ENGLISH.weights[name] for name, count in rows))
    happened = [ENGLISH.weights[name] for name, count in rows if count]
    assert found.without_heaviest == pytest.approx(found.total - max(happened, default=0))
    assert found.interval[0] <= found.total <= found.interval[1]


def test_one_homicide_outweighs_twenty_burglaries_and_the_sum_is_shown_without_it():
    found = harm(["homicide", "burglary"], [1, 20], ENGLISH)
    assert found.heaviest == "homicide"
    assert (found.total, found.without_heaviest) == (10_945.0, 5_470.0)


def test_an_offence_without_a_weight_is_refused_and_never_counts_as_nothing():
    with pytest.raises(Refused, match="no weight for “stalking”"):
        harm(["theft", "stalking"], [5, 0], ENGLISH)


def test_unit_and_jurisdiction_travel_with_the_sum():
    found = harm(["theft"], [1], ENGLISH)
    assert (found.unit, found.jurisdiction, found.source) == (ENGLISH.unit, ENGLISH.jurisdiction, ENGLISH.source)
    assert "Weights of England and Wales, in days of imprisonment." in [note.text() for note in found.notes()]


def test_the_interval_holds_the_true_harm_at_least_as_often_as_it_says():
    rng, means = np.random.default_rng(1), np.array([0.3, 15.0, 80.0, 20.0])
    names, weights = list(ENGLISH.weights), np.array(list(ENGLISH.weights.values()))
    held = 0
    for _ in range(600):
        low, high = harm(names, rng.poisson(means), ENGLISH).interval
        held += low <= means @ weights <= high
    assert held >= 0.95 * 600


def test_for_one_kind_of_offence_the_interval_is_that_of_a_poisson_count():
    """Garwood's interval for a count of 10 is 4.795 to 18.39."""
    found = harm(["theft"], [10], ENGLISH)
    assert found.interval == (pytest.approx(2 * 4.795, abs=0.01), pytest.approx(2 * 18.39, abs=0.01))


def test_nothing_happened_is_no_harm_but_not_for_certain():
    found = harm([], [], ENGLISH)
    assert (found.n, found.total, found.without_heaviest, found.heaviest) == (0, 0.0, 0.0, "")
    assert found.interval[1] > 5475


def test_offences_that_weigh_nothing_add_up_to_nothing():
    assert harm(["noise"], [7], ENGLISH).interval == (0.0, 0.0)


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        ({"unit": " "}, "unit and jurisdiction"),
        ({"jurisdiction": ""}, "unit and jurisdiction"),
        ({"weights": {}}, "no weights"),
        ({"weights": {"theft": -1.0}}, "negative"),
        ({"weights": {"theft": np.nan}}, "missing or not finite"),
        ({"level": 95}, "level"),
    ],
)
def test_weights_that_are_no_weights_are_refused(wrong, word):
    with pytest.raises(Refused, match=word):
        Parameters(**{"weights": {"theft": 2.0}, "unit": "days", "jurisdiction": "England and Wales"} | wrong)


def test_there_are_no_weights_for_everyone():
    with pytest.raises(TypeError, match="parameters"):
        harm(["theft"])
