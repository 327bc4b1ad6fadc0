"""Takes a text or Markdown file apart into lines, keeping what its markup says about headings, lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from samvirke.desks.plan.reading.gutters import side_by_side
from samvirke.desks.plan.reading.limits import MOST_CHARACTERS, MOST_LINES
from samvirke.desks.plan.reading.lines import Copy, Line, Place, pieces, tidy
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _

_HASHES = re.compile(r" {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_UNDERLINED = re.compile(r"\s*(={3,}|-{3,})\s*$")
_RULE = re.compile(r"\s*(?:[-*_=~]\s*){3,}$")
_BULLET = re.compile(r"(\s*)(o(?=\s+[A-ZÆØÅ])|[a-zæøå]\)|[-*+•·▪◦‣●○■□–—\u2022\uf0b7\uf0a7➢►✓])\s+(?=\S)(.*)$")
_QUOTED = re.compile(r"^\s*(?:>\s?)+(?=\S)")
# “-- Kapitel 2 -- Vold” and “== Vold ==”: marks around a number or a title.
_DASHED = re.compile(r"\s*([-–—=]{2,})\s*([^\s|=–—-].{0,80}?)\s{0,4}\1\s*([^|]*)$")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_SLANTED = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]*?[^\s*])\*(?![\w*])|(?<!\w)_(?=[^\s_])([^_]*?[^\s_])_(?!\w)")
_LINK = re.compile(r"!?\[([^\]]*)\]\(([^)]*)\)")
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_COMMENT = re.compile(r"<!--.*?-->")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_END_OF_CELL = re.compile(r"</t[dh]>\s*(?=<t[dh])", re.IGNORECASE)
_ROW_BEGINS = re.compile(r"(?<=\S)(?=<tr[\s>])", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_HTML_HEADING = re.compile(r"\s*<h([1-6])[^>]*>(.*?)</h\1>\s*$", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>])")
_DIVIDER = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*\|?\s*$")


def read(name: str, decoded: tuple[str, str]) -> Copy:
    """The document in a text. Raises `Refused` when it is longer than any plan."""
    text, encoding = decoded
    if len(text) > MOST_CHARACTERS:
        what = Said(_("The text has more than {most} characters."), {"most": MOST_CHARACTERS})
        raise Refused.because(what, _("Choose the plan alone."), file=name)
    raw = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\u2028", "\n").split("\n")
    if len(raw) > MOST_LINES:
        what = Said(_("The text has more than {most} lines."), {"most": MOST_LINES})
        raise Refused.because(what, _("Choose the plan alone."), file=name)
    placed, pages = _pages(raw)
    placed = [(place, row) for place, one in placed for part in pieces(one) for row in _ROW_BEGINS.split(part)]
    placed, columns_on = side_by_side(placed)
    lines = tuple(_lines(placed))
    kind = "markdown" if any(line.level for line in lines) else "text"
    return Copy(name, kind, lines, pages, _noticed(encoding), columns_on)


def _noticed(encoding: str) -> tuple[Said, ...]:
    if encoding == "cp1252":
        return (Said(_("The text is not UTF-8; it was read as Windows-1252 (Latin-1).")),)
    if "(" in encoding:
        return (Said(_("Some bytes of the text are broken; they are shown as �.")),)
    return ()


def _pages(raw: list[str]) -> tuple[list[tuple[Place, str]], int]:
    """The lines with their places; a form feed begins a page, as in text taken out of a PDF. Lines count through."""
    if not any("\f" in one for one in raw):
        return [(Place(number), tidy(one)) for number, one in enumerate(raw, 1)], 0
    placed, page = [], 1
    for number, one in enumerate(raw, 1):
        for step, part in enumerate(one.split("\f")):
            page += step > 0
            placed.append((Place(number, page), tidy(part)))
    return placed, page


def _lines(placed: list[tuple[Place, str]]) -> Iterator[Line]:
    lead, page = True, None
    for at, (place, raw) in enumerate(placed):
        lead, page = lead or place.page != page, place.page
        text = _COMMENT.sub("", _PICTURE.sub("", raw))
        after = placed[at + 1][1] if at + 1 < len(placed) else ""
        underlined = _UNDERLINED.match(after) if text.strip() and not text.startswith((" ", "|", "-")) else None
        if not text.strip() or _DIVIDER.fullmatch(text) or _RULE.fullmatch(text):
            # The line that somebody signs on stands between an authority and a name that belong together.
            lead = lead or not (_DIVIDER.fullmatch(text) or (set(text.split()) and set(text.strip()) <= {"_", " "}))
            continue
        found = _line(text, place)
        if underlined and not found.level and not found.bullet and "|" not in text and not text.rstrip().endswith("."):
            found = replace(found, level=1 if "=" in underlined[1] else 2)
        if found.text:
            yield replace(found, lead=lead)
            lead = found.level > 0


def _line(raw: str, place: Place) -> Line:
    text, level, bullet, indent = _QUOTED.sub("", raw, count=1), 0, "", len(raw) - len(raw.lstrip())
    if dashed := _DASHED.match(text):
        text = f"{dashed[2]}: {dashed[3]}" if dashed[3] else dashed[2]
    if hashes := _HASHES.match(text):
        level, text = len(hashes[1]), hashes[2]
    elif heading := _HTML_HEADING.match(text):
        level, text = int(heading[1]), heading[2]
    elif dotted := _BULLET.match(text):
        bullet, text = dotted[2], dotted[3]
    cells = _cells(text)
    plain, bold = unmarked(text)
    return Line("   ".join(cells) if cells else plain, place, level, bold, 1.0, bullet, indent, cells=cells)


def _cells(text: str) -> tuple[str, ...]:
    """The cells of a row of a Markdown or HTML table."""
    text = _END_OF_CELL.sub("|", text) if "<t" in text.lower() else text
    if text.strip().startswith("|") or text.count("|") > 1:
        return tuple(_cell(one) for one in text.strip().strip("|").split("|"))
    return ()


def _cell(text: str) -> str:
    return unmarked(_BREAK.sub("\n", text))[0]


def unmarked(text: str) -> tuple[str, bool]:
    """The text without its markup, and whether the whole of it is bold."""
    text = _TAG.sub(" ", _LINK.sub(r"\1", text)).strip()
    whole = re.fullmatch(r"[*_]*(\*\*|__)(?:(?!\1).)+\1[*_]*\s*[:.]?", text) is not None
    for mark in (_BOLD, _BOLD):
        text = mark.sub(r"\2", text)
    text = _SLANTED.sub(lambda found: found[1] or found[2], text)
    return _ESCAPED.sub(r"\1", text).strip(), whole
