"""Finds two columns of text on a page of a PDF, and sets them one after the other."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from samvirke.desks.plan.reading.rows import named

# A space this many letters high between words on one line is a gap; in running text none is.
_GAP = 1.6
_ROWS = 8
_MOST_ROWS = 300
_SHARE = 0.35
_WORDS = 3.0
# A short page has fewer rows; there sentences must be seen to go on on both sides.
_FEW_ROWS = 4
_FEW_WORDS = 2.5
_FEW_FLOWING = 2
_HEADING = 1.12


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

    def begins_after(self, at: float) -> float | None:
        """Where its first word right of a place begins."""
        return next((word.left for word in self.words if word.left >= at), None)

    @property
    def gaps(self) -> list[tuple[float, float]]:
        """The wide spaces between its words."""
        pairs = zip(self.words, self.words[1:], strict=False)
        return [(one.right, two.left) for one, two in pairs if two.left - one.right > _GAP * max(self.size, 4)]


def gutter_of(rows: list[Row]) -> float | None:
    """Where a page of two columns of running text is divided."""
    places = [(left + right) / 2 for row in rows for left, right in row.gaps]
    if not _ROWS <= len(rows) <= _MOST_ROWS or not places or len(places) > _MOST_ROWS * 10:
        return None
    best = max(places, key=lambda at: sum(_gap_at(row, at) for row in rows))
    divided = [row for row in rows if _gap_at(row, best)]
    if len(divided) < max(_ROWS, _SHARE * len(rows)):
        return best if _flows_on_both_sides(divided, best) else None
    left = sum(word.right < best for row in divided for word in row.words) / len(divided)
    right = sum(word.left > best for row in divided for word in row.words) / len(divided)
    dotted = sum("..." in word.text for row in divided for word in row.words)
    return best if min(left, right) >= _WORDS and dotted < len(divided) / 3 else None


def _flows_on_both_sides(divided: list[Row], gutter: float) -> bool:
    """Whether few rows are two columns all the same: no table, but sentences that go on in the row below."""
    if len(divided) < _FEW_ROWS or any(len(row.gaps) > 1 for row in divided):
        return False
    left = [[word.text for word in row.words if word.right < gutter] for row in divided]
    right = [[word.text for word in row.words if word.left > gutter] for row in divided]
    if any(len(named((" ".join(one), " ".join(two)))) > 1 for one, two in zip(left, right, strict=True)):
        return False
    flowing = [sum(side[0][:1].islower() for side in sides) for sides in (left, right)]
    words = [sum(map(len, sides)) / len(sides) for sides in (left, right)]
    return min(words) >= _FEW_WORDS and flowing[1] >= _FEW_FLOWING and sum(flowing) >= len(divided) / 2


def unclear(rows: list[Row]) -> bool:
    """Whether a page that was not taken apart has sentences side by side all the same, in three columns say."""
    places = [(left + right) / 2 for row in rows for left, right in row.gaps]
    if not places or len(rows) > _MOST_ROWS or len(places) > _MOST_ROWS * 10:
        return False
    best = max(places, key=lambda at: sum(_gap_at(row, at) for row in rows))
    right = [[word.text for word in row.words if word.left > best] for row in rows if _gap_at(row, best)]
    long = sum(map(len, right)) >= _FEW_WORDS * len(right)
    return len(right) >= _FEW_ROWS and long and sum(one[0][:1].islower() for one in right) >= _FEW_FLOWING


def _gap_at(row: Row, at: float) -> bool:
    return any(left < at < right for left, right in row.gaps)


def unfolded(rows: list[Row], gutter: float) -> list[Row]:
    found: list[Row] = []
    left: list[Row] = []
    right: list[Row] = []
    below = _below(rows, gutter)
    for at, row in enumerate(rows):
        across = at >= below or any(word.left < gutter < word.right for word in row.words)
        if across or _closes(row, gutter):
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


def _below(rows: list[Row], gutter: float) -> int:
    """Where both columns have ended and a heading with a small table, such as names below the plan, comes after."""
    begins = {at: row.begins_after(gutter) for at, row in enumerate(rows)}
    edges = Counter(round(left) for left in begins.values() if left is not None)
    edge = edges.most_common(1)[0][0] if edges else 0
    last = max((at for at, left in begins.items() if left is not None and abs(left - edge) <= rows[at].size), default=0)
    usual = sorted(row.size for row in rows)[len(rows) // 2]
    for at in range(last + 1, len(rows)):
        if rows[at].size > _HEADING * usual and any(len(row.gaps) == 1 for row in rows[at + 1 : at + 3]):
            return at
    return len(rows)


def _closes(row: Row, gutter: float) -> bool:
    """Whether words stand so close on both sides of the gutter that the row goes across it."""
    before = [word.right for word in row.words if word.right <= gutter]
    after = [word.left for word in row.words if word.left >= gutter]
    return bool(before and after) and min(after) - max(before) <= _GAP * max(row.size, 4)
