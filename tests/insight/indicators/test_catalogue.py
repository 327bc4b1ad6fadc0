"""Every indicator counts what a naive second count finds, never below zero, and its areas add up."""

from __future__ import annotations

import pytest
from tests.insight.indicators.naive import ORACLES

from samvirke.foundation.clock import today
from samvirke.foundation.period import read_period
from samvirke.insight.indicators.kit import Indicator, all_indicators
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.places.models import District

pytestmark = [pytest.mark.django_db]

DISTRICT = 0
QUARTERS = [read_period(written) for written in ("2019Q3", "2021Q1", "2023Q2", "2024Q2")]
YEARS = [read_period(written) for written in ("2022", "2023", "2024")]
CATALOGUE = sorted(all_indicators())


def periods(indicator: Indicator) -> list:
    if indicator.every == "year":
        return YEARS
    return [*QUARTERS, read_period("2024-02")] if indicator.every == "month" else QUARTERS


def test_every_indicator_has_a_second_count_or_says_here_why_not():
    # The plan of 2024 prints the mediations, and what is overdue is told below from its own rows.
    assert set(CATALOGUE) - set(ORACLES) == {"mediation-completed", "commitments-overdue"}


@pytest.mark.parametrize("name", sorted(ORACLES))
def test_it_counts_what_a_naive_second_count_finds(name, facts):
    indicator = all_indicators()[name]
    compared = 0
    for period in periods(indicator):
        found = {area: (one.part, one.whole) for area, one in indicator.count(facts, period).items()}
        expected = ORACLES[name](facts, period)
        if name == "repeat-dwellings" and period == QUARTERS[0]:
            assert found == {}, "four quarters are wanted, and these are the first figures"
            continue
        assert found == {area: pytest.approx(pair) for area, pair in expected.items()}, period
        compared += len(found)
    assert compared


@pytest.mark.parametrize("name", CATALOGUE)
def test_no_count_is_negative_and_no_part_exceeds_its_whole(name, facts):
    indicator = all_indicators()[name]
    for period in periods(indicator):
        for one in indicator.count(facts, period).values():
            assert one.part >= 0
            if indicator.kind == "share":
                assert one.whole is not None
                assert one.part <= one.whole


@pytest.mark.parametrize("name", [name for name in sorted(ORACLES) if name not in ("exit-courses", "safety-share")])
def test_the_municipalities_add_up_to_the_district(name, facts):
    indicator = all_indicators()[name]
    for period in periods(indicator):
        counts = indicator.count(facts, period)
        if counts:
            whole = counts.pop(DISTRICT)
            assert whole.part == pytest.approx(sum(one.part for one in counts.values()))
            assert (whole.whole or 0) == pytest.approx(sum(one.whole or 0 for one in counts.values()))


@pytest.mark.parametrize("name", ["exit-courses", "safety-share"])
def test_what_is_counted_by_hand_is_never_more_in_the_parts_than_in_the_whole(name, facts):
    indicator = all_indicators()[name]
    for period in periods(indicator):
        counts = indicator.count(facts, period)
        if counts:
            whole = counts.pop(DISTRICT)
            assert sum(one.part for one in counts.values()) <= whole.part


@pytest.mark.parametrize("name", [name for name in CATALOGUE if all_indicators()[name].categories])
def test_a_period_without_figures_is_empty_and_not_zero(name, facts):
    indicator = all_indicators()[name]
    outside = ["2019Q2", "2024Q3", *(["2024-07"] if indicator.every == "month" else [])]
    assert [indicator.count(facts, read_period(written)) for written in outside] == [{} for _ in outside]


@pytest.mark.parametrize("name", [name for name in CATALOGUE if name != "mediation-completed"])
def test_it_speaks_of_areas_of_the_district_only(name, facts):
    indicator = all_indicators()[name]
    for period in periods(indicator):
        assert set(indicator.count(facts, period)) <= {DISTRICT, *facts.municipalities}


def test_overdue_commitments_are_those_open_whose_day_has_passed(facts):
    open_rows = [one for one in Commitment.objects.filter(district=facts.district, case_id=None) if one.state == "open"]
    late = [one for one in open_rows if one.due and one.due < today()]
    (found,) = all_indicators()["commitments-overdue"].count(facts, read_period("2024")).values()
    assert (found.part, found.whole) == (len(late), len(open_rows))
    assert found.part >= 5


def test_what_is_overdue_is_told_of_this_year_only(facts):
    assert all_indicators()["commitments-overdue"].count(facts, read_period("2023")) == {}


def test_completed_mediations_are_those_that_the_plan_prints(facts):
    printed = District.objects.get(pk=facts.district.pk).series.get(slug="mediations-completed").points.all()
    assert len(printed) >= 5
    for point in printed:
        counts = all_indicators()["mediation-completed"].count(facts, read_period(point.period))
        assert {area: one.part for area, one in counts.items()} == {DISTRICT: point.value}
