"""Whether a suspect was young: stored as yes, no or unknown, and a store from before it was told is still read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import duckdb
import pytest
from tests.registers.incidents.arrange import newest_files, row, stored, use_mapping

from samvirke.foundation.fault import Refused
from samvirke.foundation.period import read_period
from samvirke.registers.incidents.engine.outcome import Outcome
from samvirke.registers.incidents.models import Source
from samvirke.registers.incidents.queries.store import Store, open_store
from samvirke.registers.incidents.queries.young_counts import young_counts
from samvirke.trust.access.actor import system

Take = Callable[..., Outcome]
_MARCH, _CODES = read_period("2024-03"), (998, 999)


def _store(source: Source) -> Store:
    return open_store(system("operator"), source.district)


def _made_older(source: Source) -> None:
    """The newest version as the program wrote it before it knew the column."""
    for file in newest_files(source):
        older = file.with_suffix(".older")
        duckdb.execute(f"COPY (SELECT * EXCLUDE (young) FROM '{file}') TO '{older}' (FORMAT parquet)")
        older.rename(file)


@pytest.mark.parametrize(
    ("said", "kept"),
    [("ja", True), (" JA ", True), ("1", True), ("True", True), ("nej", False), ("0", False), ("", None), ("?", None)],
)
def test_a_value_is_a_yes_a_no_or_unknown(said: str, kept: bool | None, take_rows: Take, source: Source) -> None:
    assert take_rows([row(unge=said)]).accepted == 1
    assert stored(source, "young") == [(kept,)]


def test_a_file_without_the_column_is_taken_in_and_nothing_is_known(take_rows: Take, source: Source) -> None:
    take_rows([row(journal=f"J{n}") for n in range(9)])
    assert {young for (young,) in stored(source, "young")} == {None}
    assert young_counts(_store(source), _CODES, _MARCH) == {}


def test_a_mapping_that_does_not_let_the_column_be_missing_refuses_the_file(
    take_rows: Take, source: Source, own_home: Path
) -> None:
    use_mapping(source, own_home, "may_be_missing = true", "")
    with pytest.raises(Refused, match="unge"):
        take_rows([row()])
    assert take_rows([row(unge="ja")]).accepted == 1


def test_offences_with_a_young_suspect_are_counted_and_other_incidents_are_not(take_rows: Take, source: Source) -> None:
    told = [("ja", "hærværk"), ("ja", "hærværk"), ("nej", "hærværk"), ("", "røveri"), ("ja", "udrykning uro")]
    take_rows([row(journal=f"J{n}", unge=unge, forhold=offence) for n, (unge, offence) in enumerate(told)])
    assert young_counts(_store(source), _CODES, _MARCH) == {0: 2, 998: 2, 999: 0}
    assert young_counts(_store(source), _CODES, read_period("2024-04")) == {}


def test_a_municipality_that_does_not_tell_is_left_out_beside_one_that_does(take_rows: Take, source: Source) -> None:
    take_rows([row(journal="A", unge="ja"), row(journal="B", unge="", kommunekode="999", oest="530100")])
    assert young_counts(_store(source), _CODES, _MARCH) == {0: 1, 998: 1}


@pytest.mark.parametrize("year", ["2023", "2024"])
def test_a_store_from_before_the_column_is_read_and_grows(year: str, take_rows: Take, source: Source) -> None:
    old = [row(journal=f"J{n}", anmeldt=f"{year}-03-06 08:00", fra=f"{year}-03-05 10:00", til="") for n in range(3)]
    take_rows(old)
    _made_older(source)
    assert young_counts(_store(source), _CODES, _MARCH) == {}
    assert _store(source).rows("SELECT count(*) FROM incidents") == [(3,)]
    # Told again, nothing has changed; a new row then tells, in the same year or in another one.
    again = take_rows(old)
    assert (again.merged.unchanged, again.merged.changed) == (3, False)
    assert take_rows([row(journal="N", unge="ja")]).merged.new == 1
    assert _store(source).rows("SELECT count(*), count(DISTINCT key) FROM incidents") == [(4, 4)]
    assert young_counts(_store(source), _CODES, _MARCH) == {0: 1, 998: 1, 999: 0}


def test_an_older_row_learns_what_a_new_file_tells_of_it(take_rows: Take, source: Source) -> None:
    take_rows([row()])
    _made_older(source)
    outcome = take_rows([row(unge="ja")])
    assert asdict(outcome.merged) | {"new": 0, "corrected": 1, "unchanged": 0} == asdict(outcome.merged)
    assert stored(source, "young") == [(True,)]
