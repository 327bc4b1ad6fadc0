"""Verifies the trail on its own: one file and the standard library, so that an outsider can read and run it.

    python -m samvirke.trust.audit.verifier export.jsonl checkpoints/ --key HEX

It says the same hash as `entry.py` in other words; a test tampers with trails and expects every change found.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

FIELDS = (
    "seq", "at", "actor", "agency", "action", "decision", "ground", "things", "facts", "purpose", "basis",
    "channel", "policy", "version", "kind", "recipients", "side_digest", "before",
)  # fmt: skip
# A line of version 1 was written without these fields; what they hold now that they are there.
_BEFORE_VERSION_2: dict[str, Any] = {"version": 1, "kind": "", "recipients": []}
_SIGNED = ("number", "size", "head", "at", "key", "before")
_NOTHING = "0" * 64

Sides = Mapping[int, tuple[str, Any]]
Checkpoint = Mapping[str, Any]


@dataclass(frozen=True)
class Finding:
    """What is wrong, and at which line; or in which checkpoint, which then stands at that line."""

    seq: int
    what: str
    checkpoint: int | None = None


def verify(
    lines: Iterable[Mapping[str, Any]],
    sides: Sides,
    head: tuple[int, str],
    *,
    subjects: Mapping[int, Collection[str]] | None = None,
    kept_since: datetime | None = None,
    series: Sequence[Sequence[Checkpoint]] = (),
    keys: Collection[str] | None = None,
) -> list[Finding]:
    """Read the lines in order and name every break.

    `lines` are rows in ascending seq; `sides` maps seq to (salt, content) for those that remain; `head` is the
    (seq, hash) that the chain should end with. A missing side is lawful: it was forgotten, unless its line was
    written after `kept_since`. `subjects` are the persons' digests by seq, from their own table. `series` are the
    checkpoints of each place that keeps them; `keys` the public keys that may have signed them.
    """
    findings: list[Finding] = []
    unspoken, marked = set(sides) | set(subjects or ()), {one["size"] for each in series for one in each}
    seen: dict[int, str] = {0: _NOTHING}
    expected, before = 1, _NOTHING
    for line in lines:
        seq = line["seq"]
        if seq != expected:
            findings.append(Finding(expected, "a line is missing"))
        if line["before"] != before:
            findings.append(Finding(seq, "not chained to the line before"))
        if _line_digest(line) != line["hash"]:
            findings.append(Finding(seq, "changed after it was written"))
        unspoken.discard(seq)
        findings += _beside(line, sides.get(seq), None if subjects is None else subjects.get(seq, ()), kept_since)
        expected, before = seq + 1, line["hash"]
        if seq in marked:
            seen[seq] = before
    if (expected - 1, before) != head:
        findings.append(Finding(expected, "the end of the chain is missing"))
    findings += [Finding(seq, "a personal side without its line") for seq in sorted(unspoken)]
    return findings + _against(series, seen, keys)


def _beside(
    line: Mapping[str, Any], side: tuple[str, Any] | None, subjects: Collection[str] | None, since: datetime | None
) -> list[Finding]:
    """What is wrong with what stands beside a line: its personal side, and the index of the persons concerned."""
    seq, is_kept = line["seq"], since is None or _moment(line["at"]) >= since
    if side is None:
        if since is not None and is_kept and line["side_digest"]:
            return [Finding(seq, "its personal side was forgotten before its time")]
        return [Finding(seq, "persons concerned that it does not name")] if subjects and is_kept else []
    if hashlib.sha256((side[0] + _spell(side[1])).encode()).hexdigest() != line["side_digest"]:
        return [Finding(seq, "its personal side was changed")]
    if subjects is not None and is_kept and sorted(subjects) != side[1].get("subjects", []):
        return [Finding(seq, "the persons concerned were changed")]
    return []


def _against(
    series: Sequence[Sequence[Checkpoint]], seen: Mapping[int, str], keys: Collection[str] | None
) -> list[Finding]:
    """Hold the checkpoints of every place against the chain, against one another, and against their signatures."""
    findings: list[Finding] = []
    by_number: dict[int, str] = {}
    longest = max((len(each) for each in series), default=0)
    for each in series:
        number, size, at, before = 0, 0, "", _NOTHING
        for one in each:
            number += 1
            wrong = _wrong_with(one, number, size, at, before)
            if not wrong and seen.get(one["size"]) != one["head"]:
                wrong = "the chain is not the one that was signed"
            if not wrong and keys is not None and not _is_signed(one, keys):
                wrong = "not signed by a known key"
            if not wrong and by_number.setdefault(number, checkpoint_digest(one)) != checkpoint_digest(one):
                wrong = "two places keep different ones"
            if wrong:
                findings.append(Finding(one["size"], wrong, one["number"]))
            size, at, before = one["size"], one["at"], checkpoint_digest(one)
        if len(each) < longest:
            findings.append(Finding(size, "one place keeps fewer than another", number + 1))
    return findings


def _wrong_with(one: Checkpoint, number: int, size: int, at: str, before: str) -> str:
    if one["number"] != number or one["before"] != before:
        return "not chained to the checkpoint before"
    return "older than the checkpoint before" if one["size"] < size or (at and one["at"] < at) else ""


def checkpoint_digest(one: Checkpoint) -> str:
    """What the next checkpoint says of this one."""
    return hashlib.sha256(_spell({name: one[name] for name in (*_SIGNED, "signature")}).encode()).hexdigest()


def signed_bytes(one: Checkpoint) -> bytes:
    """What is signed: the kind of statement, then its fields in their one spelling."""
    return b"samvirke checkpoint 1\n" + _spell({name: one[name] for name in _SIGNED}).encode()


def _is_signed(one: Checkpoint, keys: Collection[str]) -> bool:
    # The only thing that the standard library cannot do; without `--key` it is not asked for.
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if one["key"] not in keys:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(one["key"])).verify(
            bytes.fromhex(one["signature"]), signed_bytes(one)
        )
    except (InvalidSignature, ValueError):
        return False
    return True


def read_checkpoints(folder: Path) -> list[dict[str, Any]]:
    """The checkpoints that lie in a folder, by their number. Raises `ValueError` for a file that is none."""
    found = []
    for file in sorted(folder.glob("*.json")):
        one = json.loads(file.read_text(encoding="utf-8"))
        if not (isinstance(one, dict) and set(one) == {*_SIGNED, "signature"}):
            raise ValueError(f"{file} is no checkpoint")
        found.append(one)
    return sorted(found, key=lambda one: int(one["number"]))


def verify_export(export: Path, folders: Iterable[Path], keys: Collection[str] | None) -> tuple[int, list[Finding]]:
    """How many lines an exported trail should have, and what is wrong with it."""
    *rows, last = (json.loads(row) for row in export.read_text(encoding="utf-8").splitlines())
    sides = {row["line"]["seq"]: (row["side"]["salt"], row["side"]["content"]) for row in rows if row.get("side")}
    subjects = {row["line"]["seq"]: row["subjects"] for row in rows if row.get("subjects")}
    head, since = last["head"], last["kept_since"]
    findings = verify(
        (row["line"] for row in rows),
        sides,
        (head["seq"], head["hash"]),
        subjects=None if since is None else subjects,
        kept_since=None if since is None else datetime.fromisoformat(since),
        series=[read_checkpoints(folder) for folder in folders],
        keys=keys,
    )
    return head["seq"], findings


def _line_digest(line: Mapping[str, Any]) -> str:
    """The digest of a line; "" when a line of version 1 carries what it was not written with."""
    fields: tuple[str, ...] = FIELDS
    if line["version"] == 1:
        if any(line[name] != value for name, value in _BEFORE_VERSION_2.items()):
            return ""
        fields = tuple(name for name in FIELDS if name not in _BEFORE_VERSION_2)
    return hashlib.sha256(_spell({name: _plain(line[name]) for name in fields}).encode()).hexdigest()


def _spell(value: Any) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _plain(value: Any) -> Any:
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value


def _moment(value: Any) -> datetime:
    return value if isinstance(value, datetime) else datetime.fromisoformat(value)


def main(arguments: Sequence[str] | None = None) -> int:
    """Verify an export from a terminal: 0 when it is whole, 4 when it is not."""
    parser = argparse.ArgumentParser(prog="verifier", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("export", type=Path, help="what `samvirke audit export` wrote")
    parser.add_argument("checkpoints", type=Path, nargs="*", help="each folder of checkpoints, also the witnesses'")
    parser.add_argument("--key", action="append", help="a public key that may have signed; `samvirke audit key`")
    given = parser.parse_args(arguments)
    try:
        size, findings = verify_export(given.export, given.checkpoints, given.key)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        sys.stdout.write(f"not whole: a row or a checkpoint has not the form of one ({error!r})\n")
        return 4
    for one in findings:
        where = f"line {one.seq}" if one.checkpoint is None else f"checkpoint {one.checkpoint} at line {one.seq}"
        sys.stdout.write(f"{where}: {one.what}\n")
    signed = "checked" if given.key else "not checked (no --key)"
    sys.stdout.write(f"{size} lines, {len(findings)} findings, signatures {signed}\n")
    return 4 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
