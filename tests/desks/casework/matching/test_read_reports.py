"""A list of reports is taken in whole or not at all; each fault names its row and repeats nothing of it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from samvirke.desks.casework.matching.read_reports import MOST_BYTES, MOST_REPORTS, Report, read_file
from samvirke.foundation.fault import Refused

FIRST, LAST = date(2024, 1, 1), date(2024, 6, 30)
HEAD = "Kilde;Nummer;Dato;Fornavn;Efternavn;Født;Adresse;Postnr;Telefon;CPR"
GOOD = "Døgnrapport;7-114;04-06-2024;Asta;Bruun;17.02.2015;Engvej 4;8900;+45 86 12 34 56;"


def read(*rows: str, head: str = HEAD, encoding: str = "utf-8") -> list[Report]:
    return read_file("\r\n".join([head, *rows]).encode(encoding), FIRST, LAST)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_danish_spreadsheets_file_is_read(encoding: str):
    (found,) = read(GOOD, "", encoding=encoding)
    assert (found.source, found.on, found.born, found.phone) == (
        "Døgnrapport", date(2024, 6, 4), date(2015, 2, 17), "86123456",
    )  # fmt: skip


@pytest.mark.parametrize("separator", [",", "\t"])
def test_other_separators_and_english_names_are_read(separator: str):
    head = separator.join(["Source", "Number", "Date", "Surname"])
    assert read(separator.join(["log", "1", "2024-02-03", "Holm"]), head=head)[0].surname == "Holm"


def test_the_date_of_birth_is_told_by_the_number():
    assert read("log;1;2024-02-03;;;;;;;1702154009")[0].born == date(2015, 2, 17)


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        ("log;1;2024-13-03;Asta;;;;;;", "Dato", "no date"),
        ("log;1;2023-12-31;Asta;;;;;;", "Dato", "outside the period"),
        ("log;;2024-02-03;Asta;;;;;;", "Nummer", "missing"),
        ("log;1;2024-02-03;;;;;;;", "Fornavn", "Nobody is named"),
        ("log;1;2024-02-03;Asta;;2001-02-03;;;;", "Født", "not a child"),
        ("log;1;2024-02-03;Asta;;2024-02-04;;;;", "Født", "not a child"),
        ("log;1;2024-02-03;Asta;;;;;12;", "Telefon", "no telephone"),
        ("log;1;2024-02-03;Asta;;;;;;123", "CPR", "ten digits"),
        ("log;1;2024-02-03;Asta;;2015-02-18;;;;1702154009", "Født", "CPR number tells"),
        ("log;1;2024-02-03;As\x00ta;;;;;;", "Fornavn", "cannot be read"),
        ("log;1;9999-12-31;Asta;;9999-01-01;;;;", "Dato", "outside the period"),
        (f"log;{'9' * 81};2024-02-03;Asta;;;;;;", "Nummer", "at most 80"),
    ],
)
def test_a_row_that_cannot_be_used_is_named(row: str, column: str, said: str):
    with pytest.raises(Refused, match=said) as refusal:
        read(GOOD, row)
    (fault,) = refusal.value.faults
    assert (fault.line, fault.column) == (3, column)


def test_the_line_is_that_of_the_file_also_after_a_cell_of_two_lines():
    with pytest.raises(Refused) as refusal:
        read('log;1;2024-02-03;"As\r\nta";;;;;;', "log;2;2024-02-30;Ida;;;;;;")
    assert [(one.line, one.column) for one in refusal.value.faults] == [(3, "Fornavn"), (4, "Dato")]


def test_a_file_without_a_column_of_names_is_refused_row_by_row():
    with pytest.raises(Refused, match="Line 2: Nobody is named"):
        read("log;1;2024-02-03", head="Kilde;Nummer;Dato")


@settings(deadline=None, max_examples=300)
@given(some.lists(some.tuples(some.integers(0, 400), some.binary(min_size=0, max_size=3)), max_size=8))
def test_a_spoiled_file_is_read_or_refused_and_nothing_else(spoilt: list[tuple[int, bytes]]):
    content = "\n".join([HEAD, GOOD, GOOD, GOOD]).encode()
    for at, instead in spoilt:
        content = content[:at] + instead + content[at + len(instead) :]
    found, faults = list[Report](), 0
    try:
        found = read_file(content, FIRST, LAST)
    except Refused as refusal:
        faults = len(refusal.faults)
    assert bool(found) == (faults == 0)
    assert faults <= 20
    assert all(FIRST <= one.on <= LAST and (one.given or one.surname or one.cpr) for one in found)


def test_no_fault_repeats_what_stands_in_the_file():
    with pytest.raises(Refused) as refusal:
        read(*["Secretsource;1;2023-02-03;Secretname;Secretson;1999-09-09;Secretvej 1;8900;x;1702159999x"] * 9)
    text = str(refusal.value)
    assert "Secret" not in text
    assert "1702159999" not in text
    assert len(refusal.value.faults) == 20


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (HEAD.encode(), "no report"),
        (b"Kilde;Nummer\nlog;1", "column is missing"),
        (b"x" * (MOST_BYTES + 1), "larger than 1 MB"),
        (HEAD.encode() + b"\nlog;1;2024-02-03;A;;;;;;" * (MOST_REPORTS + 1), "more than 2000"),
        (b"\x81\x8d\x8f", "not text"),
        (HEAD.encode() + b'\nlog;"' + b"x" * 200_000, "as a table from line 2"),
    ],
)
def test_a_file_that_is_no_list_is_refused(content: bytes, said: str):
    with pytest.raises(Refused, match=said):
        read_file(content, FIRST, LAST)


def test_a_report_prints_nobody():
    assert "Asta" not in repr(read(GOOD)[0])
