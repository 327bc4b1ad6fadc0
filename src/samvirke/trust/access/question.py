"""Answers "may I?": an expression over the facts of one loaded thing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ObjectDoesNotExist

from samvirke.trust.access.actor import Actor
from samvirke.trust.access.expressions import (
    AgenciesAs,
    Anything,
    Begun,
    Both,
    DistrictsAs,
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
    OfActor,
)
from samvirke.trust.access.facts import known, read, related, same

Test = Callable[[Any, Actor], bool]
_FOUND_LATER = (AgenciesAs, DistrictsAs)


def holds(when: Expression, thing: Any, actor: Actor) -> bool:
    """Whether an expression is so for one loaded thing (a model instance, or a mapping of facts)."""
    return question(when)(thing, actor)


def question(when: Expression) -> Test:
    """An expression as a function that answers it for one loaded thing."""
    match when:
        case Anything():
            return lambda _thing, _actor: True
        case Nothing():
            return lambda _thing, _actor: False
        case Is(fact, value):
            return _is(fact, value)
        case In(fact, values):
            return _in(fact, values)
        case Has(attribute, any_of):
            return lambda _thing, actor: not getattr(actor, attribute).isdisjoint(any_of)
        case Begun(fact):
            return _begun(fact)
        case Lasts(fact):
            return _lasts(fact)
        case Exists(relation, where):
            return _some(relation, question(where))
        case Of(relation, where):
            return _of(relation, question(where))
        case Both(parts):
            return _each([question(part) for part in parts])
        case Either(parts):
            return _any([question(part) for part in parts])
        case Not(part):
            inner = question(part)
            return lambda thing, actor: not inner(thing, actor)
    raise TypeError(f"{when!r} is no expression")


# A plain fact is read without a further call, and a value that is known beforehand is not asked for again.
def _is(fact: str, value: Any) -> Test:
    if type(value) is OfActor:
        attribute = value.attribute
        return lambda thing, actor: same(
            thing[fact] if type(thing) is dict else read(thing, fact), getattr(actor, attribute)
        )
    if type(value) in _FOUND_LATER:
        return lambda thing, actor: same(read(thing, fact), known(value, actor))
    return lambda thing, actor: same(thing[fact] if type(thing) is dict else read(thing, fact), value)


def _in(fact: str, values: Any) -> Test:
    if type(values) is OfActor:
        attribute = values.attribute
        return lambda thing, actor: (
            (thing[fact] if type(thing) is dict else read(thing, fact)) in getattr(actor, attribute)
        )
    return lambda thing, actor: (thing[fact] if type(thing) is dict else read(thing, fact)) in known(values, actor)


def _begun(fact: str) -> Test:
    def asked(thing: Any, actor: Actor) -> bool:
        time = thing[fact] if type(thing) is dict else read(thing, fact)
        return time is not None and bool(time <= actor.moment)

    return asked


def _lasts(fact: str) -> Test:
    def asked(thing: Any, actor: Actor) -> bool:
        time = thing[fact] if type(thing) is dict else read(thing, fact)
        return time is None or bool(time > actor.moment)

    return asked


# Written as loops: a generator for each question would cost more than the question.
def _some(relation: str, inner: Test) -> Test:
    def asked(thing: Any, actor: Actor) -> bool:
        for one in thing[relation] if type(thing) is dict else related(thing, relation):  # noqa: SIM110  see above
            if inner(one, actor):
                return True
        return False

    return asked


def _of(relation: str, inner: Test) -> Test:
    def asked(thing: Any, actor: Actor) -> bool:
        try:
            whole = thing[relation] if type(thing) is dict else read(thing, relation)
        except ObjectDoesNotExist:
            # The second wall hides it from whoever asks: for them it belongs to nothing.
            return False
        return whole is not None and inner(whole, actor)

    return asked


def _each(parts: list[Test]) -> Test:
    def asked(thing: Any, actor: Actor) -> bool:
        for part in parts:  # noqa: SIM110  see above
            if not part(thing, actor):
                return False
        return True

    return asked


def _any(parts: list[Test]) -> Test:
    def asked(thing: Any, actor: Actor) -> bool:
        for part in parts:  # noqa: SIM110  see above
            if part(thing, actor):
                return True
        return False

    return asked
