"""How the generated pages of the documentation are written: English words, and tables."""

from __future__ import annotations

from collections.abc import Sequence

from samvirke.foundation.words import Said, said


def english(words: Said | str) -> str:
    """The words as the documentation has them."""
    return said(words).text("en")


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table; a bar inside a cell becomes a stroke."""
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    return "\n".join([*lines, *(f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in rows)])
