"""Which files may be an annex of an agenda item: the kinds that every office can open, and what each begins with."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.desks.meetings.engine.annex_content import refuse_odd_packed, refuse_odd_pdf
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _

MOST_BYTES, MOST_OF_AN_ITEM = 20_000_000, 20
_LONGEST_NAME = 120
_ZIP = (b"PK\x03\x04",)
_OFFICE = "application/vnd.openxmlformats-officedocument."
# An ending, its media type, and how a file of it begins; text begins in any way and holds no zero byte.
_KINDS: dict[str, tuple[str, tuple[bytes, ...]]] = {
    "pdf": ("application/pdf", (b"%PDF-",)),
    "docx": (f"{_OFFICE}wordprocessingml.document", _ZIP),
    "xlsx": (f"{_OFFICE}spreadsheetml.sheet", _ZIP),
    "pptx": (f"{_OFFICE}presentationml.presentation", _ZIP),
    "odt": ("application/vnd.oasis.opendocument.text", _ZIP),
    "png": ("image/png", (b"\x89PNG\r\n\x1a\n",)),
    "jpg": ("image/jpeg", (b"\xff\xd8\xff",)),
    "jpeg": ("image/jpeg", (b"\xff\xd8\xff",)),
    "txt": ("text/plain; charset=utf-8", ()),
    "csv": ("text/csv; charset=utf-8", ()),
}
ENDINGS = tuple(_KINDS)


@dataclass(frozen=True)
class Annex:
    """A file as it came, with the name it is known by and its media type."""

    name: str
    content: bytes
    media_type: str


def annex_of(name: str, content: bytes) -> Annex:
    """Raises `Refused`, naming the file, when it is empty, too large, of another kind, broken, locked or misnamed."""
    shown = _tidy(name)
    kind = _KINDS.get(shown.rpartition(".")[2].lower())
    if kind is None:
        what = Said(_("“{file}” is no file of a kind that can be an annex."), {"file": shown})
        raise Refused.because(what, Said(_("Choose one of these: {kinds}."), {"kinds": ", ".join(ENDINGS)}))
    if not content:
        what = Said(_("“{file}” is empty."), {"file": shown})
        raise Refused.because(what, _("Choose the file again."))
    if len(content) > MOST_BYTES:
        raise too_large(shown)
    media_type, begins = kind
    if not (content.startswith(begins) if begins else b"\x00" not in content):
        what = Said(_("“{file}” is not what its name says."), {"file": shown})
        raise Refused.because(what, _("Open it in the program that made it, and save it again under its right ending."))
    if media_type == "application/pdf":
        refuse_odd_pdf(shown, content)
    elif begins == _ZIP:
        refuse_odd_packed(shown, content, media_type)
    return Annex(shown, content, media_type)


def too_large(name: str) -> Refused:
    """The refusal of a file before it is read."""
    values = {"file": _tidy(name), "most": MOST_BYTES // 1_000_000}
    what = Said(_("“{file}” is larger than {most} MB."), values)
    return Refused.because(what, _("Make it smaller, or divide it."))


def _tidy(name: str) -> str:
    """Without a path, and without signs that break a header."""
    bare = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(sign for sign in bare if sign.isprintable() and sign not in '"\\').strip()
    return kept[-_LONGEST_NAME:] or "file"
