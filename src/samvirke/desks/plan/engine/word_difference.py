"""The difference between two texts, word by word, as somebody would read it aloud."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, OUT, IN = "same", "out", "in"
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True)
class Piece:
    """Words that stayed, went out or came in."""

    how: str
    text: str


def word_difference(before: str, after: str) -> list[Piece]:
    """The pieces in the order of the new text; what went out stands before what came in its place.

    What stayed and came, put together, is the new text; what stayed and went, the old one.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    pieces: list[Piece] = []
    gone, come = "", ""
    for tag, a, b, c, d in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        kept = "".join(new[c:d])
        if tag == "equal" and (kept.strip() or not (gone or come)):
            pieces += [*_changed(gone, come), Piece(SAME, kept)]
            gone, come = "", ""
        else:
            # A lone space between two changes belongs to both: nobody reads a change of every other word.
            gone, come = gone + "".join(old[a:b]), come + kept
    return pieces + _changed(gone, come)


def _changed(gone: str, come: str) -> list[Piece]:
    return [Piece(how, text) for how, text in ((OUT, gone), (IN, come)) if text]
