"""A list of cases or of disclosures holds exactly what the rule permits one by one, over real rows."""

from __future__ import annotations

import random
from typing import Any
from uuid import UUID

import pytest
from django.db import models
from tests.evidence import evidence
from tests.trust.oracle.cedar import answers
from tests.trust.oracle.stored import put_cases, put_ground
from tests.trust.oracle.thrown import an_actor
from tests.trust.oracle.worlds import OF_CASE, OF_DISCLOSURE, somebody

from samvirke.desks.casework.models import Case, Disclosure
from samvirke.trust.access import rules
from samvirke.trust.access.actor import NOBODY, Actor, system
from samvirke.trust.access.rules import Rule, decide, grounds_of, visible

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SEED = 20240820
Facts = dict[UUID, dict[str, Any]]


def agreed(actors: list[Actor], model: type[models.Model], verbs: tuple[str, ...], facts: Facts) -> int:
    """How many answers were alike: of the list, of the row by itself, of the row as plain facts, and of Cedar."""
    rows = list(model._default_manager.prefetch_related(*_RELATED[model]))
    asked = [(actor, verb) for actor in actors for verb in verbs]
    said = iter(answers([(actor, verb, facts[row.pk]) for actor, verb in asked for row in rows]))
    for actor, verb in asked:
        listed = set(visible(actor, verb, model._default_manager.all()).values_list("pk", flat=True))
        one_by_one = {row.pk for row in rows if decide(actor, verb, row).permitted}
        plain = {row.pk for row in rows if decide(actor, verb, facts[row.pk]).permitted}
        second_hand = {row.pk for row in rows if next(said)}
        assert listed == one_by_one == plain == second_hand, (actor, verb)
    return len(asked) * len(rows)


_OF_CASE = ("participants", "members", "broken_glass", "conflicts", "seals")
_RELATED: dict[type[models.Model], tuple[str, ...]] = {
    Case: _OF_CASE,
    Disclosure: tuple(f"case__{name}" for name in _OF_CASE),
}


def test_a_list_of_cases_and_one_of_disclosures_hold_what_the_rule_permits():
    dice = random.Random(SEED)
    put_ground()
    cases, disclosures = put_cases(dice, 40)
    actors = [*(an_actor(dice) for _actor in range(6)), system("operator"), NOBODY]
    assert agreed(actors, Case, OF_CASE, cases) > 5_000
    assert agreed(actors, Disclosure, OF_DISCLOSURE, disclosures) > 1_000


def test_a_list_that_forgets_what_is_forbidden_is_found_out(monkeypatch: pytest.MonkeyPatch):
    dice = random.Random(SEED)
    put_ground()
    cases, _disclosures = put_cases(dice, 60)
    everybody = [somebody(("case-leader", agency)) for agency in ("police", "town", "region")]
    listed = [visible(actor, "casework.know", Case.objects.all()).count() for actor in everybody]
    monkeypatch.setitem(rules._rules, "casework.know", Rule(list(grounds_of("casework.know")), []))
    assert [visible(actor, "casework.know", Case.objects.all()).count() for actor in everybody] > listed
    with pytest.raises(AssertionError):
        agreed(everybody, Case, ("casework.know",), cases)


@pytest.mark.slow
def test_lists_over_many_worlds_hold_what_the_rule_permits():
    dice, alike = random.Random(SEED), 0
    put_ground()
    cases, disclosures = put_cases(dice, 400)
    actors = [an_actor(dice) for _actor in range(60)]
    alike += agreed(actors, Case, OF_CASE, cases)
    alike += agreed(actors, Disclosure, OF_DISCLOSURE, disclosures)
    evidence(
        "T2",
        what="lists of real rows: query, single answers, plain facts and Cedar",
        count=alike,
        seed=SEED,
        result="0 disagreements",
        control="a list without its prohibitions is found",
    )
