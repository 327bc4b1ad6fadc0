"""Spoils documents in every way that files are spoilt on their way, from a seed: bytes, lines, parts and pages."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from contextlib import suppress

import pikepdf

Spoils = Callable[[bytes, random.Random], bytes]


def cut(content: bytes, chance: random.Random) -> bytes:
    """Break off in the middle."""
    return content[: chance.randrange(len(content) + 1)]


def flip(content: bytes, chance: random.Random) -> bytes:
    """Change some bytes into others."""
    made = bytearray(content)
    for _time in range(chance.choice((1, 10, 200))):
        made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)


def lose(content: bytes, chance: random.Random) -> bytes:
    """Lose a stretch of bytes, or repeat one."""
    start = chance.randrange(len(content))
    stretch = content[start : start + chance.randrange(1, 3000)]
    return content.replace(stretch, stretch * chance.choice((0, 2)), 1)


def _lines(change: Callable[[list[bytes], random.Random], list[bytes]]) -> Spoils:
    return lambda content, chance: b"\n".join(change(content.split(b"\n"), chance))


def _shuffled(lines: list[bytes], chance: random.Random) -> list[bytes]:
    start = chance.randrange(len(lines))
    part = lines[start : start + 40]
    chance.shuffle(part)
    return [*lines[:start], *part, *lines[start + 40 :]]


def _thinned(lines: list[bytes], chance: random.Random) -> list[bytes]:
    return [line for line in lines if chance.random() > 0.2]


def _doubled(lines: list[bytes], chance: random.Random) -> list[bytes]:
    return [line for line in lines for _time in range(chance.choice((1, 1, 1, 2)))]


def _joined(lines: list[bytes], chance: random.Random) -> list[bytes]:
    return [
        line + b" " + after if chance.random() < 0.1 else line
        for line, after in zip(lines, [*lines[1:], b""], strict=True)
    ]


def _odd(lines: list[bytes], chance: random.Random) -> list[bytes]:
    signs = (
        b"|||",
        b"#######",
        b"1.1.1.1.1.1 ",
        b"**",
        b"\f",
        b"\t\t\t",
        b"<table><tr>",
        b"2020: ",
        b"- ",
        b"[](",
        b"____",
        b"\x00",
    )
    return [line + chance.choice(signs) if chance.random() < 0.15 else line for line in lines]


def _numbers(lines: list[bytes], chance: random.Random) -> list[bytes]:
    digits = bytes.maketrans(b"0123456789", bytes(chance.sample(list(b"0123456789"), 10)))
    return [line.translate(digits) for line in lines]


def parts_spoilt(content: bytes, chance: random.Random) -> bytes:
    """Spoil the parts of a packed file, and pack it again."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as held, zipfile.ZipFile(written, "w") as made:
        for name in held.namelist():
            if chance.random() < 0.15:
                continue
            part = held.read(name)
            made.writestr(name, chance.choice((flip, lose, cut))(part, chance) if chance.random() < 0.6 else part)
    return written.getvalue()


def words_spoilt(content: bytes, chance: random.Random) -> bytes:
    """Take paragraphs out of a Word file, and leave its form whole."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as held, zipfile.ZipFile(written, "w") as made:
        for name in held.namelist():
            part = held.read(name)
            if name == "word/document.xml":
                blocks = part.split(b"</w:p>")
                chance.shuffle(blocks[1:-1])
                part = b"</w:p>".join(one for one in blocks if chance.random() > 0.1 or one in (blocks[0], blocks[-1]))
            made.writestr(name, part)
    return written.getvalue()


def pages_spoilt(content: bytes, chance: random.Random) -> bytes:
    """Take pages out of a PDF, turn them, or put them in another order."""
    written = io.BytesIO()
    with suppress(pikepdf.PdfError), pikepdf.open(io.BytesIO(content)) as document:
        for page in list(document.pages):
            if chance.random() < 0.3:
                page.rotate(chance.choice((90, 180)), relative=True)
            if chance.random() < 0.3 and len(document.pages) > 1:
                document.pages.remove(page)
        document.pages.reverse()
        document.save(written)
    return written.getvalue()


ANY: tuple[Spoils, ...] = (cut, flip, lose)
TEXT = (*ANY, *map(_lines, (_shuffled, _thinned, _doubled, _joined, _odd, _numbers)))
WORD = (*ANY, parts_spoilt, parts_spoilt, words_spoilt)
PDF = (*ANY, pages_spoilt)


def spoilt(name: str, content: bytes, seed: int) -> bytes:
    """A document spoilt once or twice in ways that the seed chooses."""
    chance = random.Random(seed)
    ways = PDF if name.endswith(".pdf") else WORD if name.endswith(".docx") else TEXT
    for way in chance.choices(ways, k=chance.choice((1, 1, 2))):
        if content:
            with suppress(
                zipfile.BadZipFile, zipfile.zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError
            ):
                content = way(content, chance)
    return content
