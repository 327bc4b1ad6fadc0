"""The ledger of deletions: a file outside the backups, so that what was forgotten stays so when one is restored."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.home import ledger_folder
from samvirke.foundation.words import Said, _
from samvirke.trust.audit.entry import GENESIS, canonical

_TAIL = 65_536


@dataclass(frozen=True)
class Deletion:
    """Rows that were deleted at once: their table, their random keys, and the rule that said so. No content."""

    seq: int
    at: str
    table: str
    keys: tuple[str, ...]
    because: str
    before: str
    hash: str


def file() -> Path:
    """Where the ledger lies."""
    return ledger_folder() / "deletions.jsonl"


def last() -> tuple[int, str]:
    """The number and the hash of the last line; 0 for an empty ledger."""
    if not file().is_file():
        return 0, GENESIS
    with file().open("rb") as opened:
        opened.seek(max(0, os.fstat(opened.fileno()).st_size - _TAIL))
        lines = opened.read().splitlines()
    # One deletion of many rows may be longer than the tail: then all of it is read.
    found = _read(lines[-1]) if len(lines) > 1 else None
    for entry in entries() if found is None else ():
        found = entry
    return (found.seq, found.hash) if found else (0, GENESIS)


def write(table: str, keys: list[str], because: str) -> int:
    """Add a line and bring it to the disk; its number. Called with the mark's row locked, so that lines cannot fork."""
    seq, before = last()
    said = {
        "seq": seq + 1,
        "at": now().isoformat(),
        "table": table,
        "keys": keys,
        "because": because,
        "before": before,
    }
    line = canonical({**said, "hash": _hash(said)})
    file().parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with file().open("a", encoding="utf-8") as opened:
        opened.write(line + "\n")
        opened.flush()
        os.fsync(opened.fileno())
    return seq + 1


def entries(after: int = 0) -> Iterator[Deletion]:
    """Every deletion after a number, in order. Raises `Refused` at a line that was changed, removed or cut short."""
    before = GENESIS
    if not file().is_file():
        return
    for place, text in enumerate(file().read_bytes().splitlines(), start=1):
        found = _read(text)
        said = {name: getattr(found, name) for name in ("seq", "at", "table", "because", "before")} if found else {}
        if found is None or found.before != before or found.hash != _hash({**said, "keys": list(found.keys)}):
            raise Refused.because(
                Said(_("The ledger of deletions was changed at line {line}."), {"line": place}),
                _("Restore the ledger from its own copy before anything else is restored."),
                file=str(file()),
            )
        before = found.hash
        if found.seq > after:
            yield found


def _read(text: bytes) -> Deletion | None:
    try:
        said: dict[str, Any] = json.loads(text)
        return Deletion(**{**said, "keys": tuple(said["keys"])})
    except (ValueError, TypeError, KeyError):
        return None


def _hash(said: dict[str, Any]) -> str:
    return hashlib.sha256(canonical(said).encode()).hexdigest()
