"""Grounds: small expressions over named facts, read in two ways, for one thing and for a list of things.

`holds` answers "may I?" over a loaded record; `as_filter` answers "which ones?" as a database filter. A test
holds the two equal on random expressions and records.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import OuterRef, Q

from samvirke.foundation.words import Said
from samvirke.trust.access.actor import Actor


@dataclass(frozen=True)
class OfActor:
    """A value that is known when somebody asks: an attribute of the actor."""

    attribute: str


@dataclass(frozen=True)
class DistrictsAs:
    """The districts in which the actor has one of these roles."""

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
class Exists:
    """At least one related thing fulfils an expression."""

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


Expression = Anything | Nothing | Is | In | Has | Exists | Both | Either | Not


@dataclass(frozen=True)
class Ground:
    """A reason in words, finishing "because this person …", and the expression that decides it."""

    because: Said
    when: Expression


def holds(when: Expression, thing: Any, actor: Actor) -> bool:
    """Whether an expression is so for one loaded thing (a model instance, or a mapping of facts)."""
    match when:
        case Anything():
            return True
        case Nothing():
            return False
        case Is(fact, value):
            return bool(_read(thing, fact) == _known(value, actor))
        case In(fact, values):
            return _read(thing, fact) in _known(values, actor)
        case Has(attribute, any_of):
            return not getattr(actor, attribute).isdisjoint(any_of)
        case Exists(relation, where):
            return any(holds(where, one, actor) for one in _related(thing, relation))
        case Both(parts):
            return all(holds(part, thing, actor) for part in parts)
        case Either(parts):
            return any(holds(part, thing, actor) for part in parts)
        case Not(part):
            return not holds(part, thing, actor)
    raise TypeError(f"{when!r} is no expression")


def as_filter(when: Expression, model: type[models.Model], actor: Actor) -> Q:
    """The same expression as a filter on a model's rows."""
    match when:
        case Anything():
            return _everything()
        case Nothing():
            return Q(pk__in=[])
        case Is(fact, value):
            known = _known(value, actor)
            return Q(**{f"{fact}__isnull": True}) if known is None else Q(**{fact: known})
        case In(fact, values):
            return _among(fact, _known(values, actor))
        case Has():
            return _everything() if holds(when, None, actor) else Q(pk__in=[])
        case Exists(relation, where):
            return Q(_exists(relation, where, model, actor))
        case Both(parts):
            return _joined(Q.AND, [as_filter(part, model, actor) for part in parts])
        case Either(parts):
            return _joined(Q.OR, [as_filter(part, model, actor) for part in parts])
        case Not(part):
            return ~as_filter(part, model, actor)
    raise TypeError(f"{when!r} is no expression")


def _everything() -> Q:
    return ~Q(pk__in=[])


def _among(fact: str, values: Iterable[Any]) -> Q:
    """Among values, of which nothing may be one: SQL never finds a missing fact in a list."""
    known = list(values)
    named = Q(**{f"{fact}__in": [value for value in known if value is not None]})
    return named | Q(**{f"{fact}__isnull": True}) if None in known else named


def _joined(connector: str, filters: list[Q]) -> Q:
    if not filters:
        return _everything() if connector == Q.AND else Q(pk__in=[])
    return Q(*filters, _connector=connector)


def _exists(relation: str, where: Expression, model: type[models.Model], actor: Actor) -> models.Exists:
    field = model._meta.get_field(relation)
    related: Any = field.related_model
    back = field.remote_field.name  # type: ignore[union-attr]
    rows = related._default_manager.filter(**{back: OuterRef("pk")})
    return models.Exists(rows.filter(as_filter(where, related, actor)))


def _known(value: Any, actor: Actor) -> Any:
    match value:
        case OfActor(attribute):
            return getattr(actor, attribute)
        case DistrictsAs(roles):
            return actor.districts_as(roles)
    return value


def _read(thing: Any, fact: str) -> Any:
    return thing[fact] if isinstance(thing, Mapping) else getattr(thing, fact)


def _related(thing: Any, relation: str) -> Iterable[Any]:
    return thing[relation] if isinstance(thing, Mapping) else getattr(thing, relation).all()
