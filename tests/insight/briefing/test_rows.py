"""A row says its count, change, line, rate and source as the standard has it, in both languages."""

from __future__ import annotations

from datetime import date

import pytest
from tests.insight.written_file import FJORDBY, SKOVBY, Row, many

from samvirke.foundation.period import read_period
from samvirke.foundation.speech import Speech
from samvirke.insight.briefing.drawn import line_said, row_chart, row_sparkline, unit_said, why_not_drawn
from samvirke.insight.briefing.figures import figures
from samvirke.insight.briefing.pack.page_two import share_said
from samvirke.insight.briefing.rows import row
from samvirke.insight.indicators.kit import all_indicators
from samvirke.insight.suppression.release import COUNCIL
from samvirke.registers.places.commands.put_denominators import put_denominators

pytestmark = [pytest.mark.django_db]

SPRING, LAST_SPRING = read_period("2024Q2"), read_period("2023Q2")
LANGUAGES = ("da", "en")


def in_spring(year: int, number: int, **facts: object) -> list[Row]:
    return many(number, date(year, 4, 1), 90, **facts)


@pytest.fixture
def small(counted, operator):
    """Two springs in the small district: each indicator in a state of its own."""
    rows = [Row(date(2022, 7, 1), offence="andet"), Row(date(2024, 6, 30), offence="andet")]
    for year, burglaries, few, violent in ((2023, 96, 9, 40), (2024, 61, 17, 42)):
        rows += in_spring(year, burglaries)
        rows += in_spring(year, few, municipality=SKOVBY)
        rows += in_spring(year, violent, offence="vold med skade")
        rows += in_spring(year, 3, offence="vold uden skade", municipality=SKOVBY)
        rows += in_spring(year, 30, offence="it-økonomisk")
    facts = counted(rows)
    values = {FJORDBY: 10_000, SKOVBY: 2_000}
    put_denominators(operator, kind="dwellings", year=2024, values=values, source="made up", invented=True)
    return facts


@pytest.fixture
def rows_of(small):
    def of(name: str, area: int, language: str = "da"):
        found = figures(small, all_indicators()[name], SPRING, COUNCIL)
        return row(small, found, area, Speech(language))

    return of


def test_a_certain_change(rows_of):
    found = rows_of("burglary-homes", FJORDBY)
    assert (found.now, found.past) == ("61", "96")
    assert (found.change.headline, found.change.detail) == ("faldet 36\xa0%", "mellem −55 og −12\xa0%")
    assert found.rate == "6,1 pr. 1.000 boliger (4,7–7,8)"
    assert found.source
    assert rows_of("burglary-homes", FJORDBY, "en").rate == "6.1 per 1,000 homes (4.7–7.8)"


def test_too_few_for_a_change_though_not_hidden(rows_of):
    found = rows_of("burglary-homes", SKOVBY)
    assert (found.now, found.change.headline, found.change.detail) == (
        "17",
        "for få til at sige",
        "n 17 mod 9 året før",
    )


def test_a_hidden_count_says_what_it_may_and_why(rows_of):
    found = rows_of("violence-against-person", SKOVBY)
    assert (found.now, found.past, found.note) == ("1–4", "1–4", "Skjult for at beskytte personer")
    assert (found.change.headline, found.value, found.rate) == ("for få til at sige", None, "")


def test_the_count_that_protects_it_is_hidden_without_a_range(rows_of):
    found = rows_of("violence-against-person", FJORDBY)
    assert (found.now, found.note) == ("skjult", "Skjult for at beskytte personer")
    assert rows_of("violence-against-person", FJORDBY, "en").now == "hidden"
    assert rows_of("violence-against-person", 0).now == "45"


def test_zero_is_a_number_and_said_as_none(rows_of):
    assert rows_of("online-fraud", SKOVBY).now == "ingen"
    assert rows_of("online-fraud", SKOVBY, "en").now == "none"
    assert rows_of("online-fraud", FJORDBY).now == "30"


def test_an_indicator_without_figures_says_so(small):
    empty = figures(small, all_indicators()["safety-share"], SPRING, COUNCIL)
    assert not empty.is_counted
    assert row(small, empty, FJORDBY, Speech("da")).now == "ingen tal"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_with_a_hidden_number_is_not_drawn_and_says_why(rows_of, language):
    few, protecting = (rows_of("violence-against-person", area, language) for area in (SKOVBY, FJORDBY))
    for one in (few, protecting):
        assert row_sparkline(one, Speech(language)) == row_chart(one, Speech(language)) == ""
        assert one.line.values == ()
    assert "5" in why_not_drawn(few, Speech(language))
    assert "5" not in why_not_drawn(protecting, Speech(language))


def test_a_line_is_drawn_by_quarter_where_a_month_is_small(rows_of):
    found = rows_of("burglary-homes", SKOVBY)
    assert (found.line.every, found.line.why) == ("quarter", "few-months")
    assert unit_said(found, Speech("da")) == "pr. kvartal, under 5 i nogle måneder"


def test_the_sentence_for_a_line_begins_with_the_finding(rows_of):
    found = rows_of("burglary-homes", SKOVBY, "en")
    said = line_said(found, Speech("en"))
    assert said.startswith("Reported burglaries in homes: too few to say.")
    assert said.endswith("it lies between 0 and 17.")


@pytest.mark.parametrize(
    ("language", "now", "note", "sentence"),
    [
        ("da", "86\xa0%", "82–90, n 281", "Ingen sikker ændring fra 2022 (mellem −6 og +6 procentpoint)."),
        ("en", "86%", "82–90, n 281", "No certain change from 2022 (between −6 and +6 percentage points)."),
    ],
)
def test_a_share_says_its_interval_n_and_year(facts, language, now, note, sentence):
    found = figures(facts, all_indicators()["safety-share"], SPRING, COUNCIL)
    shown = row(facts, found, 730, Speech(language))
    assert (shown.now, shown.note, str(shown.period)) == (now, note, "2023")
    assert share_said(shown, Speech(language)).endswith(sentence)
    assert f"{now} ({note}), 2023." in share_said(shown, Speech(language))


def test_of_a_share_of_homes_the_n_is_told_roughly(facts):
    found = figures(facts, all_indicators()["repeat-dwellings"], SPRING, COUNCIL)
    shown = row(facts, found, 0, Speech("en"))
    exact = all_indicators()["repeat-dwellings"].count(facts, SPRING)[0].whole
    assert exact % 10
    assert shown.note == f"n about {Speech('en').number(round(exact, -1))}"


def test_a_share_of_few_homes_is_hidden_and_its_n_with_it(facts):
    found = figures(facts, all_indicators()["repeat-dwellings"], SPRING, COUNCIL)
    shown = row(facts, found, 741, Speech("da"))
    assert (shown.now, shown.note) == ("skjult", "Skjult for at beskytte personer")


def test_days_of_few_offences_are_too_few_and_others_are_rounded(facts):
    found = figures(facts, all_indicators()["harm"], SPRING, COUNCIL)
    assert row(facts, found, 741, Speech("da")).now == "for få"
    shown = [cell.value for cell in found.now_cells.values() if cell.value is not None]
    assert shown
    assert [value for value in shown if value % 100] == []
