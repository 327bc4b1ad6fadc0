"""The table of contents: where it stands, and which headings and pages it promises."""

from __future__ import annotations

import re
from dataclasses import dataclass

from samvirke.desks.plan.reading.limits import MOST_ENTRIES_OF_CONTENTS
from samvirke.desks.plan.reading.lines import Line, Place, bare
from samvirke.desks.plan.reading.numbering import Number, number_of

_TITLE = re.compile(
    r"(?:indhold|indholdsfortegnelse|indholdsoversigt|indholdsliste|oversigt over indhold)\s*:?", re.IGNORECASE
)
_LEADER = re.compile(r"^(.*?\S)\s*(?:[.…·_‧]{2,}|(?:\s[.…·]){2,}|\t+|\s{2,})[.\s…·_]*(\d{1,3})$")
_PAGE = re.compile(r"^(.*[^\d\s.,])[\s.…]+(\d{1,3})$")
_LONGEST = 180
_FEWEST = 3
_REPEATED = 0.4


@dataclass(frozen=True)
class Entry:
    """One promised heading: its words, its number where it has one, the page it is said to be on, and its place."""

    title: str
    number: Number | None
    page: int | None
    place: Place

    @property
    def heading(self) -> str:
        """The words without the number."""
        return self.number.title if self.number and self.number.title else self.title


@dataclass(frozen=True)
class Contents:
    """The promised headings, and which lines of the document they fill (from the first to before the last)."""

    entries: tuple[Entry, ...] = ()
    first: int = -1
    after: int = -1

    def holds(self, at: int) -> bool:
        """Whether a line belongs to the table of contents."""
        return self.first <= at < self.after


def contents_of(lines: tuple[Line, ...]) -> Contents:
    """The table of contents of a document; one without entries when it has none."""
    for at, line in enumerate(lines):
        if _TITLE.fullmatch(line.text.strip()) and at < len(lines) * 0.5 + 5:
            found = _entries(lines, at, at + 1)
            if len(found.entries) >= _FEWEST and _comes_back(lines, found):
                return found
    start = _unannounced(lines)
    return _entries(lines, start, start) if start is not None else Contents()


def _unannounced(lines: tuple[Line, ...]) -> int | None:
    """Where a table of contents begins that has no heading of its own: entries, one below the other."""
    run = 0
    for at, line in enumerate(lines[: len(lines) // 2 + 1]):
        run = run + 1 if line.listed or (_LEADER.match(line.text) and not line.cells and len(line.columns) <= 3) else 0
        if run >= _FEWEST + 1:
            return at - run + 1
    return None


def _entries(lines: tuple[Line, ...], first: int, start: int) -> Contents:
    found: list[Entry] = []
    carried, paged, at = "", 0, start
    while at < len(lines) and len(found) < MOST_ENTRIES_OF_CONTENTS:
        line = lines[at]
        title, page = _split(line.text)
        if title.isdigit() or not title:
            at += 1
            continue
        if _ends(line, title, page, found, paged):
            break
        joined = f"{carried} {title}".strip()
        if page is None and _goes_on(lines, at, paged):
            carried, at = joined, at + 1
            continue
        if page is None and paged >= _FEWEST and not line.listed and not _has_page(lines, at + 1):
            break
        found.append(Entry(joined, number_of(joined), page, line.place))
        carried, paged, at = "", paged + (page is not None), at + 1
    return Contents(tuple(found), first, at)


def _split(text: str) -> tuple[str, int | None]:
    """An entry without the dots and the page that it ends with."""
    text = text.strip()
    match = _LEADER.match(text) or _PAGE.match(text)
    if match:
        return match[1].rstrip(" .…·_\t"), int(match[2])
    return text.rstrip(" .…·_\t"), None


def _ends(line: Line, title: str, page: int | None, found: list[Entry], paged: int) -> bool:
    """Whether the table of contents is over: here stands text, or a heading that was promised above."""
    if len(title) > _LONGEST or (page is None and line.text.rstrip().endswith((".", ":", ";")) and len(title) > 60):
        return True
    if line.listed or page is not None:
        return False
    mine = bare(title)
    again = any(mine in (bare(one.title), bare(one.heading)) for one in found)
    return again or (line.level > 0 and bool(found)) or (paged >= _FEWEST and bool(line.size >= 1.3))


def _goes_on(lines: tuple[Line, ...], at: int, paged: int) -> bool:
    """Whether an entry without a page is the first half of one; the next line then ends it."""
    if paged == 0 and at > 0:
        return False
    after = lines[at + 1] if at + 1 < len(lines) else None
    if after is None or paged == 0:
        return False
    _title, page = _split(after.text)
    return page is not None and number_of(after.text) is None and len(lines[at].text) > 40


def _has_page(lines: tuple[Line, ...], at: int) -> bool:
    return at < len(lines) and _split(lines[at].text)[1] is not None


def _comes_back(lines: tuple[Line, ...], found: Contents) -> bool:
    """Whether what is promised stands in the text below; a list of something else does not."""
    if sum(one.page is not None for one in found.entries) >= _FEWEST:
        return True
    below = {bare(line.text) for line in lines[found.after :]}
    below |= {bare(number.title) for line in lines[found.after :] if (number := number_of(line.text))}
    back = sum(bare(one.title) in below or bare(one.heading) in below for one in found.entries)
    return back >= _REPEATED * len(found.entries)
