"""A rule answers with its ground, permits nobody without one, and gives nothing that was not said."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.trust.bodies import DISTRICTS

from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import NOBODY, Actor, system
from samvirke.trust.access.common import in_office, takes_part
from samvirke.trust.access.grounds import (
    Anything,
    Nothing,
    as_filter,
    holds,
)
from samvirke.trust.access.rules import decide, may, visible

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_a_rule_without_a_ground_permits_nobody(world: list[Body], ruled: Callable[..., str]):
    verb = ruled([], [])
    assert not visible(system("operator"), verb, Body.objects.all()).exists()
    assert not any(may(system("operator"), verb, body) for body in world)


def test_a_decision_tells_its_ground_in_words(world: list[Body], ruled: Callable[..., str]):
    forbidden = decide(NOBODY, ruled([Anything()], [Anything()]), world[0])
    assert (forbidden.permitted, str(forbidden.ground)) == (False, "forbids")
    permitted = decide(NOBODY, ruled([Anything()], [Nothing()]), world[0])
    assert (permitted.permitted, str(permitted.ground)) == (True, "permits")
    groundless = decide(NOBODY, ruled([Nothing()], []), world[0])
    assert (groundless.permitted, "no rule gives" in str(groundless.ground)) == (False, True)


def test_an_unknown_verb_raises_for_one_thing_and_for_a_list(world: list[Body]):
    with pytest.raises(LookupError, match=r"plan\.sing"):
        decide(NOBODY, "plan.sing", world[0])
    with pytest.raises(LookupError, match=r"plan\.sing"):
        visible(NOBODY, "plan.sing", Body.objects.all())


def test_a_rule_that_needs_a_thing_and_gets_none_never_permits(ruled: Callable[..., str]):
    eva = Actor(id="eva", name="Eva", districts=frozenset(DISTRICTS))
    with pytest.raises(AttributeError):
        may(eva, ruled([takes_part("district_id").when], []), None)


def test_what_is_no_expression_is_no_answer(world: list[Body]):
    with pytest.raises(TypeError):
        holds("anything", world[0], NOBODY)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        as_filter("anything", Body, NOBODY)  # type: ignore[arg-type]


def test_whoever_belongs_nowhere_sees_nothing_through_the_shared_grounds(world: list[Body]):
    for ground in (takes_part("district_id"), in_office("is a chief", "district_id", "chief")):
        assert not Body.objects.filter(as_filter(ground.when, Body, NOBODY)).exists()


def test_an_office_in_one_district_is_none_in_another(world: list[Body]):
    eva = Actor(
        id="eva",
        name="Eva",
        roles=frozenset({"chief"}),
        districts=frozenset({"fjord", "hills"}),
        offices=frozenset({("chief", "fjord"), ("analyst", "hills")}),
    )
    seen = Body.objects.filter(as_filter(in_office("is a chief", "district_id", "chief").when, Body, eva))
    assert {body.district_id for body in seen} == {"fjord"}
