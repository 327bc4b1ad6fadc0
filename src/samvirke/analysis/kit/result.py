"""What an analysis answers with: numbers that carry their words, as data, as a table and as a picture."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, ClassVar

import numpy as np

from samvirke.analysis.kit.description import About
from samvirke.foundation import speech
from samvirke.foundation.words import Said, said

SHAPES = SQUARES, CIRCLES, POINTS = ("squares", "circles", "points")


@dataclass(frozen=True)
class Figure(Said):
    """A number that is written the way the reader's language writes it; nothing known is a dash."""

    message: str = ""
    number: float | None = None
    decimals: int = 0

    def text(self, language: str = "en") -> str:
        """The number in words of one language."""
        if self.number is None or math.isnan(self.number):
            return "–"
        if math.isinf(self.number):
            return "∞" if self.number > 0 else f"{speech.MINUS}∞"
        return speech.number(self.number, language, self.decimals)


@dataclass(frozen=True)
class Table:
    """A result as rows: the first cell names the row."""

    columns: tuple[str | Said, ...]
    rows: tuple[tuple[str | Said, ...], ...]

    def texts(self, language: str = "en") -> list[list[str]]:
        """Headings and rows as they are read; a plain string in a row is data and is not translated."""
        head = [said(each).text(language) for each in self.columns]
        return [head, *([_cell(each, language) for each in row] for row in self.rows)]


@dataclass(frozen=True)
class Shapes:
    """Where a result is, for maps: squares (x and y their south-west corner, `size` the side), circles or points.

    Metres throughout; `size` is the radius of a circle and 0 for a point. `values` are columns of plain data.
    """

    kind: str
    x: Sequence[float]
    y: Sequence[float]
    size: Sequence[float]
    values: Mapping[str, Sequence[Any]]

    def __post_init__(self) -> None:
        lengths = {len(each) for each in (self.x, self.y, self.size, *self.values.values())}
        if self.kind not in SHAPES or len(lengths) != 1:
            raise ValueError("shapes are squares, circles or points, with one value each of everything")


class Result:
    """The base of every result. A result class is a frozen dataclass with a field or property `n`."""

    about: ClassVar[About]

    def table(self) -> Table:
        """The result as a table to be read."""
        raise NotImplementedError

    def chart(self, language: str = "en") -> dict[str, Any]:
        """The result as a Vega-Lite picture."""
        raise NotImplementedError

    def notes(self) -> tuple[Said, ...]:
        """What has to be read with this very result, beside the caution of its method."""
        return ()

    def shapes(self) -> Shapes | None:
        """Where it is, for maps and files of places; nothing where the answer has no place."""
        return None

    def as_dict(self) -> dict[str, Any]:
        """The result as plain data for JSON: what is not a number is null, arrays are lists."""
        fields = dataclasses.fields(self)  # type: ignore[arg-type]  # subclasses are dataclasses; the base has no fields
        return {
            each.metadata.get("key", each.name): plain(getattr(self, each.name))
            for each in fields
            if each.metadata.get("json", True)
        }

    def html(self, language: str = "en") -> str:
        """Table, notes, caution and source for a page."""
        head, *rows = self.table().texts(language)
        words = [*(note.text(language) for note in self.notes()), said(self.about.caution).text(language)]
        return (
            f"<figure><table><caption>{escape(said(self.about.question).text(language))}</caption>"
            f"<thead>{_row(head, 'col')}</thead><tbody>{''.join(_row(row) for row in rows)}</tbody></table>"
            f"<figcaption>{''.join(f'<p>{escape(each)}</p>' for each in words)}"
            f"<p>{escape(self.about.reference)}</p></figcaption></figure>"
        )

    def _repr_html_(self) -> str:
        return self.html()


def plain(value: Any) -> Any:
    """A value as JSON can hold it."""
    if isinstance(value, np.ndarray | np.generic):
        value = value.tolist()
    if isinstance(value, Said):
        return value.text()
    if dataclasses.is_dataclass(value):
        value = {each.name: getattr(value, each.name) for each in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def vega(rows: list[dict[str, Any]], title: str | Said, **more: Any) -> dict[str, Any]:
    """A Vega-Lite picture over rows of plain data."""
    schema = "https://vega.github.io/schema/vega-lite/v6.json"
    return {"$schema": schema, "title": str(title), "data": {"values": plain(rows)}, **more}


def _cell(value: str | Said, language: str) -> str:
    return value.text(language) if isinstance(value, Said) else value


def _row(cells: list[str], scope: str = "row") -> str:
    first = f'<th scope="{scope}">{escape(cells[0])}</th>'
    tag = ('<th scope="col">', "</th>") if scope == "col" else ("<td>", "</td>")
    return f"<tr>{first}{''.join(f'{tag[0]}{escape(each)}{tag[1]}' for each in cells[1:])}</tr>"
