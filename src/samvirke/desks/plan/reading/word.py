"""Reads a Word file (.docx): paragraphs with what their styles say about headings, lists, tables and contents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from samvirke.desks.plan.reading.limits import MOST_LINES
from samvirke.desks.plan.reading.lines import Copy, Line, Place, pieces, tidy
from samvirke.desks.plan.reading.word_numbering import Numbers
from samvirke.desks.plan.reading.xml_parts import Parts, children, value
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _

_DOCUMENT, _STYLES, _NUMBERS = "word/document.xml", "word/styles.xml", "word/numbering.xml"
_HEADING = re.compile(r"(?:heading|overskrift)\s*(\d)")
_WRAPPERS = frozenset({"sdt", "sdtContent", "ins", "smartTag", "hyperlink", "customXml", "moveTo", "dir", "bdo"})
_STEPS = 20


def read(name: str, content: bytes) -> Copy:
    """The document in a Word file. Raises `Refused` when it is broken, locked, a bomb, or no Word file."""
    parts = Parts(name, content)
    root = parts.xml(_DOCUMENT)
    if root is None:
        what = _("This packed file is no Word file.")
        raise Refused.because(what, _("Choose a PDF, a Word file (.docx), a Markdown file or a text file."), file=name)
    body = next(children(root, "body"), None)
    lines = tuple(Reader(parts).lines(body))
    if not any(line.text for line in lines):
        raise Refused.because(_("The Word file holds no text."), _("Choose the plan itself."), file=name)
    return Copy(name, "docx", lines, 0, tuple(_noticed(parts)))


def _noticed(parts: Parts) -> Iterator[Said]:
    if _STYLES not in parts.names():
        yield Said(_("The Word file does not hold its styles; headings were told by the names of the styles alone."))
    if any(re.fullmatch(r"word/(header|footer)\d*\.xml", one) for one in parts.names()):
        yield Said(_("Headers and footers of the Word file were left out."))


class Reader:
    """Walks a Word document from top to bottom."""

    def __init__(self, parts: Parts) -> None:
        self._styles = {one.get("styleId", ""): one for one in children(parts.xml(_STYLES), "style")}
        self._numbers = Numbers(parts.xml(_NUMBERS))
        self._count = 0
        self._lead = True

    def lines(self, body: Element | None) -> Iterator[Line]:
        """Every paragraph and every row of a table, counted from 1 as they stand."""
        for element in body if body is not None else ():
            if element.tag == "p":
                yield from self._paragraph(element)
            elif element.tag == "tbl":
                yield from self._table(element)
            elif element.tag in _WRAPPERS:
                yield from self.lines(element)

    def _place(self) -> Place:
        self._count += 1
        return Place(min(self._count, MOST_LINES))

    def _paragraph(self, paragraph: Element) -> Iterator[Line]:
        style = value(paragraph, "pPr", "pStyle") or ""
        level, listed = self._level(paragraph, style), self._is_listed(style)
        number, bullet, depth = self._number(paragraph, style)
        bold = self._bold(paragraph, style)
        parts = [piece for part in _text(paragraph).split("\n") for piece in pieces(part)]
        for at, part in enumerate(parts):
            text = tidy(part).strip(" ")
            place = self._place() if at == 0 else Place(self._count)
            if not text.strip():
                self._lead = True
                continue
            shown = f"{number} {text}" if number and at == 0 else text
            mark = bullet if at == 0 else ""
            lead = self._lead or (at == 0 and not mark)
            yield Line(shown.strip(), place, level, bold, 1.0, mark, depth, lead, listed=listed)
            self._lead = level > 0
        for box in _boxes(paragraph):
            yield from self.lines(box)

    def _table(self, table: Element) -> Iterator[Line]:
        for row in children(table, "tr"):
            cells = tuple(self._cell(cell) for cell in children(row, "tc"))
            place = self._place()
            if len(cells) == 1:
                for text in cells[0].split("\n"):
                    yield Line(text, place, lead=True)
            elif any(cells):
                yield Line("   ".join(cells).replace("\n", " "), place, cells=cells, lead=self._lead)
                self._lead = False
        self._lead = True

    def _cell(self, cell: Element) -> str:
        texts = (tidy(_text(one)).strip() for one in cell.iter("p"))
        return "\n".join(text for text in texts if text)

    def _chain(self, style: str) -> Iterator[Element]:
        """A style and those it is based on."""
        for _step in range(_STEPS):
            found = self._styles.get(style)
            if found is None:
                return
            yield found
            style = value(found, "basedOn") or ""

    def _name(self, style: str) -> str:
        return (value(self._styles.get(style), "name") or style).lower()

    def _is_listed(self, style: str) -> bool:
        return re.match(r"(toc|indholdsfortegnelse|indholds)\s*\d", self._name(style)) is not None

    def _level(self, paragraph: Element, style: str) -> int:
        if self._name(style) in ("title", "titel"):
            return 1
        stated = [value(paragraph, "pPr", "outlineLvl")]
        if style not in self._styles and (heading := _HEADING.fullmatch(style.lower())):
            stated.append(str(int(heading[1]) - 1))
        for one in self._chain(style):
            heading = _HEADING.fullmatch((value(one, "name") or "").lower())
            stated += [str(int(heading[1]) - 1)] if heading else []
            stated.append(value(one, "pPr", "outlineLvl"))
        level = next((one for one in stated if one is not None and one.isdigit()), "9")
        return int(level[:2]) + 1 if int(level[:2]) < 9 else 0

    def _number(self, paragraph: Element, style: str) -> tuple[str, str, int]:
        for holder in (paragraph, *self._chain(style)):
            number = value(holder, "pPr", "numPr", "numId")
            if number is not None or next(children(holder, "pPr", "numPr"), None) is not None:
                depth = value(holder, "pPr", "numPr", "ilvl") or "0"
                if number in (None, "", "0"):
                    return ("", "", 0) if number == "0" else self._inherited(style, depth)
                return (
                    *self._numbers.next(number, int(depth) if depth.isdigit() else 0),
                    int(depth[:1]) if depth.isdigit() else 0,
                )
        return ("", "•" if "list bullet" in self._name(style) else "", 0)

    def _inherited(self, style: str, depth: str) -> tuple[str, str, int]:
        for holder in self._chain(style):
            number = value(holder, "pPr", "numPr", "numId")
            if number:
                level = int(depth) if depth.isdigit() else 0
                return (*self._numbers.next(number, level), level)
        return "", "", 0

    def _bold(self, paragraph: Element, style: str) -> bool:
        runs = [run for run in paragraph.iter("r") if "".join(one.text or "" for one in run.iter("t")).strip()]
        styled = any(_on(one) for one in self._chain(style))
        return bool(runs) and all(_on(run) or (styled and not _off(run)) for run in runs)


def _boxes(paragraph: Element) -> Iterator[Element]:
    """The text boxes that hang on a paragraph; a second version for old programs is left out."""
    stack = list(paragraph)
    while stack:
        one = stack.pop(0)
        if one.tag == "txbxContent":
            yield one
        elif one.tag != "Fallback":
            stack = [*one, *stack]


def _on(holder: Element) -> bool:
    bold = next(children(holder, "rPr", "b"), None)
    return bold is not None and bold.get("val", "1") not in ("0", "false", "off")


def _off(run: Element) -> bool:
    bold = next(children(run, "rPr", "b"), None)
    return bold is not None and not _on(run)


def _text(paragraph: Element) -> str:
    """The text of a paragraph as it is printed: nothing deleted, no field codes, text boxes left for later."""
    parts: list[str] = []
    stack = list(reversed(paragraph))
    while stack:
        one = stack.pop()
        if one.tag in ("del", "moveFrom", "instrText", "delText", "txbxContent", "pPr", "rPr", "Fallback"):
            continue
        if one.tag == "t":
            parts.append(one.text or "")
        elif one.tag in ("tab", "ptab"):
            parts.append("\t")
        elif one.tag in ("br", "cr"):
            parts.append("\n")
        elif one.tag == "noBreakHyphen":
            parts.append("-")
        stack.extend(reversed(one))
    return "".join(parts)
