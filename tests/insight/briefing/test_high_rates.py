"""A rate is called high where its whole interval lies above the district's rate, and nothing hidden is told by it."""

from __future__ import annotations

import pytest

from samvirke.foundation.speech import Speech
from samvirke.insight.briefing.high_rates import BesideDistrict, rates_beside_district
from samvirke.insight.indicators.every import every_indicator
from samvirke.insight.indicators.facts import Facts
from samvirke.insight.suppression.rates import Ratio, rate
from samvirke.insight.suppression.release import COUNCIL
from samvirke.registers.commitments.register import all_duties

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_every_municipality_with_enough_stands_beside_the_district(facts):
    found = rates_beside_district(facts, "burglary-homes", COUNCIL)
    assert set(found) <= set(facts.municipalities)
    assert len(found) >= 5
    assert len({one.whole for one in found.values()}) == 1
    total = next(iter(found.values())).whole.value
    assert min(one.rate.value for one in found.values()) < total < max(one.rate.value for one in found.values())
    assert {code for code, one in found.items() if one.is_high} == {
        code for code, one in found.items() if one.rate.low > total
    }


@pytest.mark.parametrize(("count", "is_high"), [(100, False), (115, False), (130, True), (60, False)])
def test_only_an_interval_wholly_above_counts_as_high(count, is_high):
    assert BesideDistrict(rate(count, 10_000), Ratio(10.0, 9.9, 10.1), "dwellings", count).is_high == is_high


def test_it_is_said_with_its_interval_beside_the_district():
    found = BesideDistrict(Ratio(13.0, 10.9, 15.4), Ratio(10.0, 9.8, 10.2), "dwellings", 130)
    assert found.said(Speech("en")) == (
        "13.0 per 1,000 homes (10.9–15.4) in twelve months, 10.0 in the district: above the district for certain"
    )
    level = BesideDistrict(Ratio(10.5, 9.0, 12.1), Ratio(10.0, 9.8, 10.2), "inhabitants", 100)
    assert level.said(Speech("en")).endswith("10.0 in the district: not above the district for certain")


def test_a_district_without_figures_has_no_rates(fjord, operator):
    assert rates_beside_district(Facts(operator, fjord), "burglary-homes", COUNCIL) == {}


def test_what_a_duty_names_is_an_indicator():
    named = {one.indicator for one in all_duties().values()} - {""}
    assert named == {"burglary-homes", "youth-crime"}
    assert named <= set(every_indicator())
