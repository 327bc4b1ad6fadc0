"""By when a stage must be over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.desks.casework.kinds.trial_psp import TRIAL

from samvirke.desks.casework.engine.clocks import configured, due_on, end_of, years_after
from samvirke.desks.casework.engine.declaration import Clock, FromConfiguration

_FRIDAY = date(2024, 8, 16)


@pytest.mark.parametrize(
    ("amount", "unit", "begins", "ends"),
    [
        pytest.param(14, "days", _FRIDAY, date(2024, 8, 30), id="days count every day"),
        pytest.param(6, "weekdays", _FRIDAY, date(2024, 8, 26), id="six weekdays pass over a weekend"),
        pytest.param(1, "weekdays", date(2024, 8, 17), date(2024, 8, 19), id="from a Saturday"),
        pytest.param(72, "hours", _FRIDAY, date(2024, 8, 19), id="72 hours are three days"),
        pytest.param(25, "hours", _FRIDAY, date(2024, 8, 18), id="a broken day counts whole"),
        pytest.param(5, "years", date(2024, 2, 29), date(2029, 2, 28), id="a leap day in a year without one"),
    ],
)
def test_a_period_ends_on_its_last_day(amount: int, unit: str, begins: date, ends: date):
    assert end_of(Clock(amount, unit, "a law"), begins) == ends


def test_years_keep_the_day():
    assert years_after(date(2024, 3, 1), 2) == date(2026, 3, 1)


def test_a_stage_counts_from_the_day_it_began():
    assert due_on(TRIAL, "screened", _FRIDAY, {}, lambda what: None) == date(2024, 8, 30)


def test_a_period_of_the_district_is_used_where_the_law_gives_none():
    assert due_on(TRIAL, "filtered", _FRIDAY, {}, {"stage:filtered": 10}.get) == date(2024, 8, 26)
    assert due_on(TRIAL, "filtered", _FRIDAY, {}, lambda what: None) is None


def test_a_period_of_the_district_may_count_from_an_answer_too():
    stage = replace(TRIAL.stage("filtered"), clock=FromConfiguration(since="enquiry.first_on"))
    declared = replace(TRIAL, stages=(stage,))
    entered = {"stage:filtered": 3}.get
    assert due_on(declared, "filtered", _FRIDAY, {"enquiry.first_on": "2024-08-12"}, entered) == date(2024, 8, 15)
    assert due_on(declared, "filtered", _FRIDAY, {}, entered) is None


def test_a_clock_may_count_from_an_answer_and_waits_for_it():
    assert due_on(TRIAL, "shared", _FRIDAY, {"enquiry.last_on": "2024-08-20"}, lambda what: None) == date(2024, 8, 22)
    assert due_on(TRIAL, "shared", _FRIDAY, {}, lambda what: None) is None


def test_a_stage_without_a_clock_has_no_deadline():
    assert due_on(TRIAL, "closed", _FRIDAY, {}, lambda what: 3) is None


def test_what_the_district_has_to_enter_is_listed():
    assert configured(TRIAL) == ["stage:filtered", "keep"]
