"""The numbers that Word puts before headings and lists: they stand in no text and have to be counted."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from samvirke.desks.plan.reading.numbering import in_letters, in_roman
from samvirke.desks.plan.reading.xml_parts import children, value

_LEVELS = 9


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered."""

    format: str
    text: str
    start: int


class Numbers:
    """Counts the paragraphs of each list as Word would print them."""

    def __init__(self, root: Element | None) -> None:
        abstract = {one.get("abstractNumId", ""): _levels(one) for one in children(root, "abstractNum")}
        self._lists = {
            one.get("numId", ""): (
                value(one, "abstractNumId") or "",
                abstract.get(value(one, "abstractNumId") or "", {}),
            )
            for one in children(root, "num")
        }
        self._counts: dict[str, list[int]] = defaultdict(lambda: [0] * _LEVELS)

    def next(self, number: str, depth: int) -> tuple[str, str]:
        """The printed number and the bullet of the next paragraph of a list; one of them is empty, or both."""
        source, levels = self._lists.get(number, ("", {}))
        level = levels.get(depth)
        if level is None or not 0 <= depth < _LEVELS:
            return "", ""
        if level.format == "bullet":
            return "", "•"
        if level.format == "none":
            return "", ""
        counts = self._counts[source]
        counts[depth] = counts[depth] + 1 if counts[depth] else level.start
        counts[depth + 1 :] = [0] * (_LEVELS - depth - 1)
        printed = level.text
        for at in range(depth + 1):
            shown = levels.get(at, level)
            printed = printed.replace(f"%{at + 1}", _shown(shown.format, counts[at] or shown.start))
        return printed.strip(), ""


def _levels(abstract: Element) -> dict[int, Level]:
    return {
        _number(one.get("ilvl")): Level(
            value(one, "numFmt") or "decimal", value(one, "lvlText") or "", _number(value(one, "start"), 1)
        )
        for one in children(abstract, "lvl")
    }


def _number(text: str | None, otherwise: int = 0) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else otherwise


def _shown(format_: str, number: int) -> str:
    match format_:
        case "upperRoman" | "lowerRoman":
            roman = in_roman(number)
            return roman if format_ == "upperRoman" else roman.lower()
        case "upperLetter" | "lowerLetter":
            letters = in_letters(number)
            return letters if format_ == "upperLetter" else letters.lower()
    return str(number)
