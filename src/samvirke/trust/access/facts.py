"""Reads a fact of a thing, and what is known of whoever asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from samvirke.trust.access.actor import Actor
from samvirke.trust.access.expressions import AgenciesAs, DistrictsAs, OfActor


def known(value: Any, actor: Actor) -> Any:
    """A value as it is for this actor."""
    if type(value) is OfActor:
        return getattr(actor, value.attribute)
    if type(value) is AgenciesAs:
        return actor.agencies_as(value.roles)
    if type(value) is DistrictsAs:
        return actor.districts_as(value.roles)
    return value


def same(one: Any, other: Any) -> bool:
    """Equal; a key that a row just written still holds as text equals the key it is."""
    return bool(one == other) or (type(one) is str and type(other) is UUID and one == str(other))


def read(thing: Any, fact: str) -> Any:
    """A fact of a model instance, or of a mapping of facts."""
    return thing[fact] if type(thing) is dict or isinstance(thing, Mapping) else getattr(thing, fact)


def related(thing: Any, relation: str) -> Iterable[Any]:
    """The things on the other side of a relation."""
    return thing[relation] if type(thing) is dict or isinstance(thing, Mapping) else getattr(thing, relation).all()
