"""A table as a file for a spreadsheet: CSV or XLSX, in which no cell is taken for a formula."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from xml.sax.saxutils import escape

Cell = str | int | float | date | None

# A spreadsheet reads a cell that begins so as a formula, and some after a tab or a line break before it.
_BEGINS_A_FORMULA = re.compile(r"^[\s\x00]*[=+\-@\t\r\n|%]")
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_IN_A_SHEET_NAME = re.compile(r"[\[\]:*?/\\']")
_LONGEST_CELL, _LONGEST_SHEET_NAME = 32_767, 31
_FIRST_DAY = date(1899, 12, 30)
_WHEN = (1980, 1, 1, 0, 0, 0)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
CSV_TYPE, XLSX_TYPE = "text/csv; charset=utf-8", f"{_TYPES}.sheet"


def as_csv(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """With semicolons and a byte order mark, as Danish spreadsheets read it; text like a formula gets a ' before it."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow([_plain(cell) for cell in head])
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")


def as_xlsx(title: str, head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """One sheet: text is text whatever it begins with, numbers are numbers, days are days. The same rows, same file."""
    lines = [_line([(cell, 2) for cell in head]), *(_line([(cell, 0) for cell in row]) for row in rows)]
    sheet = f"<sheetData>{''.join(lines)}</sheetData>"
    name = escape(
        _NOT_IN_A_SHEET_NAME.sub(" ", _NOT_IN_XML.sub("", title))[:_LONGEST_SHEET_NAME].strip() or "1", {'"': "&quot;"}
    )
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(f"{_OFFICE}/officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{_SHEETS}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="{name}" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(
            f"{_OFFICE}/worksheet", "worksheets/sheet1.xml", f"{_OFFICE}/styles", "styles.xml"
        ),
        "xl/styles.xml": _styles(),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_SHEETS}">{sheet}</worksheet>',
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in parts.items():
            archive.writestr(zipfile.ZipInfo(path, _WHEN), f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return file.getvalue()


def _plain(cell: Cell) -> str:
    if not isinstance(cell, str):
        return "" if cell is None else cell.isoformat() if isinstance(cell, date) else str(cell)
    return f"'{cell}" if _BEGINS_A_FORMULA.match(cell) else cell


def _line(cells: Iterable[tuple[Cell, int]]) -> str:
    return f"<row>{''.join(_cell(cell, style) for cell, style in cells)}</row>"


def _cell(cell: Cell, style: int) -> str:
    if cell is None or cell == "":
        return "<c/>"
    if isinstance(cell, date):
        return f'<c s="1"><v>{(cell - _FIRST_DAY).days}</v></c>'
    if isinstance(cell, int | float):
        return f"<c><v>{cell}</v></c>"
    text = escape(_NOT_IN_XML.sub("", cell)[:_LONGEST_CELL])
    return f'<c t="inlineStr" s="{style}"><is><t xml:space="preserve">{text}</t></is></c>'


def _relations(*pairs: str) -> str:
    kinds, targets = pairs[::2], pairs[1::2]
    lines = [
        f'<Relationship Id="r{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(zip(kinds, targets, strict=True), start=1)
    ]
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(lines)}</Relationships>'


def _content_types() -> str:
    parts = {"workbook": "sheet.main", "worksheets/sheet1": "worksheet", "styles": "styles"}
    lines = [f'<Override PartName="/xl/{path}.xml" ContentType="{_TYPES}.{kind}+xml"/>' for path, kind in parts.items()]
    relations = f'<Default Extension="rels" ContentType="{_RELS}"/>'
    return f'<Types xmlns="{_PACKAGE}/content-types">{relations}{"".join(lines)}</Types>'


_RELS = "application/vnd.openxmlformats-package.relationships+xml"


def _styles() -> str:
    """Plain, a day (the spreadsheet's own format 14), and bold for the head."""
    fonts = '<fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>'
    patterns = "".join(f'<fill><patternFill patternType="{kind}"/></fill>' for kind in ("none", "gray125"))
    fills = f'<fills count="2">{patterns}</fills>'
    borders = '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    bare = '<xf numFmtId="{number}" fontId="{font}" fillId="0" borderId="0"/>'
    formats = "".join(bare.format(number=number, font=font) for number, font in ((0, 0), (14, 0), (0, 1)))
    styles = f'<cellStyleXfs count="1">{bare.format(number=0, font=0)}</cellStyleXfs>'
    parts = f'{fonts}{fills}{borders}{styles}<cellXfs count="3">{formats}</cellXfs>'
    return f'<styleSheet xmlns="{_SHEETS}">{parts}</styleSheet>'
