"""A process that is killed in the middle of its work loses nothing that it promised, and leaves nothing by half."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.config.installation import ON_POSTGRESQL, new_installation
from tests.evidence import evidence
from tests.trust.durability.reckoning import Reckoning, reckon

from samvirke.config.sqlite import OPTIONS

pytestmark = pytest.mark.skipif(ON_POSTGRESQL, reason="this is about the embedded database")

SEED = 20240820
KILL = """
    from pathlib import Path
    from django.db import connection
    from tests.trust.durability import deeds_done
    from tests.trust.durability.killing import kill_writers
    deeds_done.prepare()
    ask = connection.cursor().execute
    settings = [ask(f"PRAGMA {{name}}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    do = getattr(deeds_done, {how!r})
    acknowledged = kill_writers({cycles}, seed={seed}, do=do, ledger=Path({ledger!r}))
    print(json.dumps([settings, acknowledged]))
"""
Kill = Callable[[str, int], tuple[list[str], Path]]


@pytest.fixture
def kill(tmp_path: Path) -> Kill:
    """Kills writers so many times, with the settings that the product ships with; what they promised, and where."""

    def killed(how: str, cycles: int) -> tuple[list[str], Path]:
        installation, ledger = new_installation(tmp_path / how), tmp_path / f"{how}.ledger"
        process = installation.begin(KILL.format(how=how, cycles=cycles, seed=SEED, ledger=str(ledger)))
        said, wrong = process.communicate()
        assert process.returncode == 0, wrong
        promised = ledger.read_text(encoding="ascii").split("\n")[:-1]
        assert json.loads(said) == [["wal", 2], len(promised)]
        return promised, installation.home / "staff.sqlite3"

    return killed


def found_in(database: Path, promised: list[str]) -> Reckoning:
    with closing(sqlite3.connect(database)) as connection:
        return reckon(connection, promised)


def test_processes_killed_25_times_lose_nothing_they_promised_and_leave_nothing_half_done(kill: Kill):
    promised, database = kill("as_shipped", 25)
    assert len(promised) > 25
    assert found_in(database, promised) == Reckoning([], [], [])


def test_the_same_kills_find_deeds_half_done_when_row_and_line_are_committed_one_after_the_other(kill: Kill):
    promised, database = kill("without_the_transaction", 25)
    found = found_in(database, promised)
    assert (found.broken, found.lost) == ([], [])
    assert found.half != []


def test_what_is_lost_halved_or_changed_is_found(kill: Kill):
    promised, database = kill("as_shipped", 10)
    with closing(sqlite3.connect(database)) as connection:
        assert reckon(connection, ["somebody-1 planned"]).lost == ["somebody-1 planned"]
        pair, done = next(one for one in promised if one.endswith("/1 done")).split(" ")
        connection.execute(
            "UPDATE commitments_fulfilment SET state = 'planned', [on] = NULL WHERE evidence = ?", [pair]
        )
        undone = reckon(connection, promised)
        assert undone.lost == [f"{pair} {done}"]
        assert any("other half" in one for one in undone.half)
        assert any("2 lines" in one for one in undone.half)
        connection.execute("DELETE FROM audit_side WHERE seq = 1")
        assert "line 1 without its name" in reckon(connection, promised).half
        connection.execute("UPDATE audit_head SET seq = seq - 1")
        assert "the end of the chain is missing" in str(reckon(connection, promised).broken)


@pytest.mark.slow
def test_processes_killed_5_000_times_lose_nothing_they_promised_and_leave_nothing_half_done(kill: Kill):
    cycles, cycles_of_control = 5_000, 250
    control_promised, control_database = kill("without_the_transaction", cycles_of_control)
    control = found_in(control_database, control_promised)
    assert control.half != []
    promised, database = kill("as_shipped", cycles)
    assert found_in(database, promised) == Reckoning([], [], [])
    evidence(
        "T6",
        what=f"kill -9 of processes that do deeds, under {OPTIONS['init_command']}",
        count=cycles,
        seed=SEED,
        result=f"{len(promised):,} acknowledged, 0 lost, 0 half done, the chain whole",
        control=f"row and line in two commits: {len(control.half):,} half done in {cycles_of_control} kills",
    )
