"""The difference between two texts, word by word, as somebody would read it aloud."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, OUT, IN = "same", "out", "in"
_TOKEN = re.compile(r"\S+|\n")


@dataclass(frozen=True)
class Piece:
    """Words that stayed, went out or came in."""

    how: str
    text: str


def word_difference(before: str, after: str) -> list[Piece]:
    """The pieces in the order of the new text; what went out stands before what came in its place."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    pieces: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(SAME, _joined(new[c:d])))
            continue
        if b > a:
            pieces.append(Piece(OUT, _joined(old[a:b])))
        if d > c:
            pieces.append(Piece(IN, _joined(new[c:d])))
    return pieces


def _joined(words: list[str]) -> str:
    return " ".join(words).replace(" \n ", "\n").replace("\n ", "\n").replace(" \n", "\n")
