"""One offence type in one week: a cluster is told, noise is not, and no circle is a home."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from tests.insight.emerging.rows import UNTIL, noise, with_cluster

from samvirke.insight.emerging.engine.promise import Promise
from samvirke.insight.emerging.engine.same import Last, grown_from
from samvirke.insight.emerging.engine.scanned import SQUARE, Rows, scanned
from samvirke.insight.emerging.engine.watched import NO_PLACES, watched
from samvirke.registers.incidents.categories import categories

ONE = Promise(2.0, 1)


def test_a_cluster_of_the_last_weeks_is_told_with_place_weeks_and_numbers():
    rows = with_cluster(noise(1))
    [found] = scanned("arson", rows, UNTIL, ONE)
    # One of the noise lies in the same circle and weeks.
    assert (found.observed, found.municipality, found.until, found.n) == (9, 999, UNTIL, 608)
    assert abs(found.x - 4250) <= SQUARE
    assert abs(found.y - 6250) <= SQUARE
    assert found.radius >= SQUARE
    assert found.begins >= UNTIL - timedelta(days=27)
    assert found.expected < 1
    assert 0 < found.p <= ONE.alarm_p
    # The weeks of the place end with this one, and hold what the cluster holds.
    assert sum(found.weeks[-4:]) == 9
    assert len(found.weeks) == len(found.usual) == 26


def test_the_same_data_give_the_same_answer_to_the_last_digit_in_any_order():
    rows = with_cluster(noise(1))
    turned = Rows(*(column[::-1] for column in vars(rows).values()))
    assert scanned("arson", rows, UNTIL, ONE) == scanned("arson", turned, UNTIL, ONE)


def test_a_cluster_in_one_home_or_one_spot_names_the_municipality_and_no_place():
    [home] = scanned("burglary-home", with_cluster(noise(1, homes=True), dwelling="home 7"), UNTIL, ONE)
    [spot] = scanned("damage", with_cluster(noise(1), spread=0), UNTIL, ONE)
    for found in (home, spot):
        assert (found.x, found.y, found.radius) == (None, None, None)
        assert (found.observed, found.municipality) == (9, 999)


def test_two_reports_are_no_signal_however_rare():
    lenient = Promise(12.0, 1)
    rows = noise(4)
    assert scanned("arson", rows, UNTIL, lenient) == []
    near = rows.only(np.hypot(rows.x - 4250, rows.y - 6250) > 2000)
    assert scanned("arson", with_cluster(near, number=2), UNTIL, lenient) == []
    assert scanned("arson", with_cluster(near, number=3), UNTIL, lenient) != []


def test_what_cannot_be_dealt_out_gives_no_signal():
    rows = noise(1)
    assert scanned("arson", rows.only(np.arange(600) < 1), UNTIL, ONE) == []
    last = (UNTIL - date(1970, 1, 1)).days
    assert scanned("arson", rows.only(rows.day > last - 7), UNTIL, ONE) == []


def test_a_year_of_noise_stays_within_the_promise():
    """What is expected of twelve types in a year is at most four; eleven or more come less than once in a thousand."""
    promise, alarms = Promise(4.0, 12), 0
    for type_ in range(12):
        rows = noise(100 + type_, number=400, until=UNTIL)
        for week in range(0, 52, 2):
            until = UNTIL - timedelta(weeks=week)
            last = (until - date(1970, 1, 1)).days
            alarms += len(scanned("arson", rows.only(rows.day <= last), until, promise))
    assert alarms < 11


def test_the_promise_is_divided_over_weeks_and_types_and_adds_up_again():
    promise = Promise(2.0, 18)
    assert promise.alarm_p == pytest.approx(2 * 7 / 365.25 / 18)
    assert promise.by_chance * 365.25 / 7 == pytest.approx(2.0)
    assert promise.deals >= 1 / promise.alarm_p
    # So rare a cluster as the line comes, among all types, as often as was promised.
    assert 365.25 / promise.recurrence_days(promise.alarm_p) == pytest.approx(2.0)
    assert Promise(2.0, 0).by_chance == 0


def test_what_the_police_find_themselves_weighs_nothing_unless_it_was_asked_for():
    every = set(categories())
    found = {code for code, one in categories().items() if one.found}
    assert not found & set(watched(every, with_discovered=False))
    assert set(watched(every, with_discovered=True)) - set(watched(every, with_discovered=False)) == found
    assert not NO_PLACES & set(watched(every, with_discovered=True))
    assert set(categories()) >= NO_PLACES


def test_a_cluster_continues_the_signal_that_it_meets_in_place_and_time_and_no_other():
    [found] = scanned("arson", with_cluster(noise(1)), UNTIL, ONE)
    before = UNTIL - timedelta(weeks=1)

    def last(whose: str, **changed: object) -> Last[str]:
        facts = {"category": "arson", "municipality": 999, "x": 4700.0, "y": 6250.0, "radius": 500.0, "until": before}
        return Last(whose, **(facts | changed))

    assert grown_from(found, [last("near")]) == "near"
    assert grown_from(found, [last("far", x=9000.0)]) is None
    assert grown_from(found, [last("other", category="damage")]) is None
    assert grown_from(found, [last("old", until=found.begins - timedelta(days=1))]) is None
    assert grown_from(found, [last("untold", x=None, y=None, radius=None)]) is None
    assert grown_from(found, [last("older", until=before - timedelta(weeks=1)), last("newer")]) == "newer"
    [home] = scanned("damage", with_cluster(noise(1), spread=0), UNTIL, ONE)
    untold = {"category": "damage", "x": None, "y": None, "radius": None}
    assert grown_from(home, [last("here", **untold)]) == "here"
    assert grown_from(home, [last("there", **untold, municipality=998)]) is None
