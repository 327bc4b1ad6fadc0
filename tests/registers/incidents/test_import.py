"""A file comes in: what of it is stored, and that plain, packed and Parquet are one."""

from __future__ import annotations

import gzip
import uuid
from collections.abc import Callable
from datetime import date, datetime
from hashlib import md5, sha256
from pathlib import Path

import duckdb
import pytest
from tests.registers.incidents.arrange import COLUMNS, newest_files, row, stored, write_rows

from samvirke.registers.incidents.engine.outcome import Outcome
from samvirke.registers.incidents.models import Source, StoreVersion
from samvirke.trust.access.actor import Actor

pytestmark = pytest.mark.database

Take = Callable[..., Outcome]
Person = Callable[..., Actor]


def test_a_row_becomes_an_incident(take_rows: Take, source: Source) -> None:
    take_rows([row(journal="A1", fra="2024-03-05 10:00", til="2024-03-05 12:30", anmeldt="2024-04-01 08:00")])
    assert stored(source, "key, offence, category, starts, ends, folded, day, municipality, x, y, dwelling") == [
        (
            uuid.UUID(md5(b"A1").hexdigest()),
            "hærværk",
            "damage",
            datetime(2024, 3, 5, 10),
            datetime(2024, 3, 5, 12, 30),
            False,
            date(2024, 4, 1),
            998,
            530000.0,
            6150000.0,
            None,
        )
    ]


def test_only_the_declared_columns_are_stored_whatever_the_file_says(
    take: Take, source: Source, tmp_path: Path
) -> None:
    take(write_rows(tmp_path / "more.csv", [{**row(), "navn": "Karl Kiksekage", "cpr": "0101010101"}]))
    columns = [
        name for name, *_ in duckdb.execute("DESCRIBE FROM read_parquet(?)", [str(newest_files(source)[0])]).fetchall()
    ]
    assert columns == [
        "key", "offence", "category", "starts", "ends", "folded", "day", "municipality", "x", "y", "dwelling",
        "dwelling_key", "young",
    ]  # fmt: skip
    assert b"Kiksekage" not in b"".join(file.read_bytes() for file in newest_files(source))


def test_an_incident_is_counted_on_the_day_of_its_report_and_without_one_on_the_day_it_began(
    take_rows: Take, source: Source
) -> None:
    take_rows(
        [row(journal="A", fra="2024-03-05 10:00", til=""), row(journal="B", fra="2024-03-06 10:00", til="", anmeldt="")]
    )
    assert stored(source, "day") == [(date(2024, 3, 6),), (date(2024, 3, 6),)]
    take_rows([row(journal="C", fra="2024-03-07 23:59", til="", anmeldt="")])
    assert stored(source, "day")[-1] == (date(2024, 3, 7),)


def test_what_happened_nowhere_known_is_stored_without_a_point(take_rows: Take, source: Source) -> None:
    take_rows([row(oest="", nord="")])
    assert stored(source, "x, y, municipality") == [(None, None, 998)]


def test_blanks_around_values_and_capitals_in_codes_make_no_difference(take_rows: Take, source: Source) -> None:
    take_rows([row(journal=" A1 ", forhold=" HÆRVÆRK", kommunekode=" 998", oest=" 530000 ", fra=" 2024-03-05 10:00 ")])
    assert stored(source, "key, category, municipality, x, starts") == [
        (uuid.UUID(md5(b"A1").hexdigest()), "damage", 998, 530000.0, datetime(2024, 3, 5, 10))
    ]


def test_a_packed_file_and_a_parquet_file_are_stored_as_the_plain_one(
    take: Take, source: Source, tmp_path: Path
) -> None:
    rows = [
        row(journal=f"J{n}", fra=f"2024-0{1 + n % 6}-05 10:00", til="", bolig="Strandvej  7, 8000") for n in range(50)
    ]
    plain = write_rows(tmp_path / "plain.csv", rows)
    packed = tmp_path / "packed.csv.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    two_members = tmp_path / "two.csv.gz"
    text = plain.read_bytes()
    two_members.write_bytes(gzip.compress(text[:700]) + gzip.compress(text[700:]))
    parquet = tmp_path / "table.parquet"
    names = "{" + ", ".join(f"'{name}': 'VARCHAR'" for name in COLUMNS) + "}"
    duckdb.execute(f"COPY (FROM read_csv('{plain}', columns={names}, header=true)) TO '{parquet}' (FORMAT parquet)")
    take(plain)
    first = stored(source)
    assert len(first) == 50
    for same in (packed, two_members, parquet):
        outcome = take(same)
        assert (outcome.duplicates, outcome.accepted, outcome.version) == (50, 0, 1)
    assert stored(source) == first


def test_a_parquet_file_may_hold_times_and_numbers_in_types_of_their_own(
    take: Take, source: Source, tmp_path: Path
) -> None:
    file = tmp_path / "typed.parquet"
    duckdb.execute(
        "COPY (SELECT 'A1' AS journal, TIMESTAMP '2024-03-05 10:00' AS fra, NULL::TIMESTAMP AS til, "
        "DATE '2024-03-06' AS anmeldt, 'hærværk' AS forhold, 998.0::DOUBLE AS kommunekode, 530000::INTEGER AS oest, "
        "6150000.5::DOUBLE AS nord, NULL AS bolig, [1, 2] AS med, {'a': 1} AS andet) "
        f"TO '{file}' (FORMAT parquet)"
    )
    assert take(file).accepted == 1
    assert stored(source, "starts, day, municipality, x, y") == [
        (datetime(2024, 3, 5, 10), date(2024, 3, 6), 998, 530000.0, 6150000.5)
    ]


def test_the_line_of_a_parquet_row_is_its_number(take: Take, tmp_path: Path) -> None:
    file = tmp_path / "table.parquet"
    good, bad = row(journal="A"), row(journal="B", fra="igår")
    values = ", ".join(str(tuple(each.values())) for each in (good, good, bad))
    duckdb.execute(f"COPY (FROM (VALUES {values}) t({', '.join(COLUMNS)})) TO '{file}' (FORMAT parquet)")
    assert [one.line for one in take(file).rejected[:]] == [3]


def test_years_lie_in_files_of_their_own_and_the_version_names_their_rows_and_digests(
    take_rows: Take, source: Source
) -> None:
    days = ("2022-12-31 23:00", "2023-01-01 00:00", "2023-07-01 12:00", "2024-03-05 10:00")
    take_rows([row(journal=day, fra=day, til="", anmeldt="") for day in days])
    version = StoreVersion.objects.get(source="opdigtet")
    assert [(file["year"], file["rows"]) for file in version.files] == [(2022, 1), (2023, 2), (2024, 1)]
    for path, file in zip(newest_files(source), version.files, strict=True):
        assert sha256(path.read_bytes()).hexdigest() == file["sha256"]
    assert (version.first_day, version.last_day, version.rows) == (date(2022, 12, 31), date(2024, 3, 5), 4)
