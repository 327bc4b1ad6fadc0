"""What the command line and the browser say to a file of incidents that cannot be taken, and that nothing changes."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from tests.doors.bad_incident_files import GOOD, HEADER, UNBELIEVABLE, UNREADABLE, WITH_MARK

from samvirke.registers.incidents.engine.folders import store_root
from samvirke.registers.incidents.models import ImportRun, StoreVersion

_SOURCE = "demo-oestjylland"
_EVERY = UNREADABLE | UNBELIEVABLE


@pytest.fixture
def stored(loaded, command_line, tmp_path):
    """A store with one incident in it, and what the store looks like."""
    file = tmp_path / "good.csv"
    file.write_text(HEADER + GOOD, encoding="utf-8")
    assert command_line("import", "incidents", file, "--source", _SOURCE)[0] == 0
    return looks()


def looks():
    files = {path: path.stat().st_mtime_ns for path in store_root(_SOURCE).rglob("*") if path.is_file()}
    return files, list(StoreVersion.objects.values_list("source", "number", "rows"))


@pytest.mark.parametrize("case", UNREADABLE.values(), ids=UNREADABLE)
def test_an_unreadable_file_is_refused_by_its_name_and_place(case, stored, command_line, tmp_path):
    runs = ImportRun.objects.count()
    code, _out, err = command_line("import", "incidents", case.write(tmp_path), "--source", _SOURCE)
    assert (code, looks(), ImportRun.objects.count()) == (2, stored, runs)
    assert case.name in err
    assert case.says in err
    assert case.column in err
    assert f"line {case.line}" in err or not case.line


@pytest.mark.parametrize("case", UNBELIEVABLE.values(), ids=UNBELIEVABLE)
def test_a_row_that_cannot_be_is_rejected_with_its_line_and_column(case, stored, command_line, tmp_path):
    code, out, err = command_line("import", "incidents", case.write(tmp_path), "--source", _SOURCE)
    assert (code, looks()) == (2, stored)
    assert case.name in err
    assert case.says in out
    assert f"line {case.line}, {case.column}" in out
    rejected = next(line.split(": ", 1)[1] for line in out.splitlines() if line.endswith(".csv"))
    with Path(rejected).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 2
    assert (rows[1][0], case.column in rows[1][1]) == ("2", True)


@pytest.mark.parametrize("case", _EVERY.values(), ids=_EVERY)
def test_a_dry_run_says_the_same_and_keeps_nothing(case, stored, command_line, tmp_path):
    runs, path = ImportRun.objects.count(), case.write(tmp_path)
    code, out, err = command_line("import", "incidents", path, "--source", _SOURCE, "--dry-run")
    assert (code, looks(), ImportRun.objects.count()) == (2, stored, runs)
    assert case.says in out + err


@pytest.mark.parametrize("case", _EVERY.values(), ids=_EVERY)
def test_a_danish_reader_is_told_in_danish(case, stored, command_line, tmp_path, monkeypatch):
    monkeypatch.setenv("SAMVIRKE_LANGUAGE", "da")
    code, out, err = command_line("import", "incidents", case.write(tmp_path), "--source", _SOURCE)
    assert code == 2
    assert case.name in err
    assert case.says.lower() not in (out + err).lower()


def test_a_byte_order_mark_is_no_fault(stored, command_line, tmp_path):
    code, out, _err = command_line("import", "incidents", WITH_MARK.write(tmp_path), "--source", _SOURCE, "--json")
    told = json.loads(out)
    assert (code, told["rows_in"], told["rejected"]) == (0, 1, 0)


def test_a_source_that_is_not_there_is_named_with_those_that_are(loaded, command_line, tmp_path):
    file = tmp_path / "good.csv"
    file.write_text(HEADER + GOOD, encoding="utf-8")
    code, _out, err = command_line("import", "incidents", file, "--source", "oestjyland")
    assert code == 2
    assert "oestjyland" in err
    assert _SOURCE in err


def test_a_file_that_is_not_there_is_named(loaded, command_line, tmp_path):
    code, _out, err = command_line("import", "incidents", tmp_path / "gone.csv", "--source", _SOURCE)
    assert code == 2
    assert "gone.csv" in err
