"""`samvirke analyse`: how files are read, so that a row stays a row and a day stays a day."""

from __future__ import annotations

import gzip
from pathlib import Path

import duckdb
import numpy as np
import pytest
from tests.doors.test_cli_analyse.rows import TOWN


def test_csv_gzip_and_parquet_give_the_same(asked, town, tmp_path):
    packed = tmp_path / "incidents.csv.gz"
    packed.write_bytes(gzip.compress(Path(town).read_bytes()))
    parquet = tmp_path / "incidents.parquet"
    duckdb.sql(f"COPY (FROM read_csv('{town}')) TO '{parquet}'")
    one, *others = (asked("near-repeat", file, "--time", "date")["result"] for file in (town, packed, parquet))
    assert others == [one, one]


def test_a_file_without_a_header_gets_names(asked, csv):
    table = csv("".join(f"{x};{y};{date}\n" for x, y, date, _place in TOWN))
    assert asked("near-repeat", table, "--names", "x,y,when", "--time", "when")["n"] == 7


def test_rows_keep_their_order_and_their_partners(asked, tmp_path):
    """A compressed file is read the same way each time; the answer depends on the order only through chance."""
    rng = np.random.default_rng(1)
    rows = "".join(f"{x:.1f},{y:.1f},{day}\n" for x, y, day in rng.uniform(0, 365, (60_000, 3)) * [90, 90, 1] // 1)
    packed = tmp_path / "many.csv.gz"
    packed.write_bytes(gzip.compress(f"x,y,time\n{rows}".encode()))
    answers = [asked("near-repeat", packed, "--metres", "0,50,100", "--shuffles", 99)["result"] for _ in range(3)]
    assert answers[0] == answers[1] == answers[2]


def test_a_name_that_looks_like_a_pattern_is_a_file(asked, csv):
    assert asked("concentration", csv("n\n1\n3\n", "a[1]*.csv"), "--count", "n")["n"] == 4


def test_a_danish_spreadsheet_is_read_with_its_commas(asked, csv):
    table = csv(
        "\ufeffx;y;dato\n"
        + "".join(f"{x}0;{y}\n".replace(".", ",").replace("\n", ";02-04-2024\n") for x, y, *_ in TOWN)
    )
    found = asked("kde", table, "--decimal-comma")
    assert found["n"] == 7
    assert found["result"]["bounds"][0] == pytest.approx(562_200 - 300)


def test_a_time_format_is_followed(asked, csv):
    table = csv("x,y,t\n" + "".join(f"{x},{y},{d[8:]}/{d[5:7]} {d[:4]}\n" for x, y, d, _place in TOWN))
    words = ["--time", "t", "--time-format", "%d/%m %Y", "--metres", "0,100,inf", "--days", "0,7,14,inf"]
    assert asked("near-repeat", table, *words)["result"]["observed"][0] == [2, 1, 0]


def test_an_instant_keeps_its_wall_clock(asked, csv):
    """Half past midnight in Danish summer time is that day, although it is the day before in UTC."""
    zones = ["+02:00", "Z", "+02:00", "", "+0100", "+02", ""]
    times = [f"{date}T00:30{zone}" for (*_where, date, _place), zone in zip(TOWN, zones, strict=True)]
    table = csv("x,y,t\n" + "".join(f"{x},{y},{t}\n" for (x, y, *_), t in zip(TOWN, times, strict=True)))
    words = ["--time", "t", "--metres", "0,100,inf", "--days", "0,7,14,inf"]
    assert asked("near-repeat", table, *words)["result"]["observed"] == [[2, 1, 0], [1, 0, 17]]


def test_empty_values_are_left_out_when_asked_and_counted(asked, refused, town):
    broken = Path(town).read_text().replace("563900.0", "").replace("562200.0", "NA")
    Path(town).write_text(broken)
    assert "another column that is read: 2." in refused("kde", town)
    found = asked("kde", town, "--skip-missing")
    assert (found["n"], found["left_out"]) == (5, 2)
