"""In the demo district what is planted is found, and what is noise is not announced."""

from __future__ import annotations

import json

import numpy as np
import pytest
from tests.analysis.simulation.naive import (
    exact_p,
    holm,
    knox,
    of_kind,
    on_friday_night,
    quarterly,
    reported_between,
    verdict,
    within,
)

from samvirke.analysis.simulation import declared_truths
from samvirke.analysis.simulation.truths import DISTRICT


@pytest.fixture(scope="module")
def truths(demo):
    return json.loads(json.dumps(demo.truths))


@pytest.fixture(scope="module")
def changes(demo):
    """The two counts that a pack compares, by kind and body."""
    counted = quarterly(demo)[:, :, [-5, -1]]
    bodies = [*map(str, demo.parameters.municipalities), DISTRICT]
    totals = np.concatenate((counted, counted.sum(axis=1, keepdims=True)), axis=1).tolist()
    return {
        kind.name: {body: tuple(pair) for body, pair in zip(bodies, pairs, strict=True)}
        for kind, pairs in zip(demo.parameters.kinds, totals, strict=True)
    }


def test_the_truths_are_json_and_known_before_any_row_is_made(demo, truths):
    declared = json.loads(json.dumps(declared_truths(demo.parameters)))
    for name, move in declared["moves"].items():
        move["journals"] = truths["moves"][name]["journals"]
    assert truths == declared


def test_every_focus_indicator_of_every_body_is_either_planted_or_null(truths):
    for kind in truths["focus"]:
        for body, (before, after) in truths["expected"][kind].items():
            assert (body in truths["null"][kind]) == (before == after)
    assert truths["null"]["stalking-orders"] == []
    assert set(truths["null"]["violence-against-person"]) == set(truths["expected"]["violence-against-person"])
    burglary = set(truths["expected"]["burglary-home"]) - set(truths["null"]["burglary-home"])
    assert burglary == {"730", DISTRICT}


def test_nothing_that_is_noise_is_announced_in_any_pack(truths, changes):
    for kind in truths["focus"]:
        for body in truths["null"][kind]:
            assert verdict(*changes[kind][body]) in ("uncertain", "too-few"), (kind, body)


def test_what_holm_leaves_standing_in_each_pack_is_exactly_what_was_planted(truths, changes):
    standing = set()
    for body in changes["burglary-home"]:
        tested = [kind for kind in truths["focus"] if verdict(*changes[kind][body]) != "too-few"]
        # Six are looked at even when some are too few to be tested.
        p_values = [exact_p(*changes[kind][body]) for kind in tested] + [1.0] * (6 - len(tested))
        kept = holm(p_values)
        standing |= {(kind, body) for kind, stands in zip(tested, kept, strict=False) if stands}
    assert standing == {("burglary-home", "730"), ("stalking-orders", DISTRICT), ("burglary-home", DISTRICT)}


def test_homes_in_randers_are_burgled_less_and_the_district_with_them(changes):
    assert verdict(*changes["burglary-home"]["730"]) == "certain-fall"
    assert verdict(*changes["burglary-home"][DISTRICT]) == "certain-fall"
    assert verdict(*changes["stalking-orders"][DISTRICT]) == "certain-rise"


def test_samsoe_has_too_few_of_everything(truths, changes):
    assert {verdict(*changes[kind]["741"]) for kind in truths["focus"]} == {"too-few"}


def test_the_near_repeats_of_spentrup_are_found_in_its_municipality_and_nowhere_else(demo, truths):
    wave, generator = truths["moves"]["spentrup-wave"], np.random.default_rng(20240820)
    latest = of_kind(demo, *wave["kinds"]) & reported_between(demo, "2023-07-01", "2024-07-01")
    for code in demo.parameters.municipalities:
        rows = demo.rows.at(latest & (demo.rows.municipality == code))
        points = np.column_stack((rows.east, rows.north)).astype(float)
        days = rows.reported.astype("datetime64[D]").astype(int)
        pairs, expected, p = knox(points, days, 200, 14, 999, generator)
        if code == wave["municipality"]:
            assert pairs > 1.5 * expected
            assert p <= 0.02
        else:
            assert p > 0.05


def test_each_burglary_of_the_wave_but_the_first_of_a_chain_follows_another_closely(demo, truths):
    wave, rows = truths["moves"]["spentrup-wave"], demo.rows.at(demo.rows.planted == 1)
    assert len(rows) == wave["incidents"] == len(wave["journals"]) == 15
    days = rows.reported.astype("datetime64[D]")
    assert np.datetime64(wave["from"]) <= days.min() <= days.max() <= np.datetime64(wave["to"])
    assert (rows.starts.astype("datetime64[D]") == days).all()
    follows = [
        any(
            np.hypot(rows.east[one] - rows.east[other], rows.north[one] - rows.north[other]) <= 200
            and np.timedelta64(0) <= rows.reported[one] - rows.reported[other] <= np.timedelta64(14 * 1440, "m")
            for other in range(one)
        )
        for one in range(len(rows))
    ]
    assert follows.count(False) <= len(wave["chains"])


def test_friday_nights_get_worse_at_one_place_while_the_municipality_does_not(demo, truths, changes):
    planted = truths["moves"]["aarhus-friday-nights"]
    there = of_kind(demo, *planted["kinds"]) & within(demo, planted["east"], planted["north"], planted["radius_metres"])
    there &= on_friday_night(demo)
    halves = [
        int((there & reported_between(demo, f"{year}-01-01", f"{year}-07-01")).sum()) for year in range(2020, 2025)
    ]
    assert exact_p(halves[-2], halves[-1]) < 0.01
    assert 2 < halves[-1] / np.mean(halves[:-1]) < 4
    assert verdict(*changes["violence-against-person"]["751"]) == "uncertain"
    assert (on_friday_night(demo) | (demo.rows.planted != 2)).all()


def test_one_junction_of_favrskov_has_seven_collisions_after_one_a_year_and_no_other_has_four(demo, truths):
    planted = truths["moves"]["hadsten-junction"]
    collisions = of_kind(demo, *planted["kinds"]) & (demo.rows.municipality == planted["municipality"])
    there = collisions & within(demo, planted["east"], planted["north"], planted["radius_metres"] + 2)
    years = [
        int((there & reported_between(demo, f"{year}-07-01", f"{year + 1}-07-01")).sum()) for year in range(2019, 2024)
    ]
    assert years == [1, 1, 1, 1, 7]
    rows = demo.rows.at(collisions & ~there & reported_between(demo, "2023-07-01", "2024-07-01"))
    apart = np.hypot(np.subtract.outer(rows.east, rows.east), np.subtract.outer(rows.north, rows.north))
    assert (apart <= 30).sum(axis=1).max() < 4


def test_the_journals_of_what_was_moved_are_those_of_the_rows(demo, truths):
    position = {journal: row for row, journal in enumerate(demo.journals)}
    for mark, move in enumerate(demo.parameters.moves, start=1):
        rows = [position[journal] for journal in truths["moves"][move.name]["journals"]]
        assert rows == np.flatnonzero(demo.rows.planted == mark).tolist()


def test_the_counts_agree_with_the_drawn_screens(changes):
    near = {
        ("violence-against-person", DISTRICT): (672, 672),
        ("violence-against-person", "730"): (118, 109),
        ("burglary-home", DISTRICT): (496, 412),
        ("burglary-home", "730"): (96, 61),
        ("collision-injury", DISTRICT): (89, 89),
        ("stalking-orders", DISTRICT): (61, 96),
        ("stalking-orders", "730"): (11, 21),
        ("close-relation-violence", DISTRICT): (318, 318),
    }
    for (kind, body), drawn in near.items():
        for count, on_screen in zip(changes[kind][body], drawn, strict=True):
            assert abs(count - on_screen) < 0.12 * on_screen, (kind, body)
    assert verdict(*changes["stalking-orders"]["730"]) == "too-few"
