"""A world of bodies thrown at random, and verbs that are ruled for one test."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest
from tests.trust.bodies import AGENCIES, CODES, DISTRICTS, KINDS, MOMENTS, SEAT_ROLES

from samvirke.desks.meetings.models import Meeting
from samvirke.foundation.words import Said
from samvirke.registers.partners.models import Body, BodyMunicipality, Seat
from samvirke.registers.places.models import District, Municipality
from samvirke.trust.access import rules
from samvirke.trust.access.grounds import (
    Expression,
    Ground,
)
from samvirke.trust.access.rules import forbid, rule
from samvirke.trust.identity.models import Agency

_LOADED = {"crs": "EPSG:25832", "time_zone": "Europe/Copenhagen"}


@pytest.fixture(params=[1, 2], ids="world {}".format)
def world(request: pytest.FixtureRequest) -> list[Body]:
    """Bodies, seats and what they cover, thrown at random; some facts are missing."""
    dice = random.Random(request.param)
    for name in DISTRICTS:
        District.objects.create(
            id=name, name={"en": name}, country="XX", **_LOADED, loaded_at=dice.choice([None, *MOMENTS])
        )
    for code in CODES:
        Municipality.objects.create(code=code, name=str(code), district_id=dice.choice(DISTRICTS))
    for name in AGENCIES:
        Agency.objects.create(id=name, name={"en": name}, kind="other")
    made: list[Body] = []
    for number in range(14):
        made.append(
            Body.objects.create(
                id=f"body-{number}",
                district_id=dice.choice(DISTRICTS),
                kind=dice.choice(KINDS),
                name={},
                task={},
                located_in_id=dice.choice([None, *CODES]),
                parent=dice.choice([None, None, *made[-4:]]),
            )
        )
        for code in dice.sample(CODES, dice.randint(0, 2)):
            BodyMunicipality.objects.create(body=made[-1], municipality_id=code)
        for order in range(dice.randint(0, 3)):
            Seat.objects.create(
                body=made[-1],
                slug=f"seat-{order}",
                office={},
                role=dice.choice(SEAT_ROLES),
                agency_id=dice.choice([None, *AGENCIES]),
                municipality_id=dice.choice([None, *CODES]),
                count=dice.randint(1, 2),
                order=order,
            )
        for meeting in range(dice.randint(0, 2)):
            starts = dice.choice([None, *MOMENTS])
            ends = dice.choice([None, *(one for one in MOMENTS if starts is None or one > starts)])
            Meeting.objects.create(
                body=made[-1], year=2024, number=meeting, state="planned", starts_at=starts, ends_at=ends
            )
    return list(Body.objects.all())


@pytest.fixture
def ruled() -> Iterator[Callable[..., str]]:
    """A verb with these grounds for and against it; forgotten again after the test."""
    made: list[str] = []

    def with_grounds(permits: list[Expression], forbids: list[Expression]) -> str:
        verb = f"test.random-{len(made)}"
        made.append(verb)
        rule(verb, *(Ground(Said("permits"), one) for one in permits))
        forbid(verb, *(Ground(Said("forbids"), one) for one in forbids))
        return verb

    yield with_grounds
    for verb in made:
        rules._rules.pop(verb)
