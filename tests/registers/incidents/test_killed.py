"""The import is killed in the middle: the old version stays whole, the sweep clears up, the next import works."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from tests.registers.incidents.arrange import Home, line, row, started, write_rows, write_text

_ROWS = 60_000
_LIMIT = 60
_SWEEP = (
    "from samvirke.config import setup; setup.ready()\n"
    "from samvirke.registers.incidents.commands.sweep_store import sweep_store; print(sweep_store())"
)
Reached = Callable[[Path], bool]


def _file(folder: Path) -> Path:
    years = (2019, 2020, 2021, 2022, 2023)
    said = [line(journal=f"J{n}", fra=f"{years[n % 5]}-03-05", til="", anmeldt="") for n in range(_ROWS)]
    return write_text(folder / "many.csv", *said, line(journal="R", fra="igår"))


@pytest.fixture
def held(program: Home, tmp_path: Path) -> Home:
    """A home with one small version in it."""
    said = program.take(write_rows(tmp_path / "first.csv", [row(journal="J0"), row(journal="old")]))
    assert said.returncode == 0, said.stderr
    return program


def _new(root: Path, pattern: str) -> list[Path]:
    return [path for path in root.glob(f"v000002-*/{pattern}") if path.stat().st_size]


MOMENTS: dict[str, Reached] = {
    "rows are being checked": lambda root: bool(_new(root, "staged.parquet")),
    "the third year is being written": lambda root: any(root.glob("v000002-*/2021.parquet")),
    "it waits to be committed": lambda root: (
        any(root.glob("v000002-*/2024.parquet")) and not any(root.glob("v000002-*/staged.parquet"))
    ),
}


def _is_whole(home: Home) -> int:
    """The number of the newest committed version, every file of which is as its row says."""
    (number, files), *_ = home.rows("SELECT number, files FROM incidents_storeversion ORDER BY number DESC")
    for file in json.loads(files):
        path = home.folder / "incidents" / "opdigtet" / file["path"]
        assert sha256(path.read_bytes()).hexdigest() == file["sha256"]
    return int(number)


def _swept(home: Home) -> int:
    """Run the nightly sweep two days later, as far as the files can tell."""
    old = time.time() - 2 * 86400
    for path in sorted((home.folder / "incidents").rglob("*"), reverse=True):
        os.utime(path, (old, old))
    said = subprocess.run(
        [sys.executable, "-c", _SWEEP], env=home.environment(), check=True, capture_output=True, text=True
    )
    return int(said.stdout)


@pytest.mark.parametrize("moment", MOMENTS.values(), ids=MOMENTS)
def test_a_kill_leaves_the_old_version_whole(moment: Reached, held: Home, tmp_path: Path) -> None:
    before, file = held.everything(), _file(tmp_path)
    named = set(before["files"])
    with started(held, file, moment) as (process, _database):
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    after = held.everything()
    assert {**after, "files": ""} == {**before, "files": ""}
    assert {name: after["files"][name] for name in named} == before["files"]
    assert _is_whole(held) == 1
    _swept(held)
    assert {name for name in held.everything()["files"] if name.startswith("incidents/")} == named
    assert len(list((held.folder / "incidents" / "opdigtet").iterdir())) == 1
    said = held.take(file, "--json")
    told = json.loads(said.stdout)
    assert (told["new"], told["corrected"], told["rejected"], told["version"]) == (_ROWS - 1, 1, 1, 2)
    assert _is_whole(held) == 2


@pytest.mark.slow
@pytest.mark.parametrize("delay", [0.8 + 0.15 * step for step in range(20)])
def test_a_kill_at_any_time_leaves_the_old_version_or_the_new_one(delay: float, held: Home, tmp_path: Path) -> None:
    file = _file(tmp_path)
    with held.start("import", "incidents", str(file), "--source", "opdigtet") as process:
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
    number, runs = _is_whole(held), held.rows("SELECT version FROM incidents_importrun ORDER BY finished_at")
    assert runs == [(version,) for version in range(1, number + 1)]
    said = held.take(file, "--json")
    told = json.loads(said.stdout)
    assert told["accepted"] == (_ROWS if number == 1 else 0)
    assert _is_whole(held) == 2


def test_a_stop_by_hand_leaves_nothing_behind_and_says_so_by_its_exit_code(held: Home, tmp_path: Path) -> None:
    before = held.everything()
    with started(held, _file(tmp_path), MOMENTS["rows are being checked"]) as (process, _database):
        process.send_signal(signal.SIGINT)
        _said, complained = process.communicate(timeout=_LIMIT)
    assert process.returncode == 130, complained
    assert "Traceback" not in complained
    assert held.everything() == before


_LOST_AFTER_COMMIT = """
import sys
from pathlib import Path
from samvirke.config import setup; setup.ready()
from django.db import transaction
from django.db.models.signals import post_save
from samvirke.registers.incidents.commands.import_incidents import import_file
from samvirke.registers.incidents.models import StoreVersion
from samvirke.registers.incidents.queries.source_called import source_called
from samvirke.trust.access.actor import system

def lost(): raise ConnectionError("lost")
def put(**_facts): transaction.on_commit(lost)
post_save.connect(put, sender=StoreVersion)
import_file(system("operator"), source=source_called("opdigtet"), path=Path(sys.argv[1]))
"""


def test_what_has_been_committed_is_kept_even_when_the_database_is_lost_just_afterwards(
    held: Home, tmp_path: Path
) -> None:
    file = write_rows(tmp_path / "late.csv", [row(journal="late")])
    said = subprocess.run(
        [sys.executable, "-c", _LOST_AFTER_COMMIT, str(file)],
        env=held.environment(),
        check=False,
        capture_output=True,
        text=True,
    )
    assert "ConnectionError: lost" in said.stderr
    assert _is_whole(held) == 2
    assert held.take(file).returncode == 0
    assert _is_whole(held) == 2
