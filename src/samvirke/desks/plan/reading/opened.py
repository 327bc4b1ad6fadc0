"""Opens a file of a plan: tells its format by what is in it, and refuses what cannot be read before anything else."""

from __future__ import annotations

import codecs
from pathlib import Path

from samvirke.desks.plan.reading import pdf, plain, word
from samvirke.desks.plan.reading.limits import MOST_BYTES
from samvirke.desks.plan.reading.lines import Copy
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _

_ANOTHER = _("Choose a PDF, a Word file (.docx), a Markdown file or a text file.")
_SEARCHED = 1024
_MANY_ODD = 0.02


def open_path(path: Path) -> Copy:
    """The document that a file holds. Raises `Refused` for whatever cannot be read, `OSError` where it is not there."""
    refuse_large(path.name, path.stat().st_size)
    if not path.is_file():
        raise Refused.because(_("This is no file."), _ANOTHER, file=path.name)
    with path.open("rb") as file:
        return open_bytes(path.name, file.read(MOST_BYTES + 1))


def refuse_large(name: str, size: int) -> None:
    """Refuse a file for its size alone."""
    if size > MOST_BYTES:
        what = Said(
            _("The file has {size} MB; the largest that is read has {most} MB."),
            {"size": size // 1_000_000, "most": MOST_BYTES // 1_000_000},
        )
        remedy = _("A scan is too large: ask for the PDF that it was printed from, or take the pictures out.")
        raise Refused.because(what, remedy, file=name)


def open_bytes(name: str, content: bytes) -> Copy:
    """The document in these bytes. Raises `Refused` when they are no document that can be read."""
    refuse_large(name, len(content))
    head = content[:_SEARCHED]
    if not content.strip():
        raise Refused.because(_("The file is empty."), _ANOTHER, file=name)
    if b"%PDF-" in head:
        return pdf.read(name, content)
    if head.startswith(b"PK"):
        return word.read(name, content)
    _refuse_known(name, head)
    return plain.read(name, _decoded(name, content))


def _refuse_known(name: str, head: bytes) -> None:
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        what = _("This is an old Word file (.doc), or one with a password.")
        raise Refused.because(what, _("Save it as .docx without a password, or as PDF."), file=name)
    if head.startswith(b"{\\rtf"):
        raise Refused.because(_("This is an RTF file."), _("Save it as .docx or PDF."), file=name)
    if head.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")):
        raise Refused.because(_("This is a picture, not a text."), _ANOTHER, file=name)
    if head.startswith((b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")):
        raise Refused.because(_("This is a packed file."), _("Unpack it and choose the plan itself."), file=name)


def _decoded(name: str, content: bytes) -> tuple[str, str]:
    """The text and the name of its encoding. Raises `Refused` for bytes that are no text."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            return _text(name, content.decode(encoding, errors="replace")), encoding.removesuffix("-sig")
    try:
        return _text(name, content.decode("utf-8")), "utf-8"
    except UnicodeDecodeError as error:
        if _nearly_utf8(content):
            return _text(name, content.decode("utf-8", errors="replace")), f"utf-8 ({error.start})"
    return _text(name, content.decode("cp1252", errors="replace")), "cp1252"


def _nearly_utf8(content: bytes) -> bool:
    """Whether the file is UTF-8 with some bytes broken, not of an encoding with one byte a letter."""
    text = content.decode("utf-8", errors="replace")
    right = sum(ord(letter) > 0x7F and letter != "\ufffd" for letter in text)
    return right > text.count("\ufffd")


def _text(name: str, text: str) -> str:
    odd = sum(letter < " " and letter not in "\t\n\r\f\v" for letter in text) + text.count("\ufffd")
    letters = sum(letter.isalpha() for letter in text)
    if "\0" in text or odd > _MANY_ODD * len(text) or letters * 3 < len(text.replace(" ", "")):
        raise Refused.because(_("This is no text that can be read."), _ANOTHER, file=name)
    return text
