"""Makes the program ready in a process: folders, settings, and tables brought up to date."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.db import connections

from samvirke.config.databases import OWNER, PUBLIC_ROOMS, owner_of
from samvirke.foundation.fault import Fault, Refused, refuse_if_any
from samvirke.foundation.home import home, is_casework_on, public_folder
from samvirke.foundation.words import Said, _


def set_up() -> None:
    """Read the settings and the rooms; nothing is written but the home's own folders."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samvirke.config.staff")
    for folder in (home(), public_folder()):
        folder.mkdir(parents=True, exist_ok=True)
    django.setup()


def ready() -> None:
    """Set up, bring the tables of an embedded database up to date on the way, and a restored one level with the ledger.

    Raises `Refused` when a PostgreSQL database is not up to date (there the owner's role migrates) or does not answer.
    """
    set_up()
    _bring_up_to_date()
    _catch_up()


def _bring_up_to_date() -> None:
    if _is_up_to_date():
        return
    if os.environ.get("SAMVIRKE_DATABASE"):
        if _lack_nothing():
            _store_types()
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

    with as_owner():
        call_command("migrate", database="default", verbosity=0, interactive=False)
    for room in _public_rooms():
        call_command("migrate", room, database="public", verbosity=0, interactive=False)
    _store_types()
    _write_stamp()


@contextmanager
def as_owner() -> Iterator[None]:
    """Reach the staff database as the role that owns its tables, where one is named, and as the program's afterwards.

    A change of rows that the second wall would hide from this role fails, and does not quietly change nothing.
    """
    if not os.environ.get(OWNER):
        yield
        return
    mine, owners = connections["default"], connections.create_connection("default")
    owners.settings_dict = mine.settings_dict | owner_of(mine.settings_dict)
    connections["default"] = owners
    try:
        yield
    finally:
        owners.close()
        connections["default"] = mine


def _store_types() -> None:
    """Keep every kind of case in its version, where the wing of cases is installed."""
    if is_casework_on():
        # Tables can be read only after the set-up.
        from samvirke.desks.casework.commands.store_types import store_types
        from samvirke.trust.access.actor import system

        store_types(system("operator"))


def _catch_up() -> None:
    """Delete again what a restored backup has brought back."""
    # Tables can be read only after the set-up.
    from samvirke.trust.access.actor import system
    from samvirke.trust.retention.commands.replay import is_behind, replay

    if is_behind():
        replay(system("operator"))


def _is_up_to_date() -> bool:
    embedded = [one["NAME"] for one in settings.DATABASES.values() if one["ENGINE"].endswith("sqlite3")]
    is_stamped = _stamp_file().is_file() and _stamp_file().read_text(encoding="ascii") == _stamp()
    return is_stamped and all(Path(name).is_file() for name in embedded)


def _public_rooms() -> list[str]:
    """The rooms whose tables the public database holds; it is told nothing of the others."""
    return sorted(room.label for room in apps.get_app_configs() if room.label in PUBLIC_ROOMS)


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
    staff, public = ([*executor.loader.graph.leaf_nodes()] for executor in executors)
    theirs = [leaf for leaf in public if leaf[0] in _public_rooms()]
    plans = [executor.migration_plan(leaves) for executor, leaves in zip(executors, (staff, theirs), strict=True)]
    return not any(plans)


def _write_stamp() -> None:
    _stamp_file().write_text(_stamp(), encoding="ascii")


def _stamp_file() -> Path:
    return home() / "migrated"


def _stamp() -> str:
    """Which migrations there are, which rooms are installed, and which databases they were brought to."""
    where = [str([one[part] for part in ("ENGINE", "NAME")] + [one.get("HOST")]) for one in settings.DATABASES.values()]
    return hashlib.sha256("\n".join([*_migrations(), *settings.INSTALLED_APPS, *where]).encode()).hexdigest()


def _declared() -> Iterable[str]:
    """What the kinds of case say today: they are stored before the first case runs under them."""
    types = Path(__file__).resolve().parents[1] / "desks" / "casework" / "types"
    files = sorted(types.glob("*.py")) if is_casework_on() else []
    return [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]


def _migrations() -> Iterable[str]:
    package = Path(__file__).resolve().parents[1]
    return sorted(str(path.relative_to(package)) for path in package.glob("*/*/migrations/0*.py"))
