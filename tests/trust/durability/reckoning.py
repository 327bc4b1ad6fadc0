"""Reads a database as it lies there and says what is lost, what happened only by half, and what is broken."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from samvirke.trust.audit.verifier import FIELDS, verify

_UNIT = "commitments.fulfilment:"
# A unit that is planned has one line in the trail, one that is done has two.
_LINES = {"planned": 1, "done": 2}


@dataclass(frozen=True)
class Reckoning:
    """What was found wrong; all three empty is what was promised."""

    broken: list[str]
    lost: list[str]
    half: list[str]

    @property
    def is_whole(self) -> bool:
        return not (self.broken or self.lost or self.half)


def reckon(connection: sqlite3.Connection, acknowledged: Iterable[str]) -> Reckoning:
    """Hold what was acknowledged against what is there; `acknowledged` are `unit state` as `deeds` gives them."""
    try:
        said = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        strangers = connection.execute("PRAGMA foreign_key_check").fetchall()
        broken = [one for one in said if one != "ok"] + [f"a foreign key leads nowhere: {row}" for row in strangers]
        lines, sides, head = _trail(connection)
        units = {unit: (UUID(key), state) for key, unit, state in connection.execute(_UNITS)}
    except (sqlite3.DatabaseError, TypeError, ValueError) as error:
        # A torn row holds what nobody has written.
        return Reckoning([str(error)], [], [])
    broken += [f"line {one.seq}: {one.what}" for one in verify(lines, sides, head)]
    states = {unit: state for unit, (_key, state) in units.items()}
    return Reckoning(broken, _lost(acknowledged, states), _half(units, lines, sides))


_UNITS = "SELECT id, evidence, state FROM commitments_fulfilment"


def _trail(connection: sqlite3.Connection) -> tuple[list[dict[str, Any]], dict[int, tuple[str, Any]], tuple[int, str]]:
    columns = (*FIELDS, "hash")
    rows = connection.execute(f"SELECT {', '.join(columns)} FROM audit_line ORDER BY seq")
    lines = [_read(dict(zip(columns, row, strict=True))) for row in rows]
    sides = {
        seq: (salt, json.loads(text))
        for seq, salt, text in connection.execute("SELECT seq, salt, content FROM audit_side")
    }
    head = connection.execute("SELECT seq, hash FROM audit_head").fetchone()
    return lines, sides, head or (0, "0" * 64)


def _read(line: dict[str, Any]) -> dict[str, Any]:
    at = datetime.fromisoformat(line["at"]).replace(tzinfo=UTC)
    return {**line, "at": at, **{name: json.loads(line[name]) for name in ("things", "facts", "recipients")}}


def _lost(acknowledged: Iterable[str], states: dict[str, str]) -> list[str]:
    return [one for one in acknowledged if not _is_there(*one.rsplit(" ", 1), states)]


def _is_there(unit: str, state: str, states: dict[str, str]) -> bool:
    return unit in states and _LINES[states[unit]] >= _LINES[state]


def _half(
    units: dict[str, tuple[UUID, str]], lines: list[dict[str, Any]], sides: dict[int, tuple[str, Any]]
) -> list[str]:
    """Rows without their lines, lines without their rows or names, and deeds of two of which one was done."""
    told = Counter(thing for line in lines for thing in line["things"] if thing.startswith(_UNIT))
    named = {f"{_UNIT}{key}": _LINES[state] for key, state in units.values()}
    found = [f"{thing}: {told[thing]} lines" for thing in {*told, *named} if told[thing] != named.get(thing, 0)]
    found += [f"line {line['seq']} without its name" for line in lines if line["seq"] not in sides]
    for unit, (_key, state) in units.items():
        deed, _, which = unit.partition("/")
        other = units.get(f"{deed}/{'2' if which == '1' else '1'}", (None, None))[1]
        if which and other != state:
            found.append(f"{unit} is {state}, its other half {other}")
    return sorted(found)
