"""Looks into a PDF or an Office file that is to be an annex: whole, without a password, and not far larger inside."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _

MOST_ENTRIES, MOST_UNPACKED, MOST_RATIO = 5_000, 200_000_000, 200
# Below this size a part may shrink as much as it likes: an empty table does.
_SMALL, _TAIL = 5_000_000, 2_048
_LOCKED = re.compile(rb"/Encrypt(?:\s+\d+\s+\d+\s+R|\s*<<)")
_WHOLE = re.compile(rb"startxref\s+\d+\s+%%EOF")
_AGAIN = _("Open it in the program that made it, and save it again.")
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, RuntimeError,
)  # fmt: skip


def refuse_odd_pdf(name: str, content: bytes) -> None:
    """Raises `Refused`, naming the file, for a PDF that breaks off or is locked."""
    if not _WHOLE.search(content[-_TAIL:]):
        raise _broken(name)
    if _LOCKED.search(content):
        raise _locked(name)


def refuse_odd_packed(name: str, content: bytes, media_type: str) -> None:
    """Raises `Refused`, naming the file, for one that is broken, locked, of another kind, or a bomb.

    Each part is unpacked and counted, and never kept: what a file says of its own size is not believed.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
            if any(one.flag_bits & 1 for one in parts):
                raise _locked(name)
            if not _is_office(packed, media_type):
                what = Said(_("“{file}” is not what its name says."), {"file": name})
                raise Refused.because(what, _AGAIN)
            if len(parts) > MOST_ENTRIES or sum(one.file_size for one in parts) > MOST_UNPACKED:
                raise _bomb(name)
            _refuse_bomb(name, packed)
    except _BROKEN as error:
        raise _broken(name) from error


def _is_office(packed: zipfile.ZipFile, media_type: str) -> bool:
    names = packed.namelist()
    if "opendocument" in media_type:
        return "mimetype" in names and packed.getinfo("mimetype").file_size < _TAIL and (
            packed.read("mimetype").decode("ascii", "replace").strip() == media_type
        )  # fmt: skip
    folder = next(folder for kind, folder in _FOLDERS.items() if kind in media_type)
    return "[Content_Types].xml" in names and any(one.startswith(folder) for one in names)


_FOLDERS = {"wordprocessing": "word/", "spreadsheet": "xl/", "presentation": "ppt/"}


def _refuse_bomb(name: str, packed: zipfile.ZipFile) -> None:
    unpacked = 0
    for part in packed.infolist():
        size = 0
        with packed.open(part) as file:
            while block := file.read(1 << 20):
                size += len(block)
                if unpacked + size > MOST_UNPACKED or size > max(_SMALL, MOST_RATIO * part.compress_size):
                    raise _bomb(name)
        unpacked += size


def _broken(name: str) -> Refused:
    return Refused.because(Said(_("“{file}” is broken and cannot be opened."), {"file": name}), _AGAIN)


def _locked(name: str) -> Refused:
    what = Said(_("“{file}” is locked with a password."), {"file": name})
    return Refused.because(what, _("Save it without one: the members must be able to open it."))


def _bomb(name: str) -> Refused:
    what = Said(_("“{file}” holds far more than its size says."), {"file": name})
    return Refused.because(what, _("Save it as PDF, or make it smaller."))
