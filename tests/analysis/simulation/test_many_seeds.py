"""Over many seeds: noise is announced as seldom as the test promises, and plants are found as often."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from scipy.stats import binom
from tests.analysis.simulation.naive import (
    exact_p,
    holm,
    knox,
    of_kind,
    on_friday_night,
    reported_between,
    verdict,
    within,
)

from samvirke.analysis.simulation import declared_truths, demo_parameters, draw_counts, simulate
from samvirke.analysis.simulation.truths import DISTRICT

SEEDS = range(1, 401)
SPATIAL_SEEDS = range(1, 81)
CERTAIN = ("certain-fall", "certain-rise")


@pytest.fixture(scope="module")
def packs():
    """For each seed the two counts that packs compare, by focus indicator and body."""
    parameters = demo_parameters()
    focus = [row for row, kind in enumerate(parameters.kinds) if kind.name in parameters.focus]
    bodies = [*map(str, parameters.municipalities), DISTRICT]
    found = []
    for seed in SEEDS:
        counted = draw_counts(parameters, np.random.default_rng(seed))[focus][:, :, [-5, -1]]
        counted = np.concatenate((counted, counted.sum(axis=1, keepdims=True)), axis=1).tolist()
        found.append(
            {
                kind: {body: tuple(pair) for body, pair in zip(bodies, pairs, strict=True)}
                for kind, pairs in zip(parameters.focus, counted, strict=True)
            }
        )
    return found


@pytest.fixture(scope="module")
def truths():
    return declared_truths(demo_parameters())


@cache
def chance_of_certainty(total: int) -> float:
    """How often two counts with one rate and this sum look certain to have changed."""
    after = np.arange(total + 1)
    certain = np.array([verdict(total - each, each) in CERTAIN for each in after.tolist()], bool)
    return float(binom.pmf(after, total, 0.5)[certain].sum())


def at_least_promised(found: int, tried: int, promised: float) -> bool:
    """Whether so many found are not fewer than a promise lets expect (one in a thousand such tests fails)."""
    return found >= binom.ppf(0.001, tried, promised)


def test_noise_is_announced_as_seldom_as_the_exact_test_says(packs, truths):
    announced, expected, spread, tested = 0, 0.0, 0.0, 0
    for pack in packs:
        for kind in truths["focus"]:
            # The district is the sum of its municipalities: only they are independent.
            for body in set(truths["null"][kind]) - {DISTRICT}:
                told, chance = verdict(*pack[kind][body]), chance_of_certainty(sum(pack[kind][body]))
                announced, tested = announced + (told in CERTAIN), tested + (told != "too-few")
                expected, spread = expected + chance, spread + chance * (1 - chance)
    assert abs(announced - expected) < 3.3 * spread**0.5
    assert announced <= binom.ppf(0.999, tested, 0.05)


def test_with_holm_at_most_one_pack_in_twenty_announces_noise(packs, truths):
    wrong = 0
    for pack in packs:
        for body in pack["burglary-home"]:
            kinds = [kind for kind in truths["focus"] if verdict(*pack[kind][body]) != "too-few"]
            stands = holm([exact_p(*pack[kind][body]) for kind in kinds])
            wrong += any(kept and body in truths["null"][kind] for kind, kept in zip(kinds, stands, strict=True))
    assert wrong <= binom.ppf(0.999, 8 * len(packs), 0.05)


def test_the_fall_and_the_rise_are_found_as_often_as_promised(packs, truths):
    fallen = sum(verdict(*pack["burglary-home"]["730"]) == "certain-fall" for pack in packs)
    risen = sum(verdict(*pack["stalking-orders"][DISTRICT]) == "certain-rise" for pack in packs)
    assert at_least_promised(fallen, len(packs), truths["rate_changes"]["randers-burglary-falls"]["power"])
    assert at_least_promised(risen, len(packs), truths["rate_changes"]["stalking-rises"]["power"])


def part(municipality: int, *kinds: str):
    """The demo district with one municipality and some kinds only: quick to make many times."""
    whole = demo_parameters()
    return replace(
        whole,
        municipalities=(municipality,),
        kinds=tuple(kind for kind in whole.kinds if kind.name in kinds),
        nightlife=tuple(each for each in whole.nightlife if each.municipality == municipality),
    )


def near_repeat_p(parameters, shapes, seed: int) -> float:
    generator = np.random.default_rng(seed)
    district = simulate(parameters, shapes, generator)
    rows = district.rows.at(reported_between(district, "2023-07-01", "2024-07-01"))
    points = np.column_stack((rows.east, rows.north)).astype(float)
    return knox(points, rows.reported.astype("datetime64[D]").astype(int), 200, 14, 199, generator)[2]


def test_the_wave_is_found_as_often_as_promised(shapes, truths):
    p_values = [near_repeat_p(part(730, "burglary-home"), shapes, seed) for seed in SPATIAL_SEEDS]
    found = sum(p <= 0.02 for p in p_values)
    assert at_least_promised(found, len(p_values), truths["moves"]["spentrup-wave"]["power"])


def test_where_no_wave_is_planted_chance_alone_decides(shapes):
    p_values = [near_repeat_p(part(706, "burglary-home"), shapes, seed) for seed in SPATIAL_SEEDS]
    assert sum(p <= 0.05 for p in p_values) <= binom.ppf(0.999, len(p_values), 0.05)


def test_the_friday_nights_are_found_as_often_as_promised(shapes, truths):
    planted, counted = truths["moves"]["aarhus-friday-nights"], []
    for seed in SPATIAL_SEEDS:
        district = simulate(part(751, "violence-against-person"), shapes, np.random.default_rng(seed))
        there = within(district, planted["east"], planted["north"], planted["radius_metres"]) & on_friday_night(
            district
        )
        halves = (reported_between(district, f"{year}-01-01", f"{year}-07-01") for year in (2023, 2024))
        counted.append([int((there & half).sum()) for half in halves])
    found = sum(exact_p(before, after) <= 0.05 for before, after in counted)
    assert at_least_promised(found, len(counted), planted["power"])
    before, after = np.array(counted).sum(axis=0)
    assert after / before == pytest.approx(planted["ratio"], rel=0.12)


def test_the_junction_is_found_as_often_as_promised(shapes, truths):
    planted, found = truths["moves"]["hadsten-junction"], 0
    for seed in SPATIAL_SEEDS:
        district = simulate(part(710, *planted["kinds"]), shapes, np.random.default_rng(seed))
        rows = district.rows.at(
            of_kind(district, *planted["kinds"]) & reported_between(district, "2023-07-01", "2024-07-01")
        )
        apart = np.hypot(np.subtract.outer(rows.east, rows.east), np.subtract.outer(rows.north, rows.north))
        worst = int((apart <= 30).sum(axis=1).argmax())
        there = np.hypot(rows.east[worst] - planted["east"], rows.north[worst] - planted["north"])
        found += there <= planted["radius_metres"] + 2
    assert at_least_promised(found, len(SPATIAL_SEEDS), planted["power"])
