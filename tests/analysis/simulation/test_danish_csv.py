"""The invented district as a Danish CSV."""

from __future__ import annotations

import time
import tomllib
from datetime import datetime
from pathlib import Path

import pytest

import samvirke.registers.incidents
from samvirke.analysis.simulation import CSV_COLUMNS, csv_columns

_INCIDENTS = Path(samvirke.registers.incidents.__file__).parent


@pytest.fixture(scope="module")
def columns(demo):
    return csv_columns(demo)


@pytest.fixture(scope="module")
def mapping():
    return tomllib.loads((_INCIDENTS / "mappings" / "danish-csv.toml").read_text(encoding="utf-8"))


def test_the_columns_are_those_that_the_mapping_reads(columns, mapping):
    asked = {mapping["offence"]["column"], mapping["municipality"]["column"], mapping["dwelling"]["column"]}
    asked |= {mapping["young"]["column"], mapping["point"]["x"], mapping["point"]["y"], *mapping["identity"]["columns"]}
    asked |= {column for moment in ("starts", "ends", "counted") for column in mapping[moment]["columns"]}
    assert tuple(columns) == CSV_COLUMNS
    assert set(columns) == asked


def test_every_column_has_every_row_as_text(demo, columns):
    assert {len(values) for values in columns.values()} == {len(demo)}
    assert all(isinstance(value, str) for values in columns.values() for value in values)
    assert not any('"' in value or "\n" in value for values in columns.values() for value in values)


def test_every_code_is_known_except_those_that_were_planted(demo, columns, mapping):
    known = mapping["offence"]["categories"]
    unknown = [code for code in columns["forhold"] if code not in known]
    assert set(unknown) == {"ny kode 7781", "ny kode 7794"}
    assert 25 <= len(unknown) <= 60
    assert set(known) <= set(columns["forhold"])


def test_every_kind_is_the_category_of_its_codes(demo, mapping):
    known = {**mapping["offence"]["categories"], "uheld dræbt": "collision-injury"}
    for code, kind in zip(demo.parameters.codes, demo.parameters.kind_of_code, strict=True):
        assert known.get(code, "unknown") == kind


def test_moments_and_places_are_read_back_as_they_were(demo, columns):
    rows = demo.rows
    for row in range(0, len(demo), 5003):
        for name, column in (("fra", rows.starts), ("til", rows.ends), ("anmeldt", rows.reported)):
            assert datetime.fromisoformat(columns[name][row]) == column[row].item()
        assert int(columns["oest"][row]) == rows.east[row]
        assert int(columns["nord"][row]) == rows.north[row]
        assert int(columns["kommunekode"][row]) == rows.municipality[row]


def test_a_home_is_named_exactly_where_one_was_burgled(columns):
    assert all(
        (code == "indbrud beboelse") == bool(home)
        for code, home in zip(columns["forhold"], columns["bolig"], strict=True)
    )


def test_a_district_is_told_in_three_seconds(demo):
    before = time.process_time()
    csv_columns(demo)
    assert time.process_time() - before < 3
