"""Writes the lines of an iCalendar file (RFC 5545): escaped, folded at 75 octets, ended by CR and LF."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

_OCTETS = 75
# Section 3.3.11: these four are escaped in text; a carriage return alone is none of them and does not belong there.
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def text(value: str) -> str:
    """A value of type TEXT; other control characters than a line break are left out."""
    kept = "".join(sign for sign in value if sign in "\n\t" or sign.isprintable() or sign == "\u00a0")
    return kept.translate(_ESCAPED)


def moment(value: datetime) -> str:
    """An instant in UTC: 20240910T080000Z."""
    return value.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def folded(line: str) -> str:
    """The line in pieces of at most 75 octets, each but the first beginning with a space; no letter is cut in two."""
    pieces, length = [""], 0
    for sign in line:
        size = len(sign.encode())
        if length + size > _OCTETS:
            pieces.append(" ")
            length = 1
        pieces[-1] += sign
        length += size
    return "\r\n".join(pieces)


def written(lines: Iterable[tuple[str, str]]) -> bytes:
    """The whole file of names and values."""
    return "".join(f"{folded(f'{name}:{value}')}\r\n" for name, value in lines).encode()
