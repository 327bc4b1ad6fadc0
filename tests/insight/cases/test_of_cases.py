"""Every count of every kind of case is an indicator without a file of its own, and counts what a naive look finds."""

from __future__ import annotations

from collections import Counter
from datetime import date
from random import Random

import pytest
from tests.insight.cases.conftest import FJORDBY, PLACES, SKOVBY

from samvirke.desks.casework.models import Tally
from samvirke.desks.casework.register import case_type, case_types
from samvirke.desks.plan.commands.put_series import put_series
from samvirke.foundation.period import Period, read_period
from samvirke.insight.briefing.figures import figures
from samvirke.insight.indicators.every import every_indicator, indicator, indicator_here
from samvirke.insight.indicators.kit import Counted, all_indicators
from samvirke.insight.indicators.of_cases import case_indicators, continued
from samvirke.insight.suppression.release import COUNCIL

pytestmark = [pytest.mark.django_db]
AGREED = "cases-mediation-closed-agreement"


def test_each_count_of_each_kind_is_one_indicator_of_a_name_that_fits_an_address_and_the_ledger():
    names = Counter(one.name for one in case_indicators())
    assert sum(names.values()) == sum(len(one.counts) for one in case_types().values()) == len(names)
    assert all(name.replace("-", "").replace("_", "").isalnum() and len(name) < 80 for name in names)
    assert set(every_indicator()) == set(names) | set(all_indicators())


@pytest.mark.parametrize("found", case_indicators(), ids=lambda one: one.name)
def test_each_says_what_it_counts_and_where_it_comes_from(found):
    kind = next(one for one in case_types().values() if found.name.startswith(f"cases-{one.name}-"))
    assert kind.title in found.title.text("en")
    assert "Nobody is in the count." in found.counted.text("en")
    assert kind.title in found.source.text("en")
    assert (found.few, found.every) == (10, "year") if kind.sensitive else found.few == 5


def test_there_is_no_indicator_that_nobody_declared(fjord_facts):
    with pytest.raises(LookupError):
        indicator("cases-mediation-closed-quarrel")
    with pytest.raises(LookupError):
        indicator_here(fjord_facts(), "cases-mediation-closed-quarrel")


def test_it_counts_what_a_naive_look_at_the_rows_finds(tell, fjord_facts):
    dice = Random(20240820)
    for month in ("2022-01", "2022-02", "2023-04", "2023-12", "2024-05"):
        for place in PLACES:
            tell("speed-tip", "received", month, dice.randrange(9), place)
            tell("speed-tip", "told", month, dice.randrange(3), place)
    facts = fjord_facts()
    for period in read_period("2024Q2").back(9):
        rows = [
            one
            for one in Tally.objects.filter(what="received", district_id="fjordkredsen")
            if period.first <= one.month <= period.last
        ]
        expected = {code: Counted(sum(one.municipality == code for one in rows)) for code in (FJORDBY, SKOVBY)}
        assert indicator("cases-speed-tip-received").count(facts, period) == {0: Counted(len(rows)), **expected}


def test_before_counting_began_and_before_a_period_is_over_nothing_is_known(tell, fjord_facts):
    tell("speed-tip", "received", "2023-05", 7)
    tell("speed-tip", "received", "2024-07", 7)
    known = [
        str(period)
        for period in read_period("2024Q4").back(10)
        if indicator("cases-speed-tip-received").count(fjord_facts(), period)
    ]
    assert known == ["2023Q3", "2023Q4", "2024Q1", "2024Q2"]


def test_another_districts_cases_are_not_counted(tell, fjord_facts, dale):
    tell("speed-tip", "received", "2023-01", 7)
    Tally.objects.filter(district_id="fjordkredsen").update(district_id=dale.pk)
    assert indicator("cases-speed-tip-received").count(fjord_facts(), read_period("2023Q1")) == {}


def test_mediations_go_on_from_what_plans_have_printed_with_a_break_in_between(tell, fjord_facts, operator, fjord):
    points = [{"period": str(year), "municipality_id": None, "value": year - 2000, "n": None} for year in (2021, 2022)]
    named = {"slug": "mediations-completed", "title": {"en": "Mediations"}, "unit": {"en": "a year"}, "invented": True}
    put_series(operator, district=fjord, facts=named, points=points)
    tell("mediation", "screened", "2022-09", 1)
    tell("mediation", "closed: agreement", "2022-10", 3)
    tell("mediation", "closed: agreement", "2023-10", 30)
    facts = fjord_facts()
    found = continued(facts, case_type("mediation"), "closed: agreement")
    counts = {year: found.count(facts, Period(year, 1, "year")) for year in range(2020, 2025)}
    assert {year: column[0].part for year, column in counts.items() if column} == {2021: 21, 2022: 22, 2023: 30}
    (broken,) = found.breaks
    assert broken.on == date(2023, 1, 1)
    assert found.break_between(Period(2022, 1, "year"), Period(2023, 1, "year")) == broken
    assert found.name == indicator(AGREED).name
    assert indicator_here(facts, AGREED).breaks == (broken,)
    assert indicator_here(facts, "burglary-homes") is indicator("burglary-homes")


def test_a_count_that_plans_have_not_printed_goes_on_from_nothing(fjord_facts):
    assert continued(fjord_facts(), case_type("speed-tip"), "received").breaks == ()


@pytest.mark.parametrize(
    ("kind", "cells"),
    [
        ("psp", {0: 9, FJORDBY: 9, SKOVBY: 0}),
        ("stalking", {0: 21, FJORDBY: None, SKOVBY: None}),
    ],
)
def test_nine_cases_are_shown_of_one_kind_and_not_of_a_sensitive_one(kind, cells, tell, fjord_facts):
    what = case_type(kind).counts[0]
    tell(kind, what, "2023-01", 12, SKOVBY)
    tell(kind, what, "2023-04", 9, FJORDBY)
    found = figures(fjord_facts(), indicator(f"cases-{kind}-{what}"), read_period("2023Q2"), COUNCIL)
    assert {area: cell.value for area, cell in found.now_cells.items()} == cells
