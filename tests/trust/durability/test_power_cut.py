"""Whenever the power goes, every deed that was acknowledged is there, whole, and the database is sound."""

from __future__ import annotations

import random
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import apsw
import pytest
from tests.config.installation import ON_POSTGRESQL, new_installation
from tests.evidence import evidence
from tests.trust.durability.power_cut import Platter, Step
from tests.trust.durability.reckoning import reckon
from tests.trust.durability.recorded_deeds import Recording, play, record

from samvirke.config.sqlite import OPTIONS

pytestmark = pytest.mark.skipif(ON_POSTGRESQL, reason="this is about the embedded database")

SEED = 20240820
SHIPPED = OPTIONS["init_command"]
NORMAL = SHIPPED.replace("synchronous=FULL", "synchronous=NORMAL")
CARELESS = SHIPPED.replace("synchronous=FULL", "synchronous=OFF")
WITHOUT_LOG = SHIPPED.replace("journal_mode=WAL", "journal_mode=DELETE")
DEEDS = 150


@dataclass
class Tally:
    """How many images were looked at, and in how many of them something was wrong."""

    images: int = 0
    broken: int = 0
    lost: int = 0
    half: int = 0
    first: list[str] = field(default_factory=list)

    @property
    def wrong(self) -> tuple[int, int, int]:
        return self.broken, self.lost, self.half


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Recording:
    return record(new_installation(tmp_path_factory.mktemp("recorded") / "samvirke"), DEEDS)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """In memory where the machine has such a place: syncing the images would prove nothing."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else tmp_path) as name:
        yield Path(name)


def cut(
    recording: Recording, settings: str, folder: Path, images: int, *, seed: int = SEED, in_transactions: bool = True
) -> Tally:
    """Cut the power at so many steps, drawn evenly over the record; every step when there are as many."""
    tally, dice, runs = Tally(), random.Random(seed), 0
    while tally.images < images:
        runs += 1
        steps = play(
            recording, settings, Path(tempfile.mkdtemp(dir=folder)), seed=seed + runs, in_transactions=in_transactions
        )
        share = (images - tally.images) / len(steps)
        platter, promised = Platter({"db": recording.pattern}), []
        for step in steps:
            _take(step, platter, promised)
            if tally.images < images and dice.random() < share:
                _look(platter, promised, folder / "image", dice, tally)
    return tally


def _take(step: Step, platter: Platter, promised: list[str]) -> None:
    if step.kind == "acknowledge":
        promised.append(step.name)
    else:
        platter.take(step)


def _look(platter: Platter, promised: list[str], folder: Path, dice: random.Random, tally: Tally) -> None:
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for name, content in platter.after_a_cut(dice).items():
        (folder / name).write_bytes(content)
    with closing(sqlite3.connect(folder / "db")) as connection:
        found = reckon(connection, promised)
    tally.images += 1
    tally.broken += bool(found.broken)
    tally.lost += bool(found.lost)
    tally.half += bool(found.half)
    if not found.is_whole and not tally.first:
        tally.first = [*found.broken[:3], *found.lost[:3], *found.half[:3]]


def test_the_settings_that_ship_keep_every_promise_through_300_cuts(recording: Recording, folder: Path):
    tally = cut(recording, SHIPPED, folder, 300)
    assert (tally.images, tally.wrong) == (300, (0, 0, 0)), tally.first


def test_the_much_copied_setting_loses_what_was_promised(recording: Recording, folder: Path):
    assert NORMAL != SHIPPED
    tally = cut(recording, NORMAL, folder, 60)
    assert tally.lost > 10
    assert (tally.broken, tally.half) == (0, 0)


def test_without_any_sync_the_database_breaks(recording: Recording, folder: Path):
    tally = cut(recording, CARELESS, folder, 60)
    assert tally.broken > 0
    assert tally.lost > 10


def test_without_their_transactions_deeds_are_done_by_half(recording: Recording, folder: Path):
    tally = cut(recording, SHIPPED, folder, 60, in_transactions=False)
    assert tally.half > 5


def test_the_simulator_agrees_with_what_sqlite_says_of_its_other_journal(recording: Recording, folder: Path):
    """FULL does not sync the folder once the journal is deleted, EXTRA does (sqlite.org, PRAGMA synchronous)."""
    full, extra = (WITHOUT_LOG.replace("=FULL", f"={level}") for level in ("FULL", "EXTRA"))
    assert cut(recording, full, folder, 100).lost > 5
    assert cut(recording, extra, folder, 100).wrong == (0, 0, 0)


def test_the_record_holds_what_a_commit_and_a_log_written_back_ask_of_a_disk(recording: Recording, folder: Path):
    steps = play(recording, SHIPPED, folder, seed=SEED)
    kinds = {(step.kind, step.name) for step in steps if step.kind != "acknowledge"}
    assert {("write", "db"), ("sync", "db"), ("write", "db-wal"), ("sync", "db-wal")} <= kinds
    for number, step in enumerate(steps):
        if step.kind == "acknowledge" and steps[number - 1].kind != "acknowledge":
            assert (steps[number - 1].kind, steps[number - 1].name) == ("sync", "db-wal")


@pytest.mark.slow
def test_the_settings_that_ship_keep_every_promise_through_20_000_cuts(recording: Recording, folder: Path):
    control = cut(recording, NORMAL, folder, 1_000)
    assert control.lost > 100
    tally = cut(recording, SHIPPED, folder, 20_000)
    assert (tally.images, tally.wrong) == (20_000, (0, 0, 0)), tally.first
    engines = f"SQLite {apsw.sqlite_lib_version()} wrote, {sqlite3.sqlite_version} read"
    evidence(
        "T8",
        what=f"power cuts, writes not yet synced kept, dropped or torn by sector, under {SHIPPED}",
        count=tally.images,
        seed=SEED,
        result=f"0 acknowledged lost, 0 half done, 0 broken; {engines}",
        control=f"synchronous=NORMAL: acknowledged deeds lost in {control.lost} of {control.images:,} images",
    )
