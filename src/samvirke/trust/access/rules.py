"""The rules: for each verb the grounds that permit it and the grounds that forbid it, and the one decision."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

from django.db import models
from django.db.models import Q, QuerySet

from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.grounds import Ground, as_filter

Row = TypeVar("Row", bound=models.Model)


@dataclass
class Rule:
    """What permits and what forbids one verb."""

    permits: list[Ground] = field(default_factory=list)
    forbids: list[Ground] = field(default_factory=list)


@dataclass(frozen=True)
class Decision:
    """The answer to "may I?", with its ground in words."""

    verb: str
    permitted: bool
    ground: Said


_rules: dict[str, Rule] = {}
_NO_GROUND = Said(_("no rule gives this person a ground for it"))


def rule(verb: str, *grounds: Ground) -> None:
    """Say on which grounds a verb is permitted. Each verb has one rule."""
    if verb in _rules and _rules[verb].permits:
        raise LookupError(f"two rules for {verb}")
    _rules.setdefault(verb, Rule()).permits.extend(grounds)
    policy_version.cache_clear()


def forbid(verb: str, *grounds: Ground) -> None:
    """Say on which grounds a verb is forbidden, whatever permits it."""
    _rules.setdefault(verb, Rule()).forbids.extend(grounds)
    policy_version.cache_clear()


def verbs() -> frozenset[str]:
    """Every verb that has a rule."""
    return frozenset(_rules)


def grounds_of(verb: str) -> tuple[Ground, ...]:
    """The grounds that permit a verb."""
    return tuple(_found(verb).permits)


def decide(actor: Actor, verb: str, thing: Any = None) -> Decision:
    """Whether an actor may do a verb to a thing: denied unless permitted, forbidden beats permitted.

    Raises `LookupError` for a verb without a rule: a misspelt verb must not quietly deny.
    """
    found = _found(verb)
    for ground in found.forbids:
        if ground.is_so(thing, actor):
            return Decision(verb, False, ground.because)
    for ground in found.permits:
        if ground.is_so(thing, actor):
            return Decision(verb, True, ground.because)
    return Decision(verb, False, _NO_GROUND)


def may(actor: Actor, verb: str, thing: Any = None) -> bool:
    """The bare answer, for a page that hides what somebody could not press."""
    return decide(actor, verb, thing).permitted


def visible(actor: Actor, verb: str, rows: QuerySet[Row]) -> QuerySet[Row]:
    """Which of these rows the same rule permits."""
    found = _found(verb)
    permitted = [as_filter(ground.when, rows.model, actor) for ground in found.permits]
    forbidden = [as_filter(ground.when, rows.model, actor) for ground in found.forbids]
    kept = rows.filter(Q(*permitted, _connector=Q.OR)) if permitted else rows.none()
    return kept.exclude(Q(*forbidden, _connector=Q.OR)) if forbidden else kept


@cache
def policy_version() -> str:
    """A short hash of all rules, which stands in every line of the trail."""
    canonical = repr(sorted((verb, found.permits, found.forbids) for verb, found in _rules.items()))
    return hashlib.sha256(canonical.encode()).hexdigest()[:12]


def _found(verb: str) -> Rule:
    if verb not in _rules:
        raise LookupError(f"no rule speaks of “{verb}”")
    return _rules[verb]
