"""Builds the tree of sections: each heading with its rank, the part it belongs to, and the text below it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from samvirke.desks.plan.reading.called import CALLED
from samvirke.desks.plan.reading.confidence import HIGH, LOW, MEDIUM, Confidence, sure
from samvirke.desks.plan.reading.headings import (
    APART,
    BOLD,
    CAPITALS,
    LARGE,
    MARKED,
    NUMBERED,
    PROMISED,
    TITLED_ITEM,
    Heading,
)  # fmt: skip
from samvirke.desks.plan.reading.lines import Line, Place, bare
from samvirke.desks.plan.reading.numbering import Number
from samvirke.desks.plan.reading.paragraphs import Paragraph
from samvirke.foundation.words import _

_REASONS = {
    PROMISED: _("It stands in the table of contents."),
    MARKED: _("The file marks it as a heading."),
    LARGE: _("Its letters are larger than those of the text."),
    NUMBERED: _("It carries a number that follows the one before."),
    BOLD: _("It is bold and stands on a line of its own."),
    CAPITALS: _("It is set in capitals."),
    TITLED_ITEM: _("It is an item of a list with text of its own below it."),
    APART: _("It is a short line that stands apart; nothing else says that it is a heading."),
}
# So many words that end with a full stop tell what a part holds; they are no title of it.
_SENTENCE = 6
_AT_THE_EDGE = re.compile(
    r"forord|indledning|resumé|sammenfatning|introduktion|velkomst|bilag.*|underskrift(er)?|afslutning|"
    r"kontakt.*|litteratur.*|opfølgning.*|organisering.*|godkendelse|vedtagelse|ikrafttræden|økonomi|"
    r"kilder|noter|evaluering|opfølgning|om samarbejdsplanen",
    re.IGNORECASE,
)


@dataclass
class Section:
    """One section as printed. `under` is the order of the section it belongs to, `part` the number of its part.

    `supposed` tells that nothing in print says that it lies there: it follows a heading with no text of its own that
    announces focus areas, and looks the same.
    """

    order: int
    number: str
    heading: str
    depth: int
    place: Place
    confidence: Confidence
    first: int
    after: int
    source: Heading
    printed_as: tuple[str, ...] = ()
    under: int | None = None
    part: str = ""
    signed: bool = False
    supposed: bool = False
    text: list[Paragraph] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Number and heading, as people speak of it."""
        return f"{self.number} {self.heading}".strip()


@dataclass(frozen=True)
class Part:
    """A part of the plan (“Del 1”): its number, its title where one is printed, and what the plan says it holds."""

    number: str
    title: str
    described: str
    place: Place
    confidence: Confidence

    @property
    def printed(self) -> str:
        """The part as people speak of it: “Del II”, with its title where it has one."""
        return f"Del {self.number}: {self.title}" if self.title else f"Del {self.number}"


def tree_of(headings: list[Heading], lines: tuple[Line, ...]) -> tuple[list[Section], list[Part]]:
    """The sections in order with their ranks, and the parts."""
    ranks = _ranks(headings)
    sections: list[Section] = []
    parts: list[Part] = []
    current, supposed = "", _supposed(headings, ranks)
    ranks = [rank + (at in supposed) for at, rank in enumerate(ranks)]
    for at, one in enumerate(headings):
        after = headings[at + 1].at if at + 1 < len(headings) else len(lines)
        if one.number and one.number.kind == "part":
            current = one.number.shown
            parts.append(_part(one, one.number, lines))
            if one.after == after:
                continue
        # Text right under the heading of a part belongs to a section of that name.
        section = _section(one, len(sections) + 1, ranks[at], after)
        section.part, section.supposed = current, at in supposed
        section.under = _under(sections, section)
        sections.append(section)
    return sections, parts


def _section(one: Heading, order: int, depth: int, after: int) -> Section:
    number = one.number.shown if one.number and one.number.kind != "part" else ""
    printed = {one.entry.heading} if one.entry and one.entry.heading != one.title else set()
    return Section(
        order, number, one.title, depth, one.line.place, confidence_of(one), one.after, after, one, tuple(printed)
    )


def confidence_of(one: Heading) -> Confidence:
    """How sure it is that a line is a heading: two signs are sure, one is likely, standing apart alone is a guess."""
    signs = [sign for sign in _REASONS if sign in one.why]
    told = [_REASONS[sign] for sign in signs if sign != APART or len(signs) == 1]
    strong = one.why & {PROMISED, MARKED, LARGE}
    if (
        MARKED in one.why
        or len(strong | (one.why & {NUMBERED, BOLD, CAPITALS})) > 1
        or (strong and NUMBERED in one.why)
    ):
        return sure(HIGH, *told)
    return sure(LOW if one.why <= {APART} else MEDIUM, *told)


def _part(one: Heading, number: Number, lines: tuple[Line, ...]) -> Part:
    title, sentence = number.title.strip(" :"), ""
    if title.endswith(".") and len(title.split()) >= _SENTENCE:
        title, sentence = "", title
    told = re.compile(rf"\bdel\s+{re.escape(number.shown)}\b[\s:,–-]+(.*)", re.IGNORECASE)
    described = sentence or next(
        (
            line.text
            for at, line in enumerate(lines[: one.at])
            if (line.bullet or len(line.text) > 60) and told.match(line.text)
        ),
        "",
    )
    return Part(number.shown, title, described, one.line.place, confidence_of(one))


def _under(sections: list[Section], section: Section) -> int | None:
    above = next((one for one in reversed(sections) if one.depth < section.depth and one.part == section.part), None)
    return above.order if above else None


def _ranks(headings: list[Heading]) -> list[int]:
    """The rank of each heading: by its number where it has one, else by its look, else below the one above."""
    by_look = _ranks_of_looks(headings)
    nesting: list[str] = []
    ranks: list[int] = []
    numbered = False
    for one in headings:
        number = one.number
        if number and number.kind not in ("part", "appendix"):
            nesting = _nested(nesting, number.kind)
            rank = nesting.index(number.kind) + number.depth
            numbered = True
        elif number or _belongs_at_the_edge(one):
            rank, nesting = 1, nesting[:1]
        else:
            rank = _unnumbered(one, by_look, ranks, numbered, headings)
        ranks.append(rank)
    return ranks


def _supposed(headings: list[Heading], ranks: list[int]) -> set[int]:
    """Headings of one look right behind one that announces focus areas and has no text: they lie below it, likely."""
    found: set[int] = set()
    for at, one in enumerate(headings[:-1]):
        after = headings[at + 1]
        if at in found or one.number or one.after != after.at or not CALLED.search(one.title):
            continue
        for below in range(at + 1, len(headings)):
            other = headings[below]
            same = (ranks[below], _look(other)) == (ranks[at], _look(one)) and other.number is None
            if not same or _belongs_at_the_edge(other) or CALLED.search(other.title):
                break
            found.add(below)
    return found


def _nested(nesting: list[str], kind: str) -> list[str]:
    """The kinds of numbers within one another, after one of this kind: I over A over 1, as they first appeared."""
    return nesting[: nesting.index(kind) + 1] if kind in nesting else [*nesting, kind]


def _belongs_at_the_edge(one: Heading) -> bool:
    promised_alone = one.entry is not None and one.entry.number is None and CAPITALS in one.why
    return promised_alone or (
        _AT_THE_EDGE.fullmatch(bare(one.title)) is not None and one.line.level <= 2 and TITLED_ITEM not in one.why
    )


def _look(one: Heading) -> tuple[float, ...]:
    """What makes one heading look more important than another, the most important first."""
    if one.line.level:
        return (0, one.line.level)
    item = TITLED_ITEM in one.why
    return (1, 9 if item else -round(one.line.size, 1), not one.line.bold, CAPITALS not in one.why)


def _ranks_of_looks(headings: list[Heading]) -> dict[tuple[float, ...], int]:
    """Rank of each look, when looks and numbers agree; empty when headings of one depth look different."""
    depths: dict[tuple[float, ...], set[int]] = defaultdict(set)
    numbered = [one for one in headings if one.number and one.number.kind in ("arabic", "roman", "letter", "mixed")]
    for one in numbered:
        depths[_look(one)].add(one.number.depth if one.number else 0)
    looks = sorted({_look(one) for one in headings if not (one.number and one.number.kind == "part")})
    if not numbered:
        return {look: at for at, look in enumerate(looks, 1)}
    if any(len(held) > 1 for held in depths.values()):
        return {}
    return {look: min(held) for look, held in depths.items()}


def _unnumbered(
    one: Heading, by_look: dict[tuple[float, ...], int], ranks: list[int], numbered: bool, headings: list[Heading]
) -> int:
    look = _look(one)
    if look in by_look:
        return by_look[look]
    if by_look and look < min(by_look):
        return 1
    if not numbered:
        return 1
    last = next(
        (rank for rank, above in zip(reversed(ranks), reversed(headings[: len(ranks)]), strict=True) if above.number), 0
    )
    if any(
        above.number is None and TITLED_ITEM not in above.why and TITLED_ITEM in one.why
        for above in headings[len(ranks) - 1 : len(ranks)]
    ):
        return ranks[-1] + 1
    return last + 1
