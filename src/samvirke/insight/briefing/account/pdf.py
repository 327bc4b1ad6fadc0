"""Sets an account as PDF/A-2a and PDF/UA-1 in one file, as the pack is set."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Literal

import typst

from samvirke.insight.briefing.account.content import Account
from samvirke.insight.briefing.fonts import FONTS

_TEMPLATE = Path(__file__).resolve().parent / "account.typ"
_STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]


def account_pdf(account: Account) -> bytes:
    """The paper. Content goes in as data, so that nothing in it can become instructions."""
    return typst.compile(
        str(_TEMPLATE),
        format="pdf",
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"account": json.dumps(dataclasses.asdict(account), ensure_ascii=False)},
        pdf_standards=[*_STANDARDS],
    )
