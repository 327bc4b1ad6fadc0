"""Puts the words of a PDF page together into lines in the order in which somebody reads them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from samvirke.desks.plan.reading.lines import Line, Place, pieces, tidy
from samvirke.desks.plan.reading.pdf_columns import Row, Word, gutter_of, unclear, unfolded

_BULLETS = frozenset("•·▪◦‣●○■□–—-*\uf0b7\uf0a7➢►✓o")
# Cells of a table stand closer. Where justified text has such a space, nothing is made of it but a space.
_CELL = 0.85
# Words begin below one another when they stand so near to the same place.
_BELOW = 1.0
_NEAR = 3


@dataclass
class Page:
    """The rows of a page in reading order, and whether they stood in two columns."""

    number: int
    rows: list[Row] = field(default_factory=list)
    twofold: bool = False
    unclear: bool = False


def page_of(number: int, page: dict[str, Any]) -> Page:
    """The rows of one page."""
    words = [Word(*one) for one in page["words"] if one[0].strip()]
    rows = _rows(words)
    gutter = gutter_of(rows)
    if gutter is None:
        return Page(number, rows, unclear=unclear(rows))
    return Page(number, unfolded(rows, gutter), twofold=True)


def _rows(words: list[Word]) -> list[Row]:
    rows: list[Row] = []
    for word in sorted(words, key=lambda one: (-(one.bottom + one.top) / 2, one.left)):
        middle = (word.bottom + word.top) / 2
        for row in rows[-4:]:
            if abs((row.bottom + row.top) / 2 - middle) < max(word.size, row.size, 4) * 0.45:
                row.words.append(word)
                break
        else:
            rows.append(Row([word]))
    for row in rows:
        row.words.sort(key=lambda one: one.left)
    return rows


def lines_of(pages: list[Page]) -> Iterator[Line]:
    """The lines of all pages; letters are measured against those of the running text."""
    sizes = Counter[float]()
    for page in pages:
        for row in page.rows:
            sizes[round(row.size, 1)] += sum(len(word.text) for word in row.words)
    usual = sizes.most_common(1)[0][0] or 1.0
    for page in pages:
        spaces = _spaces(page.rows)
        for number, (row, space) in enumerate(zip(page.rows, spaces, strict=True), 1):
            line = _line(row, Place(number, page.number), usual, space, _stops(page.rows, number - 1))
            for piece in pieces(line.text) if line.text else ():
                yield replace(line, text=piece)


def _spaces(rows: list[Row]) -> list[bool]:
    """For each row whether more space than usual stands before it."""
    steps = [before.bottom - row.bottom for before, row in zip(rows, rows[1:], strict=False)]
    usual = sorted(step for step in steps if step > 0)
    middle = usual[len(usual) // 3] if usual else 0.0
    return [True, *(step > middle * 1.35 or step <= 0 for step in steps)][: len(rows)]


def _stops(rows: list[Row], at: int) -> list[float]:
    """Where the second columns of a small table begin, as two or more rows close by show with a gap."""
    near = [row for row in rows[max(0, at - _NEAR) : at + _NEAR + 1] if len(row.gaps) == 1]
    begins = [row.gaps[0][1] for row in near]
    return [one for one in begins if sum(abs(one - other) <= _BELOW for other in begins) > 1]


def _line(row: Row, place: Place, usual: float, space: bool, stops: list[float]) -> Line:
    words = row.words
    bullet = ""
    if len(words) > 1 and words[0].text in _BULLETS:
        bullet, words = words[0].text, words[1:]
    parts, last = [words[0].text], words[0]
    for word in words[1:]:
        wide = word.left - last.right > _CELL * max(row.size, 4) or any(abs(word.left - at) <= _BELOW for at in stops)
        parts.append(("   " if wide else " ") + word.text)
        last = word
    text = tidy("".join(parts)).strip()
    letters = [word for word in words if any(one.isalpha() for one in word.text)]
    bold = bool(letters) and all(word.bold for word in letters)
    return Line(text, place, 0, bold, round(row.size / usual, 2), bullet, round(words[0].left), space)
