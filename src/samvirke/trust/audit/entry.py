"""What a line says before it has its place in the chain, and how its hash is made."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

GENESIS = "0" * 64
CHAINED = (
    "seq", "at", "actor", "agency", "action", "decision", "ground", "things", "facts", "purpose", "basis",
    "channel", "policy", "version", "kind", "recipients", "side_digest", "before",
)  # fmt: skip
VERSION = 2  # of the list above; the fields that each version added stand below
ADDED = {2: ("version", "kind", "recipients")}


@dataclass
class Entry:
    """One deed, reading or refusal, as the guard hands it over. `personal` goes to the side that can be forgotten.

    `recipients` are the agencies that something was disclosed to; `subjects` the digests of the persons concerned.
    """

    actor: str
    action: str
    decision: str
    ground: str
    agency: str = ""
    things: list[str] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)
    purpose: str = ""
    basis: str = ""
    channel: str = ""
    policy: str = ""
    kind: str = "act"
    recipients: list[str] = field(default_factory=list)
    subjects: list[str] = field(default_factory=list)
    personal: dict[str, Any] = field(default_factory=dict)


def line_hash(line: dict[str, Any]) -> str:
    """SHA-256 over the canonical JSON of the fields that a line's version chains; times as ISO 8601 in UTC."""
    later = {name for version, names in ADDED.items() if version > line["version"] for name in names}
    chained = {name: line[name] for name in CHAINED if name not in later}
    return hashlib.sha256(canonical(chained).encode()).hexdigest()


def side_digest(salt: str, content: dict[str, Any]) -> str:
    """SHA-256 over salt and content: without the side row nobody can guess back to it."""
    return hashlib.sha256(f"{salt}{canonical(content)}".encode()).hexdigest()


def only_lasting(*values: Any) -> None:
    """Refuse numbers with decimals: a database may spell one otherwise than it got it, and the chain would break."""
    for value in values:
        if isinstance(value, float):
            raise TypeError(f"the trail keeps whole numbers and text; write {value!r} as text")
        if isinstance(value, dict | list | tuple):
            only_lasting(*(value.values() if isinstance(value, dict) else value))


def canonical(value: Any) -> str:
    """JSON in one spelling only."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
