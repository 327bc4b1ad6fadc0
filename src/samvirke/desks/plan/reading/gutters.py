"""Two columns of text set side by side, as a file of plain text shows them: put one after the other."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby

from samvirke.desks.plan.reading.lines import Place

_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
# So many rows with the same gap make two columns; a signature or a small table has fewer.
_ROWS = 6
_SHARE = 0.4
# Both sides are running text, neither a column of figures nor of page numbers.
_WORDS = 3.0


def side_by_side(placed: list[tuple[Place, str]]) -> tuple[list[tuple[Place, str]], tuple[int, ...]]:
    """The lines with columns set one below the other, and the pages (or 0) where that was done."""
    found, pages = [], []
    for page, group in groupby(placed, key=lambda one: one[0].page):
        lines = list(group)
        gutter = _gutter([text for _place, text in lines])
        if gutter is None:
            found += lines
            continue
        pages.append(page or 0)
        found += _unfolded(lines, gutter)
    return found, tuple(pages)


def _gutter(texts: list[str]) -> int | None:
    """The position where most rows have a wide gap with words on both sides."""
    votes: Counter[int] = Counter()
    for text in texts:
        for gap in _GAP.finditer(text):
            for at in range(gap.start(), gap.end()):
                votes[at] += 1
    if not votes:
        return None
    best, count = max(votes.items(), key=lambda vote: (vote[1], vote[0]))
    filled = [text for text in texts if text.strip()]
    rows = [text for text in filled if _split_at(text, best)]
    if count < _ROWS or count < _SHARE * len(filled):
        return None
    sides = [_split_at(text, best) or ("", "") for text in rows]
    words = [sum(len(side[at].split()) for side in sides) / max(len(sides), 1) for at in (0, 1)]
    return best if min(words) >= _WORDS and not any("|" in text or "...." in text for text in rows) else None


def _split_at(text: str, at: int) -> tuple[str, str] | None:
    """The two sides of a row, when it has a gap there."""
    gap = next((one for one in _GAP.finditer(text) if one.start() <= at < one.end()), None)
    return (text[: gap.start()], text[gap.end() :]) if gap else None


def _unfolded(lines: list[tuple[Place, str]], gutter: int) -> list[tuple[Place, str]]:
    """Each run of rows in two columns as its left side and then its right side; what crosses the gutter stays."""
    found: list[tuple[Place, str]] = []
    left: list[tuple[Place, str]] = []
    right: list[tuple[Place, str]] = []
    for place, text in lines:
        sides = _split_at(text, gutter)
        if sides:
            left.append((place, sides[0]))
            right.append((place, sides[1]))
        elif not text.strip():
            left.append((place, ""))
            right.append((place, ""))
        elif len(text) - len(text.lstrip()) >= gutter - 2:
            left.append((place, ""))
            right.append((place, text.strip()))
        elif len(text.rstrip()) <= gutter:
            left.append((place, text))
            right.append((place, ""))
        else:
            found += [*left, *right, (place, text)]
            left, right = [], []
    return [*found, *left, *right]
