"""Questions thrown at random that may be asked of a body, and those who ask."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import models
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from samvirke.desks.meetings.models import Meeting
from samvirke.registers.partners.models import Body, BodyMunicipality, Seat
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.grounds import (
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

DISTRICTS = ("fjord", "hills", "Fjord")
AGENCIES = ("fjord-police", "hill-police", "town")
CODES = (998, 999)
KINDS = ("local-council", "board")
SEAT_ROLES = ("chair", "member", "guest")
OFFICES = ("chief", "secretary", "analyst")
NOON = datetime(2024, 8, 20, 12, tzinfo=UTC)
# Before, exactly when, and after the actor asks, who does so at any of them; some times were never written.
MOMENTS = (NOON - timedelta(days=1), NOON, NOON + timedelta(microseconds=1), NOON + timedelta(days=1))
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
RELATED = {"body": {"seats": "seat", "covers": "cover", "children": "body", "meetings": "meeting"}}
BELONGS = {
    "body": {"parent": "body", "district": "district"},
    "seat": {"body": "body"},
    "cover": {"body": "body"},
    "meeting": {"body": "body"},
}
FACTS = {
    "body": BODY_FACTS,
    "seat": SEAT_FACTS,
    "cover": COVER_FACTS,
    "meeting": {"state": st.sampled_from(["planned", "held", ""])},
    "district": {"id": BODY_FACTS["district_id"]},
}
TIMES = {"district": ("loaded_at",), "meeting": ("starts_at", "ends_at")}
KINDS_OF = {Body: "body", Seat: "seat", BodyMunicipality: "cover", Meeting: "meeting", District: "district"}
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
        sets = st.one_of(sets, st.just(OfActor("agencies")), OFFICE_SETS.map(AgenciesAs))
    return In(fact, draw(sets))


def expressions(of: str = "body", depth: int = 3) -> st.SearchStrategy[Expression]:
    leaves = [facts(of), st.builds(Anything), st.builds(Nothing)]
    leaves.append(st.builds(Has, st.just("roles"), OFFICE_SETS))
    leaves += [st.builds(asked, st.just(time)) for time in TIMES.get(of, ()) for asked in (Begun, Lasts)]
    if depth == 0:
        return st.one_of(leaves)
    deeper = st.deferred(lambda: expressions(of, depth - 1))
    parts = st.lists(deeper, max_size=3).map(tuple)
    grown = [st.builds(Both, parts), st.builds(Either, parts), st.builds(Not, deeper)]
    for kind, relations in ((Exists, RELATED.get(of, {})), (Of, BELONGS.get(of, {}))):
        grown += [st.builds(kind, st.just(name), expressions(other, depth - 1)) for name, other in relations.items()]
    return st.one_of(*leaves, *grown)


@st.composite
def actors(draw: st.DrawFn) -> Actor:
    pairs = draw(st.lists(st.tuples(st.sampled_from(OFFICES), st.sampled_from(DISTRICTS)), max_size=3))
    posts = draw(st.lists(st.tuples(st.sampled_from(OFFICES), st.sampled_from(AGENCIES)), max_size=3))
    return Actor(
        id="eva",
        name="Eva",
        agencies=frozenset(draw(some(*AGENCIES))),
        roles=frozenset(role for role, _ in pairs),
        districts=frozenset(district for _, district in pairs),
        offices=frozenset(pairs),
        posts=frozenset(posts),
        moment=draw(st.sampled_from(MOMENTS)),
    )


def as_facts(thing: models.Model, depth: int = 3) -> dict[str, Any]:
    """A body as plain facts, as far as expressions reach: the form in which a rule reads a record that is no row."""
    own = {field.attname: getattr(thing, field.attname) for field in thing._meta.concrete_fields}
    if depth == 0:
        return own
    kind = KINDS_OF[type(thing)]
    many = {name: [as_facts(one, depth - 1) for one in getattr(thing, name).all()] for name in RELATED.get(kind, {})}
    ones = {name: getattr(thing, name) for name in BELONGS.get(kind, {})}
    return own | many | {name: one and as_facts(one, depth - 1) for name, one in ones.items()}
