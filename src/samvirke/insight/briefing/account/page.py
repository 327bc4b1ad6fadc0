"""Sets an account as one web page that stands alone: no script, nothing fetched from anywhere."""

from __future__ import annotations

from pathlib import Path

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from samvirke.insight.briefing.account.content import Account

_STYLE = Path(__file__).resolve().parents[1] / "static" / "briefing" / "pack.css"


def account_page(account: Account) -> str:
    """The whole page with its style inside, for a file on a disk or an e-mail."""
    style = mark_safe(_STYLE.read_text(encoding="utf-8"))  # noqa: S308  our own file, no data in it
    return render_to_string("briefing/account_page.html", {"account": account, "style": style})
