"""The ledger of deletions: a chain of lines outside the database, in which every change is found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from samvirke.foundation.fault import Refused
from samvirke.foundation.home import ledger_folder
from samvirke.trust.retention import ledger


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAMVIRKE_LEDGER", str(tmp_path / "ledger"))
    return tmp_path / "ledger"


def test_it_lies_beside_the_home_unless_said_otherwise(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.delenv("SAMVIRKE_LEDGER", raising=False)
    monkeypatch.setenv("SAMVIRKE_HOME", str(tmp_path / "home"))
    assert ledger_folder() == tmp_path / "home-ledger"


def test_an_empty_ledger_has_no_last_line(folder: Path):
    assert ledger.last()[0] == 0
    assert list(ledger.entries()) == []


def test_what_is_written_is_read_in_order(folder: Path):
    assert [ledger.write("a.row", [str(number)], "a rule") for number in range(3)] == [1, 2, 3]
    assert [one.keys for one in ledger.entries()] == [("0",), ("1",), ("2",)]
    assert [one.seq for one in ledger.entries(after=1)] == [2, 3]
    assert ledger.last()[0] == 3
    assert ledger.file().stat().st_mode & 0o077 in (0o044, 0o0)


def test_a_deletion_of_very_many_rows_is_one_line_that_is_still_found(folder: Path):
    ledger.write("a.row", [f"{number:032}" for number in range(5000)], "a rule")
    assert ledger.last()[0] == 1
    ledger.write("a.row", ["x"], "a rule")
    assert ledger.last()[0] == 2


@pytest.mark.parametrize("how", ["changed", "removed", "swapped", "cut"])
def test_whatever_is_done_to_it_is_found_and_named_by_its_line(folder: Path, how: str):
    for number in range(4):
        ledger.write("a.row", [str(number)], "a rule")
    lines = ledger.file().read_text(encoding="utf-8").splitlines()
    if how == "changed":
        lines[1] = json.dumps({**json.loads(lines[1]), "keys": ["9"]})
    elif how == "removed":
        del lines[1]
    elif how == "swapped":
        lines[1], lines[2] = lines[2], lines[1]
    else:
        lines[1] = lines[1][:40]
    ledger.file().write_text("\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(Refused, match="line 2"):
        list(ledger.entries())
