"""A fact is cited as a reader would cite it, and a table says how long it is kept."""

from __future__ import annotations

from datetime import timedelta

import pytest

from samvirke.foundation import kept
from samvirke.foundation.kept import keep, kept_tables
from samvirke.foundation.reference import PlanReference


def test_a_numbered_section_is_cited_by_number_and_heading():
    cited = PlanReference("Samarbejdsplan Østjylland", 2024, "4.7", "PSP").said()
    assert cited.text("en") == "Samarbejdsplan Østjylland 2024, section 4.7 (PSP)"
    assert cited.text("da") == "Samarbejdsplan Østjylland 2024, afsnit 4.7 (PSP)"


def test_an_unnumbered_section_is_cited_by_its_heading():
    cited = PlanReference("Samarbejdsplan Østjylland", 2024, "", "Nattelivszoner").said()
    assert cited.text("en") == "Samarbejdsplan Østjylland 2024, “Nattelivszoner”"


@pytest.fixture
def _forgotten_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_kept", dict(kept._kept))


@pytest.mark.usefixtures("_forgotten_afterwards")
def test_a_table_says_after_how_long_its_rows_go():
    keep("test.note", "A note is of no use after a week.", days=7, counted_from="written_at")
    line = kept_tables()["test.note"]
    assert (line.age, line.counted_from) == (timedelta(days=7), "written_at")
    assert line.because.text() == "A note is of no use after a week."


@pytest.mark.usefixtures("_forgotten_afterwards")
def test_a_table_without_days_stays():
    keep("test.fact", "Facts stay.")
    assert kept_tables()["test.fact"].age is None


def test_the_lines_cannot_be_changed_through_what_is_handed_out():
    kept_tables().clear()
    assert kept_tables()
