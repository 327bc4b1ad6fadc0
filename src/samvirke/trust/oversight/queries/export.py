"""Writes the trail to a file that the stand-alone verifier reads, without names unless they are asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import ask, note, reading
from samvirke.trust.audit.kept import Trail, kept_trail


def export(actor: Actor, *, file: Path, persons: bool = False, why: str = "") -> int:
    """One line of JSON a line of the trail, then its head; how many lines.

    With `persons` also the personal sides and the persons' digests, which needs a reason. Raises `Refused` without
    one, and `NotAllowed`.
    """
    if persons and not why.strip():
        raise Refused.because(
            _("An export with names needs a reason."), _("Say what it is for, or leave the names out.")
        )
    ask(actor, "audit.export")
    trail, half = kept_trail(), file.with_name(f".{file.name}.part")
    try:
        with reading(actor, "audit.export"):
            with half.open("w", encoding="utf-8") as opened:
                opened.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in _rows(trail, persons))
            note(lines=trail.head[0], persons=persons, why=why.strip())
        half.replace(file)
    finally:
        half.unlink(missing_ok=True)
    return trail.head[0]


def _rows(trail: Trail, persons: bool) -> Iterator[dict[str, Any]]:
    sides = trail.sides() if persons else {}
    subjects = trail.subjects() if persons else {}
    for line in trail.lines():
        row: dict[str, Any] = {"line": {**line, "at": _spelled(line["at"])}}
        if line["seq"] in sides:
            salt, content = sides[line["seq"]]
            row["side"] = {"salt": salt, "content": content}
        if line["seq"] in subjects:
            row["subjects"] = subjects[line["seq"]]
        yield row
    seq, digest = trail.head
    yield {"head": {"seq": seq, "hash": digest}, "kept_since": _spelled(trail.kept_since) if persons else None}


def _spelled(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()
