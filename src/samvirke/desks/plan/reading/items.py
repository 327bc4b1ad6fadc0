"""Items of a list that are headings: a few words, or bold words, with their text on the lines below."""

from __future__ import annotations

import re
from dataclasses import dataclass

from samvirke.desks.plan.reading.contents import Contents
from samvirke.desks.plan.reading.lines import Line

# A line so long is running text.
PROSE = 80
_ITEM_LONGEST = 70
# So long and with a full stop, it is a sentence.
_SENTENCE = 35


@dataclass(frozen=True)
class Setting:
    """What the document as a whole is like: how wide its lines are, and what its table of contents promises."""

    lines: tuple[Line, ...]
    contents: Contents
    taken: frozenset[int]
    wrapped: bool
    width: int
    promised: frozenset[str] = frozenset()


def wrapping(lines: tuple[Line, ...]) -> tuple[bool, int]:
    """Whether paragraphs are broken over lines, and how long a full line is."""
    lengths = sorted(len(line.text) for line in lines if not line.cells and not line.level)
    if not lengths:
        return False, 0
    width = lengths[int(len(lengths) * 0.9)]
    goes_on = sum(not line.lead and not line.bullet and not line.level and line.text[:1].islower() for line in lines)
    return width < 150 and goes_on > 0.15 * len(lengths), width


def titled_items(setting: Setting) -> set[int]:
    """Items of a list that are headings: a few words, or bold words, with their text on the lines below."""
    lines, found = setting.lines, set[int]()
    group: list[int] = []
    for at, line in enumerate((*lines, None)):
        if line is not None and line.bullet and at not in setting.taken and not setting.contents.holds(at):
            group.append(at)
            continue
        below = line is not None and bool(group) and at == group[-1] + 1 and not line.lead and not line.cells
        if below or (group and line is not None and _goes_on(setting, group, at)):
            continue
        found |= _those_with_text(setting, group)
        group = []
    return found


def _goes_on(setting: Setting, group: list[int], at: int) -> bool:
    """Whether a line further down still belongs to the list: the text below one of its titles."""
    lines = setting.lines
    return not lines[at].lead and not lines[at].level and at - group[-1] < 40 and not lines[at].cells


def _those_with_text(setting: Setting, group: list[int]) -> set[int]:
    titles = {at for at in group if _is_title_of_item(setting, at)}
    if len(titles) < 2:
        return set()
    most = 2 * len(titles) >= len(group)
    return titles | {at for at in group if (setting.lines[at].bold or most) and _short(setting.lines[at])}


def _is_title_of_item(setting: Setting, at: int) -> bool:
    line = setting.lines[at]
    after = setting.lines[at + 1] if at + 1 < len(setting.lines) else None
    if not _short(line) or after is None or after.bullet or after.lead or after.cells or after.level:
        return False
    return after.text[:1].isupper() and (
        len(after.text) > PROSE
        or (len(after.text) > _SENTENCE and after.text.endswith("."))
        or (setting.wrapped and len(line.text) < 0.6 * setting.width)
    )


def _short(line: Line) -> bool:
    return len(line.text) <= _ITEM_LONGEST and not re.search(r"[.;,]$", line.text) and line.text[:1].isupper()
