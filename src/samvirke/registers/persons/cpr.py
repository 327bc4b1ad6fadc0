"""What a CPR number must look like, and the date of birth that it carries.

The rule is that of the CPR office ("Personnummeret i CPR", cpr.dk): day, month and year of birth, then a serial number
whose first digit tells the century. The check by modulus 11 is not made: the office has given out numbers that
fail it since October 2007.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _

_WRITTEN = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{2})-?([0-9])[0-9]{3}")
_REPLACEMENT_DAYS = 60
_CENTURIES = (1900, 2000)


@dataclass(frozen=True)
class Cpr:
    """A number that can be one. `born` is unknown for a replacement number, which tells no century."""

    number: str = field(repr=False)
    born: date | None
    is_replacement: bool = False


def parse(text: str) -> Cpr:
    """Read a number of ten digits, with or without its hyphen; a replacement number has 60 added to its day.

    Raises `Refused` for anything else; the refusal never repeats what was written.
    """
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        raise _refused(_("This is no CPR number: it does not have ten digits."))
    day, month, year, seventh = (int(part) for part in found.groups())
    number = text.strip().replace("-", "")
    if day > _REPLACEMENT_DAYS:
        if any(_day(century + year, month, day - _REPLACEMENT_DAYS) for century in _CENTURIES):
            return Cpr(number, None, is_replacement=True)
    elif (born := _day(_century(year, seventh) + year, month, day)) is not None:
        return Cpr(number, born)
    raise _refused(_("This is no CPR number: its first six digits are no date."))


def _century(year: int, seventh: int) -> int:
    """The century of a year of two digits, by the seventh digit of the number."""
    if seventh <= 3:
        return 1900
    if seventh in (4, 9):
        return 2000 if year <= 36 else 1900
    return 2000 if year <= 57 else 1800


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _refused(what: str) -> Refused:
    return Refused.because(Said(what), _("Write day, month, year and the four last digits, such as DDMMYY-NNNN."))
