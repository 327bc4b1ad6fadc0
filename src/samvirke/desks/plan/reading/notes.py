"""Footnotes: lines that begin with the mark of a word above them; they are no headings and no text of the plan."""

from __future__ import annotations

import re
from dataclasses import replace

from samvirke.desks.plan.reading.lines import Line

_RAISED = "¹²³⁴⁵⁶⁷⁸⁹⁰"
_WORDS = r"(?=[A-ZÆØÅ„”\"“(])(.+)$"
_NOTE = re.compile(rf"(\d{{1,2}}|[{_RAISED}]{{1,2}}|\*{{1,3}})(?:[.):]?\s+|(?<=[{_RAISED}*])){_WORDS}")
# In small letters the mark stands right before the words.
_SMALL = re.compile(rf"(\d{{1,2}})[.):]?\s*{_WORDS}")
# The mark stands right behind a word or its full stop, without a space: “medlemmer.2”.
_LETTER = r"(?<=[a-zæøåé)”])"
_BACK = 60
_RUNNING = 0.95
_LONGEST = 400


def without_notes(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines without footnotes and their marks, and the footnotes."""
    notes: dict[int, int] = {}
    for at, line in enumerate(lines):
        mark = _mark_of(line)
        above = _marked(lines, at, mark, notes) if mark else None
        if above is not None:
            notes[at] = above
            lines = _unmarked(lines, above, mark)
    kept = [line for at, line in enumerate(lines) if at not in notes]
    return tuple(kept), tuple(lines[at] for at in notes)


def _mark_of(line: Line) -> str:
    """What the line begins with, when it can be a footnote: a whole sentence, neither large nor bold nor a heading."""
    if line.level or line.bold or line.cells or line.size > 1:
        return ""
    found = (_SMALL if line.size < _RUNNING else _NOTE).match(line.text)
    sentence = found is not None and found[2].rstrip().endswith((".", ")")) and len(line.text) <= _LONGEST
    return found[1] if found and sentence else ""


def _marked(lines: tuple[Line, ...], at: int, mark: str, notes: dict[int, int]) -> int | None:
    """The nearest line above on which a word carries the mark."""
    behind = _behind(mark)
    for above in range(at - 1, max(-1, at - _BACK), -1):
        if above not in notes and not lines[above].cells and behind.search(lines[above].text):
            return above
    return None


def _behind(mark: str) -> re.Pattern[str]:
    return re.compile(rf"{_LETTER}([.,;:]?){re.escape(mark)}(?=[\s.,;:)]|$)")


def _unmarked(lines: tuple[Line, ...], at: int, mark: str) -> tuple[Line, ...]:
    plain = _behind(mark).sub(r"\1", lines[at].text, count=1)
    return (*lines[:at], replace(lines[at], text=plain), *lines[at + 1 :])
