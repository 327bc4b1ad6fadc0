"""Takes a PDF apart in a process of its own, so that a file made to break the reader breaks nothing else.

It is started with Python alone, knows nothing of the rest of Samvirke, reads the PDF from its input and writes what it
found as JSON: `{"pages": [{"words": [...], "pictures": n}], "broken": n}`, or `{"error": "password"}` and the like.
"""

from __future__ import annotations

import ctypes
import json
import resource
import sys
from collections.abc import Iterator
from typing import Any

import pypdfium2
from pypdfium2 import raw

_PASSWORD = 4
_PICTURE = 3
_BOLD_WEIGHT = 600


def main() -> None:
    """Read, take apart, write."""
    memory, seconds, pages = (int(one) for one in sys.argv[1:4])
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    content = sys.stdin.buffer.read()
    try:
        found = _taken_apart(content, pages)
    except pypdfium2.PdfiumError as error:
        found = {"error": "password" if getattr(error, "err_code", None) == _PASSWORD else "malformed"}
    json.dump(found, sys.stdout)


def _taken_apart(content: bytes, most: int) -> dict[str, Any]:
    document = pypdfium2.PdfDocument(content)
    if len(document) > most:
        return {"error": "pages", "count": len(document)}
    pages, broken = [], 0
    for number in range(len(document)):
        try:
            page = document[number]
            pages.append(
                {"words": list(_words(page.get_textpage())), "pictures": _pictures(page), "size": page.get_size()}
            )
        except pypdfium2.PdfiumError:
            broken += 1
            pages.append({"words": [], "pictures": 0, "size": [0, 0]})
    return {"pages": pages, "broken": broken}


def _pictures(page: Any) -> int:
    return sum(1 for _ in page.get_objects(filter=[_PICTURE], max_depth=3))


def _words(text: Any) -> Iterator[list[Any]]:
    """Each word as text, left, bottom, right, top, height of its letters, and whether it is bold."""
    letters: list[tuple[str, float, float, float, float]] = []
    first, size = 0, 0.0
    box = [ctypes.c_double() for _ in range(4)]
    for at in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, at)
        known = raw.FPDFText_GetCharBox(text, at, *box)
        left, right, bottom, top = (one.value for one in box)
        breaks = code in (0, 9, 10, 13, 32, 0xA0) or not known
        jumps = bool(letters) and not breaks and _far(letters[-1], left, bottom, size)
        if (breaks or jumps) and letters:
            yield _word(letters, size, _is_bold(text, first))
            letters = []
        if not breaks:
            if not letters:
                first, size = at, raw.FPDFText_GetFontSize(text, at) * _scale(text, at)
            letters.append(("-" if code == 2 else chr(code), left, bottom, right, top))
    if letters:
        yield _word(letters, size, _is_bold(text, first))


def _far(last: tuple[str, float, float, float, float], left: float, bottom: float, size: float) -> bool:
    """Whether a letter begins a word of its own though no space was written."""
    return left - last[3] > max(size, 4) * 0.8 or left < last[1] - max(size, 4) or abs(bottom - last[2]) > max(size, 4)


def _word(letters: list[tuple[str, float, float, float, float]], size: float, bold: bool) -> list[Any]:
    left, bottom = min(one[1] for one in letters), min(one[2] for one in letters)
    right, top = max(one[3] for one in letters), max(one[4] for one in letters)
    shown = "".join(one[0] for one in letters).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return [shown, *(round(one, 1) for one in (left, bottom, right, top, size)), bold]


def _scale(text: Any, at: int) -> float:
    """How much the page enlarges the letters of a font that is set at size 1."""
    matrix = raw.FS_MATRIX()
    return (matrix.d or 1.0) if raw.FPDFText_GetMatrix(text, at, ctypes.byref(matrix)) else 1.0


def _is_bold(text: Any, at: int) -> bool:
    if raw.FPDFText_GetFontWeight(text, at) >= _BOLD_WEIGHT:
        return True
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, at, name, 128, ctypes.byref(flags))
    return any(one in name.value.lower() for one in (b"bold", b"black", b"heavy", b"semibold", b"demi"))


if __name__ == "__main__":
    main()
