"""Two columns of text set side by side, as a file of plain text shows them: put one after the other."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby, pairwise

from samvirke.desks.plan.reading.lines import Place
from samvirke.desks.plan.reading.rows import named

_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
# So many rows with the same gap make two columns; a signature or a small table has fewer.
_ROWS = 6
# A short page has fewer; there sentences must be seen to go on on both sides, from one edge.
_FEW_ROWS = 3
_FEW_WORDS = 2.5
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
    sides = [_split_at(text, best) or ("", "") for text in rows]
    words = [sum(len(side[at].split()) for side in sides) / max(len(sides), 1) for at in (0, 1)]
    if any("|" in text or "...." in text for text in rows):
        return None
    if count < _ROWS or count < _SHARE * len(filled):
        return best if min(words) >= _FEW_WORDS and _flow_on_both_sides(texts, best) else None
    return best if min(words) >= _WORDS else None


def _flow_on_both_sides(texts: list[str], gutter: int) -> bool:
    """Whether few rows are two columns all the same: no table, but sentences broken from row to row on both sides."""
    rows = [text for text in texts if _split_at(text, gutter)]
    sides = [_split_at(text, gutter) or ("", "") for text in rows]
    edges = Counter(len(text.rstrip()) - len(right.rstrip()) for text, (_left, right) in zip(rows, sides, strict=True))
    alone = all(len(_GAP.findall(text.strip())) == 1 for text in rows)
    if len(rows) < _FEW_ROWS or not alone or edges.most_common(1)[0][1] < 0.8 * len(rows):
        return False
    if any(len(named(side)) > 1 for side in sides):
        return False
    flowing = [sum(_goes_on(one, two) for one, two in pairwise(held)) for held in zip(*sides, strict=True)]
    return min(flowing) >= 1 and sum(flowing) >= len(rows) - 1


def _goes_on(one: str, two: str) -> bool:
    """Whether a sentence that begins in one row is not finished before the next."""
    return not one.rstrip().endswith((".", ":", "!", "?")) and two.strip()[:1].islower()


def _split_at(text: str, at: int) -> tuple[str, str] | None:
    """The two sides of a row, when it has a gap there."""
    gap = next((one for one in _GAP.finditer(text) if one.start() <= at < one.end()), None)
    return (text[: gap.start()], text[gap.end() :]) if gap else None


def _unfolded(lines: list[tuple[Place, str]], gutter: int) -> list[tuple[Place, str]]:
    """Each run of rows in two columns as its left side and then its right side; what crosses the gutter stays."""
    found: list[tuple[Place, str]] = []
    left: list[tuple[Place, str]] = []
    right: list[tuple[Place, str]] = []
    for at, (place, text) in enumerate(lines):
        sides = _split_at(text, gutter)
        if not text.strip() and _both_end(left, right) and _goes_across(lines[at + 1 :], gutter):
            found += [*left, *right, (place, "")]
            left, right = [], []
        elif sides:
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


def _both_end(left: list[tuple[Place, str]], right: list[tuple[Place, str]]) -> bool:
    """Whether the last sentence of each column is finished."""
    last = [next((text for _place, text in reversed(side) if text.strip()), "") for side in (left, right)]
    return all(text.rstrip().endswith((".", "!", "?", ":")) for text in last)


def _goes_across(lines: list[tuple[Place, str]], gutter: int) -> bool:
    """Whether text over the whole page comes before any further row of two columns: the columns have ended."""
    for _place, text in lines:
        if _split_at(text, gutter):
            return False
        if len(text) - len(text.lstrip()) < gutter - 2 and len(text.rstrip()) > gutter:
            return True
    return False
