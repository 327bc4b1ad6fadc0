"""How a table that is no list of incidents is declared: its columns, and what each may hold."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from samvirke.foundation.words import Said, _

Value = str | float | int | None


@dataclass(frozen=True)
class Sort:
    """What a cell may hold: how it is read, and what to write where it cannot be."""

    read: Callable[[str], Value]
    remedy: str


def _day(text: str) -> str:
    return date.fromisoformat(text).isoformat()


def _moment(text: str) -> str:
    found = datetime.fromisoformat(text)
    if found.tzinfo is not None:
        raise ValueError("a zone")
    return found.isoformat(sep=" ", timespec="minutes")


def _amount(text: str) -> float:
    found = float(text)
    if not 0 <= found < 1e9:
        raise ValueError("out of range")
    return found


def _weight(text: str) -> float:
    found = _amount(text)
    if found == 0:
        raise ValueError("nothing")
    return found


def _scale(text: str) -> int:
    found = int(text)
    if not 1 <= found <= 7:
        raise ValueError("off the scale")
    return found


def _yes(text: str) -> int:
    return {"1": 1, "ja": 1, "0": 0, "nej": 0}[text.lower()]


def _square(text: str) -> float:
    # A square of 100 m is enough to compare offences, and no home can be read from it.
    found = float(text)
    if not math.isfinite(found):
        raise ValueError("no place")
    return round(found, -2)


def _label(text: str) -> str:
    if len(text) > 60:
        raise ValueError("long")
    return text


SORTS = {
    "day": Sort(_day, _("Write the day as 2024-06-30.")),
    "moment": Sort(_moment, _("Write the time as 2024-06-30 13:45, without a zone.")),
    "amount": Sort(_amount, _("Write a number of 0 or more, with a point before decimals.")),
    "weight": Sort(_weight, _("Write a number above 0, with a point before decimals.")),
    "scale": Sort(_scale, _("Write a whole number from 1 to 7.")),
    "yes": Sort(_yes, _("Write 1 for yes and 0 for no.")),
    "square": Sort(_square, _("Write metres in the district's coordinates; they are rounded to 100 m.")),
    "label": Sort(_label, _("Write a word or two, at most 60 characters.")),
    "municipality": Sort(int, _("Write the code of a municipality of the district, such as 730.")),
}


@dataclass(frozen=True)
class Column:
    """A column of the file. One that `may_be_empty` may also be left out."""

    name: str
    sort: str
    said: str
    may_be_empty: bool = False


@dataclass(frozen=True)
class SheetKind:
    """A kind of table. `dated` names the column that tells over which days it runs, `never` what it must not hold."""

    name: str
    version: int
    title: str
    about: str
    columns: tuple[Column, ...]
    dated: str
    never: str

    def column(self, name: str) -> Column | None:
        """The column of that name."""
        return next((one for one in self.columns if one.name == name), None)

    def header(self) -> Said:
        """Its columns in a row, as the file's first line has them."""
        return Said("{columns}", {"columns": ", ".join(one.name for one in self.columns)})
