"""Binds fictional plans: Word files written part by part, and PDFs set by typst."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape

import typst

_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_STYLES = f"""<w:styles {_NS}>
<w:style w:type="paragraph" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/><w:pPr>
<w:numPr><w:numId w:val="1"/></w:numPr>
<w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Overskrift2"><w:name w:val="heading 2"/>
<w:basedOn w:val="Normal"/><w:pPr><w:numPr>
<w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="UdenNummer"><w:name w:val="Overskrift uden nummer"/>
<w:basedOn w:val="Overskrift1"/>
<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Indholdsfortegnelse1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Punkt"><w:name w:val="List Bullet"/></w:style></w:styles>"""


def numbering(first: str = "decimal", first_text: str = "%1.", second_text: str = "%1.%2") -> str:
    """The part in which Word keeps how headings are numbered."""
    return (
        f'<w:numbering {_NS}><w:abstractNum w:abstractNumId="7">'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{first}"/><w:lvlText w:val="{first_text}"/></w:lvl>'
        f'<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{second_text}"/></w:lvl>'
        '</w:abstractNum><w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
        '<w:lvlText w:val="•"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
        "</w:numbering>"
    )


def p(text: str = "", style: str = "Normal", bold: bool = False, item: bool = False) -> str:
    """A paragraph; a tab and a line break are written as Word writes them."""
    inner = escape(text).replace("\t", "</w:t><w:tab/><w:t xml:space='preserve'>").replace("\n", "</w:t><w:br/><w:t>")
    run = f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}<w:t xml:space='preserve'>{inner}</w:t></w:r>" if text else ""
    list_ = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>' if item else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{list_}</w:pPr>{run}</w:p>'


def table(*rows: Iterable[str]) -> str:
    """A table; a line break in a cell makes two paragraphs."""
    made = ""
    for row in rows:
        cells = "".join(f"<w:tc>{''.join(p(one) for one in cell.split(chr(10)))}</w:tc>" for cell in row)
        made += f"<w:tr>{cells}</w:tr>"
    return f"<w:tbl>{made}</w:tbl>"


def docx(*blocks: str, number: str = "", header: str = "", before: str = "") -> bytes:
    """A Word file of these blocks. `before` stands at the head of its document part."""
    body = f"{before}<w:document {_NS}><w:body>{''.join(blocks)}</w:body></w:document>"
    parts = {
        "[Content_Types].xml": _TYPES,
        "word/document.xml": body,
        "word/styles.xml": _STYLES,
        "word/numbering.xml": number or numbering(),
    }
    if header:
        parts["word/header1.xml"] = f"<w:hdr {_NS}>{p(header)}</w:hdr>"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return packed.getvalue()


def pdf(source: str) -> bytes:
    """A PDF set by typst from its own language."""
    made: bytes = typst.compile(source.encode("utf-8"))
    return made
