"""What a design is about, however it is kept: a target is declared, and says of one thing what a design begins with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from samvirke.foundation.words import Words
from samvirke.insight.effects.engine.area import Area

Key = str


@dataclass(frozen=True)
class Found:
    """One thing: its title, since when, where it lies, and over which days its own figures were chosen.

    `chosen_from` and `chosen_until` are the days of the evidence that it was chosen on. `is_open` is false for what the
    police alone may see.
    """

    key: Key
    title: Words
    since: date | None = None
    until: date | None = None
    areas: tuple[Area, ...] = ()
    kind: str = ""
    cost: int | None = None
    categories: tuple[str, ...] = ()
    chosen_from: date | None = None
    chosen_until: date | None = None
    is_open: bool = True
    address: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Target:
    """`find` gives one thing that the actor may see, or nothing; `every` those that a design can be made for.

    `busy` are things of this sort that were done somewhere within some days, so that nobody compares with them.
    """

    name: str
    title: str
    find: Callable[[Any, Any, Key], Found | None]
    every: Callable[[Any, Any], list[Found]]
    busy: Callable[[Any, Any, date, date], list[Found]] = field(default=lambda _actor, _district, _first, _last: [])
