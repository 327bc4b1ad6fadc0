"""Answers "which ones?": the same expression as a filter on the rows of a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import OuterRef, Q

from samvirke.trust.access.actor import Actor
from samvirke.trust.access.expressions import (
    Anything,
    Begun,
    Both,
    Either,
    Exists,
    Expression,
    Has,
    In,
    Is,
    Lasts,
    Not,
    Nothing,
    Of,
)
from samvirke.trust.access.facts import known
from samvirke.trust.access.question import question


def as_filter(when: Expression, model: type[models.Model], actor: Actor) -> Q:
    """The same expression as a filter on a model's rows."""
    match when:
        case Anything():
            return _everything()
        case Nothing():
            return Q(pk__in=[])
        case Is(fact, value):
            wanted = known(value, actor)
            return Q(**{f"{fact}__isnull": True}) if wanted is None else Q(**{fact: wanted})
        case In(fact, values):
            return _among(fact, known(values, actor))
        case Has():
            return _everything() if question(when)(None, actor) else Q(pk__in=[])
        case Begun(fact):
            return Q(**{f"{fact}__isnull": False, f"{fact}__lte": actor.moment})
        case Lasts(fact):
            return Q(**{f"{fact}__isnull": True}) | Q(**{f"{fact}__gt": actor.moment})
        case Exists(relation, where):
            return Q(_exists(relation, where, model, actor))
        case Of(relation, where):
            return Q(_of(relation, where, model, actor))
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
    named = list(values)
    found = Q(**{f"{fact}__in": [value for value in named if value is not None]})
    return found | Q(**{f"{fact}__isnull": True}) if None in named else found


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


def _of(relation: str, where: Expression, model: type[models.Model], actor: Actor) -> models.Exists:
    field: Any = model._meta.get_field(relation)
    whole: Any = field.related_model
    rows = whole._default_manager.filter(pk=OuterRef(field.attname))
    return models.Exists(rows.filter(as_filter(where, whole, actor)))
