"""Numbers of sections as plans print them (4.7, II.3, 2a, Kapitel 3, § 4): how deep, below which, in what order."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.utils.text import slugify

_PRINTED = re.compile(
    r"(?:(?:kapitel|kap\.|afsnit|§)\s*)?(?:\d{1,3}|[IVXL]{1,6}|[A-Z])(?:\.\d{1,3})*[a-h]?|(?:bilag|appendiks)(?:\s+(?:\d{1,2}|[A-H]))?",
    re.IGNORECASE,
)
_CHAPTER = re.compile(r"(?:kapitel|kap\.|afsnit)\s+", re.IGNORECASE)
_STEP = re.compile(r"\d+|[A-Za-z]+")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_LONGEST = 20


def is_number(text: str) -> bool:
    """Whether a section can carry it as its number."""
    return len(text) <= _LONGEST and _PRINTED.fullmatch(text) is not None


def steps(number: str) -> tuple[str, ...]:
    """The number taken apart: II.3 is II and 3, Kapitel 3 is 3; § 4 and Bilag 1 are one step of their own kind."""
    plain = _CHAPTER.sub("", number.strip().strip(".").removesuffix(".0"))
    if plain.startswith("§") or " " in plain or plain.lower() in ("bilag", "appendiks"):
        return (plain.lower(),)
    return tuple(_STEP.findall(plain))


def lies_below(number: str, other: str) -> bool:
    """Whether the one number lies anywhere below the other, by what is printed alone."""
    mine, theirs = steps(number), steps(other)
    return bool(theirs) and len(mine) > len(theirs) and mine[: len(theirs)] == theirs


def with_others_below(numbers: Iterable[str]) -> set[tuple[str, ...]]:
    """The steps of every number that another of them lies right below."""
    return {steps(one)[:-1] for one in numbers} - {()}


def comes_after(number: str, other: str) -> bool:
    """Whether the one number stands behind the other in a plan; numbers of two kinds say nothing of each other."""
    mine, theirs = steps(number), steps(other)
    return bool(mine and theirs) and _kind(mine[0]) == _kind(theirs[0]) and _values(mine) > _values(theirs)


def anchor_of(number: str) -> str:
    """The number as the stable name for links to its section."""
    return slugify(number.replace("§", "par-").replace(".", "-"))


def _values(told: tuple[str, ...]) -> list[int]:
    return [_value(step) for step in told]


def _kind(step: str) -> str:
    if step.isdecimal() or not step.isalpha():
        return "figure" if step.isdecimal() else step.split(maxsplit=1)[0].rstrip("0123456789")
    return "roman" if _is_roman(step) else "letter"


def _is_roman(step: str) -> bool:
    """I, V and X alone are taken for numerals, L and C for letters: few plans have fifty chapters."""
    return step.isupper() and all(one in _ROMAN for one in step) and (len(step) > 1 or step in "IVX")


def _value(step: str) -> int:
    if step.isdecimal():
        return int(step)
    if _is_roman(step):
        worth = [_ROMAN[one] for one in step]
        return sum(-one if one < max(worth[at:]) else one for at, one in enumerate(worth))
    figures = re.search(r"\d+", step)
    return int(figures[0]) if figures else ord(step[-1].lower()) - ord("a") + 1
