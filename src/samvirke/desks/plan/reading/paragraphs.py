"""Puts lines together into paragraphs, items and rows, and paragraphs apart into sentences that know their place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from samvirke.desks.plan.reading.limits import LONGEST_PARAGRAPH, LONGEST_SENTENCE
from samvirke.desks.plan.reading.lines import Line, Place

_SHORTENED = (
    r"bl\.a|f\.eks|kl|nr|ca|pkt|jf|inkl|ekskl|evt|mhp|m\.h\.p|ift|vedr|hhv|dvs|d\.v\.s|stk|tlf|afd|"
    r"bl|eks|maks|min|max|mia|mio|st|kap|art|bkg|lbk|pgl|pga|p\.t|p\.g\.a|fx|obs|cirk|s|dr|hr|fr|red|ref|tidl|"
    r"alm|div|kr|årl|iht|i\.f\.t"
)
_END = re.compile(
    r"(?<!\d)(?<![ .(](?:[A-ZÆØÅ]))(?<!\.\.)(?:(?<=[\w)”\"»’]))[.!?][”\"»]?\s+(?=[A-ZÆØÅ”\"»0-9(])|"
    r"(?<=\d)\.\s+(?=[A-ZÆØÅ])"
)
# A line that says what stands on it begins a paragraph, whatever the space before it.
LABEL = re.compile(
    r"(?:ansvarlige?|ansvar|tovholdere?|hvem|hvornår|tidsfrist|tidspunkt|deadline|frist|(?:del|hoved|effekt)?mål|formål|målgruppe|"
    r"indsats(?:er)?|aktivitet(?:er)?|handling(?:er)?|opfølgning|evaluering|økonomi|status|baggrund)\s*:",
    re.IGNORECASE,
)
_SHORT = re.compile(rf"(?:^|[\s(])(?:{_SHORTENED})\.$", re.IGNORECASE)


@dataclass(frozen=True)
class Sentence:
    """One sentence or item, and the line it begins on."""

    text: str
    place: Place


@dataclass(frozen=True)
class Paragraph:
    """Lines that belong together. `kind` is text, item or row."""

    text: str
    kind: str
    place: Place
    starts: tuple[tuple[int, Place], ...] = ()
    cells: tuple[str, ...] = ()
    depth: int = 0

    def to_json(self) -> dict[str, Any]:
        """The paragraph as the draft prints it."""
        shown: dict[str, Any] = {"kind": self.kind, "text": self.text} | self.place.to_json()
        return shown | ({"cells": list(self.cells)} if self.cells else {})

    def sentences(self) -> Iterator[Sentence]:
        """Its sentences; Danish abbreviations do not end one."""
        begin = 0
        for end in _END.finditer(self.text):
            if _SHORT.search(self.text[begin : end.start() + 1]):
                continue
            yield self._sentence(begin, end.end())
            begin = end.end()
        yield self._sentence(begin, len(self.text))

    def _sentence(self, begin: int, end: int) -> Sentence:
        at = max(0, bisect_right(self.starts, begin, key=lambda start: start[0]) - 1)
        return Sentence(
            self.text[begin : min(end, begin + LONGEST_SENTENCE)].strip(),
            self.starts[at][1] if self.starts else self.place,
        )


def is_label(line: Line) -> bool:
    """Whether a line says what stands on it (“Frist: 1. oktober 2029”); it heads nothing."""
    said = LABEL.match(line.text)
    return said is not None and not line.level and len(line.text) > said.end() + 1


def paragraphs_of(lines: tuple[Line, ...], wrapped: bool) -> list[Paragraph]:
    """The paragraphs of a section: a line begins one when there is space before it, or a bullet, or a table."""
    found: list[Paragraph] = []
    group: list[Line] = []
    for line in lines:
        if group and len(group) < LONGEST_PARAGRAPH and _goes_on(group[-1], line, wrapped):
            group.append(line)
            continue
        if group:
            found.append(_paragraph(group))
        group = [line]
    return found + ([_paragraph(group)] if group else [])


def _goes_on(before: Line, line: Line, wrapped: bool) -> bool:
    if LABEL.match(line.text) or line.bullet or line.cells or before.cells or line.level:
        return False
    unfinished = before.text[-1:] not in ".:;!?”" and line.text[:1].islower()
    if line.lead:
        # A page ends in the middle of a sentence.
        return unfinished and (before.place.page != line.place.page or not before.bullet)
    return wrapped or unfinished or bool(before.bullet)


def _paragraph(group: list[Line]) -> Paragraph:
    first = group[0]
    text, starts = "", []
    for line in group:
        part = " ".join(line.text.split())
        if text.endswith("-") and part[:1].islower() and not part.startswith(("og ", "eller ", "samt ")):
            text = text[:-1]
        elif text:
            text += " "
        starts.append((len(text), line.place))
        text += part
    kind = "row" if first.cells else "item" if first.bullet else "text"
    return Paragraph(text, kind, first.place, tuple(starts), first.cells, first.indent)
