"""Makes the program ready in a process: folders, settings, and tables brought up to date."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

import django
from django.conf import settings

from samvirke.foundation.fault import Fault, Refused, refuse_if_any
from samvirke.foundation.home import home, public_folder
from samvirke.foundation.words import Said, _


def set_up() -> None:
    """Read the settings and the rooms; nothing is written but the home's own folders."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samvirke.config.staff")
    for folder in (home(), public_folder()):
        folder.mkdir(parents=True, exist_ok=True)
    django.setup()


def ready() -> None:
    """Set up, and bring the tables of an embedded database up to date on the way.

    Raises `Refused` when a PostgreSQL database is not up to date (there the owner's role migrates) or does not answer.
    """
    set_up()
    if _is_up_to_date():
        return
    if os.environ.get("SAMVIRKE_DATABASE"):
        if _lack_nothing():
            _write_stamp()
            return
        raise Refused.because(_("The tables of the database are not up to date."), _("Run: samvirke migrate"))
    migrate()


def refuse_unsafe() -> None:
    """Refuse to serve under settings that can lose or mix up what is kept, and say what to change.

    Raises `Refused` with every fault.
    """
    # Only a server asks: commands that read files need no database at all.
    from django.core.checks import CRITICAL, run_checks

    found = [one for one in run_checks(databases=["default", "public"]) if one.level >= CRITICAL]
    refuse_if_any(Fault(Said("{what}", {"what": one.msg}), Said("{hint}", {"hint": one.hint})) for one in found)


def migrate() -> None:
    """Bring the tables of both databases up to date."""
    # Only when needed: the management commands are slow to import.
    from django.core.management import call_command

    for database in ("default", "public"):
        call_command("migrate", database=database, verbosity=0, interactive=False)
    _write_stamp()


def _is_up_to_date() -> bool:
    embedded = [one["NAME"] for one in settings.DATABASES.values() if one["ENGINE"].endswith("sqlite3")]
    is_stamped = _stamp_file().is_file() and _stamp_file().read_text(encoding="ascii") == _stamp()
    return is_stamped and all(Path(name).is_file() for name in embedded)


def _lack_nothing() -> bool:
    """Ask the databases themselves: their tables may have been brought up to date from elsewhere."""
    # Only where the stamp does not answer: it reads every migration.
    from django.db import connections
    from django.db.migrations.executor import MigrationExecutor
    from django.db.utils import OperationalError

    try:
        executors = [MigrationExecutor(connections[name]) for name in ("default", "public")]
    except OperationalError as error:
        what = Said(_("The database does not answer ({why})."), {"why": str(error).partition("\n")[0]})
        remedy = _("Start it, or correct SAMVIRKE_DATABASE and SAMVIRKE_PUBLIC_DATABASE.")
        raise Refused.because(what, remedy) from error
    return not any(executor.migration_plan(executor.loader.graph.leaf_nodes()) for executor in executors)


def _write_stamp() -> None:
    _stamp_file().write_text(_stamp(), encoding="ascii")


def _stamp_file() -> Path:
    return home() / "migrated"


def _stamp() -> str:
    """Which migrations there are, and which databases they were brought to."""
    where = [str([one[part] for part in ("ENGINE", "NAME")] + [one.get("HOST")]) for one in settings.DATABASES.values()]
    return hashlib.sha256("\n".join([*_migrations(), *where]).encode()).hexdigest()


def _migrations() -> Iterable[str]:
    package = Path(__file__).resolve().parents[1]
    return sorted(str(path.relative_to(package)) for path in package.glob("*/*/migrations/0*.py"))
