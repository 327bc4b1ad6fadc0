"""Canaries: a word that stands in one field of one thing and nowhere else, with the names of those who may read it."""

from __future__ import annotations

import base64
import binascii
import gzip
import re
import zlib
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes

_WORD = re.compile(rb"qanari[0-9a-z]{8}q")
_NUMBER = re.compile(rb"(?<![0-9])([0-9]{6})-?([0-9]{4})(?![0-9])")
_CODED = re.compile(rb"[A-Za-z0-9+/_-]{16,}")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.S)
_MAGIC = {b"\x1f\x8b": gzip.decompress, b"\x78": zlib.decompress}
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Planted:
    """Where it stands, and who may read it."""

    where: str
    readers: frozenset[str]


@dataclass
class Aviary:
    """Every canary of a world; `things` counts the things that hold one."""

    planted: dict[str, Planted] = field(default_factory=dict)
    things: int = 0
    _numbers: int = 0

    def word(self, where: str, *readers: str) -> str:
        """A new word for a field."""
        word = f"qanari{_spelled(len(self.planted))}q"
        self.planted[word] = Planted(where, frozenset(readers))
        return word

    def number(self, where: str, *readers: str) -> str:
        """A new CPR number of somebody born in the sixties, that nobody has."""
        day, serial = divmod(self._numbers, 4000)
        self._numbers += 1
        number = f"{1 + day % 28:02}{1 + day // 28 % 12:02}64{serial:04}"
        self.planted[number] = Planted(where, frozenset(readers))
        return number

    def found_in(self, content: bytes) -> set[str]:
        """Every canary in some bytes, also where they are coded, compressed or written in wide letters."""
        return {word for form in _forms(content) for word in _words(form) if word in self.planted}


def _spelled(number: int) -> str:
    """Eight letters and digits; a step of a large prime, so that neighbours look different."""
    value, spelled = (number + 1) * 1_500_450_271 % 36**8, ""
    for _ in range(8):
        value, digit = divmod(value, 36)
        spelled += _DIGITS[digit]
    return spelled


def _words(content: bytes) -> set[str]:
    lower = content.lower()
    return {one.decode() for one in _WORD.findall(lower)} | {(a + b).decode() for a, b in _NUMBER.findall(lower)}


def _forms(content: bytes, depth: int = 2) -> list[bytes]:
    """The bytes themselves and what they may stand for."""
    forms = [content]
    if b"%" in content:
        forms.append(unquote_to_bytes(content))
    if b"\x00" in content:
        forms.append(content.replace(b"\x00", b""))
    inner = [*_unpacked(content), *_uncoded(content)] if depth else []
    return forms + [form for one in inner for form in _forms(one, depth - 1)]


def _unpacked(content: bytes) -> list[bytes]:
    """Whole bodies that are compressed, and the compressed streams of a PDF."""
    found = []
    for one in [content, *_STREAM.findall(content)]:
        for magic, unpack in _MAGIC.items():
            if one.startswith(magic):
                try:
                    found.append(unpack(one))
                except (OSError, EOFError, zlib.error):
                    continue
    return found


def _uncoded(content: bytes) -> list[bytes]:
    """Runs that may be base64, begun at each of its four places, if they could hold anything of ours."""
    found = []
    for run in _CODED.findall(content):
        plain = run.replace(b"-", b"+").replace(b"_", b"/")
        for start in range(4):
            part = plain[start : start + (len(plain) - start) // 4 * 4]
            try:
                decoded = base64.b64decode(part)
            except (ValueError, binascii.Error):
                continue
            if b"qanari" in decoded.lower() or _NUMBER.search(decoded):
                found.append(decoded)
    return found
