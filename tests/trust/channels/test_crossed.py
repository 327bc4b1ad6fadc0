"""However many are served at once, and whatever is killed meanwhile, nobody gets what is somebody else's."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from tests.config.installation import ROOT, Installation, new_installation
from tests.evidence import evidence
from tests.trust.channels.hammering import WORD, Hammering

from samvirke.doors.cli.commands.serve import _processes

pytestmark = pytest.mark.database

SEED = 20240820
_PEOPLE = 60
_PREPARE = "from tests.trust.channels.sessions import prepare; print(json.dumps(prepare({people})))"
_SHIPPED, _CARELESS = "samvirke.config.staff_wsgi:application", "tests.trust.channels.careless_wsgi:application"


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """One with casework."""
    made = new_installation(tmp_path_factory.mktemp("served") / "samvirke", SAMVIRKE_CASEWORK="on")
    migrated = made.samvirke("migrate")
    assert migrated.returncode == 0, migrated.stderr
    return made


@pytest.fixture(scope="module")
def sessions(installation: Installation) -> list[dict[str, str]]:
    """People of as many agencies, all signed in."""
    return installation.ask(_PREPARE.format(people=_PEOPLE))


@contextmanager
def served(installation: Installation, application: str, workers: int) -> Iterator[tuple[int, int]]:
    """The staff's pages by the shipped server with its shipped settings, in more workers; the process and the port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = _processes(port, "127.0.0.1")["staff"]
    words[words.index("--workers") + 1] = str(workers)
    words[-1:] = ["--respawn-failed-workers", "--respawn-interval", "0.2", application]
    with log_of(installation).open("wb") as log:
        process = subprocess.Popen(words, env=installation.environment(), cwd=ROOT, stdout=log, stderr=log)
        try:
            _wait_for(port)
            yield process.pid, port
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ask it to stop; one that was asked while it put a killed worker back may not hear it, and is ended with all."""
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(timeout=60)
    except subprocess.TimeoutExpired:
        for child in (*_children(process.pid), process.pid):
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        process.wait(timeout=60)


def _children(parent: int) -> list[int]:
    return [int(each) for each in Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()]


def log_of(installation: Installation) -> Path:
    """What the server has said."""
    return installation.folder / "server.log"


def _wait_for(port: int) -> None:
    for _ in range(300):
        with suppress(OSError):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthy", timeout=2).read()
            return
        time.sleep(0.1)
    pytest.fail("the server does not answer")


def _killing(parent: int, hammering: Hammering, step: int) -> int:
    """Kill a worker in the middle of its requests, once in so many answers; how many."""
    killed = 0
    while hammering.seen["answers"] < hammering.answers:
        time.sleep(0.05)
        if hammering.seen["answers"] >= (killed + 1) * step:
            with suppress(ProcessLookupError):
                os.kill(_children(parent)[-1], signal.SIGKILL)
            killed += 1
    return killed


def hammered(
    installation, sessions, application, answers, step, threads=12, mostly_light=False
) -> tuple[Hammering, int]:
    """So many answers while a worker is killed once in so many of them; and how many were killed."""
    with served(installation, application, workers=2) as (pid, port), ThreadPoolExecutor(1) as pool:
        hammering = Hammering(port, sessions, answers, SEED, mostly_light)
        killed = pool.submit(_killing, pid, hammering, step)
        hammering.run(threads)
        return hammering, killed.result()


def test_a_thousand_answers_at_once_go_each_to_whoever_asked(installation, sessions):
    hammering, killed = hammered(installation, sessions, _SHIPPED, answers=1000, step=400)
    assert hammering.crossed == []
    assert hammering.seen["200"] > 500
    assert hammering.seen["500"] == 0
    assert hammering.seen["broken off"] > 10
    assert killed == 2
    assert WORD.findall(log_of(installation).read_bytes()) == []


def test_a_server_that_keeps_who_asks_in_one_place_is_found(installation, sessions):
    hammering, _killed = hammered(installation, sessions, _CARELESS, answers=200, step=9999)
    assert len([one for one in hammering.crossed if " gave " in one]) > 3


@pytest.mark.slow
def test_two_hundred_thousand_answers_go_each_to_whoever_asked(installation, sessions):
    many = {"answers": 200_000, "step": 2000, "threads": 24, "mostly_light": True}
    hammering, killed = hammered(installation, sessions, _SHIPPED, **many)
    assert hammering.crossed == []
    assert hammering.seen["named"] > 190_000
    careless, _killed = hammered(installation, sessions, _CARELESS, answers=1000, step=9999)
    assert careless.crossed
    evidence(
        "T5",
        what="answers that are given at once go each to whoever asked, whatever is killed or broken off meanwhile",
        count=hammering.seen["answers"],
        seed=SEED,
        result=f"0 crossed, {_PEOPLE} sessions, {killed} workers killed, {hammering.seen['broken off']:,} broken off",
        control=f"who asks kept in one place: {len(careless.crossed)} of 1,000 crossed",
    )
