"""Files in the documented Danish CSV, written row by row for a test."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count
from pathlib import Path

COLUMNS = ("journal", "fra", "til", "anmeldt", "forhold", "kommunekode", "bolig", "oest", "nord", "unge")
FJORDBY, SKOVBY = 998, 999
_numbers = count(1)


@dataclass(frozen=True)
class Row:
    """One incident, reported at noon the day after the evening on which it happened."""

    day: date
    offence: str = "indbrud beboelse"
    municipality: int = FJORDBY
    dwelling: str = ""
    x: int = 560_000
    y: int = 6_150_000
    young: str = ""

    def cells(self) -> tuple[object, ...]:
        began = datetime.combine(self.day - timedelta(days=1), datetime.min.time()).replace(hour=19)
        ended, told = began + timedelta(hours=2), began + timedelta(hours=17)
        moments = [moment.strftime("%Y-%m-%d %H:%M") for moment in (began, ended, told)]
        number = f"T-{next(_numbers):06}"
        return (number, *moments, self.offence, self.municipality, self.dwelling, self.x, self.y, self.young)


def write(file: Path, rows: Iterable[Row]) -> Path:
    """Write them in order."""
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened)
        writer.writerow(COLUMNS)
        writer.writerows(row.cells() for row in rows)
    return file


def many(number: int, first: date, days: int, **facts: object) -> list[Row]:
    """So many alike, spread evenly over so many days."""
    return [Row(first + timedelta(days=place * days // number), **facts) for place in range(number)]  # type: ignore[arg-type]
