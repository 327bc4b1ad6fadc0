"""The rules of casework answer as a second hand wrote them for Cedar, on every small world and on worlds at random."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

import pytest
from tests.evidence import evidence
from tests.trust.oracle.cedar import Request, answers
from tests.trust.oracle.thrown import a_request, a_request_to
from tests.trust.oracle.worlds import OF_AGENCY, OF_CASE, OF_DISCLOSURE, OF_SEARCH, every, some

from samvirke.trust.access import rules
from samvirke.trust.access.grounds import Anything, Both, Either, Exists, Expression, Ground, Not, Nothing, Of
from samvirke.trust.access.rules import Rule, decide, grounds_of, verbs

SEED = 20240820
VERBS = (*OF_CASE, *OF_DISCLOSURE, *OF_SEARCH, *OF_AGENCY)
# By verb, one verb of the same kind of thing.
KIND = {verb: of[0] for of in (OF_CASE, OF_DISCLOSURE, OF_SEARCH, OF_AGENCY) for verb in of}
Answered = list[tuple[Request, bool]]


def disagreements(requests: Iterable[Request], at_once: int = 100_000) -> tuple[int, list[str]]:
    """How many were asked, and those that Cedar answers otherwise."""
    asked, found, rest = 0, list[str](), iter(requests)
    while chunk := list(islice(rest, at_once)):
        asked += len(chunk)
        for (actor, verb, thing), said in zip(chunk, answers(chunk), strict=True):
            if decide(actor, verb, thing).permitted is not said:
                found.append(f"Cedar {'permits' if said else 'denies'} {verb} to {actor.posts} of {thing}")
    return asked, found


@pytest.fixture(scope="module")
def answered() -> Answered:
    """Many questions of all kinds, with what Cedar says to each."""
    dice = random.Random(SEED)
    requests = [*some(dice, 15_000), *(a_request(dice) for _request in range(5_000))]
    return list(zip(requests, answers(requests), strict=True))


@pytest.fixture(scope="module")
def thrown() -> dict[str, list[Request]]:
    """Questions at random about each kind of thing, for any verb of that kind."""
    dice = {kind: random.Random(f"{SEED} {kind}") for kind in set(KIND.values())}
    return {kind: [a_request_to(one, kind) for _request in range(10_000)] for kind, one in dice.items()}


def test_the_rules_answer_as_the_second_hand_does(answered: Answered):
    wrong = [(actor, verb, thing) for (actor, verb, thing), said in answered if ruled(actor, verb, thing) is not said]
    assert not wrong, wrong[0]
    assert {request[1] for request, _said in answered} == set(VERBS)
    assert 1_000 < sum(said for _request, said in answered) < len(answered) / 2


def test_every_verb_of_a_case_has_been_written_twice():
    of_districts = {
        "see-types",
        "count",
        "bring-counts",
        "store-types",
        "enter-period",
        "forget",
        "forget-search",
        "empty-ended",
    }
    written = {verb.partition(".")[2] for verb in verbs() if verb.startswith("casework.")}
    assert written - of_districts == {verb.partition(".")[2] for verb in VERBS}


@pytest.mark.parametrize("verb", VERBS)
def test_a_rule_that_is_changed_in_one_place_is_found(
    verb: str, thrown: dict[str, list[Request]], monkeypatch: pytest.MonkeyPatch
):
    asked = [(actor, verb, thing) for actor, _verb, thing in thrown[KIND[verb]]]
    right = [ruled(*request) for request in asked]
    telling = set[int]()
    for name, mutant in mutants(verb):
        monkeypatch.setitem(rules._rules, verb, mutant)
        found = next((at for at, request in enumerate(asked) if ruled(*request) is not right[at]), None)
        assert found is not None, f"nobody notices {name}"
        telling.add(found)
    # Where a changed rule answers otherwise, Cedar answers as the true one.
    assert answers([asked[at] for at in telling]) == [right[at] for at in telling]


def ruled(*request: object) -> bool:
    """What the rule says."""
    return decide(*request).permitted  # type: ignore[arg-type]


def mutants(verb: str) -> Iterator[tuple[str, Rule]]:
    """The rule with one ground or one prohibition left out, or with one part of an expression always or never so."""
    rule = rules._found(verb)
    for of in ("permits", "forbids"):
        grounds: list[Ground] = getattr(rule, of)
        for at, ground in enumerate(grounds):
            yield f"without {of} {ground.because}", replace(rule, **{of: [*grounds[:at], *grounds[at + 1 :]]})
            for name, when in changed(ground.when):
                other = [*grounds[:at], Ground(ground.because, when), *grounds[at + 1 :]]
                yield f"{of} {ground.because}: {name}", replace(rule, **{of: other})


def changed(when: Expression) -> Iterator[tuple[str, Expression]]:
    """An expression with one of its questions answered beforehand."""
    match when:
        case Both(parts) | Either(parts):
            for at, part in enumerate(parts):
                for name, other in changed(part):
                    yield name, replace(when, parts=(*parts[:at], other, *parts[at + 1 :]))
        case Not(part):
            yield from ((name, Not(other)) for name, other in changed(part))
        case Exists(relation, where) | Of(relation, where):
            yield from ((f"{relation} {name}", replace(when, where=other)) for name, other in changed(where))
        case _:
            yield f"always {when}", Anything()
            yield f"never {when}", Nothing()


@pytest.mark.slow
def test_every_small_world_and_a_million_at_random_are_answered_alike(monkeypatch: pytest.MonkeyPatch):
    asked, wrong = disagreements(every())
    assert asked >= 1_000_000
    assert not wrong, wrong[0]
    evidence(
        "T2",
        what="every small world: the rules of casework and Cedar",
        count=asked,
        seed="none",
        result="0 disagreements",
        control=f"{control(monkeypatch)} rules without their prohibitions, each found",
        database="none",
    )
    dice = random.Random(SEED)
    asked, wrong = disagreements(a_request(dice) for _request in range(1_000_000))
    assert not wrong, wrong[0]
    evidence(
        "T2",
        what="worlds at random: the rules of casework and Cedar",
        count=asked,
        seed=SEED,
        result="0 disagreements",
        control="every rule changed in every one of its parts, each change found",
        database="none",
    )


def control(monkeypatch: pytest.MonkeyPatch) -> int:
    """How many verbs are found out when what forbids them is forgotten: all that have prohibitions."""
    dice = random.Random(SEED)
    forgetful = [verb for verb in VERBS if rules._found(verb).forbids]
    with monkeypatch.context() as patch:
        for verb in forgetful:
            patch.setitem(rules._rules, verb, Rule(list(grounds_of(verb)), []))
        found = disagreements(some(dice, 20_000))[1]
    assert all(any(f" {verb} to " in one for one in found) for verb in forgetful)
    return len(forgetful)
