"""Which databases there are, and which of them a room's tables live in."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from samvirke.config import sqlite
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _

PUBLIC_ROOMS = frozenset({"publications", "intake"})
OWNER = "SAMVIRKE_OWNER_DATABASE"


def database(variable: str, file: Path) -> dict[str, Any]:
    """The database whose postgresql:// address an environment variable holds, or else an SQLite file."""
    address = os.environ.get(variable, "")
    if not address:
        test = {"NAME": str(file.with_name(f"test-{file.name}"))}  # a file like the real one, not one in memory
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(file),
            "OPTIONS": dict(sqlite.OPTIONS),
            "TEST": test,
        }
    return {"ENGINE": "django.db.backends.postgresql", "CONN_MAX_AGE": 60, **_named(variable, address)}


def owner_of(settings: dict[str, Any]) -> dict[str, Any]:
    """How the same database is reached by the role that owns its tables, whose address `SAMVIRKE_OWNER_DATABASE` holds.

    Raises `Refused` when it is the address of another database, or of the role that the program works as.
    """
    owner = _named(OWNER, os.environ.get(OWNER, ""))
    if owner["NAME"] != settings["NAME"] or owner["USER"] == settings["USER"]:
        what = Said(_("{variable} names another database, or the program's own role."), {"variable": OWNER})
        raise Refused.because(what, _("Give it the address of the same database with the role that owns the tables."))
    # Where policies would hide rows from this role it is told so, instead of changing only what it sees.
    strict = f"{owner['OPTIONS'].get('options', '')} -c row_security=off".strip()
    return {**owner, "OPTIONS": {**owner["OPTIONS"], "options": strict}}


def _named(variable: str, address: str) -> dict[str, Any]:
    parts = _parts(variable, address)
    return {
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def _parts(variable: str, address: str) -> SplitResult:
    with suppress(ValueError):
        parts = urlsplit(address)
        is_port = parts.port is None or parts.port > 0
        if parts.scheme in ("postgresql", "postgres") and parts.path.strip("/") and is_port:
            return parts
    what = Said(_("{variable} is no address of a PostgreSQL database."), {"variable": variable})  # may hold a password
    remedy = _("Write it as postgresql://user:password@host:5432/database, or unset it to use a file of its own.")
    raise Refused.because(what, remedy)


class Router:
    """Publications and intake live in the public database, everything else in the staff database."""

    def db_for_read(self, model: Any, **_hints: Any) -> str:
        """Where a table is read."""
        return "public" if model._meta.app_label in PUBLIC_ROOMS else "default"

    db_for_write = db_for_read

    def allow_relation(self, one: Any, other: Any, **_hints: Any) -> bool:
        """No keys between the two."""
        return self.db_for_read(one) == self.db_for_read(other)

    def allow_migrate(self, db: str, app_label: str, **_hints: Any) -> bool:
        """Each database holds its own tables and no others."""
        return (db == "public") == (app_label in PUBLIC_ROOMS)
