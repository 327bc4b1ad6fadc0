"""Printed series: the same thing counted year after year, in a list, a row, a sentence or a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samvirke.desks.plan.reading.confidence import HIGH, MEDIUM, Confidence, sure
from samvirke.desks.plan.reading.lines import Line, Place, bare
from samvirke.foundation.words import _

_VALUE = r"(-?\d{1,3}(?:[. ]\d{3})+(?!\d)(?:,\d+)?|-?\d+(?:,\d+)?)\s*(?:%|pct\.?|procent)?"
_POINT = re.compile(
    rf"^(?:i\s+)?((?:19|20)\d\d)\s*(?:[:=]|[–—-]|\t|\s{{2,}}|\s)\s*{_VALUE}\s*(?:[a-zæøå]+\s*){{0,3}}[.;]?$",
    re.IGNORECASE,
)
_INLINE = re.compile(rf"((?:19|20)\d\d)\s*[:=(]\s*{_VALUE}\)?")
_YEAR = re.compile(r"(?:19|20)\d\d\*?$")
_YEARS_ALONE = re.compile(r"(\D*?)\s*((?:19|20)\d\d(?:\s+(?:19|20)\d\d){2,})$")
_NUMBER = re.compile(rf"{_VALUE}$")
_ROW_WORDS = re.compile(
    r"område|år|kategori|type|kommune|indsats|emne|kriminalitetstype|gerningstype|periode|", re.IGNORECASE
)
_FEWEST = 3
_FEWEST_IN_TABLE = 2


@dataclass(frozen=True)
class Point:
    """The value of one year, as a number and as printed."""

    year: int
    value: float
    printed: str
    place: Place


@dataclass(frozen=True)
class Series:
    """Values by year under the words that stand over them."""

    title: str
    points: tuple[Point, ...]
    place: Place
    confidence: Confidence


def series_of(heading: str, lines: tuple[Line, ...]) -> list[Series]:
    """The series printed in one section; `heading` is their title where nothing nearer is."""
    found: list[Series] = []
    for one in (*_lists(heading, lines), *_tables(heading, lines), *_sentences(heading, lines)):
        if not any(other.points == one.points for other in found):
            found.append(one)
    return found


def _lists(heading: str, lines: tuple[Line, ...]) -> Iterator[Series]:
    """“2017: 51” below “2018: 49”."""
    run: list[Point] = []
    title, before = heading, ""
    for line in (*lines, None):
        found = _POINT.match(line.text.strip()) if line is not None and not line.cells else None
        if found and line is not None and (not run or int(found[1]) != run[-1].year):
            if not run:
                title = _lead_in(before) or heading
            run.append(Point(int(found[1]), _number(found[2]), found[2], line.place))
            continue
        if len(run) >= _FEWEST:
            yield Series(title, tuple(run), run[0].place, sure(HIGH, _("A list of years, each with one number.")))
        run, before = [], line.text if line is not None else ""


def _lead_in(text: str) -> str:
    return text.strip().rstrip(":") if text.strip().endswith(":") and len(text) < 160 else ""


def _number(printed: str) -> float:
    return float(printed.replace(".", "").replace(" ", "").replace(",", "."))


def _sentences(heading: str, lines: tuple[Line, ...]) -> Iterator[Series]:
    """“2021: 28, 2022: 21, 2023: 24” on one line."""
    for line in lines:
        found = _INLINE.findall(line.text)
        if len(found) >= _FEWEST and not line.cells and not _POINT.match(line.text):
            points = tuple(Point(int(year), _number(value), value, line.place) for year, value in found)
            title = _lead_in(line.text[: line.text.find(found[0][0])]) or heading
            yield Series(title, points, line.place, sure(MEDIUM, _("Years and numbers in one sentence.")))


def _tables(heading: str, lines: tuple[Line, ...]) -> Iterator[Series]:
    """A table with the years above the columns, or down the first column."""
    at = 0
    while at < len(lines):
        rows = _table(lines, at)
        if len(rows) >= _FEWEST_IN_TABLE:
            title = _lead_in(lines[at - 1].text) if at else ""
            corner = _corner(rows[0][0])
            yield from _across(title or corner or heading, rows) or _down(title or heading, rows)
        at += max(len(rows), 1)


def _corner(head: tuple[str, ...]) -> str:
    """The word over the first column, when it says what is counted and not merely what the rows are."""
    word = head[0].strip()
    return "" if len(head) < 3 or _YEAR.match(word) or _ROW_WORDS.fullmatch(word) else word


def _tight(line: Line, years: int) -> tuple[str, ...]:
    """The cells of a row whose columns stand one space apart: words, then as many numbers as there are years."""
    head = _YEARS_ALONE.match(line.text.strip())
    if head and not years:
        return (head[1].strip(), *head[2].split())
    found = re.match(rf"(.*?[^\d\s].*?)((?:\s+-?[\d.,]+%?){{{years}}})$", line.text.strip()) if years else None
    return (found[1], *found[2].split()) if found else ()


def _table(lines: tuple[Line, ...], start: int) -> list[tuple[tuple[str, ...], Place]]:
    """The rows of a table that begins at a line; none where none does."""
    rows: list[tuple[tuple[str, ...], Place]] = []
    for at in range(start, len(lines)):
        line = lines[at]
        cells = _tight(line, len(rows[0][0]) - 1 if rows else 0)
        if not cells:
            break
        rows.append((cells, line.place))
    return rows if len(rows) > 1 else _spaced(lines, start)


def _spaced(lines: tuple[Line, ...], start: int) -> list[tuple[tuple[str, ...], Place]]:
    rows: list[tuple[tuple[str, ...], Place]] = []
    for at in range(start, len(lines)):
        line = lines[at]
        cells = line.columns
        if len(cells) < 2 or line.bullet:
            break
        rows.append((cells, line.place))
    return rows


def _across(title: str, rows: list[tuple[tuple[str, ...], Place]]) -> list[Series]:
    years = {at: int(cell.strip()[:4]) for at, cell in enumerate(rows[0][0]) if _YEAR.match(cell.strip())}
    if len(years) < _FEWEST_IN_TABLE:
        return []
    shift = -1 if min(years) == 0 and all(len(cells) == len(rows[0][0]) + 1 for cells, _place in rows[1:]) else 0
    found = []
    for cells, place in rows[1:]:
        points = tuple(
            Point(year, _number(value[1]), value[1], place)
            for at, year in years.items()
            if at - shift < len(cells) and (value := _NUMBER.match(cells[at - shift].strip()))
        )
        if len(points) >= _FEWEST_IN_TABLE:
            name = cells[0].strip() if not _NUMBER.match(cells[0].strip()) else title
            found.append(
                Series(_named(title, name), points, place, sure(HIGH, _("A row of a table with years above it.")))
            )
    return found


def _down(title: str, rows: list[tuple[tuple[str, ...], Place]]) -> list[Series]:
    body = [(cells, place) for cells, place in rows if _YEAR.match(cells[0].strip())]
    if len(body) < _FEWEST_IN_TABLE:
        return []
    head = rows[0][0] if not _YEAR.match(rows[0][0][0].strip()) else ()
    found = []
    for column in range(1, max(len(cells) for cells, _place in body)):
        points = tuple(
            Point(int(cells[0].strip()[:4]), _number(value[1]), value[1], place)
            for cells, place in body
            if column < len(cells) and (value := _NUMBER.match(cells[column].strip()))
        )
        if len(points) >= _FEWEST_IN_TABLE:
            name = head[column].strip() if column < len(head) else ""
            found.append(
                Series(
                    _named(title, name),
                    points,
                    points[0].place,
                    sure(HIGH, _("A column of a table with years beside it.")),
                )
            )
    return found


def _named(title: str, name: str) -> str:
    return name if not title or not name or bare(name) == bare(title) else f"{title}: {name}"
