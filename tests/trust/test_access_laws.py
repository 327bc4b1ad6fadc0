"""Laws that hold between two answers of the rules of casework, whatever the case, the person and the verb."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from tests.evidence import evidence
from tests.trust.oracle.cedar import Request
from tests.trust.oracle.thrown import ACCOUNTS, a_request
from tests.trust.oracle.worlds import AGENCIES, MOMENTS, NOW, row

from samvirke.trust.access import rules
from samvirke.trust.access.actor import system
from samvirke.trust.access.grounds import Anything, Ground
from samvirke.trust.access.rules import Rule, grounds_of, may

SEED = 20240820
_SINCE, _UNTIL = min(MOMENTS), max(MOMENTS)
Law = Callable[[random.Random, Request], bool]
Case = dict[str, Any]


def altered(thing: dict[str, Any], change: Callable[[Case], Case]) -> dict[str, Any]:
    """The same thing after its case has changed; what is of an agency has no case."""
    if "case" in thing:
        return thing | {"case": change(thing["case"])}
    return change(thing) if "members" in thing else thing


def more(relation: str, **facts: Any) -> Callable[[Case], Case]:
    """A case with one more row of a relation."""
    return lambda case: case | {relation: [*case[relation], facts]}


def of_a_case(thing: dict[str, Any]) -> bool:
    return "case" in thing or "members" in thing


def taking_a_grant_away_never_permits(dice: random.Random, asked: Request) -> bool:
    actor, verb, thing = asked
    relation = dice.choice(("members", "broken_glass", "participants"))
    poorer = altered(thing, lambda case: case | {relation: case[relation][1:]})
    return may(actor, verb, thing) or not may(actor, verb, poorer)


def leaving_a_post_never_permits(dice: random.Random, asked: Request) -> bool:
    actor, verb, thing = asked
    if actor.account is None or not actor.posts:
        return not may(actor, verb, thing)
    kept = frozenset(dice.sample(sorted(actor.posts), len(actor.posts) - 1))
    gone = replace(actor, posts=kept, agencies=frozenset(agency for _role, agency in kept))
    return may(actor, verb, thing) or not may(gone, verb, thing)


def time_that_passes_only_takes_away(dice: random.Random, asked: Request) -> bool:
    """Once everything has begun, a later moment never permits what an earlier one did not."""
    actor, verb, thing = asked
    early, late = sorted(dice.sample(MOMENTS, 2))
    begun = altered(thing, all_begun)
    if begun.get("given_at"):
        begun |= {"given_at": _SINCE}
    then, later = replace(actor, moment=early), replace(actor, moment=late)
    return may(then, verb, begun) or not may(later, verb, begun)


def all_begun(case: Case) -> Case:
    spans = ("members", "broken_glass", "participants")
    return case | {name: [one | {"since": _SINCE} for one in case[name]] for name in spans}


def a_conflict_shuts_out(_dice: random.Random, asked: Request) -> bool:
    actor, verb, thing = asked
    close = altered(thing, more("conflicts", account_id=actor.account))
    return not of_a_case(thing) or not may(actor, verb, close)


def a_seal_shuts_out_whoever_is_not_of_the_agency(dice: random.Random, asked: Request) -> bool:
    actor, verb, thing = asked
    agency = dice.choice(AGENCIES)
    sealed = altered(thing, more("seals", agency_id=agency, until=None))
    return not of_a_case(thing) or agency in actor.agencies or not may(actor, verb, sealed)


def a_seal_that_was_opened_changes_nothing(dice: random.Random, asked: Request) -> bool:
    actor, verb, thing = asked
    opened = altered(thing, more("seals", agency_id=dice.choice(AGENCIES), until=dice.choice(MOMENTS)))
    return may(actor, verb, opened) == may(actor, verb, thing)


def another_name_for_everything_changes_nothing(dice: random.Random, asked: Request) -> bool:
    actor, verb, thing = asked
    agencies = {one: f"renamed-{one}" for one in AGENCIES}
    accounts = dict(zip(ACCOUNTS, (UUID(int=dice.getrandbits(128)) for _one in ACCOUNTS), strict=True))
    names: dict[Any, Any] = agencies | accounts
    other = replace(
        actor,
        id=str(names.get(actor.account, actor.id)),
        agencies=frozenset(agencies[one] for one in actor.agencies),
        posts=frozenset((role, agencies[one]) for role, one in actor.posts),
    )
    return may(other, verb, renamed(thing, names)) == may(actor, verb, thing)


def renamed(value: Any, names: dict[Any, Any]) -> Any:
    if isinstance(value, dict):
        return {name: renamed(one, names) for name, one in value.items()}
    if isinstance(value, list):
        return [renamed(one, names) for one in value]
    return names.get(value, value)


def the_order_of_rows_changes_nothing(dice: random.Random, asked: Request) -> bool:
    actor, verb, thing = asked

    def shuffled(case: Case) -> Case:
        return {name: dice.sample(one, len(one)) if type(one) is list else one for name, one in case.items()}

    return may(actor, verb, altered(thing, shuffled)) == may(actor, verb, thing)


def a_part_of_the_system_is_let_into_nothing(_dice: random.Random, asked: Request) -> bool:
    _actor, verb, thing = asked
    return not any(may(system(name), verb, thing) for name in ("operator", "scheduler", "web"))


def an_agency_that_joins_never_lets_a_stranger_in(dice: random.Random, asked: Request) -> bool:
    """A stranger to the case works in another agency than the one that joins."""
    actor, verb, thing = asked
    joins = dice.choice(AGENCIES)
    wider = altered(thing, more("participants", **row((_SINCE, None), agency_id=joins)))
    return joins in actor.agencies or may(actor, verb, thing) or not may(actor, verb, wider)


def a_colleague_who_joins_changes_nothing_for_others(dice: random.Random, asked: Request) -> bool:
    actor, verb, thing = asked
    others = [one for one in ACCOUNTS if one != actor.account]
    joins = {"account_id": dice.choice(others), "agency_id": dice.choice(AGENCIES), "leads": True, "of_owner": True}
    wider = altered(thing, more("members", **row((_SINCE, _UNTIL), **joins)))
    return may(actor, verb, wider) == may(actor, verb, thing)


def whoever_breaks_the_glass_only_reads(_dice: random.Random, asked: Request) -> bool:
    actor, verb, thing = asked
    if not actor.agencies:
        return True
    glass = {"account_id": actor.account, "agency_id": min(actor.agencies)}
    broken = altered(thing, more("broken_glass", **row((_SINCE, NOW), **glass)))
    reads = verb in ("casework.know", "casework.open", "casework.read-disclosure")
    return reads or may(actor, verb, broken) == may(actor, verb, thing)


def whoever_may_do_anything_knows_of_it_or_judges_it(_dice: random.Random, asked: Request) -> bool:
    actor, verb, thing = asked
    outside = ("casework.break-glass", "casework.review-glass", "casework.settle-archive", "casework.see-forgetting")
    known = verb in outside or "members" not in thing or may(actor, "casework.know", thing)
    # The second who opens a seal leads casework in the agency that set it, which may take part no more.
    return known or verb == "casework.unseal" or not may(actor, verb, thing)


LAWS: tuple[Law, ...] = (
    taking_a_grant_away_never_permits,
    leaving_a_post_never_permits,
    time_that_passes_only_takes_away,
    a_conflict_shuts_out,
    a_seal_shuts_out_whoever_is_not_of_the_agency,
    a_seal_that_was_opened_changes_nothing,
    another_name_for_everything_changes_nothing,
    the_order_of_rows_changes_nothing,
    a_part_of_the_system_is_let_into_nothing,
    an_agency_that_joins_never_lets_a_stranger_in,
    a_colleague_who_joins_changes_nothing_for_others,
    whoever_breaks_the_glass_only_reads,
    whoever_may_do_anything_knows_of_it_or_judges_it,
)


def broken(law: Law, count: int, seed: int = SEED) -> list[Request]:
    """The cases in which a law does not hold."""
    dice = random.Random(f"{law.__name__} {seed}")
    return [asked for asked in (a_request(dice) for _case in range(count)) if not law(dice, asked)]


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_a_law_of_access_holds(law: Law):
    assert not broken(law, 600)


def test_an_unknown_verb_is_an_error_whoever_asks():
    dice = random.Random(SEED)
    for _case in range(50):
        actor, verb, thing = a_request(dice)
        for misspelt in (verb.upper(), f"{verb}s", verb[:-1], verb.partition(".")[2], ""):
            with pytest.raises(LookupError):
                may(actor, misspelt, thing)


def test_the_laws_notice_a_ground_that_everybody_has(monkeypatch: pytest.MonkeyPatch):
    assert control(monkeypatch) == {
        a_part_of_the_system_is_let_into_nothing,
        a_conflict_shuts_out,
        a_seal_shuts_out_whoever_is_not_of_the_agency,
        leaving_a_post_never_permits,
        whoever_may_do_anything_knows_of_it_or_judges_it,
    }


def control(monkeypatch: pytest.MonkeyPatch) -> set[Law]:
    """The laws that do not hold once a verb is permitted to everybody and forbidden to nobody."""
    everybody = Ground(grounds_of("casework.open")[0].because, Anything())
    with monkeypatch.context() as patch:
        for verb in ("casework.open", "casework.read-disclosure"):
            patch.setitem(rules._rules, verb, Rule([everybody], []))
        return {law for law in LAWS if broken(law, 600)}


@pytest.mark.slow
def test_the_laws_hold_over_many_cases(monkeypatch: pytest.MonkeyPatch):
    for law in LAWS:
        assert not broken(law, 100_000), law.__name__
    evidence(
        "T2",
        what=f"{len(LAWS)} laws between two answers",
        count=100_000 * len(LAWS),
        seed=SEED,
        result="0 exceptions",
        control=f"a verb open to everybody breaks {len(control(monkeypatch))} of them",
        database="none",
    )
