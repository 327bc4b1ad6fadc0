"""Accuracy: the scores by their definitions, intervals that hold, and the plain forecast that has to be beaten."""

from __future__ import annotations

import numpy as np
import pytest

from samvirke.analysis import accuracy
from samvirke.analysis.accuracy import Parameters
from samvirke.analysis.accuracy.cells import decayed_counts
from samvirke.foundation.fault import Refused


def grid(side, cell=100.0):
    y, x = np.mgrid[0:side, 0:side] * cell
    return x.ravel(), y.ravel()


def test_the_scores_by_hand():
    """Ten cells of a quarter of a square kilometre, two of them predicted: 12 of 20 incidents."""
    given = {
        "count": [8, 4, 6, 1, 1, 0, 0, 0, 0, 0],
        "earlier": [10, 5, 1, 4, 0, 0, 0, 0, 0, 0],
        "area": [250_000] * 10,
    }
    found = accuracy([1, 1] + [0] * 8, **given)
    assert (found.hits, found.hit_rate, found.area_share) == (12, 0.6, 0.2)
    assert found.pai == pytest.approx(0.6 / 0.2)
    assert found.pei_star == pytest.approx(12 / 14)
    assert found.pei == pytest.approx(12 / 14)
    assert found.rri == pytest.approx((12 / 15) / (20 / 20))
    assert found.ser == pytest.approx(12 / 0.5)


def test_with_cells_of_different_size_the_best_is_told_by_density():
    area, count = np.array([4.0, 1.0, 1.0, 2.0, 4.0]), np.array([8, 6, 3, 5, 0])
    found = accuracy([1, 0, 0, 0, 0], area=area, count=count)
    # The densest cells are 6/1, 3/1 and 5/2: together an area of 4, which holds 14.
    assert found.pei == pytest.approx((8 / 22) / (4 / 12) / ((14 / 22) / (4 / 12)))
    assert found.pei_star == pytest.approx(8 / 14)
    # In an area of 3 the third fits only by a third.
    wide = accuracy([1, 0, 0, 0, 0], area=[3.0, 1, 1, 2, 4], count=count)
    assert wide.pei_star == pytest.approx(8 / (6 + 3 + 8 / 3))
    assert 0 < wide.pei <= 1


def test_a_perfect_map_has_pei_1_and_no_score_is_better():
    rng = np.random.default_rng(1)
    count = rng.negative_binomial(1, 0.2, 200)
    perfect = accuracy(count, count=count, parameters=Parameters(share=0.1))
    assert (perfect.pei, perfect.pei_star) == (pytest.approx(1), pytest.approx(1))
    other = accuracy(rng.random(200), count=count, parameters=Parameters(share=0.1))
    assert other.pai < perfect.pai


def test_points_are_counted_in_their_cells_and_those_outside_are_said():
    x, y = grid(10)
    rng = np.random.default_rng(2)
    east, north = rng.uniform(-50, 950, (2, 500))
    score = np.zeros(100)
    score[[0, 55]] = 1
    given = {"cell_x": x, "cell_y": y, "test_x": np.append(east, 5_000.0), "test_y": np.append(north, 5_000.0)}
    found = accuracy(score, **given)
    inside = [(np.abs(east - x[i]) <= 50) & (np.abs(north - y[i]) <= 50) for i in (0, 55)]
    assert (found.hits, found.n, found.outside) == (sum(each.sum() for each in inside), 500, 1)
    assert found.ser == pytest.approx(found.hits / 0.02)
    shuffled = rng.permutation(100)
    again = accuracy(score[shuffled], **given | {"cell_x": x[shuffled], "cell_y": y[shuffled]}, parameters=Parameters())
    assert again.hits == found.hits


def test_smaller_cells_raise_pai_and_lower_the_hits_for_the_same_incidents():
    rng = np.random.default_rng(3)
    points = rng.normal(500, 120, (2, 2_000))
    found = {}
    for cell in (50.0, 200.0):
        x, y = grid(int(1_000 / cell) + 1, cell)
        score = -np.hypot(x - 500, y - 500) + 1_000
        asked = Parameters(share=0.02 if cell == 50 else 0.2)
        found[cell] = accuracy(score, cell_x=x, cell_y=y, test_x=points[0], test_y=points[1], parameters=asked)
    assert found[50.0].pai > found[200.0].pai
    assert found[50.0].hits < found[200.0].hits


def test_the_interval_of_the_hit_rate_and_of_pai_holds_the_truth():
    rng, held = np.random.default_rng(4), 0
    rate = rng.gamma(1, 1, 50)
    score = np.append(np.ones(5), np.zeros(45))
    truth = rate[:5].sum() / rate.sum()
    for _ in range(500):
        found = accuracy(score, count=rng.multinomial(200, rate / rate.sum()))
        low, high = found.intervals["hit_rate"]
        held += low <= truth <= high
        assert found.intervals["PAI"] == (pytest.approx(low * 10), pytest.approx(high * 10))
    assert held >= 500 * 0.95 - 3 * np.sqrt(500 * 0.05 * 0.95)


def test_the_interval_of_rri_holds_the_truth():
    rng, held = np.random.default_rng(5), 0
    score = np.append(np.ones(5), np.zeros(45))
    for _ in range(500):
        before, after = (rng.poisson(np.where(score, mean, 4)) for mean in (12, 8))
        low, high = accuracy(score, count=after, earlier=before).intervals["RRI"]
        held += low <= (40 / 220) / (60 / 240) <= high
    assert held >= 500 * 0.95 - 3 * np.sqrt(500 * 0.05 * 0.95)


def test_the_interval_of_pei_is_that_of_the_hits_against_the_best_with_hindsight():
    count = np.random.default_rng(6).poisson(3, 60)
    found = accuracy(np.arange(60), count=count, parameters=Parameters(share=0.2))
    best = np.sort(count)[-12:].sum()
    low, high = (each / best for each in found.intervals["hits"])
    assert found.intervals["PEI*"] == (pytest.approx(low), pytest.approx(min(high, 1)))
    assert found.intervals["PEI"] == (pytest.approx(low), pytest.approx(min(high, 1)))


def test_the_decayed_count_halves_with_each_half_life():
    found = decayed_counts(np.array([0, 0, 1, -1]), np.array([100, 70, 40, 100]), 3, 30.0)
    np.testing.assert_allclose(found, [1 + 0.5, 0.25, 0])


def history(rng, rate, days):
    cell = rng.choice(rate.size, 3_000, p=rate / rate.sum())
    x, y = grid(20)
    return {"history_x": x[cell], "history_y": y[cell], "history_time": rng.integers(0, days, 3_000)}


def beside_the_plain(score, rate, seed):
    rng = np.random.default_rng(seed)
    x, y = grid(20)
    later = rng.choice(400, 600, p=rate / rate.sum())
    given = {"cell_x": x, "cell_y": y, "test_x": x[later], "test_y": y[later]} | history(rng, rate, 365)
    return accuracy(score, **given, parameters=Parameters(share=0.05))


def test_a_map_that_knows_no_more_does_not_beat_the_decayed_count():
    rate = np.random.default_rng(7).gamma(0.3, 1, 400)
    found = beside_the_plain(np.random.default_rng(8).random(400), rate, 9)
    assert found.verdict == "is worse than the decayed count"
    assert found.baseline["hits"] > found.hits
    assert "is worse than the decayed count" in found.notes()[0].text()


def test_two_maps_alike_are_called_different_no_more_often_than_allowed():
    rate = np.ones(400)
    said = [
        beside_the_plain(np.random.default_rng(seed).random(400), rate, seed + 1_000).verdict for seed in range(200)
    ]
    alarms = sum(each != "is no better than the decayed count" for each in said)
    assert alarms <= 10 + 3 * np.sqrt(200 * 0.05 * 0.95)


def test_a_map_that_knows_what_is_new_beats_the_decayed_count():
    rng = np.random.default_rng(10)
    x, y = grid(20)
    old, new = np.full(400, 1.0), np.full(400, 1.0)
    old[:20], new[200:220] = 30, 30
    later = rng.choice(400, 600, p=new / new.sum())
    given = {"cell_x": x, "cell_y": y, "test_x": x[later], "test_y": y[later]} | history(rng, old, 365)
    assert accuracy(new, **given, parameters=Parameters(share=0.05)).verdict == "beats the decayed count"


@pytest.mark.parametrize(
    ("words", "score", "given"),
    [
        ("no cells", [], {"count": []}),
        ("calls no cell hot", [0, 0], {"count": [1, 2]}),
        ("calls no cell hot", [1, 1], {"count": [1, 2]}),
        ("needed once", [1, 0], {}),
        ("needed once", [1, 0], {"test_x": [1.0], "test_y": [1.0]}),
        ("No later incident", [1, 0], {"count": [0, 0]}),
        ("without area", [1, 0], {"count": [1, 1], "area": [0, 1]}),
        ("differ in length", [1, 0], {"count": [1, 1, 1]}),
        ("regular grid", [1, 0, 0], {"cell_x": [0, 1, 2.3], "cell_y": [0, 0, 0], "test_x": [0.0], "test_y": [0.0]}),
        ("regular grid", [1, 0, 0], {"cell_x": [0, 1, 1], "cell_y": [0, 0, 0], "test_x": [0.0], "test_y": [0.0]}),
        ("cannot be seen", [1], {"cell_x": [0], "cell_y": [0], "test_x": [0.0], "test_y": [0.0]}),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(words, score, given):
    with pytest.raises(Refused, match=words):
        accuracy(score, **given)


@pytest.mark.parametrize("wrong", [{"share": 1}, {"half_life": 0}, {"level": 1}, {"cell": -1}])
def test_parameters_that_make_no_sense_are_refused(wrong):
    with pytest.raises(Refused, match="out of range"):
        Parameters(**wrong)
