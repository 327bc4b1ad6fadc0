"""How long something takes while some of it goes on: a published table, a naive second way, and a planted median."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvirke.analysis.time_to_event import time_to_event

# Weeks of remission under 6-MP (Freireich et al. 1963), as every textbook prints them; False: still in remission.
_WEEKS = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
_OVER = [True] * 3 + [False, True, False, True, False, False, True, True] + [False] * 3 + [True, True] + [False] * 5
stays = st.lists(st.tuples(st.integers(0, 12), st.booleans()), max_size=40)


def naive(days: list[int], ended: list[bool]) -> dict[int, Fraction]:
    """The product of Kaplan and Meier, one day at a time."""
    going_on, found = Fraction(1), {}
    for day in sorted({one for one, over in zip(days, ended, strict=True) if over}):
        at_risk = sum(one >= day for one in days)
        gone = sum(one == day and over for one, over in zip(days, ended, strict=True))
        going_on *= 1 - Fraction(gone, at_risk)
        found[day] = going_on
    return found


def test_it_gives_the_published_table():
    curve = time_to_event(_WEEKS, _OVER)
    assert curve.days == (6, 7, 10, 13, 16, 22, 23)
    assert curve.going_on == pytest.approx([0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448], abs=0.0005)
    assert (curve.by_when(0.5), curve.by_when(0.25), curve.by_when(0.75)) == (23, 13, None)
    assert (curve.n, curve.ended) == (21, 9)


@given(stays)
def test_it_is_what_a_naive_second_way_finds(found):
    days, ended = [one for one, _over in found], [over for _one, over in found]
    curve, expected = time_to_event(days, ended), naive(days, ended)
    assert curve.days == tuple(expected)
    assert curve.going_on == pytest.approx([float(share) for share in expected.values()])
    for share in (Fraction(1, 4), Fraction(1, 2), Fraction(3, 4)):
        assert curve.by_when(float(share)) == next((day for day, left in expected.items() if left <= 1 - share), None)


@given(st.lists(st.integers(0, 30), min_size=1))
def test_when_everything_is_over_it_is_the_plain_share(days):
    curve = time_to_event(days, [True] * len(days))
    plain = [sum(one > day for one in days) / len(days) for day in sorted(set(days))]
    assert curve.going_on == pytest.approx(plain)


def test_a_planted_median_is_found_although_half_of_them_go_on():
    generator = np.random.default_rng(20240820)
    took, seen = generator.exponential(60 / np.log(2), 8000), generator.uniform(0, 150, 8000)
    curve = time_to_event(np.minimum(took, seen), took <= seen)
    assert curve.ended < 0.6 * curve.n
    assert curve.by_when(0.5) == pytest.approx(60, rel=0.06)
    assert np.median(took[took <= seen]) < 45, "those that are over are the quick ones"


def test_of_nothing_nothing_is_known():
    assert time_to_event([], []).by_when(0.5) is None


def test_the_inputs_are_not_touched():
    days, ended = np.array([5.0, 1.0, 3.0]), np.array([True, False, True])
    time_to_event(days, ended)
    assert (days.tolist(), ended.tolist()) == ([5, 1, 3], [True, False, True])


@pytest.mark.parametrize(("days", "ended"), [([1], []), ([-1], [True]), ([float("nan")], [True])])
def test_what_is_no_length_of_time_is_refused(days, ended):
    with pytest.raises(ValueError, match="zero or more"):
        time_to_event(days, ended)


@pytest.mark.parametrize("share", [0, 1, -0.5])
def test_a_share_lies_between_none_and_all(share):
    with pytest.raises(ValueError, match="between 0 and 1"):
        time_to_event([1], [True]).by_when(share)


def test_the_interval_of_the_median_is_the_published_one():
    # As survfit of R gives it on the log-log scale for the two arms of the same trial.
    placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]
    assert time_to_event(_WEEKS, _OVER).between(0.5) == (13, None)
    assert time_to_event(placebo, [True] * 21).between(0.5) == (4, 11)


def test_the_interval_holds_a_planted_median_about_as_often_as_it_says():
    generator, held = np.random.default_rng(20240820), 0
    for _each in range(400):
        took, seen = generator.exponential(60 / np.log(2), 120), generator.uniform(0, 200, 120)
        low, high = time_to_event(np.minimum(took, seen), took <= seen).between(0.5)
        held += low <= 60 and (high is None or high >= 60)
    assert 0.92 <= held / 400 <= 0.98


def test_of_nothing_the_interval_begins_at_nothing_and_has_no_end():
    assert time_to_event([], []).between(0.5) == (0.0, None)
    assert time_to_event([4.0], [True]).between(0.5) == (4.0, 4.0)
    with pytest.raises(ValueError, match="between 0 and 1"):
        time_to_event([4.0], [True]).between(1)
