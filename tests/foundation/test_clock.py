"""Two clocks: the business date can be held still, the real time cannot."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvirke.foundation.clock import COPENHAGEN, now, standing_on, today
from samvirke.foundation.fault import Refused


def test_the_environment_holds_the_business_date(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SAMVIRKE_TODAY", "2024-08-20")
    assert today() == date(2024, 8, 20)


def test_without_a_held_date_today_is_the_day_in_copenhagen(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("SAMVIRKE_TODAY")
    before, day, after = (datetime.now(COPENHAGEN).date(), today(), datetime.now(COPENHAGEN).date())
    assert before <= day <= after


@pytest.mark.parametrize("stated", ["20/8/2024", "2024-02-30", "tomorrow"])
def test_a_date_that_is_none_is_refused_with_how_to_write_it(monkeypatch: pytest.MonkeyPatch, stated: str):
    monkeypatch.setenv("SAMVIRKE_TODAY", stated)
    with pytest.raises(Refused, match="2024-08-20"):
        today()


@given(st.dates(), st.dates())
def test_a_date_is_held_inside_a_block_and_let_go_after_it(outer: date, inner: date):
    with standing_on(outer):
        with standing_on(inner):
            assert today() == inner
        assert today() == outer
    assert today() == date(2024, 8, 20)


def test_a_fault_inside_a_block_lets_the_date_go():
    with pytest.raises(ZeroDivisionError), standing_on(date(2030, 1, 1)):
        raise ZeroDivisionError
    assert today() == date(2024, 8, 20)


def test_the_real_time_is_not_held_by_the_business_date():
    with standing_on(date(1999, 1, 1)):
        before, moment, after = datetime.now(UTC), now(), datetime.now(UTC)
    assert before <= moment <= after
    assert moment.tzinfo is UTC
