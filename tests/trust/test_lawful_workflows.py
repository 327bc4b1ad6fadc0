"""However people of several agencies go about their cases, nobody reads what is not theirs or lawfully given."""

from __future__ import annotations

import random

import pytest
from django.db import transaction
from django.db.models import QuerySet
from tests.desks.casework import conftest as of_the_desk
from tests.desks.casework.conftest import World
from tests.evidence import evidence
from tests.trust.oracle.opening import open_case
from tests.trust.oracle.steps import STEPS
from tests.trust.oracle.walking import Walk

from samvirke.desks.casework.models import Contribution, Disclosure
from samvirke.desks.casework.models.disclosure import GIVEN, RECALLED
from samvirke.desks.casework.queries import case_view as viewing
from samvirke.trust.access.basis import INVESTIGATION
from samvirke.trust.access.label import label_of
from samvirke.trust.audit.kept import kept_trail
from samvirke.trust.audit.verifier import verify

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SEED = 20240820
# The district and the kinds of case that the desk is tested with.
person, trial_kinds, world = of_the_desk.person, of_the_desk.trial_kinds, of_the_desk.world
A_WALK = 150


def walk_on(walk: Walk, steps: int) -> None:
    """So many steps, deeds and openings; after each deed two people open the case, or try to."""
    kinds, weights = list(STEPS), list(STEPS.values())
    open_case(walk)
    while walk.steps < steps:
        if len(walk.books) <= walk.steps // A_WALK:
            open_case(walk)
        key = walk.dice.choice(list(walk.books))
        walk.dice.choices(kinds, weights)[0](walk, key)
        walk.look(walk.some(key), key)
        walk.look(walk.who(), key)
    walk.look_at_all()
    look_into(walk)


def look_into(walk: Walk) -> None:
    """What has to hold of everything that is stored: complete, labelled, and a trail that verifies."""
    for one in Disclosure.objects.all():
        label = label_of(*one.label)
        assert label.permits(one.purpose)
        assert not label.permits(INVESTIGATION)
        assert one.basis in one.label
        assert one.not_for_investigation
        assert all((one.purpose, one.basis, one.necessity, one.fields, one.digest, one.expires_at > one.decided_at))
        assert one.giver_id != one.receiver_id
        assert (one.state in (GIVEN, RECALLED)) == (one.given_at is not None)
    sticky()
    trail = kept_trail()
    assert verify(trail.lines(), trail.sides(), trail.head, subjects=trail.subjects()) == []


def sticky() -> None:
    """A text that was written with knowledge of what others gave bears the label of all that its agency had."""
    for text in Contribution.objects.all():
        had: QuerySet[Disclosure] = Disclosure.objects.filter(
            case=text.case_id, receiver=text.agency_id, given_at__lt=text.changed_at, state__in=(GIVEN, RECALLED)
        )
        for one in had:
            assert set(one.label) <= set(text.label)


def walked(world: World, seed: int, steps: int) -> Walk:
    """One walk in a world that is as it was afterwards."""
    with transaction.atomic():
        walk = Walk(world, seed)
        walk_on(walk, steps)
        transaction.set_rollback(True)
    return walk


def test_a_walk_through_cases_shows_nobody_what_is_not_theirs(world: World):
    walk = walked(world, SEED, 600)
    assert min(walk.count.values()) > 10, walk.count


def everything_of_a_case(_actor: object, _verb: str, rows: QuerySet[Disclosure]) -> QuerySet[Disclosure]:
    """What the rule of reading would be if it looked at nothing."""
    return rows


def test_a_view_that_forgets_what_has_ended_is_found_out(world: World, monkeypatch: pytest.MonkeyPatch):
    assert forgetful(world, monkeypatch) == 1


def forgetful(world: World, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many of the seeded faults a walk finds."""
    with monkeypatch.context() as patch:
        patch.setattr(viewing, "visible", everything_of_a_case)
        with pytest.raises(AssertionError, match="reads"):
            walked(world, SEED, 3_000)
    return 1


@pytest.mark.slow
def test_very_many_steps_show_nobody_what_is_not_theirs(world: World, monkeypatch: pytest.MonkeyPatch):
    count, steps, looks, dice = 200_000, 0, 0, random.Random(SEED)
    while steps < count:
        walk = walked(world, dice.getrandbits(32), 1_000)
        steps += walk.steps
        looks += walk.count["seen"]
    evidence(
        "T30",
        what="walks through cases: no reading without a live disclosure or membership",
        count=steps,
        seed=SEED,
        result=f"0 foreign words among {looks:,} read, 0 incomplete disclosures, every trail verifies",
        control=f"{forgetful(world, monkeypatch)} seeded fault, found",
    )
