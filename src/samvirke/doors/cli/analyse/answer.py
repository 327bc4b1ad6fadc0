"""Writes what an analysis answered: as one JSON object, or as a table with the words that belong to it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from samvirke import __version__
from samvirke.analysis.kit import Analysis, Result, plain
from samvirke.foundation.speech import number
from samvirke.foundation.words import Said, _


@dataclass(frozen=True)
class Answer:
    """A result, and how it came about."""

    analysis: Analysis[..., Any]
    result: Result
    parameters: dict[str, Any]
    seconds: float
    left_out: int = 0
    coordinates: str = ""

    def as_json(self) -> str:
        """One object; what is not a number is null."""
        about = self.analysis.about
        found = {
            "name": about.name,
            "method": about.method,
            "version": about.version,
            "samvirke": __version__,
            "parameters": plain(self.parameters),
            "n": plain(getattr(self.result, "n")),  # noqa: B009  every result has n; the base class cannot say so
            "left_out": self.left_out,
            "coordinates": self.coordinates or None,
            "result": self.result.as_dict(),
            "notes": [note.text() for note in self.result.notes()],
            "caution": about.caution,
            "reference": about.reference,
            "seconds": round(self.seconds, 4),
        }
        return json.dumps(found, ensure_ascii=False, allow_nan=False, indent=2)

    def as_text(self, language: str) -> str:
        """The question, a table, and what has to be read with it."""
        about = self.analysis.about
        how = [self._made(language), *(note.text(language) for note in self.result.notes())]
        words = [*how, Said(about.caution).text(language), about.reference]
        head = Said(about.question).text(language)
        return "\n".join(
            [head, "", *_lines(self.result.table().texts(language)), "", *(each for each in words if each)]
        )

    def _made(self, language: str) -> str:
        said = []
        if self.left_out:
            words = _("Rows left out because a value was missing: {count}.")
            said.append(Said(words, {"count": number(self.left_out, language)}).text(language))
        if self.coordinates:
            said.append(Said(_("Coordinates in {crs}."), {"crs": self.coordinates}).text(language))
        return " ".join(said)


def _lines(texts: list[list[str]]) -> list[str]:
    widths = [max(len(row[column]) for row in texts) for column in range(len(texts[0]))]
    return [
        "  ".join(cell.ljust(widths[0]) if at == 0 else cell.rjust(widths[at]) for at, cell in enumerate(row)).rstrip()
        for row in texts
    ]
