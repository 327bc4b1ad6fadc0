"""Maps show levels that can be told apart, hide what is small, and say their period, n and borders."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from tests.insight.written_file import FJORDBY, SKOVBY, Row, many

from samvirke.foundation.period import read_period
from samvirke.foundation.speech import Speech
from samvirke.insight.briefing.where import cells_map, rates_map
from samvirke.insight.indicators.kit import all_indicators
from samvirke.insight.suppression.release import COUNCIL

pytestmark = [pytest.mark.django_db]

SPRING = read_period("2024Q2")
BURGLARY = all_indicators()["burglary-homes"]
SAMSOE, RANDERS = 741, 730


@pytest.fixture
def english() -> Speech:
    return Speech("en")


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_districts_map_prints_every_rate_and_says_the_same_in_words_and_in_a_table(facts, language):
    speech = Speech(language)
    found = rates_map(facts, BURGLARY, SPRING, COUNCIL, speech)
    assert found is not None
    assert [row[0] for row in found.rows] == [place.name for place in facts.municipalities.values()]
    for name, _number, rate, interval in found.rows:
        assert name in found.drawing
        assert f"{name} " in found.alt
        if rate != "–":
            low, high = (float(end.replace(",", ".")) for end in interval.split("–"))
            assert low <= float(rate.replace(",", ".")) <= high
    assert "2024" in found.note
    assert "2023" in found.note
    assert {"da": "Skematiske grænser.", "en": "Schematic borders."}[language] in found.note


def test_a_municipality_with_too_few_is_hatched_and_has_no_rate(facts, english):
    found = rates_map(facts, BURGLARY, SPRING, COUNCIL, english)
    samsoe = next(row for row in found.rows if row[0] == "Samsø")
    assert samsoe[1:] in {("1–4", "–", "–"), ("hidden", "–", "–")}
    assert "Samsø too few" in found.alt
    assert found.legend[-1].label == "too few to say"
    assert found.drawing.count("url(#few)") >= 1


def test_classes_are_told_from_the_lowest_to_the_highest_without_a_gap(facts, english):
    labels = [one.label for one in rates_map(facts, BURGLARY, SPRING, COUNCIL, english).legend]
    classes = [label for label in labels if label != "too few to say"]
    assert classes[0].startswith("under ")
    assert classes[-1].endswith(" and over")
    for before, after in zip(classes[1:-1], classes[2:], strict=False):
        assert float(after.split("–")[0].split(" ")[0]) == pytest.approx(float(before.split("–")[1]) + 0.1)


def test_there_is_no_map_of_rates_before_a_whole_year_of_figures(facts, english):
    assert rates_map(facts, BURGLARY, read_period("2019Q4"), COUNCIL, english) is None


def test_squares_hold_what_a_count_by_hand_holds_and_never_under_five(facts, english):
    found = cells_map(facts, BURGLARY, SPRING, RANDERS, COUNCIL, english)
    points = facts.store.rows(
        "SELECT x, y FROM incidents WHERE category = 'burglary-home' AND municipality = $1 AND x IS NOT NULL "
        "AND day BETWEEN DATE '2023-01-01' AND DATE '2023-12-31'",
        RANDERS,
    )
    by_hand = Counter((int(x // 2000) * 2000, int(y // 2000) * 2000) for x, y in points)
    told = {tuple(int(part) for part in row[0].split(" / ")): int(row[1]) for row in found.rows}
    assert len(told) > 3
    assert told.items() <= {cell: count for cell, count in by_hand.items() if count >= 5}.items()
    assert "in 2023" in found.note
    assert str(max(told.values())) in found.alt


def test_a_municipality_whose_year_is_hidden_has_no_squares(facts, english):
    assert cells_map(facts, BURGLARY, SPRING, SAMSOE, COUNCIL, english) is None


def test_what_is_near_to_whom_it_happened_has_no_squares(facts, english):
    violence = all_indicators()["close-relation-violence"]
    assert cells_map(facts, violence, SPRING, RANDERS, COUNCIL, english) is None


def test_a_square_whose_number_would_give_away_the_small_one_beside_it_is_kept_back(counted, english):
    rows = [Row(date(2022, 7, 1), offence="andet"), Row(date(2024, 6, 30), offence="andet")]
    for month in (1, 4, 7, 10):
        rows += many(8, date(2023, month, 2), 40, x=560_500) + many(1, date(2023, month, 2), 1, x=562_500)
        rows += many(30, date(2023, month, 2), 40, x=545_000)
    facts = counted(rows)
    found = cells_map(facts, BURGLARY, SPRING, FJORDBY, COUNCIL, english)
    if found is None:
        pytest.fail("a hundred and twenty burglaries in one square may be shown")
    assert [row[1] for row in found.rows] == ["120"]
    assert found.legend[0].label == "not shown"


def test_nothing_to_show_is_no_map(counted, english):
    rows = [Row(date(2022, 7, 1), offence="andet"), Row(date(2024, 6, 30), offence="andet", municipality=SKOVBY)]
    facts = counted(rows)
    assert cells_map(facts, BURGLARY, SPRING, FJORDBY, COUNCIL, english) is None
    assert rates_map(facts, BURGLARY, SPRING, COUNCIL, english) is None
