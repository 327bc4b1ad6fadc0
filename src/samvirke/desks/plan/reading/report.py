"""What did not fit: contents against text, empty sections, jumps in the numbers, columns, running headers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from samvirke.desks.plan.reading.contents import Contents
from samvirke.desks.plan.reading.focus import Mismatch
from samvirke.desks.plan.reading.items import PROSE
from samvirke.desks.plan.reading.lines import Copy, Line, Place, bare
from samvirke.desks.plan.reading.numbering import Number, comes_next
from samvirke.desks.plan.reading.rows import left_out
from samvirke.desks.plan.reading.running import Cleaned
from samvirke.desks.plan.reading.sections import Part, Section
from samvirke.foundation.words import Said, _

# The mark of a footnote in print stands right before its words.
_MARK = re.compile(r"^(\d{1,2})(?=[A-ZÆØÅ])")


@dataclass(frozen=True)
class Finding:
    """One thing that a careful reader stops at. `section` is the order of the section, where it is about one."""

    kind: str
    what: Said
    place: Place | None = None
    section: int | None = None

    def to_json(self, language: str) -> dict[str, Any]:
        """The finding as the draft prints it."""
        shown: dict[str, Any] = {"kind": self.kind, "text": self.what.text(language)}
        shown |= {} if self.section is None else {"section": self.section}
        return shown | (self.place.to_json() if self.place else {})


def outside_of(lines: list[Line]) -> list[Finding]:
    """Running text that stands before the first heading, and so in no section of the draft."""
    prose = [line for line in lines if len(line.text) > PROSE or (len(line.text) > 35 and line.text.endswith("."))]
    if not prose:
        return []
    what = Said(
        _("{count} line of text before the first heading is in no section."),
        {"count": len(prose)},
        _("{count} lines of text before the first heading are in no section."),
    )
    return [Finding("outside", what, prose[0].place)]


def noted(notes: tuple[Line, ...]) -> list[Finding]:
    """Every footnote, which stands in no section of the draft."""
    what = _("A footnote was left out of the text: “{words}”")
    return [Finding("footnote", Said(what, {"words": _MARK.sub(r"\1 ", line.text)}), line.place) for line in notes]


def findings_of(
    copy: Copy,
    cleaned: Cleaned,
    contents: Contents,
    sections: list[Section],
    parts: list[Part],
    mismatches: list[Mismatch],
) -> list[Finding]:
    """Everything that did not fit, in the order in which a reader meets it."""
    return [
        *(Finding("file", said) for said in copy.noticed),
        *_layout(copy, cleaned),
        *_contents(contents, sections, parts),
        *_numbers(sections),
        *_empty(sections),
        *_lists(mismatches),
        *_tables(sections),
    ]


def _layout(copy: Copy, cleaned: Cleaned) -> Iterator[Finding]:
    if copy.columns_on and copy.columns_on != (0,):
        pages = ", ".join(map(str, copy.columns_on))
        yield Finding(
            "columns", Said(_("Two columns were read one after the other on the pages: {pages}."), {"pages": pages})
        )
    elif copy.columns_on:
        yield Finding("columns", Said(_("Text in two columns was read one column after the other.")))
    if copy.unclear_on:
        pages = ", ".join(map(str, copy.unclear_on))
        yield Finding("columns", Said(_("Columns could not be told apart on the pages: {pages}."), {"pages": pages}))
    for words, count in cleaned.running:
        yield Finding(
            "running",
            Said(
                _("A running header or footer was left out: “{words}” ({count} times)."),
                {"words": words, "count": count},
            ),
        )
    if cleaned.page_numbers:
        yield Finding("running", Said(_("Page numbers were left out: {count}."), {"count": cleaned.page_numbers}))


def _contents(contents: Contents, sections: list[Section], parts: list[Part]) -> Iterator[Finding]:
    if not contents.entries:
        yield Finding("contents", Said(_("The document has no table of contents to compare with.")))
        return
    met = {id(one.source.entry) for one in sections if one.source.entry}
    titled = {bare(one.title) for one in parts} | {bare(f"del {one.number}") for one in parts}
    for entry in contents.entries:
        is_part = entry.number is not None and entry.number.kind == "part"
        if id(entry) not in met and not is_part and bare(entry.title) not in titled:
            what = Said(
                _("The table of contents names “{title}”; the text has no such heading."), {"title": entry.title}
            )
            yield Finding("contents-only", what, entry.place)
    for one in sections:
        if one.source.entry is None and one.number and one.source.number:
            depths = {entry.number.depth for entry in contents.entries if entry.number}
            if one.source.number.depth in depths:
                what = Said(_("“{name}” is not in the table of contents."), {"name": one.name})
                yield Finding("text-only", what, one.place, one.order)
        for printed in one.printed_as:
            if bare(printed) != bare(one.heading) or _spelling(printed, one.heading):
                what = Said(
                    _("The table of contents prints “{printed}”, the text “{heading}”."),
                    {"printed": printed, "heading": one.heading},
                )
                yield Finding("spelling", what, one.place, one.order)


def _spelling(one: str, two: str) -> bool:
    """Whether two spellings differ by more than capitals and spaces."""
    return "".join(one.casefold().split()).rstrip(".:") != "".join(two.casefold().split()).rstrip(".:")


def _numbers(sections: list[Section]) -> Iterator[Finding]:
    last: dict[str, tuple[int, ...]] = {}
    shown: dict[str, str] = {}
    part, carried = "", dict[str, tuple[int, ...]]()
    met: dict[tuple[str, tuple[int, ...]], str] = {}
    for one in sections:
        number = one.source.number
        if one.part != part:
            carried |= last
            last, met, part = {}, {}, one.part
        if number is None or number.kind == "part":
            continue
        before = last.get(number.kind, ())
        if (number.kind, number.path) in met and not number.kind.endswith("letter"):
            yield Finding(
                "number-twice",
                Said(_("The number {number} is printed twice."), {"number": one.number or one.heading}),
                one.place,
                one.order,
            )
        elif before and not comes_next(number.path, before) and not _begins_anew(number, before):
            what = Said(
                _("The numbers jump: {before} is followed by {number}."),
                {"before": shown[number.kind], "number": one.number or _dotted(number.path)},
            )
            yield Finding("number-jump", what, one.place, one.order)
        elif (
            not before
            and not comes_next(number.path, carried.get(number.kind, ()))
            and any(step != 1 for step in number.path[number.kind == "mixed" :])
        ):
            what = Said(
                _("The first number of its kind is {number}, not 1."), {"number": one.number or _dotted(number.path)}
            )
            yield Finding("number-jump", what, one.place, one.order)
        met[(number.kind, number.path)] = one.heading
        last[number.kind], shown[number.kind] = number.path, one.number or one.heading


def _begins_anew(number: Number, before: tuple[int, ...]) -> bool:
    """Whether letters begin again below the next heading, or B.2 is followed by C.1."""
    if number.kind == "mixed":
        return number.path == (before[0] + 1, 1)
    return number.kind.endswith("letter") and number.path == (1,)


def _tables(sections: list[Section]) -> Iterator[Finding]:
    for one in sections:
        for title, place in left_out([row for row in one.text if row.kind == "row"]):
            what = Said(
                _("The column “{title}” of the table in “{section}” is in no commitment."),
                {"title": title, "section": one.name},
            )
            yield Finding("table-column", what, place, one.order)


def _dotted(path: tuple[int, ...]) -> str:
    return ".".join(map(str, path))


def _empty(sections: list[Section]) -> Iterator[Finding]:
    gathers = {one.under for one in sections}
    for one in sections:
        if not (one.text or one.signed) and one.order not in gathers:
            yield Finding(
                "empty",
                Said(_("“{name}” is a heading with nothing under it."), {"name": one.name}),
                one.place,
                one.order,
            )


def _lists(mismatches: list[Mismatch]) -> Iterator[Finding]:
    for one in mismatches:
        where, place, order = {"section": one.section.name}, one.section.place, one.section.order
        for text in one.without_section:
            what = Said(_("The list in “{section}” names “{text}”; no section has that name."), where | {"text": text})
            yield Finding("list", what, place, order)
        for text in one.not_listed:
            what = Said(
                _("The list in “{section}” does not name “{text}”, which has a section below it."),
                where | {"text": text},
            )
            yield Finding("list", what, place, order)
        for text, there in one.elsewhere:
            what = Said(
                _("The list in “{section}” names “{text}”, which stands elsewhere: {name}."),
                where | {"text": text, "name": there.name},
            )
            yield Finding("list", what, there.place, there.order)
        if one.another_order:
            yield Finding(
                "list", Said(_("The list in “{section}” has another order than its sections."), where), place, order
            )
