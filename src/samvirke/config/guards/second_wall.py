"""Refuses to serve cases from a PostgreSQL that would not keep one agency's rows from another's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core import checks
from django.core.checks import CheckMessage, Critical, Tags, register
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from samvirke.foundation.home import is_demo

_WINGS = ("persons", "casework")
# What these hold is about nobody: declared kinds of case, periods that a district has entered, and counts.
OPEN = frozenset({"casework_declaredtype", "casework_periodinuse", "casework_tally"})
_THREE_ROLES = "Make the three roles of docs/how-to/run-it-for-real.md, and set SAMVIRKE_OWNER_DATABASE for migrating."

_ROLE = "SELECT rolbypassrls AND NOT rolsuper FROM pg_roles WHERE rolname = current_user"
_OWNED = """
SELECT count(*) FROM pg_class
WHERE oid = ANY (%s::regclass[]::oid[]) AND pg_has_role(current_user, relowner, 'MEMBER')
AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
"""
_NOT_FORCED = """
SELECT relname FROM pg_class
WHERE oid = ANY (%s::regclass[]::oid[]) AND NOT (relrowsecurity AND relforcerowsecurity) ORDER BY relname
"""
_VIEWS = """
SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('v', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
AND NOT coalesce((SELECT option_value::boolean FROM pg_options_to_table(c.reloptions)
                  WHERE option_name = 'security_invoker'), false) ORDER BY c.relname
"""


def walled_tables() -> list[str]:
    """Every table of the wing of cases that is not stated to be open: a new one is walled until somebody says why not.

    None where the wing is not installed.
    """
    models = (one for label in _WINGS if label in apps.app_configs for one in apps.get_app_config(label).get_models())
    return sorted({one._meta.db_table for one in models} - OPEN)


@register(Tags.database)
def second_wall_stands(databases: Any = None, **_kwargs: Any) -> list[CheckMessage]:
    """Roles, policies and views of the staff database; and whether either database notices a rotten page."""
    found: list[CheckMessage] = []
    for alias in databases or []:
        connection = connections[alias]
        if connection.vendor != "postgresql":
            continue
        if _asked(connection, "SHOW data_checksums") == [("off",)]:
            hint = "Stop the server and run pg_checksums --enable: a page that rots on the disk is then noticed."
            found.append(checks.Warning(f"{alias}: data checksums are off.", hint=hint, id="samvirke.P009"))
        tables = walled_tables() if alias != "public" else []
        if tables:
            found += _breaches(connection, alias, tables)
    return found


def _breaches(connection: BaseDatabaseWrapper, alias: str, tables: list[str]) -> Iterator[CheckMessage]:
    if _asked(connection, _ROLE) == [(True,)]:
        hint = "ALTER ROLE … NOBYPASSRLS, as a superuser: only the roles that migrate and back up may pass."
        yield Critical(f"{alias}: the program's role passes the second wall.", hint=hint, id="samvirke.P005")
    if _asked(connection, _OWNED, tables) != [(0,)]:
        # Forced policies bind an owner as well, but an owner can take them down; in a demo nobody real is behind them.
        kind = checks.Warning if is_demo() else Critical
        what = f"{alias}: the program's role owns the tables of cases, or is a member of the role that does."
        yield kind(what, hint=_THREE_ROLES, id="samvirke.P006")
    bare = ", ".join(name for (name,) in _asked(connection, _NOT_FORCED, tables))
    if bare:
        hint = "Run: samvirke migrate. A new table of cases needs its policies in a migration."
        yield Critical(f"{alias}: no second wall stands before {bare}.", hint=hint, id="samvirke.P007")
    views = ", ".join(name for (name,) in _asked(connection, _VIEWS))
    if views:
        hint = "ALTER VIEW … SET (security_invoker = true), or drop it; a materialised view has to go."
        yield Critical(f"{alias}: {views} shows rows as its owner sees them.", hint=hint, id="samvirke.P008")


def _asked(connection: BaseDatabaseWrapper, question: str, tables: list[str] | None = None) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question, None if tables is None else [tables])
        return list(cursor.fetchall())
