"""Which lines are headings: what markup, letters, numbers and the table of contents say about each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from samvirke.desks.plan.reading.contents import Contents, Entry
from samvirke.desks.plan.reading.items import PROSE, Setting, titled_items, wrapping
from samvirke.desks.plan.reading.lines import Line, bare
from samvirke.desks.plan.reading.numbering import BARE_CHAPTER, Number, lettered_item, may_follow, number_of
from samvirke.desks.plan.reading.paragraphs import is_label

MARKED, LARGE, BOLD, CAPITALS, NUMBERED, PROMISED, APART, TITLED_ITEM = (
    "marked", "large", "bold", "capitals", "numbered", "promised", "apart", "titled-item",
)  # fmt: skip
STRONG = frozenset({MARKED, LARGE, PROMISED})
_LONGEST = 200
_LARGE = 1.12
_APART_LONGEST = 70
_ALIKE = 0.8
_ENDS_SENTENCE = (".", ",", ";")


@dataclass
class Heading:
    """A line (or several) that heads what follows, with everything that speaks for it."""

    at: int
    after: int
    title: str
    line: Line
    number: Number | None = None
    why: set[str] = field(default_factory=set)
    entry: Entry | None = None


def headings_of(lines: tuple[Line, ...], contents: Contents, taken: Iterable[int]) -> list[Heading]:
    """The headings of a document in order. `taken` are lines already known to be something else."""
    promised = frozenset(bare(one.title) for one in contents.entries)
    setting = Setting(lines, contents, frozenset(taken), *wrapping(lines), promised)
    items = titled_items(setting)
    found: list[Heading] = []
    last: dict[str, tuple[int, ...]] = {}
    at, anew = 0, False
    while at < len(lines):
        follows = bool(found) and found[-1].after == at
        heading = None if contents.holds(at) or at in setting.taken else _heading(setting, at, items, follows)
        if heading is None or not _in_order(heading, last, anew):
            at += 1
            continue
        anew = heading.number is None or heading.number.kind == "part"
        if heading.number:
            last[heading.number.kind] = heading.number.path
        found.append(heading)
        at = heading.after
    return found


def _heading(setting: Setting, at: int, items: set[int], follows: bool) -> Heading | None:
    line = setting.lines[at]
    if line.cells or not any(one.isalpha() for one in line.text) or len(line.text) > _LONGEST or is_label(line):
        return None
    if line.bullet:
        if at not in items:
            return None
        number = lettered_item(line.bullet, line.text)
        return Heading(at, at + 1, _clean(line.text), line, number, {TITLED_ITEM} | ({BOLD} if line.bold else set()))
    found = _joined(setting, at)
    if not line.level and found.number is None and len(line.columns) > 1:
        return None
    found.why |= _looks(setting, found)
    found.entry = _promise(setting.contents, found)
    if found.entry:
        found.why.add(PROMISED)
    return found if _is_heading(setting, found, follows) else None


def _clean(text: str) -> str:
    """A heading without the colon or full stop that it may end with; one after an abbreviation stays."""
    plain = " ".join(text.split()).rstrip(":").rstrip()
    return plain[:-1] if re.search(r"[a-zæøå]{4,}\.$", plain) else plain


def _joined(setting: Setting, at: int) -> Heading:
    """The line together with those that finish it: a heading may be broken over two or three lines."""
    lines = setting.lines
    line, text, after = lines[at], lines[at].text, at + 1
    if after < len(lines) and _names_chapter(setting, line, lines[after], after):
        text, after = f"{text.strip().rstrip('.:')}: {lines[after].text}", after + 1
    while after < min(len(lines), at + 3) and _finishes(setting, line, text, lines[after], after):
        text, after = f"{text.rstrip('-') if text.endswith('-') else text + ' '}{lines[after].text}", after + 1
    number = number_of(text)
    title = number.title if number and number.shown else text
    if number and number.kind in ("part", "appendix"):
        title = number.title or text
    return Heading(at, after, _clean(title), line, number, {NUMBERED} if number else set())


def _names_chapter(setting: Setting, line: Line, after: Line, at: int) -> bool:
    """Whether “Kapitel 2” stands alone and the line below it is its title."""
    if not BARE_CHAPTER.match(line.text.strip()) or after.bullet or after.cells or at in setting.taken:
        return False
    return after.text[:1].isupper() and len(after.text) <= _APART_LONGEST and not after.text.endswith(_ENDS_SENTENCE)


def _finishes(setting: Setting, line: Line, text: str, after: Line, at: int) -> bool:
    if (
        after.lead
        or after.bullet
        or after.cells
        or at in setting.taken
        or len(text) > _LONGEST
        or number_of(after.text)
    ):
        return False
    if setting.promised and bare(f"{text} {after.text}") in setting.promised:
        return True
    if bare(text) in setting.promised:
        return False
    alike = (after.level, after.bold) == (line.level, line.bold) and abs(after.size - line.size) < 0.05
    return alike and (line.size >= _LARGE or line.bold) and line.place.page == after.place.page and setting.wrapped


def _looks(setting: Setting, found: Heading) -> set[str]:
    line, text = found.line, found.title
    why = set()
    if line.level:
        why.add(MARKED)
    if line.size >= _LARGE and len(text) <= _LONGEST:
        why.add(LARGE)
    if line.bold:
        why.add(BOLD)
    letters = [one for one in text if one.isalpha()]
    if len(letters) >= 4 and all(one.isupper() for one in letters):
        why.add(CAPITALS)
    if _stands_apart(setting, found):
        why.add(APART)
    return why


def _stands_apart(setting: Setting, found: Heading) -> bool:
    """A short line between spaces, over a paragraph, which is no sentence."""
    lines, text = setting.lines, found.line.text
    after = lines[found.after] if found.after < len(lines) else None
    if (
        not found.line.lead
        or after is None
        or len(text) > _APART_LONGEST
        or text.endswith((*_ENDS_SENTENCE, ":", "–", "-"))
    ):
        return False
    if not text[:1].isupper() and not found.number:
        return False
    prose = (
        after.bullet
        or len(after.text) > PROSE
        or _is_sentence(after.text)
        or (setting.wrapped and len(after.text) > 0.6 * setting.width)
    )
    if setting.wrapped and not after.lead:
        return bool(prose) and len(text) < 0.7 * setting.width and after.text[:1].isupper()
    return bool(after.lead and prose) or (after.lead and found.number is not None)


def _is_sentence(text: str) -> bool:
    return len(text) > 35 and text.endswith(".")


def _is_heading(setting: Setting, found: Heading, follows: bool) -> bool:
    line, why, text = found.line, found.why, found.line.text.strip()
    sentence = text.endswith(_ENDS_SENTENCE) and len(text.split()) > 8
    if why & {MARKED, PROMISED}:
        return not (sentence and why & {MARKED} and len(text) > 120)
    if sentence or text.endswith((",", ";")) or len(text) > 150:
        return False
    if found.number and found.number.kind in ("part", "appendix"):
        return bool(
            line.lead and (APART in why or BOLD in why or CAPITALS in why or LARGE in why or not found.number.title)
        )
    if found.number:
        return _numbered_heading(setting, found, found.number, follows)
    if LARGE in why:
        return True
    if BOLD in why:
        return not text.endswith(".") and len(text) <= 120 and (line.lead or text[:1].isupper())
    if CAPITALS in why:
        return line.lead and len(text) <= 100
    return APART in why and line.place.line > 0


def _numbered_heading(setting: Setting, found: Heading, number: Number, follows: bool) -> bool:
    """A number makes a heading where it is not one of a list of sentences; a first one may follow a heading at once."""
    lines, why = setting.lines, found.why
    after = lines[found.after] if found.after < len(lines) else None
    if why & {LARGE, BOLD, CAPITALS}:
        return True
    if after is not None and not after.lead and not after.bullet and after.text[:1].islower():
        return False
    neighbours = [number_of(lines[at].text) for at in (found.at - 1, found.after) if 0 <= at < len(lines)]
    if any(
        one and one.kind == number.kind and one.depth == number.depth and abs(one.path[-1] - number.path[-1]) == 1
        for one in neighbours
    ):
        return False
    longer = after is not None and not after.bullet and len(after.text) > len(found.title)
    return found.line.lead or number.depth > 1 or (follows and number.path == (1,) and longer)


def _in_order(found: Heading, last: dict[str, tuple[int, ...]], anew: bool) -> bool:
    """Whether the number can follow; one that cannot is part of the text, unless markup makes it a heading.

    Numbers may begin anew (1) right after a part or a heading without a number.
    """
    number = found.number
    if number is None or TITLED_ITEM in found.why or found.why & STRONG or number.kind in ("part", "appendix"):
        return True
    before = last.get(number.kind, ())
    if may_follow(number.path, before) or (anew and number.path == (1,) and APART in found.why):
        return True
    if number.path == before:
        return APART in found.why and number.depth > 1
    return bool(found.why & {BOLD, CAPITALS})


def _promise(contents: Contents, found: Heading) -> Entry | None:
    """The entry of the table of contents that promises this heading: the same number, the same words, or nearly."""
    mine = bare(found.title)
    looks = found.number or found.why & {MARKED, LARGE, BOLD, CAPITALS, APART}
    near: list[tuple[float, Entry]] = []
    for entry in contents.entries:
        same_number = _same(found.number, entry.number)
        unlike = bool(found.number and entry.number) and not same_number
        if unlike or (not looks and mine != bare(entry.heading)):
            continue
        alike = SequenceMatcher(None, mine, bare(entry.heading)).ratio() if mine else 0.0
        if alike == 1.0:
            return entry
        if (same_number and found.number and alike > 0.5) or (alike >= _ALIKE and not (found.number and entry.number)):
            near.append((alike + same_number, entry))
    return max(near, key=lambda one: one[0])[1] if near and len(found.title) <= 160 else None


def _same(one: Number | None, two: Number | None) -> bool:
    return (one.kind, one.path) == (two.kind, two.path) if one and two else one is two
