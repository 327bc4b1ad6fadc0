"""Which databases there are, and which of them a room's tables live in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from samvirke.config import sqlite

PUBLIC_ROOMS = frozenset({"publications", "intake"})


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
    parts = urlsplit(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


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
