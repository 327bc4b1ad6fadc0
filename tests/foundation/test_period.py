"""Months, quarters and years follow one another without gap or overlap, and are written and read alike."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvirke.foundation.fault import Refused
from samvirke.foundation.period import Period, period_of, read_period

KINDS = st.sampled_from(["month", "quarter", "year"])
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    return period_of(draw(DAYS), draw(KINDS))


def test_the_second_quarter_of_2024_runs_from_april_to_june():
    quarter = read_period("2024Q2")
    assert (quarter.first, quarter.last, quarter.after) == (date(2024, 4, 1), date(2024, 6, 30), date(2024, 7, 1))
    assert [str(month) for month in quarter.within("month")] == ["2024-04", "2024-05", "2024-06"]
    assert str(quarter.year_before()) == "2023Q2"


def test_the_demo_has_twenty_quarters_from_2019_to_2024():
    twenty = read_period("2024Q2").back(20)
    assert (str(twenty[0]), str(twenty[-1]), len(twenty)) == ("2019Q3", "2024Q2", 20)


def test_february_is_longer_in_a_leap_year():
    assert read_period("2024-02").last == date(2024, 2, 29)
    assert read_period("2023-02").last == date(2023, 2, 28)
    assert read_period("1900-02").last == date(1900, 2, 28)


def test_a_year_is_made_of_four_quarters_and_twelve_months():
    year = read_period("2024")
    assert [str(quarter) for quarter in year.within("quarter")] == ["2024Q1", "2024Q2", "2024Q3", "2024Q4"]
    assert year.within("month")[-1].last == year.last
    assert year.within("year") == [year]


@given(DAYS, KINDS)
def test_a_day_lies_in_its_period(day: date, kind: str):
    period = period_of(day, kind)
    assert period.first <= day <= period.last < period.after
    assert period.kind == kind


@given(periods(), st.integers(-500, 500))
def test_the_next_period_begins_the_day_after_the_last(period: Period, steps: int):
    later = period.shifted(steps)
    assert later.shifted(1).first == later.last + timedelta(days=1) == later.after
    assert later.shifted(-steps) == period


@given(periods())
def test_a_period_is_read_as_it_is_written(period: Period):
    assert read_period(str(period)) == period
    assert read_period(f"  {str(period).lower()} ", period.kind) == period


@given(periods(), periods())
def test_periods_of_a_kind_are_ordered_as_their_days(one: Period, other: Period):
    if one.kind == other.kind:
        assert (one < other) == (one.first < other.first)


@given(periods(), KINDS)
def test_the_parts_of_a_period_cover_each_of_its_days_once(period: Period, kind: str):
    parts = period.within(kind)
    if parts:
        assert (parts[0].first, parts[-1].last) == (period.first, period.last)
        assert [part.after for part in parts[:-1]] == [part.first for part in parts[1:]]


@given(periods())
def test_the_year_before_is_so_many_steps_back(period: Period):
    steps = {"month": 12, "quarter": 4, "year": 1}[period.kind]
    assert period.year_before() == period.shifted(-steps) == period.back(steps + 1)[0]


@given(st.text(max_size=12))
def test_whatever_is_written_is_a_period_or_is_refused_with_what_to_write(written: str):
    if re.fullmatch(r"\s*\d{4}(Q[1-4]|-(0[1-9]|1[0-2]))?\s*", written, re.ASCII | re.IGNORECASE):
        assert str(read_period(written)) == written.strip().upper()
    else:
        with pytest.raises(Refused, match="2024Q2"):
            read_period(written)


@pytest.mark.parametrize(
    "written",
    ["2024Q5", "2024Q0", "2024-13", "2024-00", "24Q2", "2024 Q2", "", "Q2", "0000", "9999Q4", "٢٠٢٤", "2024Q2\n2025Q1"],
)
def test_what_is_no_period_is_refused(written: str):
    with pytest.raises(Refused):
        read_period(written)


def test_a_month_is_no_quarter_and_the_remedy_says_how_a_quarter_is_written():
    with pytest.raises(Refused, match="Write a quarter as 2024Q2"):
        read_period("2024-06", "quarter")


def test_there_is_no_fifth_quarter():
    with pytest.raises(ValueError, match="no quarter 5"):
        Period(2024, 5, "quarter")
