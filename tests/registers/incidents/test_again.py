"""The same rows come again: nothing changes, a corrected row replaces, and a row told twice counts once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from tests.registers.incidents.arrange import newest_files, row, stored, write_rows

from samvirke.registers.incidents.engine.outcome import Outcome
from samvirke.registers.incidents.models import ImportRun, Source, StoreVersion
from samvirke.trust.audit.models import Line

pytestmark = pytest.mark.database

Take = Callable[..., Outcome]


def _counts(outcome: Outcome) -> tuple[int, int, int, int]:
    return outcome.merged.new, outcome.merged.corrected, outcome.duplicates, len(outcome.rejected)


def test_importing_twice_changes_nothing_but_says_that_it_was_tried(take_rows: Take, source: Source) -> None:
    rows = [row(journal=f"J{n}", fra=f"20{10 + n % 15}-03-05 10:00", til="", bolig="Bygade 1") for n in range(60)]
    imported = Line.objects.filter(action="incidents.import")
    lines = imported.count()
    assert _counts(take_rows(rows)) == (60, 0, 0, 0)
    files = {path: path.read_bytes() for path in newest_files(source)}
    before = stored(source)
    again = take_rows(rows)
    assert (_counts(again), again.version) == ((0, 0, 60, 0), 1)
    assert StoreVersion.objects.filter(source="opdigtet").count() == 1
    assert {path: path.read_bytes() for path in newest_files(source)} == files
    assert stored(source) == before
    assert [run.version for run in ImportRun.objects.filter(source="opdigtet").order_by("finished_at")] == [1, 1]
    assert imported.count() == lines + 2
    root = newest_files(source)[0].parent.parent
    assert [folder.name for folder in root.iterdir()] == [newest_files(source)[0].parent.name]


def test_the_same_rows_in_another_order_change_nothing(take_rows: Take) -> None:
    rows = [row(journal=f"J{n}", forhold=("hærværk", "røveri")[n % 2]) for n in range(20)]
    take_rows(rows)
    assert _counts(take_rows(rows[::-1])) == (0, 0, 20, 0)


@pytest.mark.parametrize(
    ("said", "column", "becomes"),
    [
        ({"forhold": "røveri"}, "category", "robbery"),
        ({"forhold": "vold med skade "}, "offence", "vold med skade"),
        ({"fra": "2024-03-05 09:00"}, "starts", datetime(2024, 3, 5, 9)),
        ({"til": ""}, "ends", None),
        ({"anmeldt": "2024-03-07"}, "day", date(2024, 3, 7)),
        ({"kommunekode": "999"}, "municipality", 999),
        ({"oest": "530001"}, "x", 530001.0),
        ({"oest": "", "nord": ""}, "y", None),
    ],
)
def test_a_corrected_row_replaces_the_old_one(said, column, becomes, take_rows: Take, source: Source) -> None:
    take_rows([row(journal="A"), row(journal="B")])
    assert _counts(take_rows([row(journal="B", **said), row(journal="A")])) == (0, 1, 1, 0)
    assert len(stored(source)) == 2
    assert [value for (value,) in stored(source, column)].count(becomes) == 1
    assert source.versions.get(number=2).rows == 2


def test_a_home_that_a_corrected_row_names_first_replaces_the_row_without_one(take_rows: Take, source: Source) -> None:
    take_rows([row(journal="A")])
    assert _counts(take_rows([row(journal="A", bolig="Bygade 1")])) == (0, 1, 0, 0)
    assert stored(source, "dwelling IS NOT NULL, dwelling_key IS NOT NULL") == [(True, True)]


def test_an_incident_that_moves_to_another_year_leaves_the_old_one(take_rows: Take, source: Source) -> None:
    take_rows([row(journal="A", anmeldt="2022-06-01", fra="2022-06-01", til=""), row(journal="B")])
    assert [file["year"] for file in source.versions.get(number=1).files] == [2022, 2024]
    assert _counts(take_rows([row(journal="A")])) == (0, 1, 0, 0)
    version = source.versions.get(number=2)
    assert [(file["year"], file["rows"]) for file in version.files] == [(2024, 2)]
    assert (version.first_day, version.last_day) == (date(2024, 3, 6), date(2024, 3, 6))


def test_years_that_a_file_does_not_touch_keep_their_file(take_rows: Take, source: Source) -> None:
    take_rows([row(journal="A", anmeldt="2022-06-01", fra="2022-06-01", til=""), row(journal="B")])
    old = source.versions.get(number=1)
    take_rows([row(journal="C"), row(journal="A", anmeldt="2022-06-01", fra="2022-06-01", til="")])
    new = source.versions.get(number=2)
    assert new.files[0] == old.files[0]
    assert new.files[1]["path"] != old.files[1]["path"]
    assert (new.rows, new.first_day, new.last_day) == (3, date(2022, 6, 1), date(2024, 3, 6))


def test_of_an_incident_told_twice_in_a_file_the_last_row_counts(take_rows: Take, source: Source) -> None:
    told = [row(journal="A", forhold="hærværk"), row(journal="B"), row(journal="A", forhold="røveri")]
    assert _counts(take_rows(told)) == (2, 0, 1, 0)
    assert sorted(stored(source, "category, 1")) == [("damage", 1), ("robbery", 1)]
    assert _counts(take_rows(told)) == (0, 0, 3, 0)


def test_a_row_that_is_rejected_does_not_take_the_place_of_a_good_one(take_rows: Take, source: Source) -> None:
    take_rows([row(journal="A", forhold="røveri")])
    again = take_rows([row(journal="A", forhold="røveri"), row(journal="A", forhold="hærværk", fra="igår")])
    assert _counts(again) == (0, 0, 1, 1)
    assert stored(source, "category") == [("robbery",)]


def test_rows_without_a_journal_number_are_told_apart_by_everything_they_say(take_rows: Take, source: Source) -> None:
    same, other = row(journal=""), row(journal="", forhold="røveri")
    assert _counts(take_rows([same, other, same, same])) == (4, 0, 0, 0)
    assert len({key for (key,) in stored(source, "key")}) == 4
    assert _counts(take_rows([same, same, other, same])) == (0, 0, 4, 0)
    assert _counts(take_rows([same, same, same, same, other])) == (1, 0, 4, 0)
    assert _counts(take_rows([same])) == (0, 0, 1, 0)
    assert len(stored(source)) == 5


def test_a_journal_number_is_the_same_whatever_blanks_stand_around_it(take_rows: Take) -> None:
    take_rows([row(journal="A")])
    assert _counts(take_rows([row(journal="  A ")])) == (0, 0, 1, 0)


def test_month_after_month_the_store_is_what_one_file_of_all_months_would_make(
    take: Take, source: Source, tmp_path: Path
) -> None:
    months = [
        [row(journal=f"{month}-{n}", fra=f"{2023 + month // 12}-{1 + month % 12:02}-{n:02}", til="", anmeldt="")
         for n in range(1, 20)]
        for month in range(18)
    ]  # fmt: skip
    for month, rows in enumerate(months):
        # Each delivery tells the month before once more, with one row corrected.
        before = [*months[month - 1]] if month else []
        if before:
            before[3] = months[month - 1][3] = {**before[3], "forhold": "røveri"}
        outcome = take(write_rows(tmp_path / "month.csv", [*before, *rows]))
        assert _counts(outcome) == (19, bool(before), 18 if before else 0, 0)
    little_by_little = stored(source)
    everything = take(write_rows(tmp_path / "all.csv", [one for rows in months for one in rows]))
    assert _counts(everything) == (0, 0, 18 * 19, 0)
    assert len(little_by_little) == 18 * 19
    assert sum(one[2] == "robbery" for one in little_by_little) == 17
