"""Puts the words of a PDF page together into lines in the order in which somebody reads them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from samvirke.desks.plan.reading.lines import Line, Place, pieces, tidy

_BULLETS = frozenset("•·▪◦‣●○■□–—-*\uf0b7\uf0a7➢►✓o")
# A space this many letters high between words on one line is a gap; in running text none is.
_GAP = 1.6
# Cells of a table stand closer. Where justified text has such a space, nothing is made of it but a space.
_CELL = 0.85
_ROWS = 8
_MOST_ROWS = 300
_SHARE = 0.35
_WORDS = 3.0


@dataclass(frozen=True)
class Word:
    """A word and its place on the page; `bottom` counts upwards."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    bold: bool


@dataclass
class Row:
    """Words on one line of the page, in order."""

    words: list[Word]

    @property
    def bottom(self) -> float:
        return min(word.bottom for word in self.words)

    @property
    def top(self) -> float:
        return max(word.top for word in self.words)

    @property
    def size(self) -> float:
        sizes = Counter[float]()
        for word in self.words:
            sizes[word.size] += len(word.text)
        return sizes.most_common(1)[0][0] or 1.0

    @property
    def gaps(self) -> list[tuple[float, float]]:
        """The wide spaces between its words."""
        pairs = zip(self.words, self.words[1:], strict=False)
        return [(one.right, two.left) for one, two in pairs if two.left - one.right > _GAP * max(self.size, 4)]


@dataclass
class Page:
    """The rows of a page in reading order, and whether they stood in two columns."""

    number: int
    rows: list[Row] = field(default_factory=list)
    twofold: bool = False


def page_of(number: int, page: dict[str, Any]) -> Page:
    """The rows of one page."""
    words = [Word(*one) for one in page["words"] if one[0].strip()]
    rows = _rows(words)
    gutter = _gutter(rows)
    return Page(number, rows if gutter is None else _unfolded(rows, gutter), gutter is not None)


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


def _gutter(rows: list[Row]) -> float | None:
    """Where a page of two columns of running text is divided."""
    places = [(left + right) / 2 for row in rows for left, right in row.gaps]
    if not _ROWS <= len(rows) <= _MOST_ROWS or not places or len(places) > _MOST_ROWS * 10:
        return None
    best = max(places, key=lambda at: sum(_gap_at(row, at) for row in rows))
    divided = [row for row in rows if _gap_at(row, best)]
    if len(divided) < max(_ROWS, _SHARE * len(rows)):
        return None
    left = sum(word.right < best for row in divided for word in row.words) / len(divided)
    right = sum(word.left > best for row in divided for word in row.words) / len(divided)
    dotted = sum("..." in word.text for row in divided for word in row.words)
    return best if min(left, right) >= _WORDS and dotted < len(divided) / 3 else None


def _gap_at(row: Row, at: float) -> bool:
    return any(left < at < right for left, right in row.gaps)


def _unfolded(rows: list[Row], gutter: float) -> list[Row]:
    found: list[Row] = []
    left: list[Row] = []
    right: list[Row] = []
    for row in rows:
        if any(word.left < gutter < word.right for word in row.words) or _closes(row, gutter):
            found += [*left, *right, row]
            left, right = [], []
            continue
        for side, words in (
            (left, [word for word in row.words if word.right <= gutter]),
            (right, [word for word in row.words if word.left >= gutter]),
        ):
            if words:
                side.append(Row(words))
    return [*found, *left, *right]


def _closes(row: Row, gutter: float) -> bool:
    """Whether words stand so close on both sides of the gutter that the row goes across it."""
    before = [word.right for word in row.words if word.right <= gutter]
    after = [word.left for word in row.words if word.left >= gutter]
    return bool(before and after) and min(after) - max(before) <= _GAP * max(row.size, 4)


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
            line = _line(row, Place(number, page.number), usual, space)
            for piece in pieces(line.text) if line.text else ():
                yield replace(line, text=piece)


def _spaces(rows: list[Row]) -> list[bool]:
    """For each row whether more space than usual stands before it."""
    steps = [before.bottom - row.bottom for before, row in zip(rows, rows[1:], strict=False)]
    usual = sorted(step for step in steps if step > 0)
    middle = usual[len(usual) // 3] if usual else 0.0
    return [True, *(step > middle * 1.35 or step <= 0 for step in steps)][: len(rows)]


def _line(row: Row, place: Place, usual: float, space: bool) -> Line:
    words = row.words
    bullet = ""
    if len(words) > 1 and words[0].text in _BULLETS:
        bullet, words = words[0].text, words[1:]
    parts, last = [words[0].text], words[0]
    for word in words[1:]:
        wide = word.left - last.right > _CELL * max(row.size, 4)
        parts.append(("   " if wide else " ") + word.text)
        last = word
    text = tidy("".join(parts)).strip()
    letters = [word for word in words if any(one.isalpha() for one in word.text)]
    bold = bool(letters) and all(word.bold for word in letters)
    return Line(text, place, 0, bold, round(row.size / usual, 2), bullet, round(words[0].left), space)
