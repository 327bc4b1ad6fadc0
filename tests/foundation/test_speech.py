"""Numbers, days and shares are written as Danish and English readers expect them in print."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvirke.foundation import speech
from samvirke.foundation.period import read_period
from samvirke.foundation.speech import MINUS, NBSP, Speech
from samvirke.foundation.words import Said, Words

THURSDAY = date(2024, 8, 29)
NUMBERS = st.one_of(st.integers(-(10**12), 10**12), st.floats(-1e9, 1e9, allow_nan=False))
DECIMALS = st.integers(0, 4)


def read_back(written: str, language: str) -> float:
    """A number as a careful reader reads it."""
    thousands, point = (".", ",") if language == "da" else (",", ".")
    whole, _, rest = written.replace(MINUS, "-").partition(point)
    groups = whole.lstrip("-").split(thousands)
    assert all(len(group) == 3 for group in groups[1:])
    assert 1 <= len(groups[0]) <= 3
    return float(whole.replace(thousands, "") + ("." + rest if rest else ""))


@given(NUMBERS, DECIMALS, st.sampled_from(["da", "en"]))
def test_a_number_is_read_back_as_the_number_that_was_written(value: float, decimals: int, language: str):
    written = speech.number(value, language, decimals)
    assert read_back(written, language) == pytest.approx(round(float(f"{value:.{decimals}f}"), decimals))
    assert "-" not in written


@given(NUMBERS, DECIMALS)
def test_danish_and_english_differ_in_their_marks_alone(value: float, decimals: int):
    swapped = speech.number(value, "da", decimals).translate(str.maketrans(",.", ".,"))
    assert swapped == speech.number(value, "en", decimals)


@given(NUMBERS, DECIMALS, st.sampled_from(["da", "en"]))
def test_nothing_is_minus_zero(value: float, decimals: int, language: str):
    written = speech.number(value, language, decimals)
    is_zero = not any(figure in written for figure in "123456789")
    assert written.startswith(MINUS) == (value < 0 and not is_zero)
    assert speech.signed(value, language, decimals).startswith("+") == (value > 0 and not is_zero)


@pytest.mark.parametrize(
    ("value", "decimals", "danish", "english"),
    [
        (1785, 0, "1.785", "1,785"),
        (-5, 0, f"{MINUS}5", f"{MINUS}5"),
        (0.5, 1, "0,5", "0.5"),
        (1234567.891, 2, "1.234.567,89", "1,234,567.89"),
        (-0.04, 1, "0,0", "0.0"),
        (999, 0, "999", "999"),
    ],
)
def test_a_number_in_both_languages(value: float, decimals: int, danish: str, english: str):
    assert (speech.number(value, "da", decimals), speech.number(value, "en", decimals)) == (danish, english)


def test_a_change_carries_its_sign_and_no_change_carries_none():
    assert [speech.signed(value) for value in (12, -5, 0, -0.2)] == ["+12", f"{MINUS}5", "0", "0"]


def test_a_per_cent_sign_never_falls_to_the_next_line_in_danish():
    assert speech.percent(17.25, "da", 1) == f"17,2{NBSP}%"
    assert speech.percent(17.25, "en", 1) == "17.2%"


@pytest.mark.parametrize(
    ("say", "danish", "english"),
    [
        (speech.day, f"29.{NBSP}august", f"29{NBSP}August"),
        (speech.weekday, "torsdag", "Thursday"),
        (speech.full_day, f"Torsdag 29.{NBSP}august 2024", f"Thursday 29{NBSP}August 2024"),
        (speech.short_day, f"to.{NBSP}29.{NBSP}aug.", f"Thu{NBSP}29{NBSP}Aug"),
        (speech.month_year, "august 2024", "August 2024"),
    ],
)
def test_a_day_in_both_languages(say: object, danish: str, english: str):
    assert (say(THURSDAY, "da"), say(THURSDAY, "en")) == (danish, english)


@pytest.mark.parametrize(("month", "short"), [(5, "maj"), (6, "juni"), (3, "mar."), (9, "sep.")])
def test_a_short_month_is_cut_only_where_it_is_long(month: int, short: str):
    assert speech.short_day(date(2024, month, 10), "da").endswith(f"{NBSP}{short}")


@given(st.dates())
def test_a_day_and_its_month_never_part_at_the_end_of_a_line(day: date):
    for language in ("da", "en"):
        assert " " not in speech.day(day, language)
        assert str(day.day) in speech.day(day, language)
        assert str(day.year) in speech.full_day(day, language)


def test_a_time_of_day_in_both_languages():
    assert (speech.clock_time(time(9, 5)), speech.clock_time(datetime(2024, 8, 29, 13), "en")) == ("9.05", "13:00")


@pytest.mark.parametrize(
    ("names", "danish", "english"),
    [
        ([], "", ""),
        (["Aarhus"], "Aarhus", "Aarhus"),
        (["Aarhus", "Odder"], "Aarhus og Odder", "Aarhus and Odder"),
        (["Aarhus", "Odder", "Samsø"], "Aarhus, Odder og Samsø", "Aarhus, Odder and Samsø"),
    ],
)
def test_names_in_a_row(names: list[str], danish: str, english: str):
    assert (speech.listed(names), speech.listed(names, "en")) == (danish, english)


@pytest.mark.parametrize(
    ("written", "danish", "english"),
    [
        ("2024Q2", "2. kvartal 2024", "2nd quarter 2024"),
        ("2024-06", "juni 2024", "June 2024"),
        ("2024", "2024", "2024"),
    ],
)
def test_a_period_in_both_languages(written: str, danish: str, english: str):
    period = read_period(written)
    assert (Speech("da").period(period), Speech("en").period(period)) == (danish, english)


def test_a_small_chart_has_short_periods():
    assert Speech("da").short(read_period("2022Q3")) == "3. kvt. 22"
    assert Speech("da").short(read_period("2022-08")) == "3. kvt. 22"
    assert Speech("en").short(read_period("2022")) == "2022"


def test_a_cadence_says_once_for_one_and_how_often_for_more():
    assert speech.how_often(1, "year").text() == "Once a year"
    assert speech.how_often(3, "week").text() == "3 times a week"


def test_words_of_any_form_are_said_in_the_language_of_the_speech():
    danish = Speech("da")
    assert danish.words(Words(da="Rådet", en="The council")) == "Rådet"
    assert danish.words({"en": "The council"}) == "The council"
    assert danish.words({}) == "–"
    assert danish.words("Randers") == "Randers"
    assert danish.words(Said("2nd quarter")) == "2. kvartal"
    assert danish.capital("rådet") == "Rådet"


def test_a_span_of_hours_is_both_ends_or_the_first_alone():
    assert speech.clock_span(time(9), time(11)) == "9.00–11.00"
    assert speech.clock_span(time(9, 30), None, "en") == "9:30"
