"""A table for a spreadsheet says what was written, and nothing in it is taken for a formula."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from samvirke.foundation.tables import as_csv, as_xlsx

ATTACKS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", '=HYPERLINK("https://x")', "|cmd", "%0A", "\n=1"]
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def from_csv(written: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""), delimiter=";"))


def sheet(written: bytes) -> list[list[tuple[str, str]]]:
    """The kind and the text of each cell."""
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            etree.fromstring(archive.read(name))
        root = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    return [
        [(cell.get("t", "n"), "".join(cell.itertext())) for cell in row.findall(f"{_S}c")]
        for row in root.iter(f"{_S}row")
    ]


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_begins_like_a_formula_is_text_in_both(attack):
    assert from_csv(as_csv(["a"], [[attack]]))[1][0].startswith("'")
    assert sheet(as_xlsx("t", ["a"], [[attack]]))[1][0][0] == "inlineStr"


def test_no_sheet_holds_a_formula_whatever_is_written():
    written = as_xlsx("t", ATTACKS, [ATTACKS])
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert b"<f" not in archive.read("xl/worksheets/sheet1.xml").replace(b"<fi", b"")


def test_numbers_days_and_nothing_are_what_they_are():
    rows = [[7, -2.5, date(2024, 8, 20), None, ""]]
    assert from_csv(as_csv(list("abcde"), rows))[1] == ["7", "-2.5", "2024-08-20", "", ""]
    assert sheet(as_xlsx("t", list("abcde"), rows))[1] == [
        ("n", "7"),
        ("n", "-2.5"),
        ("n", "45524"),
        ("n", ""),
        ("n", ""),
    ]


def test_danish_letters_separators_and_line_breaks_come_back():
    text = 'Lys på stien; "først"\nå'
    assert from_csv(as_csv(["Aftale"], [[text]])) == [["Aftale"], [text]]
    assert sheet(as_xlsx("Aftaler", ["Aftale"], [[text]]))[1] == [("inlineStr", text)]


@given(st.text())
def test_any_text_comes_back_but_for_what_a_file_cannot_hold(text):
    [[(_kind, said)]] = sheet(as_xlsx(text, ["a"], [[text]]))[1:]
    holds = "".join(one for one in text if one in "\t\n\r" or (one >= " " and one not in "\ufffe\uffff"))
    assert said == holds.replace("\r\n", "\n").replace("\r", "\n")
    [[back]] = from_csv(as_csv(["a"], [[text]]))[1:] or [[""]]
    assert back in (text, f"'{text}")


@pytest.mark.parametrize("title", ["", "[a]:*?/\\'", "x" * 90, 'a"b<c>&'])
def test_any_title_is_a_lawful_name_of_a_sheet(title):
    with zipfile.ZipFile(io.BytesIO(as_xlsx(title, ["a"], []))) as archive:
        [named] = etree.fromstring(archive.read("xl/workbook.xml")).iter(f"{_S}sheet")
    assert 0 < len(named.get("name")) <= 31
    assert not set("[]:*?/\\'") & set(named.get("name"))


def test_the_same_rows_make_the_same_file():
    assert as_xlsx("t", ["a"], [["b"]]) == as_xlsx("t", ["a"], [["b"]])
