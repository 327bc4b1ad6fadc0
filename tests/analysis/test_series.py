"""Which offences belong together: published counts, evidence by brute force, planted series, and nobody named."""

from __future__ import annotations

import csv
import json
from collections import Counter
from itertools import combinations

import numpy as np
import pytest
from tests.analysis.shared import shared

from samvirke.analysis import series
from samvirke.analysis.series import Parameters
from samvirke.foundation.fault import Refused

YEAR = np.datetime64("2024-01-01T00:00")
MANNER = {"entry": None, "tool": None}


def offences(rng, many=200, planted=6, size=5, told=4):
    """Offences anywhere at any time; some series near in place, hour and manner, of which the first are solved."""
    x, y = rng.uniform(0, 20_000, (2, many))
    minute = rng.integers(0, 300 * 1440, many)
    entry, tool = rng.integers(0, 6, (2, many))
    labels = np.full(many, None, object)
    labels[many // 2 :] = [f"alone {row}" for row in range(many - many // 2)]
    for number in range(planted):
        rows = slice(number * size, (number + 1) * size)
        x[rows] = x[rows.start] + rng.normal(0, 300, size)
        y[rows] = y[rows.start] + rng.normal(0, 300, size)
        minute[rows] = minute[rows.start] + np.arange(size) * 2880 + rng.integers(-40, 40, size)
        entry[rows], tool[rows] = entry[rows.start], tool[rows.start]
        labels[rows] = f"series {number}" if number < told else None
    start = YEAR + minute * np.timedelta64(1, "m")
    return {
        "x": x,
        "y": y,
        "time": start,
        "end": start + rng.integers(0, 300, many) * np.timedelta64(1, "m"),
        "manner": {"entry": entry.astype(str).tolist(), "tool": tool.astype(str).tolist()},
        "series": labels,
    }


@pytest.fixture(scope="module")
def town():
    return offences(np.random.default_rng(1))


def crimelinkage():
    """The fictitious offences and offenders of the R package."""
    crimes = list(csv.DictReader(shared("linkage/crimes.csv").read_text().splitlines()))
    rows = {crime["crimeID"]: [] for crime in crimes}
    for each in csv.DictReader(shared("linkage/offenders.csv").read_text().splitlines()):
        if each["crimeID"] in rows:
            rows[each["crimeID"]].append(each["offenderID"])
    column = lambda name: [crime[name] for crime in crimes]  # noqa: E731
    return {
        "x": np.array(column("X"), float),
        "y": np.array(column("Y"), float),
        "time": np.array(column("DT.FROM"), "datetime64[s]"),
        "end": np.array(column("DT.TO"), "datetime64[s]"),
        "manner": {name: [None if each == "NA" else each for each in column(name)] for name in ("MO1", "MO2", "MO3")},
        "incident": column("crimeID"),
        "series": [tuple(each) for each in rows.values()],
    }


def test_the_published_counts_and_the_pair_that_its_authors_found_strongest():
    given = crimelinkage()
    found = series(**given)
    assert found.linked == 255
    assert list(found.series_sizes.values()) == [328, 39, 6, 4, 2, 6, 1, 1]
    assert (found.pairs[0].first, found.pairs[0].second) == ("C:431", "C:460")
    assert [piece.value for piece in found.pairs[0].why[4:]] == [1, 1, 1]
    assert not any("O:" in text for text in (json.dumps(found.as_dict()), found.html()))


def test_the_factor_of_a_pair_is_the_sum_of_its_reasons(town):
    found = series(**town, parameters=Parameters(explain="21,22"))
    for pair in (*found.pairs, found.explained):
        assert pair.log_bayes_factor == pytest.approx(sum(piece.log_bayes_factor for piece in pair.why))
        assert pair.bayes_factor == pytest.approx(np.exp(pair.log_bayes_factor))
    assert (found.explained.first, found.explained.second) == ("21", "22")


def slowly(found, given, rows, least):
    """All pairs of rows, one after another: bins looked up by hand in the components that were told."""
    at, strong = series(**given, parameters=Parameters(explain="1,2")).model, Counter()
    for one, other in combinations((rows + 1).tolist(), 2):
        pair = series(**given, parameters=Parameters(explain=f"{one},{other}")).explained
        for piece, part in zip(pair.why, at, strict=True):
            if part.edges:
                held = [low < piece.value <= high for low, high in zip(part.edges, part.edges[1:], strict=False)]
                inside = held.index(True) if True in held else 0 if piece.value <= part.edges[0] else len(held) - 1
            else:
                inside = int(piece.value)
            assert piece.log_bayes_factor == part.log_bayes_factor[inside]
        strong[one, other] = pair.log_bayes_factor >= least
    return strong


def test_strong_pairs_are_all_that_are_strong_one_after_another(town):
    small = {key: value[20:36] if key != "manner" else value for key, value in town.items()}
    small["manner"] = {name: values[20:36] for name, values in town["manner"].items()}
    small["series"] = ["a", "a", "b", "b", *[None] * 12]
    found = series(**small, parameters=Parameters(least=0.0, compare="all", top=500))
    strong = slowly(found, small, np.arange(16), 0.0)
    assert {tuple(sorted((int(each.first), int(each.second)))) for each in found.pairs} == {
        pair for pair, holds in strong.items() if holds
    }
    assert (found.compared, found.strong) == (120, sum(strong.values()))


def test_planted_series_are_found_and_others_are_not(town):
    found = series(**town)
    planted = [{str(row + 1) for row in range(number * 5, number * 5 + 5)} for number in (4, 5)]
    for members in planted:
        best = max(found.clusters, key=lambda each: len(members & set(each)))
        assert len(members & set(best)) >= 4
    strongest = [{each.first, each.second} for each in found.pairs[:10]]
    assert sum(any(pair <= members for members in planted) for pair in strongest) >= 9


def test_labels_that_mean_nothing_teach_nothing():
    """With labels dealt out by chance, strong pairs are no more than a few in a thousand."""
    rng = np.random.default_rng(3)
    shares = []
    for _ in range(10):
        given = offences(rng, planted=0)
        given["series"] = np.array([f"{row % 60}" if row < 120 else None for row in range(200)], object)
        found = series(**given, parameters=Parameters(least=2.0))
        shares.append(found.strong / found.compared)
    assert np.mean(shares) < 0.02


@pytest.mark.parametrize("linkage", ["single", "complete", "average"])
def test_groups_are_joined_as_the_linkage_says(town, linkage):
    """Within a group of the weakest pair all pairs are strong; by the strongest, one for each is enough."""
    given = town | {"series": town["series"]}
    found = series(**given, parameters=Parameters(linkage=linkage, cut=3.0, least=-100.0, top=10**6, within_days=999))
    score = {frozenset((each.first, each.second)): each.log_bayes_factor for each in found.pairs}
    for group in found.clusters:
        inside = [score[frozenset(pair)] for pair in combinations(group, 2)]
        held = {"single": max(inside), "complete": min(inside), "average": max(inside)}[linkage]
        assert held >= 3.0 - 1e-6
    assert found.clusters
    assert sum(len(group) for group in found.clusters) <= 100


def test_groups_by_links_are_those_of_the_matrix(town):
    by_links = series(**town, parameters=Parameters(linkage="single", cut=3.5, least=3.0, within_days=999))
    by_matrix = series(**town, parameters=Parameters(linkage="single", cut=3.5, least=4.0, within_days=999))
    assert by_links.clusters == by_matrix.clusters


def test_the_order_of_the_rows_makes_no_difference(town):
    order = np.random.default_rng(4).permutation(200)
    mixed = {key: value[order] if isinstance(value, np.ndarray) else value for key, value in town.items()}
    mixed["manner"] = {name: [values[row] for row in order] for name, values in town["manner"].items()}
    names = np.arange(1, 201).astype(str)
    here = series(**town, incident=names)
    there = series(**mixed, incident=names[order])
    flat = lambda found: [  # noqa: E731
        (frozenset((each.first, each.second)), round(each.log_bayes_factor, 9)) for each in found.pairs
    ]
    assert set(flat(here)) == set(flat(there))
    assert {frozenset(each) for each in here.clusters} == {frozenset(each) for each in there.clusters}


def test_nobody_is_told_of(town):
    found = series(**town)
    words = json.dumps(found.as_dict()) + found.html() + str(found)
    assert "series 0" not in words
    assert "alone" not in words


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"series": [None] * 200}, "No two solved offences"),
        ({"series": ["a"] * 200}, "All solved offences belong together"),
        ({"series": ["a"] * 199}, "differ in length"),
        ({"incident": ["same"] * 200}, "more than one row"),
        ({"manner": {"entry": ["door"] * 3}}, "differ in length"),
        ({"parameters": Parameters(explain="1")}, "not a pair"),
        ({"parameters": Parameters(explain="1,9999")}, "not a pair"),
        ({"parameters": Parameters(most_pairs=100)}, "million pairs are within 365 days"),
    ],
)
def test_what_makes_no_sense_is_refused(town, change, word):
    with pytest.raises(Refused, match=word):
        series(**town | change)


@pytest.mark.parametrize(
    "wrong",
    [{"within_days": 0}, {"bins": 1}, {"freedom": 1}, {"top": -1}, {"linkage": "ward"}, {"compare": "some"}],
)
def test_parameters_out_of_range_are_refused(wrong):
    with pytest.raises(Refused):
        Parameters(**wrong)
