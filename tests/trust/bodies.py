"""Questions thrown at random that may be asked of a body, and those who ask."""

from __future__ import annotations

from typing import Any

from django.db import models
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.grounds import (
    Anything,
    Both,
    DistrictsAs,
    Either,
    Exists,
    Expression,
    Has,
    In,
    Is,
    Not,
    Nothing,
    OfActor,
)

DISTRICTS = ("fjord", "hills", "Fjord")
AGENCIES = ("fjord-police", "hill-police", "town")
CODES = (998, 999)
KINDS = ("local-council", "board")
SEAT_ROLES = ("chair", "member", "guest")
OFFICES = ("chief", "secretary", "analyst")
MANY = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def some(*values: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(st.sampled_from(values), max_size=3).map(tuple)


# What may be asked of a body and of a seat: the fact, and values of its own kind.
BODY_FACTS: dict[str, st.SearchStrategy[Any]] = {
    "district_id": st.sampled_from([*DISTRICTS, "nowhere"]),
    "kind": st.sampled_from([*KINDS, "LOCAL-COUNCIL", ""]),
    "located_in_id": st.sampled_from([None, *CODES]),
    "parent_id": st.sampled_from([None, "body-1", "body-3"]),
}
SEAT_FACTS: dict[str, st.SearchStrategy[Any]] = {
    "role": st.sampled_from([*SEAT_ROLES, "Chair"]),
    "agency_id": st.sampled_from([None, *AGENCIES]),
    "municipality_id": st.sampled_from([None, *CODES]),
    "count": st.integers(0, 3),
}
COVER_FACTS: dict[str, st.SearchStrategy[Any]] = {"municipality_id": st.sampled_from(CODES)}
RELATED = {
    "body": {"seats": "seat", "covers": "cover", "children": "body"},
    "seat": {},
    "cover": {},
}
FACTS = {"body": BODY_FACTS, "seat": SEAT_FACTS, "cover": COVER_FACTS}
OFFICE_SETS = st.lists(st.sampled_from(OFFICES), max_size=2).map(tuple)


@st.composite
def facts(draw: st.DrawFn, of: str) -> Expression:
    """One question about one fact, answered by a value or by the actor."""
    fact = draw(st.sampled_from(sorted(FACTS[of])))
    value = FACTS[of][fact]
    if draw(st.booleans()):
        known = st.just(OfActor("agency")) if fact == "agency_id" else value
        return Is(fact, draw(st.one_of(value, known)))
    sets: st.SearchStrategy[Any] = st.lists(value, max_size=3).map(tuple)
    if fact == "district_id":
        sets = st.one_of(sets, st.just(OfActor("districts")), OFFICE_SETS.map(DistrictsAs))
    if fact == "agency_id":
        sets = st.one_of(sets, st.just(OfActor("agencies")))
    return In(fact, draw(sets))


def expressions(of: str = "body", depth: int = 3) -> st.SearchStrategy[Expression]:
    leaves = [facts(of), st.builds(Anything), st.builds(Nothing)]
    leaves.append(st.builds(Has, st.just("roles"), OFFICE_SETS))
    if depth == 0:
        return st.one_of(leaves)
    deeper = st.deferred(lambda: expressions(of, depth - 1))
    parts = st.lists(deeper, max_size=3).map(tuple)
    grown = [st.builds(Both, parts), st.builds(Either, parts), st.builds(Not, deeper)]
    grown += [
        st.builds(Exists, st.just(relation), expressions(other, depth - 1)) for relation, other in RELATED[of].items()
    ]
    return st.one_of(*leaves, *grown)


@st.composite
def actors(draw: st.DrawFn) -> Actor:
    pairs = draw(st.lists(st.tuples(st.sampled_from(OFFICES), st.sampled_from(DISTRICTS)), max_size=3))
    return Actor(
        id="eva",
        name="Eva",
        agencies=frozenset(draw(some(*AGENCIES))),
        roles=frozenset(role for role, _ in pairs),
        districts=frozenset(district for _, district in pairs),
        offices=frozenset(pairs),
    )


def as_facts(thing: models.Model) -> dict[str, Any]:
    """A body as plain facts, with its relations: the form in which a rule reads a record that is no row."""
    own = {field.attname: getattr(thing, field.attname) for field in thing._meta.concrete_fields}
    if isinstance(thing, Body):
        own |= {name: [as_facts(one) for one in getattr(thing, name).all()] for name in RELATED["body"]}
    return own
