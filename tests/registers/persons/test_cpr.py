"""What is read as a CPR number, which date of birth it tells, and that a refusal never repeats it."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samvirke.foundation.fault import Refused
from samvirke.registers.persons.cpr import Cpr, parse

# The table of the CPR office, written out: seventh digit, first and last year of birth.
PUBLISHED = [
    *((digit, 1900, 1999) for digit in "0123"),
    ("4", 2000, 2036), ("4", 1937, 1999),
    *((digit, 2000, 2057) for digit in "5678"), *((digit, 1858, 1899) for digit in "5678"),
    ("9", 2000, 2036), ("9", 1937, 1999),
]  # fmt: skip
SERIALS = st.from_regex(r"[0-9]{3}", fullmatch=True)


def told(text: str) -> str:
    """What a refusal says in both languages; nothing when the number is read."""
    try:
        parse(text)
    except Refused as refusal:
        return f"{refusal.text('en')} {refusal.text('da')} {refusal!r}"
    return ""


@given(st.sampled_from(PUBLISHED), st.data(), SERIALS, st.booleans())
def test_every_day_of_the_published_table_is_read_back(row, data, serial, hyphen):
    digit, first, last = row
    born = data.draw(st.dates(date(first, 1, 1), date(last, 12, 31)))
    written = f"{born:%d%m%y}{'-' if hyphen else ''}{digit}{serial}"
    assert parse(f" {written} ") == Cpr(written.replace("-", ""), born)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), SERIALS, st.sampled_from("0123456789"))
def test_a_replacement_number_is_marked_and_tells_no_date(day, serial, digit):
    written = f"{day.day + 60:02}{day:%m%y}{digit}{serial}"
    assert parse(written) == Cpr(written, None, is_replacement=True)


@given(st.from_regex(r"[0-9]{10}", fullmatch=True))
def test_ten_digits_are_read_just_when_their_date_exists(digits):
    said = told(digits)
    assert digits not in said
    rows = [(first, last) for digit, first, last in PUBLISHED if digit == digits[6]]
    years = {year for first, last in rows for year in range(first, last + 1) if year % 100 == int(digits[4:6])}
    day, month = int(digits[:2]), int(digits[2:4])
    assert len(years) == 1
    whole = 29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31
    if day <= 60:
        (year,) = years
        is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        longest = 28 if month == 2 and not is_leap else whole
        assert (said == "") == (1 <= month <= 12 and 1 <= day <= longest)
    elif month != 2:
        assert (said == "") == (1 <= month <= 12 and day - 60 <= whole)


@given(st.text(max_size=14))
def test_anything_else_is_refused_without_repeating_it(text):
    assume(not re.fullmatch(r"[0-9]{6}-?[0-9]{4}", text.strip()))
    with pytest.raises(Refused) as refused:
        parse(text)
    for language in ("en", "da"):
        said = refused.value.text(language)
        assert said
        assert len(text.strip()) < 6 or text.strip() not in said
    assert refused.value.__cause__ is None


@pytest.mark.parametrize(
    "text", ["", "010190", "010190--1234", "0101901-234", "٠١٠١٩٠١٢٣٤", "01019012345", "010190-1234\n010190-1234"]
)
def test_what_is_written_otherwise_is_no_number(text):
    with pytest.raises(Refused, match="ten digits"):
        parse(text)


@pytest.mark.parametrize("text", ["3002901234", "2902010123", "0013901234", "0000000000", "6001901234", "9301901234"])
def test_a_day_that_never_was_is_no_number(text):
    with pytest.raises(Refused, match="no date"):
        parse(text)


def test_the_leap_day_of_2000_is_read_and_that_of_1900_is_not():
    assert parse("290200-4000").born == date(2000, 2, 29)
    with pytest.raises(Refused):
        parse("290200-0000")


def test_a_number_that_fails_modulus_11_is_a_number_all_the_same():
    weights = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
    digits = "0101070001"  # invented; the check would refuse it
    assert sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True)) % 11 != 0
    assert parse(digits).born == date(1907, 1, 1)


def test_a_number_does_not_show_itself_where_it_is_printed():
    assert "0101070001" not in repr(parse("0101070001"))
