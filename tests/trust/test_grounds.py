"""The same ground answers “may I?” and “which ones?” alike, whatever it says, whoever asks and whatever is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.trust.bodies import MANY, actors, as_facts, expressions

from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.grounds import (
    Expression,
    as_filter,
    holds,
)
from samvirke.trust.access.rules import may, visible

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def plain(world: list[Body]) -> list[dict[str, Any]]:
    """The same bodies as plain facts."""
    return [as_facts(body) for body in world]


@MANY
@given(when=expressions(), actor=actors())
def test_a_list_holds_exactly_what_the_question_permits(world: list[Body], when: Expression, actor: Actor):
    listed = set(Body.objects.filter(as_filter(when, Body, actor)).values_list("pk", flat=True))
    assert listed == {body.pk for body in world if holds(when, body, actor)}


@settings(MANY, max_examples=60)
@given(when=expressions(), actor=actors())
def test_a_record_of_plain_facts_is_judged_as_the_row(
    world: list[Body], plain: list[dict[str, Any]], when: Expression, actor: Actor
):
    assert [holds(when, facts, actor) for facts in plain] == [holds(when, body, actor) for body in world]


@MANY
@given(
    permits=st.lists(expressions(depth=2), max_size=3),
    forbids=st.lists(expressions(depth=2), max_size=2),
    actor=actors(),
)
def test_a_rule_lists_what_it_permits_and_forbidden_beats_permitted(
    world: list[Body],
    ruled: Callable[..., str],
    permits: list[Expression],
    forbids: list[Expression],
    actor: Actor,
):
    verb = ruled(permits, forbids)
    allowed = {body.pk for body in world if may(actor, verb, body)}
    assert set(visible(actor, verb, Body.objects.all()).values_list("pk", flat=True)) == allowed
    by_hand = {
        body.pk
        for body in world
        if any(holds(one, body, actor) for one in permits) and not any(holds(one, body, actor) for one in forbids)
    }
    assert allowed == by_hand


@settings(MANY, max_examples=80)
@given(permits=st.lists(expressions(depth=2), min_size=1, max_size=3), more=expressions(depth=2), actor=actors())
def test_a_further_ground_never_takes_and_a_further_prohibition_never_gives(
    world: list[Body],
    ruled: Callable[..., str],
    permits: list[Expression],
    more: Expression,
    actor: Actor,
):
    plain, wider, narrower = ruled(permits, []), ruled([*permits, more], []), ruled(permits, [more])
    for body in world:
        assert may(actor, narrower, body) <= may(actor, plain, body) <= may(actor, wider, body)
