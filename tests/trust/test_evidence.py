"""The page of evidence has one row a proof, in the same order whoever ends first, and only when it is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.evidence import COLUMNS, PAGE, evidence


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAMVIRKE_EVIDENCE", "on")
    monkeypatch.delenv("SAMVIRKE_TEST_DATABASE", raising=False)
    return tmp_path / "evidence.md"


def proof(page: Path, test: str, what: str, count: int = 10, result: str = "0 missed") -> None:
    evidence(test, what=what, count=count, seed=1, result=result, control="all found", page=page)


def rows(page: Path) -> list[list[str]]:
    lines = [line for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("| T")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_a_proof_is_one_row_and_a_later_run_takes_its_place(page):
    proof(page, "T25", "tampering", count=300)
    proof(page, "T25", "tampering", count=10_000, result="0 of | all\nmissed")
    ((test, what, count, seed, result, control, database, day),) = rows(page)
    assert (test, what, count, seed, control, database) == ("T25", "tampering", "10,000", "1", "all found", "SQLite")
    assert result == "0 of / all missed"
    assert len(day) == len("2024-08-20")


def test_rows_stand_in_the_order_of_the_tests_whoever_ends_first(page, tmp_path):
    proofs = [("T25", "b"), ("T3", "a"), ("T25", "a"), ("T30", "a"), ("T2", "a")]
    for one in proofs:
        proof(page, *one)
    for one in reversed(proofs):
        proof(tmp_path / "other.md", *one)
    assert [row[:2] for row in rows(page)] == [["T2", "a"], ["T3", "a"], ["T25", "a"], ["T25", "b"], ["T30", "a"]]
    assert page.read_text(encoding="utf-8") == (tmp_path / "other.md").read_text(encoding="utf-8")


def test_each_database_has_its_own_row(page, monkeypatch):
    proof(page, "T25", "tampering")
    monkeypatch.setenv("SAMVIRKE_TEST_DATABASE", "postgresql")
    proof(page, "T25", "tampering")
    evidence("T25", what="tampering", count=1, seed=1, result="x", control="x", database="none", page=page)
    assert [row[6] for row in rows(page)] == ["PostgreSQL", "SQLite", "none"]


def test_a_run_that_is_not_asked_for_evidence_writes_none(page, monkeypatch):
    monkeypatch.delenv("SAMVIRKE_EVIDENCE")
    proof(page, "T25", "tampering")
    assert not page.exists()


def test_the_page_in_the_documentation_has_the_columns_that_are_written_now():
    assert f"| {' | '.join(COLUMNS)} |" in PAGE.read_text(encoding="utf-8")
