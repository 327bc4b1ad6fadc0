"""The program as somebody types it: in an empty home, serving, working off the queue, and on a full disk."""

from __future__ import annotations

import os
import select
import signal
import socket
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from tests.config.installation import ON_POSTGRESQL, ROOT, Installation, empty_installation, new_installation

from samvirke.handovers.load_demo import TODAY


@pytest.fixture
def installation(tmp_path):
    made = new_installation(tmp_path / "samvirke")
    if ON_POSTGRESQL:  # its databases are copies: the home has to learn that these too are up to date
        assert made.samvirke("migrate").returncode == 0
    return made


def two_free_ports() -> int:
    """The first of two ports in a row that nobody listens on."""
    for first in range(20_000 + os.getpid() % 10_000, 60_000, 2):
        with ExitStack() as held:
            try:
                for port in (first, first + 1):
                    held.enter_context(socket.socket()).bind(("127.0.0.1", port))
            except OSError:
                continue
            return first
    raise AssertionError("no two free ports")


def children_of(process: int) -> set[int]:
    return {int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()}


def are_gone(processes: set[int]) -> bool:
    return not any(Path(f"/proc/{one}").exists() for one in processes)


def status(port: int, path: str) -> int:
    try:
        with urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
            return answer.status
    except HTTPError as error:
        return error.code


def test_an_empty_home_says_how_a_district_is_loaded(tmp_path):
    empty = empty_installation(tmp_path / "samvirke")
    listed = empty.samvirke("district", "list")
    assert (listed.returncode, listed.stderr) == (0, "")
    assert "samvirke district load districts/oestjylland" in listed.stdout
    assert empty.samvirke("district", "list", "--json").stdout == "[]\n"
    refused = empty.samvirke("pack", "lokalraad-randers", "--quarter", "2024Q2", SAMVIRKE_LANGUAGE="da")
    assert refused.returncode == 2
    assert "samvirke district load districts/oestjylland" in refused.stderr
    assert "There is no" not in refused.stderr


@pytest.mark.database
def test_serving_answers_on_both_ports_and_ends_everything_when_asked_to(installation):
    port = two_free_ports()
    server = installation.start(sys.executable, "-m", "samvirke", "serve", "--port", str(port))
    try:
        assert select.select([server.stdout], [], [], 60)[0], "it has not said where it serves"
        said = [server.stdout.readline() for _line in range(2)]
        assert said == [f"Staff pages: http://127.0.0.1:{port}/\n", f"Public site: http://127.0.0.1:{port + 1}/\n"]
        assert [status(one, "/healthy") for one in (port, port + 1)] == [200, 200]
        children = children_of(server.pid)
        assert len(children) == 5
    finally:
        server.send_signal(signal.SIGTERM)
        rest, wrong = server.communicate(timeout=30)
    assert (server.returncode, rest) == (0, "Stopped.\n"), wrong
    assert are_gone(children)


@pytest.mark.parametrize("taken", [0, 1], ids=["of the staff pages", "of the public site"])
def test_a_port_that_is_taken_is_told_before_anything_runs(installation, taken):
    port = two_free_ports()
    with socket.socket() as other:
        other.bind(("127.0.0.1", port + taken))
        other.listen()
        ended = installation.samvirke("serve", "--port", str(port))
    assert ended.returncode == 2
    assert ended.stderr == (
        f"Port {port + taken} of 127.0.0.1 cannot be listened on. Choose another with --port or SAMVIRKE_PORT.\n"
    )
    assert ended.stdout == ""


@pytest.mark.database
def test_what_has_come_due_is_worked_off(installation):
    for words in (("jobs", "schedule", "--once"), ("jobs", "work", "--once")):
        assert installation.samvirke(*words).returncode == 0
    states = installation.ask("""
        from samvirke.trust.jobs.models import Job
        print(json.dumps(dict(Job.objects.values_list("name", "state"))))
    """)
    assert states.keys() >= {"retention.sweep", "documents.sweep-orphans"}
    assert set(states.values()) == {"done"}


def test_a_demo_that_was_stopped_half_way_is_loaded_to_its_end_and_then_left_alone(tmp_path):
    half = empty_installation(tmp_path / "samvirke")
    half.home.mkdir(parents=True)
    (half.home / "samvirke.toml").write_text(f'demo = true\ntoday = "{TODAY}"\n', encoding="utf-8")
    first = half.samvirke("demo")
    assert first.returncode == 0, first.stderr
    assert "Loading the demo district" in first.stdout
    files = [Path(line.strip()) for line in first.stdout.splitlines() if line.startswith("  ")]
    assert [file.suffix for file in files] == [".pdf", ".html"]
    assert all((ROOT / file).is_file() for file in files)
    assert (half.home / "demo-truths.json").is_file()
    again = half.samvirke("demo", SAMVIRKE_LANGUAGE="da")
    assert again.returncode == 0
    assert len(again.stdout.splitlines()) == 3
    assert "seconds" not in again.stdout


def test_the_demo_leaves_an_installation_of_its_own_alone(installation):
    (installation.home / "staff.sqlite3").touch()
    refused = installation.samvirke("demo")
    assert refused.returncode == 2
    assert str(installation.home) in refused.stderr
    assert "SAMVIRKE_HOME" in refused.stderr
    assert not (installation.home / "samvirke.toml").exists()


def run_into(installation: Installation, output: int, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "samvirke", *words]
    environment = installation.environment()
    return subprocess.run(command, env=environment, stdout=output, stderr=subprocess.PIPE, text=True, check=False)


def test_a_full_disk_is_told_in_a_sentence(installation):
    with Path("/dev/full").open("wb") as full:
        ended = run_into(installation, full.fileno(), "district", "list", "--json")
    assert ended.returncode == 2
    assert ended.stderr == "The disk is full; nothing has been stored. Make room and do it again.\n"


def test_somebody_who_stops_reading_is_no_fault(installation):
    reading, writing = os.pipe()
    os.close(reading)
    ended = run_into(installation, writing, "district", "list", "--json")
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, "")
