"""Reads a PDF: its words with their places become lines, and columns are set one after the other."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from samvirke.desks.plan.reading.limits import MOST_LINES, MOST_MEMORY, MOST_PAGES, MOST_SECONDS
from samvirke.desks.plan.reading.lines import Copy, Line
from samvirke.desks.plan.reading.pdf_lines import lines_of, page_of
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _

_CHILD = Path(__file__).with_name("pdf_child.py")
_FEW_LETTERS = 200
_ORIGINAL = _("Ask for the file that it was printed from, or for a PDF with text.")


def read(name: str, content: bytes) -> Copy:
    """The document in a PDF. Raises `Refused` when it is locked, broken, without text or too large to take apart."""
    found = _taken_apart(name, content)
    if "error" in found:
        raise _refused(name, found)
    taken = [page_of(number, one) for number, one in enumerate(found["pages"], 1)]
    letters = sum(len(word[0]) for one in found["pages"] for word in one["words"])
    if letters < _FEW_LETTERS:
        _refuse_without_text(name, found["pages"])
    lines: tuple[Line, ...] = tuple(lines_of(taken))
    if len(lines) > MOST_LINES:
        what = Said(_("The text has more than {most} lines."), {"most": MOST_LINES})
        raise Refused.because(what, _("Choose the plan alone."), file=name)
    empty = [number for number, one in enumerate(found["pages"], 1) if not one["words"] and one["pictures"]]
    noticed = tuple(_noticed(empty, found["broken"]))
    unclear = tuple(page.number for page in taken if page.unclear)
    return Copy(name, "pdf", lines, len(taken), noticed, tuple(_twofold(taken)), unclear)


def _twofold(taken: list[Any]) -> list[int]:
    return [page.number for page in taken if page.twofold]


def _noticed(empty: list[int], broken: int) -> list[Said]:
    told = []
    if empty:
        pages = ", ".join(map(str, empty))
        told.append(Said(_("Pages that are a picture without text, and were not read: {pages}."), {"pages": pages}))
    if broken:
        told.append(Said(_("Pages that are broken, and were not read: {count}."), {"count": broken}))
    return told


def _taken_apart(name: str, content: bytes) -> dict[str, Any]:
    limits = [str(one) for one in (MOST_MEMORY, MOST_SECONDS, MOST_PAGES)]
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(_CHILD), *limits],
            input=content,
            capture_output=True,
            timeout=2 * MOST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return {"error": "heavy"}
    try:
        found: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        return {"error": "heavy" if done.returncode < 0 else "malformed"}
    return found


def _refused(name: str, found: dict[str, Any]) -> Refused:
    match found["error"]:
        case "password":
            return Refused.because(_("The PDF is locked with a password."), _("Save it without one."), file=name)
        case "pages":
            what = Said(
                _("The PDF has {count} pages; the most that are read are {most}."),
                {"count": found["count"], "most": MOST_PAGES},
            )
            return Refused.because(what, _("Choose the plan alone."), file=name)
        case "heavy":
            return Refused.because(_("The PDF takes more time or memory than a plan does."), _ORIGINAL, file=name)
    return Refused.because(_("The PDF is broken and cannot be opened."), _ORIGINAL, file=name)


def _refuse_without_text(name: str, pages: list[dict[str, Any]]) -> None:
    if any(one["pictures"] for one in pages):
        what = Said(
            _("The PDF holds pictures of {count} page and no text that can be read."),
            {"count": len(pages)},
            _("The PDF holds pictures of {count} pages and no text that can be read."),
        )
        raise Refused.because(
            what, _("It is a scan. Ask for the original, or have its text recognised first."), file=name
        )
    raise Refused.because(_("The PDF holds next to no text."), _ORIGINAL, file=name)
