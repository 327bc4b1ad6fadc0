"""Files that cannot be read are refused with one clear sentence and what to do, and never with a fault of ours."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from pathlib import Path

import pikepdf
import pytest
from tests.desks.plan.reading.bound import docx, p, pdf
from tests.desks.plan.reading.shelf import PRINTED, plan

from samvirke.desks.plan.reading import limits
from samvirke.desks.plan.reading.read import read_bytes, read_path
from samvirke.foundation.fault import Refused


def scan(pages: int = 3) -> bytes:
    """A PDF of pictures without text."""
    written, document = io.BytesIO(), pikepdf.new()
    for _page in range(pages):
        page = document.add_blank_page(page_size=(595, 842))
        picture = pikepdf.Stream(document, bytes(16 * 16))
        picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        picture.Width = picture.Height = 16
        picture.ColorSpace, picture.BitsPerComponent = pikepdf.Name.DeviceGray, 8
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=picture))
        page.Contents = pikepdf.Stream(document, b"q 500 0 0 700 40 40 cm /P Do Q")
    document.save(written)
    return written.getvalue()


def locked() -> bytes:
    """A PDF that asks for a password."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(plan("outline.typ"))) as document:
        document.save(written, encryption=pikepdf.Encryption(owner="a", user="b"))
    return written.getvalue()


def packed(**parts: bytes) -> bytes:
    """A packed file of parts."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/") + ".xml", content)
    return written.getvalue()


def lying_about_its_size() -> bytes:
    """A Word file whose table of parts says that a part of 40 MB has ten bytes."""
    made = bytearray(packed(word__document=b"<w>" + b" " * 40_000_000 + b"</w>"))
    at = made.rindex(b"PK\x01\x02") + 24
    made[at : at + 4] = struct.pack("<I", 10)
    return bytes(made)


def laughing() -> bytes:
    """Definitions within definitions, a thousand million of them."""
    entities = '<!ENTITY a "ha">' + "".join(f'<!ENTITY {one} "{f"&{two};" * 10}">' for one, two in ("ba", "cb", "dc"))
    return docx(p("&d;"), before=f"<!DOCTYPE w [{entities}]>")


def deep() -> bytes:
    """Elements within elements."""
    return packed(word__document=b"<w:d xmlns:w='w'>" + b"<w:p>" * 5000 + b"</w:p>" * 5000 + b"</w:d>")


def heavy_pdf() -> bytes:
    """A PDF of one page whose text unpacks to a hundred million letters."""
    written, document = io.BytesIO(), pikepdf.new()
    page = document.add_blank_page(page_size=(595, 842))
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    page.Contents = pikepdf.Stream(document, b"BT /F 9 Tf " + b"(aaaaaaaaaa) Tj " * 6_000_000 + b"ET")
    document.save(written, compress_streams=True)
    return written.getvalue()


def many_pages() -> bytes:
    """A PDF of more pages than any plan."""
    written, document = io.BytesIO(), pikepdf.new()
    for _page in range(limits.MOST_PAGES + 1):
        document.add_blank_page()
    document.save(written)
    return written.getvalue()


BAD = {
    "empty.txt": (b"", "The file is empty"),
    "spaces.md": (b" \n\n\t ", "The file is empty"),
    "noise.txt": (bytes(range(256)) * 40, "no text that can be read"),
    "random.pdf": (random.Random(4).randbytes(4000), "no text that can be read|PDF is broken|Word file|picture"),
    "zeros.txt": (bytes(5000), "no text that can be read"),
    "numbers.txt": (b"1;2;3;4;5\n" * 400, "no text that can be read"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Word file"),
    "rich.rtf": (b"{\\rtf1\\ansi Samarbejdsplan}", "RTF"),
    "photo.png": (b"\x89PNG\r\n\x1a\n" + bytes(400), "picture"),
    "archive.gz": (b"\x1f\x8b\x08" + bytes(100), "packed file"),
    "half.pdf": (plan("outline.typ")[:3000], "PDF is broken"),
    "head.pdf": (b"%PDF-1.7\n", "PDF is broken"),
    "locked.pdf": (locked(), "locked with a password"),
    "scan.pdf": (scan(), "pictures of 3 pages and no text"),
    "blank.pdf": (pdf("Hej"), "next to no text"),
    "pages.pdf": (many_pages(), "401 pages; the most that are read are 400"),
    "half.docx": (plan("numbered.docx")[:900], "Word file is broken"),
    "sheet.docx": (packed(xl__workbook=b"<a/>"), "no Word file"),
    "broken.docx": (packed(word__document=b"<w:document><w:body>"), "Word file is broken"),
    "bare.docx": (docx(p("")), "holds no text"),
    "laughing.docx": (laughing(), "unpacks to more than a plan ever holds"),
    "bomb.docx": (packed(word__document=b"<w>" + b" " * 70_000_000 + b"</w>"), "unpacks to more than a plan"),
    "liar.docx": (lying_about_its_size(), "Word file is broken|unpacks to more"),
    "parts.docx": (packed(**{f"p{at}": b"" for at in range(limits.MOST_ENTRIES + 1)}), "unpacks to more"),
    "deep.docx": (deep(), "unpacks to more"),
    "headings.md": (b"Politi og kommune\n\n" + b"# En\n\n" * 2000, "has 2000 headings|calls it|does not speak"),
    "long.docx": (docx(*[p("Politi og kommune. " * 2000)] * 20), "more than 400000 characters"),
    "long.txt": (b"Politi og kommune. " * 120_000, "more than 400000 characters"),
    "lines.txt": (b"Politi\n" * 30_000, "more than 20000 lines"),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(BAD))
def test_a_file_that_cannot_be_read_is_refused_by_name_with_a_remedy(name: str) -> None:
    content, words = BAD[name]
    with pytest.raises(Refused, match=words) as refusal:
        read_bytes(name, content)
    (fault,) = refusal.value.faults
    assert fault.file == name
    assert fault.remedy.text("en")


@pytest.mark.slow
def test_a_pdf_that_would_fill_the_machine_is_given_up() -> None:
    with pytest.raises(Refused, match="takes more time or memory"):
        read_bytes("heavy.pdf", heavy_pdf())


def test_a_scan_of_200_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    with file.open("wb") as made:
        made.truncate(200_000_000)
    with pytest.raises(Refused, match="200 MB; the largest that is read has 25 MB"):
        read_path(file)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no file"):
        read_path(tmp_path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"])
def test_every_usual_encoding_is_recognised(encoding: str) -> None:
    text = (PRINTED / "themes.txt").read_text(encoding="utf-8")
    draft = read_bytes("themes.txt", text.encode(encoding))
    assert "Tema 2: Cybertryghed" in [one.heading for one in draft.sections]
    assert [one.name for one in draft.signatories] == ["Nanna Elkjær", "Ove Granhøj", "Pia Stenløv"]
    told = [one.what.text("en") for one in draft.findings if one.kind == "file"]
    assert ("Windows-1252" in " ".join(told)) == (encoding in ("cp1252", "latin-1"))


def test_some_broken_bytes_do_not_make_a_text_another_encoding() -> None:
    content = bytearray((PRINTED / "jumps.txt").read_bytes())
    content[content.index("ø".encode())] = 0xFF
    draft = read_bytes("jumps.txt", bytes(content))
    assert any("Some bytes of the text are broken" in one.what.text("en") for one in draft.findings)


def test_a_page_that_is_only_a_picture_is_told_and_the_rest_is_read() -> None:
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(plan("outline.typ"))) as document, pikepdf.open(io.BytesIO(scan(1))) as picture:
        document.pages.insert(3, picture.pages[0])
        document.save(written)
    draft = read_bytes("plan.pdf", written.getvalue())
    assert any("not read: 4." in one.what.text("en") for one in draft.findings)
    assert len(draft.sections) == 8
