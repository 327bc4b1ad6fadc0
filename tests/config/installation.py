"""An installation of its own for one test: a home, keys and databases that real processes share."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from textwrap import dedent
from typing import Any
from uuid import uuid4

import psycopg

ROOT = Path(__file__).resolve().parents[2]
ON_POSTGRESQL = os.environ.get("SAMVIRKE_TEST_DATABASE") == "postgresql"
_READY = "from samvirke.config.setup import set_up\nset_up()\nimport json\n"


@dataclass(frozen=True)
class Installation:
    """Where it lies, and the environment that its processes are started with."""

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def keys(self) -> Path:
        return self.folder / "keys"

    def environment(self, **settings: str) -> dict[str, str]:
        """That of the test without what it says about samvirke, and what this installation says instead."""
        plain = {name: value for name, value in os.environ.items() if not name.startswith(("SAMVIRKE_", "DJANGO_"))}
        path = os.pathsep.join(part for part in (str(ROOT), plain.get("PYTHONPATH", "")) if part)
        own = {"SAMVIRKE_HOME": str(self.home), "SAMVIRKE_KEYS": str(self.keys), "SAMVIRKE_LANGUAGE": "en"}
        return {**plain, "PYTHONPATH": path, **own, **self.settings, **settings}

    def start(self, *arguments: str, **settings: str) -> subprocess.Popen[str]:
        """A process of its own."""
        return subprocess.Popen(
            arguments,
            env=self.environment(**settings),
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def samvirke(self, *arguments: str, given: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
        """A command line of the program."""
        return subprocess.run(
            [sys.executable, "-m", "samvirke", *arguments],
            env=self.environment(**settings),
            cwd=ROOT,
            input=given,
            capture_output=True,
            text=True,
            check=False,
        )

    def begin(self, script: str, **settings: str) -> subprocess.Popen[str]:
        """A Python process with the program set up, which prints its answer as JSON on its last line."""
        return self.start(sys.executable, "-c", _READY + dedent(script), **settings)

    def ask(self, script: str, **settings: str) -> Any:
        """What such a process answers."""
        return answer(self.begin(script, **settings))


def answer(process: subprocess.Popen[str]) -> Any:
    """Wait for a process and read its last line."""
    said, wrong = process.communicate(timeout=120)
    assert process.returncode == 0, wrong
    return json.loads(said.splitlines()[-1])


def empty_installation(folder: Path, **settings: str) -> Installation:
    """A home in which nobody has run anything yet; SQLite."""
    return Installation(folder, settings)


def new_installation(folder: Path, **settings: str) -> Installation:
    """An installation whose tables are up to date, on the database that this run of the tests is about."""
    pattern, databases = _pattern()
    shutil.copytree(pattern, folder, dirs_exist_ok=True)
    return Installation(folder, {**_copies(databases), **settings})


@cache
def _pattern() -> tuple[Path, dict[str, str]]:
    folder = Path(tempfile.mkdtemp(prefix="samvirke-pattern-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    databases = {variable: new_database() for variable in _VARIABLES} if ON_POSTGRESQL else {}
    made = Installation(folder, databases).samvirke("migrate")
    assert made.returncode == 0, made.stderr
    return folder, databases


_VARIABLES = ("SAMVIRKE_DATABASE", "SAMVIRKE_PUBLIC_DATABASE")


def _copies(databases: dict[str, str]) -> dict[str, str]:
    return {variable: new_database(address) for variable, address in databases.items()}


def new_database(pattern: str = "", owner: str = "") -> str:
    """The address of a new database on the server of this run, empty or a copy of another; `owner` makes it."""
    address = os.environ["SAMVIRKE_DATABASE"]
    name = f"test_{uuid4().hex[:12]}"
    with psycopg.connect(address, autocommit=True, **({"user": owner} if owner else {})) as connection:
        connection.execute(f"CREATE DATABASE {name}" + (f" TEMPLATE {_name_in(pattern)}" if pattern else ""))
    return address.replace(f"/{_name_in(address)}", f"/{name}", 1) if "?" not in address else _renamed(address, name)


def _name_in(address: str) -> str:
    return address.partition("?")[0].rpartition("/")[2]


def _renamed(address: str, name: str) -> str:
    before, _, after = address.partition("?")
    return f"{before.rpartition('/')[0]}/{name}?{after}"
