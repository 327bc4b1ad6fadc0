"""Verifies the trail on its own: nothing but the standard library, so that an outsider can read and run it.

It says the same hash as `entry.py` in other words; a test tampers with lines and expects every change found.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

FIELDS = (
    "seq", "at", "actor", "agency", "action", "decision", "ground", "things", "facts",
    "purpose", "basis", "channel", "policy", "side_digest", "before",
)  # fmt: skip


@dataclass(frozen=True)
class Finding:
    """What is wrong with the chain, and at which line."""

    seq: int
    what: str


def verify(
    lines: Iterable[Mapping[str, Any]], sides: Mapping[int, tuple[str, Any]], head: tuple[int, str]
) -> list[Finding]:
    """Read the lines in order and name every break.

    `lines` are rows in ascending seq; `sides` maps seq to (salt, content) for those that remain; `head` is the
    (seq, hash) that the chain should end with. A missing side is lawful: it was forgotten.
    """
    findings: list[Finding] = []
    unspoken = set(sides)
    expected, before = 1, "0" * 64
    for line in lines:
        if line["seq"] != expected:
            findings.append(Finding(expected, "a line is missing"))
        if line["before"] != before:
            findings.append(Finding(line["seq"], "not chained to the line before"))
        if _digest({name: _plain(line[name]) for name in FIELDS}) != line["hash"]:
            findings.append(Finding(line["seq"], "changed after it was written"))
        side = sides.get(line["seq"])
        unspoken.discard(line["seq"])
        if side and hashlib.sha256((side[0] + _spell(side[1])).encode()).hexdigest() != line["side_digest"]:
            findings.append(Finding(line["seq"], "its personal side was changed"))
        expected, before = line["seq"] + 1, line["hash"]
    if (expected - 1, before) != head:
        findings.append(Finding(expected, "the end of the chain is missing"))
    return findings + [Finding(seq, "a personal side without its line") for seq in sorted(unspoken)]


def _digest(line: Mapping[str, Any]) -> str:
    return hashlib.sha256(_spell(line).encode()).hexdigest()


def _spell(value: Any) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _plain(value: Any) -> Any:
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value
