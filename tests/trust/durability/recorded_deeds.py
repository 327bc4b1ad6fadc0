"""What the product says to its database while it does real deeds, so that the same can be said to a disk that fails."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

import apsw
from tests.config.installation import Installation
from tests.trust.durability.power_cut import DISK, Disk, Step

RECORD = """
    from itertools import islice
    from django.db import connection
    from tests.trust.durability.deeds_done import as_shipped, deeds, prepare
    prepare()
    connection.cursor().execute("VACUUM INTO %s", [{pattern!r}])
    said, done = [], []
    connection.connection.set_trace_callback(said.append)
    for promised in islice(deeds("w", as_shipped), {deeds}):
        done.append([promised, list(said)])
        said.clear()
    print(json.dumps(done))
"""


@dataclass(frozen=True)
class Recording:
    """The database before the deeds, and of each deed what it promised and every statement it was made of."""

    pattern: bytes
    deeds: list[tuple[list[str], list[str]]]


def record(installation: Installation, deeds: int) -> Recording:
    """Do deeds with the product and listen."""
    pattern = installation.folder / "pattern.sqlite3"
    done = installation.ask(RECORD.format(pattern=str(pattern), deeds=deeds))
    return Recording(pattern.read_bytes(), [(promised, said) for promised, said in done])


def play(recording: Recording, settings: str, folder: Path, *, seed: int, in_transactions: bool = True) -> list[Step]:
    """Do the same deeds again and give every step that the disk was asked for.

    `folder` is empty; `settings` are pragmas as Django's `init_command`. The generator says which of two connections
    does a deed, and what happens between deeds.
    """
    (folder / "db").write_bytes(recording.pattern)
    disk, dice = Disk(), random.Random(seed)
    desk = _Desk(folder / "db", settings, dice)
    for promised, said in recording.deeds:
        desk.do(said if in_transactions else [one for one in said if one not in _TRANSACTION])
        disk.steps.extend(Step("acknowledge", one) for one in promised)
        desk.pass_the_time()
    desk.close()
    disk.unregister()
    return disk.steps


_TRANSACTION = ("BEGIN IMMEDIATE", "COMMIT")


class _Desk:
    """Two connections that write by turns, and a third that sometimes reads on in an old view."""

    def __init__(self, file: Path, settings: str, dice: random.Random) -> None:
        self._file, self._settings, self._dice = file, settings, dice
        self._writers = [self._open(), self._open()]
        self._reader = self._open()

    def _open(self) -> apsw.Connection:
        connection = apsw.Connection(str(self._file), vfs=DISK)
        _say(connection, *self._settings.split(";"))
        return connection

    def do(self, statements: list[str]) -> None:
        """One deed, on either connection."""
        _say(self._dice.choice(self._writers), *statements)

    def pass_the_time(self) -> None:
        """Perhaps write the log back, come back with a new connection, or begin or end a long reading."""
        event = self._dice.random()
        if self._reader.in_transaction:
            if event < 0.3:
                _say(self._reader, "COMMIT")
        elif event < 0.05 and "journal_mode=WAL" in self._settings:  # without a log a reader stops every writer
            _say(self._reader, "BEGIN", "SELECT count(*) FROM audit_line")
        if 0.9 < event < 0.94:
            self._writers.pop(0).close()
            self._writers.append(self._open())
        if event > 0.94:
            _say(self._writers[0], f"PRAGMA wal_checkpoint({self._dice.choice(_WAYS)})")

    def close(self) -> None:
        """Close all; the last one writes the log back and removes it."""
        for connection in (self._reader, *self._writers):
            connection.close()


_WAYS = ("PASSIVE", "FULL", "RESTART", "TRUNCATE")


def _say(connection: apsw.Connection, *statements: str) -> None:
    for statement in statements:
        connection.execute(statement).fetchall()
