"""A small table inside a plain text: lines of cells between bars, which a page shows as a table.

Whoever reads the text without a page (a search, an e-mail, a data file) reads the same cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

_BAR = "|"


def table_text(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The lines of a table; the first one is its head. A bar within a cell becomes a stroke."""
    return "\n".join(_line(cells) for cells in (head, *rows))


def as_html(text: str) -> str:
    """The text as paragraphs and tables, with everything in it escaped."""
    parts = [(is_table, list(lines)) for is_table, lines in groupby(text.splitlines(), _is_row)]
    return "".join(_table(lines) if is_table and len(lines) > 1 else _paragraph(lines) for is_table, lines in parts)


def _line(cells: Sequence[str]) -> str:
    # Hard blanks stay, so that a number is not torn from its sign.
    plain = (" ".join(cell.replace(_BAR, "/").splitlines()).strip() or "–" for cell in cells)
    return f"{_BAR} {f' {_BAR} '.join(plain)} {_BAR}"


def _is_row(line: str) -> bool:
    said = line.strip()
    return len(said) > 2 and said.startswith(f"{_BAR} ") and said.endswith(f" {_BAR}")


def _cells(line: str) -> list[str]:
    return [escape(cell.strip()) for cell in line.strip().strip(_BAR).split(_BAR)]


def _table(lines: list[str]) -> str:
    head, *rows = (_cells(line) for line in lines)
    heads = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    body = "".join(f"<tr>{_row(head, cells)}</tr>" for cells in rows)
    return f'<table class="t blocks in-text"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>'


def _row(head: list[str], cells: list[str]) -> str:
    first, *rest = cells
    # Somebody may have taken a cell away by hand; what has no head is shown without one.
    labels = [*head[1:], *[""] * len(rest)]
    told = "".join(f'<td data-label="{label}">{cell}</td>' for label, cell in zip(labels, rest, strict=False))
    return f'<th scope="row">{first}</th>{told}'


def _paragraph(lines: list[str]) -> str:
    said = "<br>".join(escape(line) for line in lines).strip()
    return f'<p class="wide-text">{said}</p>' if said.replace("<br>", "").strip() else ""
