"""`samvirke cases lock`: writes which declaration stands behind each version of a kind of case, or checks it."""

from __future__ import annotations

import click

from samvirke.desks.casework.engine.locked import LOCK, changed, lock_text, read_lock, unlocked
from samvirke.desks.casework.register import case_types
from samvirke.doors.cli.main import language, tell
from samvirke.foundation.fault import Fault, refuse_if_any
from samvirke.foundation.words import Said, _


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; exit code 4 when the lock does not fit.")
@click.option("--unreleased", is_flag=True, help="Also lock a version anew that no installation has stored yet.")
def command(check: bool, unreleased: bool) -> int:
    """Lock every declared kind of case. One that has changed needs the next version first."""
    declared = list(case_types().values())
    locked = read_lock(LOCK.read_text(encoding="ascii")) if LOCK.is_file() else {}
    faults = changed(declared, locked)
    if check:
        return _checked([*faults, *unlocked(declared, locked)], len(declared))
    refuse_if_any([] if unreleased else faults)
    LOCK.write_text(lock_text(declared), encoding="ascii")
    tell(Said(_("{count} kinds of case are locked in {file}."), {"count": len(declared), "file": LOCK}))
    return 0


def _checked(faults: list[Fault], count: int) -> int:
    for one in faults:
        click.echo(one.text(language()))
    if not faults:
        tell(Said(_("The lock fits all {count} kinds of case."), {"count": count}))
    return 4 if faults else 0
