"""Lets processes do deeds and kills them at any moment; a ledger outside the database keeps what they promised."""

from __future__ import annotations

import os
import random
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from django.db import connections
from tests.trust.durability.deeds_done import Doing, deeds

WRITERS = 2
_PAUSE = 0.006  # who waits for SQLite's lock looks only now and then, and would starve beside a writer without pauses


@dataclass(frozen=True)
class Writer:
    """A process that does deeds until it is killed; `first` closes when its first deed is acknowledged."""

    pid: int
    first: int

    def wait_for_its_first_deed(self) -> None:
        os.read(self.first, 1)

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.first)


def begin(name: str, do: Doing, ledger: Path) -> Writer:
    """Fork a writer. Whoever calls this has the program loaded, so that it starts at once, and no database open."""
    first, told = os.pipe()
    parent, pid = os.getpid(), os.fork()
    if pid:
        os.close(told)
        return Writer(pid, first)
    try:
        _write_until_killed(name, do, ledger, told, parent)
    finally:
        os._exit(1)


def _write_until_killed(name: str, do: Doing, ledger: Path, told: int, parent: int) -> None:
    book = os.open(ledger, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    for number, promised in enumerate(deeds(name, do)):
        os.write(book, "".join(f"{one}\n" for one in promised).encode())
        if number == 0:
            os.close(told)
        if os.getppid() != parent:
            return
        if number % 4 == 3:
            time.sleep(_PAUSE)


def _do_one_deed_here(do: Doing, ledger: Path) -> None:
    """Load what a deed needs, so that children need not, and leave no database open that they would share."""
    ledger.write_text("".join(f"{one}\n" for one in next(deeds("parent", do))), encoding="ascii")
    connections.close_all()


def kill_writers(cycles: int, *, seed: int, do: Doing, ledger: Path) -> int:
    """Kill writers so many times and begin new ones; how many deeds they had acknowledged.

    Most writers are killed while the other writes on; every third time both go, so that the next one finds a log
    that nobody has read back; every fifth is killed before its first deed, perhaps while it reads the log back.
    """
    dice = random.Random(seed)
    _do_one_deed_here(do, ledger)
    writers = [begin(f"{seed}.0.{which}", do, ledger) for which in range(WRITERS)]
    try:
        cycle = 0
        while cycle < cycles:
            victims = [0, 1] if cycle % 3 == 0 and cycle + 1 < cycles else [dice.randrange(WRITERS)]
            if cycle % 5:
                writers[victims[0]].wait_for_its_first_deed()
            time.sleep(dice.uniform(0, 0.1))
            for which in victims:
                writers[which].kill()
            cycle += len(victims)
            for which in victims:
                writers[which] = begin(f"{seed}.{cycle}.{which}", do, ledger)
    finally:
        for writer in writers:
            writer.kill()
    return len(ledger.read_text(encoding="ascii").split("\n")) - 1
