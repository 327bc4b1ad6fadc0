"""The lock of the kinds of case: which declaration stands behind each version, so that none changes unnoticed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from samvirke.desks.casework.engine.declaration import CaseType
from samvirke.desks.casework.engine.stored import fingerprint
from samvirke.foundation.fault import Fault
from samvirke.foundation.words import Said, _

LOCK = Path(__file__).resolve().parents[1] / "types.lock"
# A version as the lock knows it.
Locked = dict[tuple[str, int], str]


def read_lock(text: str) -> Locked:
    """Each line's `name version sha256`."""
    rows = [line.split() for line in text.splitlines() if line.strip()]
    return {(name, int(version)): sha256 for name, version, sha256 in rows}


def lock_text(declared: Iterable[CaseType]) -> str:
    """The lock of what is declared today: one line for each kind, by name."""
    lines = [f"{one.name} {one.version} {fingerprint(one)}" for one in sorted(declared, key=lambda one: one.name)]
    return "".join(f"{line}\n" for line in lines)


def changed(declared: Iterable[CaseType], locked: Locked) -> list[Fault]:
    """Kinds that say something else than their line for the same version: cases may run under it already."""
    return [
        Fault(
            Said(_("“{name}” has changed, and is still version {version}."), _named(one)),
            Said(_("Give it the next version, and say in `renamed` and `dropped` what became of its questions.")),
        )
        for one in declared
        if locked.get((one.name, one.version), fingerprint(one)) != fingerprint(one)
    ]


def unlocked(declared: Iterable[CaseType], locked: Locked) -> list[Fault]:
    """Kinds whose version has no line, and lines whose kind is declared no more."""
    there = list(declared)
    versions, run = {(one.name, one.version) for one in there}, Said(_("Run: samvirke cases lock"))
    found = [
        Fault(Said(_("“{name}” version {version} is not in the lock."), _named(one)), run)
        for one in there
        if (one.name, one.version) not in locked
    ]
    gone = sorted(set(locked) - versions)
    return [
        *found,
        *(
            Fault(Said(_("“{name}” version {version} is declared no more."), {"name": name, "version": version}), run)
            for name, version in gone
        ),
    ]


def _named(one: CaseType) -> dict[str, object]:
    return {"name": one.name, "version": one.version}
