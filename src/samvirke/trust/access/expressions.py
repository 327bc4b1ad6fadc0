"""Small expressions over named facts, of which every rule is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class OfActor:
    """A value that is known when somebody asks: an attribute of the actor."""

    attribute: str


@dataclass(frozen=True)
class DistrictsAs:
    """The districts in which the actor has one of these roles."""

    roles: tuple[str, ...]


@dataclass(frozen=True)
class AgenciesAs:
    """The agencies in which the actor has one of these roles."""

    roles: tuple[str, ...]


@dataclass(frozen=True)
class Anything:
    """Always so. Said aloud, because Django reads an empty filter in two different ways."""


@dataclass(frozen=True)
class Nothing:
    """Never so."""


@dataclass(frozen=True)
class Is:
    """A fact of the thing equals a value."""

    fact: str
    value: Any


@dataclass(frozen=True)
class In:
    """A fact of the thing is among values."""

    fact: str
    values: Any


@dataclass(frozen=True)
class Has:
    """The actor's own attribute holds at least one of these."""

    attribute: str
    any_of: tuple[str, ...]


@dataclass(frozen=True)
class Begun:
    """A time of the thing has come when the actor asks."""

    fact: str


@dataclass(frozen=True)
class Lasts:
    """A time of the thing has not come when the actor asks, or there is none."""

    fact: str


@dataclass(frozen=True)
class Exists:
    """At least one related thing fulfils an expression."""

    relation: str
    where: Expression


@dataclass(frozen=True)
class Of:
    """The thing that this one belongs to fulfils an expression; what belongs to nothing does not."""

    relation: str
    where: Expression


@dataclass(frozen=True)
class Both:
    """Each part is so."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True)
class Either:
    """Some part is so."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True)
class Not:
    """The part is not so."""

    part: Expression


Expression = Anything | Nothing | Is | In | Has | Begun | Lasts | Exists | Of | Both | Either | Not
