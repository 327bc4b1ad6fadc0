"""Survey shares: R's survey on the same invented answers, coverage of the interval, waves, and what is refused."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from samvirke.analysis import survey
from samvirke.analysis.survey import Parameters
from samvirke.foundation.fault import Refused

SIZES = {"a": 300, "b": 100, "c": 40}
# svymean with deff="replace", svyby and svyciprop(method="beta") of survey 4.1.1 in R 4.2.2 on by_r/survey.csv.
BY_R = {
    "strata": (0.349268841394826, 0.0696117609768991, 1.25792806448405, 0.215895554061882, 0.502466005932457),
    "sizes": (0.349268841394826, 0.0643609993000815, 1.07531603715112, 0.225437540309938, 0.490017330030767),
    "weights": (0.349268841394826, 0.0688511170381147, 1.23058763521524, 0.217360810452485, 0.500536948361125),
}
PLACES_BY_R = {
    "p": (0.368314321926489, 0.135365819440533, 0.123503625982203, 0.677082231315047),
    "q": (0.290909090909091, 0.129387016314329, 0.0765632517386798, 0.609320582618787),
    "r": (0.373951574616237, 0.102085002548852, 0.180892791724564, 0.601795111498003),
}


@pytest.fixture(scope="module")
def asked():
    with (Path(__file__).parent / "by_r" / "survey.csv").open() as file:
        rows = list(csv.DictReader(file))
    return {
        "answer": [float(row["answer"]) for row in rows],
        "weight": [float(row["weight"]) for row in rows],
        "strata": [row["strata"] for row in rows],
        "place": [row["place"] for row in rows],
        "stratum_size": [SIZES[row["strata"]] for row in rows],
    }


@pytest.mark.parametrize(
    ("design", "columns"),
    [("weights", []), ("strata", ["strata"]), ("sizes", ["strata", "stratum_size"])],
)
def test_share_error_design_effect_and_interval_are_those_of_r(asked, design, columns):
    found = survey(asked["answer"], asked["weight"], **{each: asked[each] for each in columns})
    one = found.shares[0]
    assert (one.share, one.se, one.design_effect, *one.interval) == pytest.approx(BY_R[design], rel=1e-12)
    assert (found.share, found.interval, found.verdict) == (one.share, one.interval, "said")


def test_places_have_the_whole_sample_behind_their_error(asked):
    given = {each: asked[each] for each in ("strata", "place")}
    found = survey(asked["answer"], asked["weight"], parameters=Parameters(fewest=5), **given)
    for each in found.shares[1:]:
        assert (each.share, each.se, *each.interval) == pytest.approx(PLACES_BY_R[each.place], rel=1e-12)


def test_without_weights_or_strata_it_is_the_share_and_its_textbook_error():
    answer = np.repeat([1, 0], [30, 70])
    found = survey(answer).shares[0]
    assert found.share == 0.3
    assert found.se == pytest.approx(np.sqrt(0.3 * 0.7 / 99))
    assert (found.design_effect, found.weights_effect) == pytest.approx((1, 1))
    # Clopper and Pearson's interval at 99 effective answers.
    assert found.interval == pytest.approx((0.2119, 0.4006), abs=1e-3)


def test_the_weights_effect_is_that_of_kish():
    weight = np.repeat([1.0, 3.0], 50)
    found = survey(np.tile([0, 1], 50), weight).shares[0]
    assert found.weights_effect == pytest.approx(100 * (50 + 450) / 200**2)


def test_where_all_say_yes_the_interval_still_has_a_width():
    low, high = survey(np.ones(60)).interval
    assert high == 1
    assert low == pytest.approx(0.025 ** (1 / 60), abs=1e-6)


def test_the_interval_holds_the_share_of_the_population_as_often_as_it_says():
    rng, held, draws = np.random.default_rng(2), 0, 500
    sizes, yes = np.array([6000, 3000, 1000]), np.array([0.05, 0.2, 0.4])
    true = (sizes * yes).sum() / sizes.sum()
    many = np.array([60, 60, 60])
    strata = np.repeat(["a", "b", "c"], many)
    weight = np.repeat(sizes / many, many)
    for _ in range(draws):
        low, high = survey(rng.random(180) < np.repeat(yes, many), weight, strata).interval
        held += low <= true <= high
    # At least 0.95; so many draws fall 0.03 below it less than once in a thousand times.
    assert held / draws > 0.92


def waves(first, second, n=400):
    rng = np.random.default_rng(4)
    return rng.random(2 * n) < np.repeat([first, second], n), np.repeat(["2022", "2024"], n)


def test_two_waves_are_compared_only_as_far_as_the_interval_allows():
    answer, wave = waves(0.3, 0.6)
    found = survey(answer, series=wave)
    (change,) = found.differences
    assert change.verdict == "higher"
    assert change.interval[0] < 0.3 < change.interval[1]
    answer, wave = waves(0.3, 0.3)
    found = survey(answer, series=wave)
    assert found.differences[0].verdict == "uncertain"
    assert found.share == found.shares[1].share
    assert "no certain change" in found.table().texts()[-1]


def test_waves_without_a_change_rarely_show_one():
    rng, certain = np.random.default_rng(5), 0
    wave = np.repeat(["2022", "2024"], 150)
    for _ in range(300):
        certain += survey(rng.random(300) < 0.3, series=wave).differences[0].verdict != "uncertain"
    assert certain <= 28  # 300 × 0.05 and three and a half standard deviations


def test_of_few_answers_nothing_is_said():
    answer, place = np.tile([0, 1], 50), np.repeat(["north", "south"], [90, 10])
    found = survey(answer, place=place)
    assert [(each.place, each.verdict) for each in found.shares] == [
        ("", "said"),
        ("north", "said"),
        ("south", "too-few"),
    ]
    assert found.as_dict()["shares"][2]["share"] is None
    assert "too few to say" in found.table().texts()[3]
    assert "Shares: 3" in found.notes()[0].text()


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({"answer": []}, "no answers"),
        ({"answer": [1, 2]}, "neither 1 nor 0"),
        ({"answer": [1, np.nan]}, "missing"),
        ({"answer": [1, 0], "weight": [0, 0]}, "sum to 0"),
        ({"answer": [1, 0], "weight": [1, -1]}, "negative"),
        ({"answer": [1, 0, 1], "strata": ["a", "a", "b"]}, "only one answer in “b”"),
        ({"answer": [1, 0], "strata": ["a", "a"], "stratum_size": [5, 6]}, "differs from row to row"),
        ({"answer": [1, 0], "strata": ["a", "a"], "stratum_size": [1, 1]}, "smaller than its answers"),
        ({"answer": [1, 0], "place": ["a"]}, "differ in length"),
    ],
)
def test_what_makes_no_sense_is_refused(given, word):
    with pytest.raises(Refused, match=word):
        survey(**given)


@pytest.mark.parametrize("wrong", [{"level": 0.0}, {"fewest": 1}])
def test_parameters_out_of_range_are_refused(wrong):
    with pytest.raises(Refused):
        Parameters(**wrong)
