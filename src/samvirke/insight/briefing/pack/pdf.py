"""Sets a pack as PDF/A-2a and PDF/UA-1 in one file; a picture without words or a skipped heading is refused."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Literal

import typst

from samvirke.insight.briefing.fonts import FONTS
from samvirke.insight.briefing.pack.content import Pack

_TEMPLATE = Path(__file__).resolve().parent / "pack.typ"
_STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]


def pack_pdf(pack: Pack) -> bytes:
    """The paper. Content goes in as data, so that nothing in it can become instructions."""
    content = json.dumps(dataclasses.asdict(pack), ensure_ascii=False)
    return typst.compile(
        str(_TEMPLATE),
        format="pdf",
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"pack": content},
        pdf_standards=[*_STANDARDS],
    )
