"""A day on which what is counted changed stops the comparison, and the line says where."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from samvirke.foundation.period import read_period
from samvirke.foundation.speech import Speech
from samvirke.insight.briefing.drawn import drawn, row_chart
from samvirke.insight.briefing.figures import figures
from samvirke.insight.briefing.rows import row
from samvirke.insight.indicators.every import indicator
from samvirke.insight.indicators.kit import Break, all_indicators
from samvirke.insight.suppression.release import COUNCIL

BURGLARY, SPRING = all_indicators()["burglary-homes"], read_period("2024Q2")


@pytest.mark.parametrize(
    ("earlier", "later", "broken"),
    [
        ("2017Q1", "2018Q1", True),
        ("2017Q4", "2018Q1", True),
        ("2017-12", "2018-01", True),
        ("2017", "2018", True),
        ("2018Q1", "2019Q1", False),
        ("2016Q4", "2017Q4", False),
        ("2023Q2", "2024Q2", False),
    ],
)
def test_burglary_is_not_compared_across_new_year_2018(earlier, later, broken):
    found = BURGLARY.break_between(read_period(earlier), read_period(later))
    assert (found is not None) == broken


def test_the_break_of_burglary_cites_the_section_that_changed():
    (only,) = BURGLARY.breaks
    assert only.on == date(2018, 1, 1)
    assert "276 a" in only.why


def test_no_other_indicator_claims_a_break():
    assert [name for name, one in all_indicators().items() if one.breaks] == ["burglary-homes"]


@pytest.mark.parametrize(
    ("language", "headline", "why"),
    [("da", "brud i serien", "Brud"), ("en", "break in the series", "Break")],
)
@pytest.mark.django_db
def test_a_break_inside_the_figures_is_said_in_place_of_a_change(facts, language, headline, why):
    moved = replace(BURGLARY, breaks=(Break(date(2024, 1, 1), "What is counted changed in between."),))
    shown = row(facts, figures(facts, moved, SPRING, COUNCIL), 730, Speech(language))
    assert (shown.change.state, shown.change.headline) == ("broken", headline)
    assert shown.change.p is None
    assert shown.break_said
    line = drawn(shown, Speech(language))
    assert shown.line.periods[line.broken_at].first == date(2024, 1, 1)
    assert line.compared is None
    assert f">{why.lower()}</text>" in row_chart(shown, Speech(language))


@pytest.mark.django_db
def test_without_a_break_the_same_row_is_compared(facts):
    shown = row(facts, figures(facts, BURGLARY, SPRING, COUNCIL), 730, Speech("en"))
    assert shown.change.state == "fall"
    assert (shown.broken_at, shown.break_said) == (None, "")


def test_a_name_that_nobody_declares_is_an_error_and_not_an_empty_figure():
    with pytest.raises(LookupError):
        indicator("burglary-houses")
