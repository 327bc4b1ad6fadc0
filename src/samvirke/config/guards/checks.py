"""Refuses settings under which a database can lose or mix up what was promised to be kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Critical, Tags, register
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from samvirke.foundation.fault import Refused
from samvirke.foundation.home import is_demo, keys_lie_inside
from samvirke.trust.identity.providers import providers

# Below 3.51.3 a write-ahead log can be reset under a reader and lose commits (sqlite.org, "WAL-reset").
_SQLITE = (3, 51, 3)
_ON = ("fsync", "full_page_writes")


@register(Tags.database)
def databases_are_safe(databases: Any = None, **_kwargs: Any) -> list[CheckMessage]:
    """Every database of this process."""
    found: list[CheckMessage] = []
    for alias in databases or []:
        connection = connections[alias]
        asked = _sqlite(connection) if connection.vendor == "sqlite" else _postgresql(connection)
        found += [Critical(f"{alias}: {what}", hint=hint, id=f"samvirke.{number}") for number, what, hint in asked]
    return found


@register(Tags.security)
def keys_lie_outside(**_kwargs: Any) -> list[CheckMessage]:
    """A backup of the home must not carry the keys with it."""
    if is_demo() or not keys_lie_inside():
        return []
    return [
        Critical("The keys lie inside the home.", hint="Set SAMVIRKE_KEYS to a folder outside it.", id="samvirke.K001")
    ]


@register(Tags.security)
def agencies_sign_in_is_whole(**_kwargs: Any) -> list[CheckMessage]:
    """A sign-in that an agency's people count on must not turn out to be missing when they come."""
    try:
        for one in providers().values():
            one.secret()
    except Refused as refusal:
        found = [(fault.what.text(), f"{fault.file} {fault.key}: {fault.remedy.text()}") for fault in refusal.faults]
        return [Critical(what, hint=hint, id="samvirke.I001") for what, hint in found]
    return []


def _sqlite(connection: Any) -> Iterator[tuple[str, str, str]]:
    version = connection.Database.sqlite_version_info
    if version < _SQLITE:
        yield "S001", f"SQLite {'.'.join(map(str, version))} can lose commits.", "Use pysqlite3 0.6.1 or newer."
    wanted = {"journal_mode": "wal", "synchronous": 2, "mmap_size": 0, "foreign_keys": 1}
    with connection.cursor() as cursor:
        for number, (name, value) in enumerate(wanted.items(), start=2):
            cursor.execute(f"PRAGMA {name}")
            row = cursor.fetchone()
            is_so = row is not None and row[0] == value
            if not is_so and not (name == "mmap_size" and row is None):
                yield (
                    f"S{number:03}",
                    f"{name} is {row[0] if row else 'unknown'}.",
                    f"It has to be {value}; see samvirke.config.sqlite.",
                )


def _postgresql(connection: BaseDatabaseWrapper) -> Iterator[tuple[str, str, str]]:
    with connection.cursor() as cursor:
        for number, name in enumerate(_ON, start=1):
            cursor.execute(f"SHOW {name}")
            if cursor.fetchone() != ("on",):
                yield (
                    f"P{number:03}",
                    f"{name} is off.",
                    f"Turn {name} on in postgresql.conf: without it a crash loses commits.",
                )
        cursor.execute("SHOW synchronous_commit")
        if cursor.fetchone() == ("off",):
            yield "P003", "synchronous_commit is off.", "Turn it on: what was acknowledged must be on the disk."
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        if cursor.fetchone() == (True,):
            yield "P004", "The program connects as a superuser.", "Give it a role of its own without privileges."
