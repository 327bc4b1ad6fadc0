"""Versions of the store: readers keep theirs while the next comes in, two imports at once, and the nightly sweep."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.registers.incidents.arrange import everything, newest_files, row, stored, write_rows

from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.period import period_of
from samvirke.registers.incidents.commands.import_incidents import import_file
from samvirke.registers.incidents.commands.sweep_store import sweep_store
from samvirke.registers.incidents.engine.folders import rejected_folder, store_root
from samvirke.registers.incidents.engine.outcome import Outcome
from samvirke.registers.incidents.models import ImportRun, Source, StoreVersion
from samvirke.registers.incidents.queries.monthly_counts import monthly_counts
from samvirke.registers.incidents.queries.offence_counts import offence_counts
from samvirke.registers.incidents.queries.store import open_store
from samvirke.trust.access.actor import system
from samvirke.trust.audit.models import Line

pytestmark = pytest.mark.database

Take = Callable[..., Outcome]
_OPERATOR = system("operator")
_MARCH = period_of(date(2024, 3, 1), "month")


def _made_old(*paths: Path, days: float = 2) -> None:
    at = time.time() - days * 86400
    for path in paths:
        os.utime(path, (at, at))


def _age_versions(source: Source, days: float) -> None:
    for version in source.versions.all():
        StoreVersion.objects.filter(pk=version.pk).update(committed_at=now() - timedelta(days=days))
    folders = list(store_root(source.pk).iterdir())
    _made_old(*(file for folder in folders for file in folder.iterdir()), *folders, days=days)


def test_readers_keep_the_version_they_opened_while_a_new_one_comes_in(take_rows: Take, source: Source) -> None:
    take_rows([row(journal="A"), row(journal="B")])
    old = open_store(_OPERATOR, source.district)
    seen: list[int] = []

    def looks(_share: float, _words: object) -> None:
        seen.append(offence_counts(open_store(_OPERATOR, source.district), ["damage"], _MARCH)[0].get("hærværk", 0))

    rows = [row(journal="A", forhold="røveri"), *(row(journal=f"C{n}") for n in range(10))]
    take_rows(rows, tell=looks)
    assert len(seen) >= 3
    assert set(seen) == {2}
    new = open_store(_OPERATOR, source.district)
    damage = {"hærværk": 2}
    assert offence_counts(old, ["damage", "robbery"], _MARCH)[0] == damage
    assert offence_counts(new, ["damage", "robbery"], _MARCH)[0] == {"hærværk": 11, "røveri": 1}
    assert (old.stamp, new.stamp) == ((("opdigtet", 1),), (("opdigtet", 2),))
    assert monthly_counts(old, [998]).count(["damage"], _MARCH)[998] == 2
    assert monthly_counts(new, [998]).count(["damage"], _MARCH)[998] == 11


def test_the_files_of_a_version_never_change(take_rows: Take, source: Source) -> None:
    take_rows([row(journal="A"), row(journal="B")])
    first = {path: path.read_bytes() for path in newest_files(source)}
    take_rows([row(journal="A", forhold="røveri"), row(journal="C")])
    assert {path: path.read_bytes() for path in first} == first
    assert not set(first) & set(newest_files(source))


def test_a_version_says_how_many_rows_of_which_days_it_holds_and_when_it_was_frozen(
    take_rows: Take, source: Source, today: date
) -> None:
    take_rows([row(journal=day, fra=day, til="", anmeldt="") for day in ("2022-02-01", "2024-06-30", "2023-01-01")])
    version = StoreVersion.objects.get(source="opdigtet")
    assert (version.number, version.rows, version.mapping) == (1, 3, "danish-csv v2")
    assert (version.first_day, version.last_day, version.frozen_on) == (date(2022, 2, 1), date(2024, 6, 30), today)


def test_of_two_imports_at_once_the_slower_is_refused_and_leaves_nothing_behind(source: Source, tmp_path: Path) -> None:
    slow, quick = (write_rows(tmp_path / f"{name}.csv", [row(journal=name)]) for name in ("slow", "quick"))
    looks: list[dict[str, object]] = []

    def overtakes(_share: float, _words: object) -> None:
        if not looks:
            import_file(_OPERATOR, source=source, path=quick)
            looks.append(everything())

    with pytest.raises(Refused, match="Another import of opdigtet finished in the meantime"):
        import_file(_OPERATOR, source=source, path=slow, tell=overtakes)
    after = everything()
    # Only that the slower one was refused is added to the trail, if anything.
    assert {**after, "Line": ""} == {**looks[0], "Line": ""}
    assert len(stored(source)) == ImportRun.objects.filter(source="opdigtet").count() == 1
    assert import_file(_OPERATOR, source=source, path=slow).version == 2


def test_an_overtaken_import_is_refused_even_when_it_would_change_nothing(source: Source, tmp_path: Path) -> None:
    same, other = (write_rows(tmp_path / f"{name}.csv", [row(journal=name)]) for name in ("same", "other"))
    import_file(_OPERATOR, source=source, path=same)
    overtaken = iter([other])

    def overtakes(_share: float, _words: object) -> None:
        for path in overtaken:
            import_file(_OPERATOR, source=source, path=path)

    with pytest.raises(Refused, match="in the meantime"):
        import_file(_OPERATOR, source=source, path=same, tell=overtakes)


def test_a_version_and_its_line_in_the_trail_stand_together_or_not_at_all(take_rows: Take, source: Source) -> None:
    take_rows([row(journal="A")])
    run, version, told = (
        ImportRun.objects.get(source="opdigtet"),
        StoreVersion.objects.get(source="opdigtet"),
        Line.objects.last(),
    )
    assert told is not None
    assert (told.action, told.facts["version"], run.version, version.number) == ("incidents.import", 1, 1, 1)
    assert told.decision == "permit"


def test_the_sweep_keeps_what_the_newest_version_names_however_old_it_is(take_rows: Take, source: Source) -> None:
    take_rows([row(journal="A", fra="2020-01-01", til="", anmeldt=""), row(journal="B")])
    take_rows([row(journal="B", forhold="røveri")])
    _age_versions(source, days=400)
    before = stored(source)
    assert sweep_store() == 1
    assert stored(source) == before
    assert sorted(path.name for path in store_root(source.pk).rglob("*.parquet")) == ["2020.parquet", "2024.parquet"]
    assert sweep_store() == 0


def test_the_sweep_waits_a_day_for_the_readers_of_an_old_version(take_rows: Take, source: Source) -> None:
    take_rows([row(journal="A")])
    old = open_store(_OPERATOR, source.district)
    _age_versions(source, days=30)
    take_rows([row(journal="A", forhold="røveri")])
    assert sweep_store() == 0
    assert offence_counts(old, ["damage"], _MARCH)[0] == {"hærværk": 1}
    # What counts is when it was superseded, not how old it is.
    StoreVersion.objects.filter(source="opdigtet", number=2).update(committed_at=now() - timedelta(hours=25))
    assert sweep_store() == 1
    assert [path.parent.name[:7] for path in store_root(source.pk).rglob("*.parquet")] == ["v000002"]
    assert len(list(store_root(source.pk).iterdir())) == 1


def test_the_sweep_takes_the_leftovers_of_a_killed_import_after_a_day_and_not_before(
    take_rows: Take, source: Source
) -> None:
    take_rows([row()])
    before = stored(source)
    killed = store_root(source.pk) / "v000002-0badf00d"
    (killed / "spill").mkdir(parents=True)
    for name in ("staged.parquet", "2024.parquet", "spill/block.tmp"):
        (killed / name).write_bytes(b"half")
    assert sweep_store() == 0
    assert (killed / "staged.parquet").is_file()
    _made_old(*killed.rglob("*"), killed)
    assert sweep_store() == 2
    assert not killed.exists()
    assert stored(source) == before


def test_files_of_rejected_rows_are_kept_for_thirty_days(take_rows: Take, source: Source) -> None:
    files = [take_rows([row(journal=str(n), fra="igår")]).rejected_file for n in range(2)]
    _made_old(files[0], days=31)
    _made_old(files[1], days=29)
    assert sweep_store() == 1
    assert list(rejected_folder().iterdir()) == [files[1]]


def test_a_source_without_incidents_and_a_home_without_a_store_are_swept_in_peace(source: Source) -> None:
    assert sweep_store() == 0
