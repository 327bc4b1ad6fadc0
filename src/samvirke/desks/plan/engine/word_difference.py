"""The difference between two texts, word by word, as somebody would read it aloud."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, OUT, IN = "same", "out", "in"
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
# Up to so many words that stayed are read as changed where at least so many changed on either side of them.
_ISLAND, _SEA = 2, 4


@dataclass(frozen=True)
class Piece:
    """Words that stayed, went out or came in."""

    how: str
    text: str


@dataclass
class _Stretch:
    """What stood in the old text and stands in the new one, the same or not; and how many words that is."""

    same: bool
    old: str
    new: str
    words: int

    def swallow(self, other: _Stretch) -> None:
        self.old, self.new, self.words = self.old + other.old, self.new + other.new, self.words + other.words


def word_difference(before: str, after: str) -> list[Piece]:
    """The pieces in the order of the new text; what went out stands before what came in its place.

    What stayed and came, put together, is the new text; what stayed and went, the old one.
    """
    pieces: list[Piece] = []
    for one in _without(_without(_stretches(before, after), 0, 0), _ISLAND, _SEA):
        if one.same:
            pieces.append(Piece(SAME, one.new))
        else:
            pieces += [Piece(how, text) for how, text in ((OUT, one.old), (IN, one.new)) if text]
    return pieces


def _stretches(before: str, after: str) -> list[_Stretch]:
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    found = []
    for tag, a, b, c, d in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        words = sum(token.isalnum() for token in (*old[a:b], *([] if tag == "equal" else new[c:d])))
        found.append(_Stretch(tag == "equal", "".join(old[a:b]), "".join(new[c:d]), words))
    return found


def _without(stretches: list[_Stretch], most: int, around: int) -> list[_Stretch]:
    """Let the changes on either side take in what stayed between them, when it is `most` words and they are many."""
    found: list[_Stretch] = []
    for at, one in enumerate(stretches):
        last = found[-1] if found else None
        later = stretches[at + 1] if at + 1 < len(stretches) else None
        if last and (last.same == one.same or (one.same and later and _is_island(one, last, later, most, around))):
            last.swallow(one)
        else:
            found.append(one)
    return found


def _is_island(one: _Stretch, last: _Stretch, later: _Stretch, most: int, around: int) -> bool:
    return one.words <= most and min(last.words, later.words) >= around
