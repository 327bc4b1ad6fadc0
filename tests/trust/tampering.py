"""A whole trail in memory with its checkpoints, and every way to tamper with it that we could think of."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from samvirke.trust.audit.entry import GENESIS, line_hash, side_digest
from samvirke.trust.audit.verifier import Finding, checkpoint_digest, signed_bytes, verify

Line = dict[str, Any]
LENGTH, OLD, EVERY = 40, 8, 7  # lines; of version 1 at the beginning; between two checkpoints
SINCE = datetime(2024, 8, 20, tzinfo=UTC)
OURS, FORGED = (Ed25519PrivateKey.from_private_bytes(bytes([number] * 32)) for number in (1, 2))
NAMES = ("Eva Strand", "Omar Holm")


class Trail:
    """A chain with personal sides, the index of persons concerned, a head, and checkpoints here and at the witness."""

    def __init__(self, dice: random.Random, length: int = LENGTH) -> None:
        self.lines: list[Line] = []
        self.sides: dict[int, tuple[str, Any]] = {}
        self.subjects: dict[int, list[str]] = {}
        self.checkpoints: list[dict[str, Any]] = []
        self.head = (0, GENESIS)
        for seq in range(1, length + 1):
            self._add(dice, seq)
            if seq % EVERY == 0 or seq == length:
                self.sign(OURS)
        self.witness = copy.deepcopy(self.checkpoints)

    def _add(self, dice: random.Random, seq: int) -> None:
        is_old = seq <= OLD
        line: Line = {
            "seq": seq,
            "at": SINCE + timedelta(seconds=seq, microseconds=dice.randrange(10**6)),
            "actor": dice.choice(["7f3c", "system:operator"]),
            "agency": dice.choice(["", "fjordby-kommune"]),
            "action": dice.choice(["plan.publish", "plan.put"]),
            "decision": dice.choice(["permit", "deny"]),
            "ground": dice.choice(["operates this installation", "no ground"]),
            "things": [f"plan.plan:{dice.randrange(9)}"],
            "facts": {"edition": dice.randrange(5), "said": "Rådet"},
            "purpose": dice.choice(["", "prevention"]),
            "basis": "",
            "channel": dice.choice(["cli", "page"]),
            "policy": "0123456789ab",
            "version": 1 if is_old else 2,
            "kind": "" if is_old else dice.choice(["act", "read"]),
            "recipients": [] if is_old else dice.choice([[], ["dal-kommune"]]),
            "side_digest": self._beside(dice, seq, is_old),
            "before": self.head[1],
        }
        line["hash"] = hash_of(line)
        self.head = seq, line["hash"]
        self.lines.append(line)

    def _beside(self, dice: random.Random, seq: int, is_old: bool) -> str:
        if dice.random() < 0.4:
            return ""
        content: dict[str, Any] = {"name": dice.choice(NAMES)}
        if not is_old and (seq == LENGTH or dice.random() < 0.5):
            self.subjects[seq] = content["subjects"] = [f"0-first:{dice.getrandbits(256):064x}"]
        self.sides[seq] = (f"{dice.getrandbits(128):032x}", content)
        return side_digest(*self.sides[seq])

    def sign(self, signing: Ed25519PrivateKey, **otherwise: Any) -> None:
        """Put a checkpoint of the present end behind the others."""
        before = self.checkpoints[-1:]
        one = {
            "number": len(self.checkpoints) + 1,
            "size": self.head[0],
            "head": self.head[1],
            "at": (SINCE + timedelta(days=len(self.checkpoints))).isoformat(),
            "key": OURS.public_key().public_bytes_raw().hex(),
            "before": checkpoint_digest(before[0]) if before else GENESIS,
        } | otherwise
        self.checkpoints.append({**one, "signature": signing.sign(signed_bytes(one)).hex()})

    def chain_again(self, start: int) -> None:
        """Number and chain the lines anew from a place on, as somebody would who owns the database."""
        before = self.lines[start - 1]["hash"] if start else GENESIS
        for place, line in enumerate(self.lines[start:], start=start + 1):
            line["seq"], line["before"] = place, before
            before = line["hash"] = hash_of(line)
        self.head = len(self.lines), before

    def findings(self) -> list[Finding]:
        """What the verifier says."""
        return verify(
            self.lines, self.sides, self.head, subjects=self.subjects, kept_since=SINCE,
            series=[self.checkpoints, self.witness], keys={OURS.public_key().public_bytes_raw().hex()},
        )  # fmt: skip


def hash_of(line: Mapping[str, Any]) -> str:
    return line_hash({**line, "at": line["at"].isoformat()})


def another(value: Any, dice: random.Random) -> Any:
    """A value of the same form that is not this one."""
    if isinstance(value, bool | None):
        return not value
    if isinstance(value, int):
        return value + dice.choice([-1, 1, 10**6])
    if isinstance(value, datetime):
        return value + timedelta(microseconds=dice.choice([-1, 1, 10**9]))
    if isinstance(value, list):
        return dice.choice([[*value, "plan.plan:99"], value[1:] or ["x"], [*value, *value, "x"]])
    if isinstance(value, dict):
        return dice.choice([{**value, "slipped": "in"}, {}, {**value, next(iter(value)): "otherwise"}])
    if not value:
        return "x"
    flipped = dice.randrange(len(value))
    return dice.choice([value + "x", value[:flipped] + chr(ord(value[flipped]) ^ 1) + value[flipped + 1 :]])


Tampering = Callable[[Trail, random.Random], None]
TAMPERINGS: list[Tampering] = []


def tampering(function: Tampering) -> Tampering:
    """Put a way to tamper on the list."""
    TAMPERINGS.append(function)
    return function


def name_of(function: Tampering) -> str:
    """A tampering in words."""
    return function.__name__.replace("_", " ")
