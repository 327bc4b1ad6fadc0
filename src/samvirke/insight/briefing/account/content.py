"""What a yearly account says, as texts and drawings ready to be set: the web page and the PDF take the same content."""

from __future__ import annotations

from dataclasses import dataclass, field

from samvirke.insight.briefing.overview import DutyLine
from samvirke.insight.briefing.pack.content import Paragraph

# How an account is kept: as which kind of paper.
ACCOUNT = "yearly-account"


@dataclass(frozen=True)
class Part:
    """A heading with a table under it; `note` explains the table, or stands in its place when there is none.

    `widths` are the shares of the columns on paper; alike where there are none.
    """

    title: str
    note: str
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    widths: tuple[float, ...] = ()


@dataclass(frozen=True)
class Account:
    """All of it, in the order in which it is read. `labels` are the fixed words in the account's language."""

    language: str
    body: str
    title: str
    file_title: str
    occasion: str
    demo: str
    footer: str
    labels: dict[str, str]
    lead: tuple[str, ...]
    duties: tuple[DutyLine, ...]
    duties_note: str
    parts: tuple[Part, ...]
    methods: tuple[Paragraph, ...]
    made_from: dict[str, object] = field(default_factory=dict)
