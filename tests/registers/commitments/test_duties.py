"""How far a body has come with a duty of the year, held against naive counting for every declared duty."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from tests.trail import one_line, refusal

from samvirke.foundation.clock import standing_on
from samvirke.registers.commitments.commands.fulfil import fulfil
from samvirke.registers.commitments.queries.duty_standings import Standing, duty_standings
from samvirke.registers.commitments.register import all_duties
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import NOBODY, system

pytestmark = pytest.mark.django_db

OPERATOR, YEAR = system("operator"), 2024
DAYS = [
    date(2024, 1, 1),
    date(2024, 8, 20),
    date(2024, 11, 1),
    date(2024, 12, 13),
    date(2024, 12, 31),
    date(2025, 1, 1),
]
# Units done and planned, those of the year before, and how many of the planned ones still lack a day.
HISTORIES = [
    (0, 0, 0),
    (1, 0, 0),
    (0, 1, 0),
    (1, 1, 2),
    (2, 2, 0),
    (3, 0, 1),
    (4, 0, 0),
    (4, 2, 0),
    (0, 0, 4),
    (6, 0, 0),
]


@pytest.fixture
def council(fjord):
    body = Body.objects.get(pk="kredsraad-fjordkredsen")
    body.duties = list(all_duties())
    body.save()
    return body


def standing(body, name="district-council-meetings", year=YEAR) -> Standing:
    return next(one for one in duty_standings(OPERATOR, [body], year) if one.duty.name == name)


def held(body, count, *, duty="district-council-meetings", year=YEAR, planned=False):
    for number in range(count):
        day = None if planned and number % 2 else date(year, 2 + number, 3)
        evidence = f"{'planned' if planned else 'held'} {number} of {year}"
        fulfil(OPERATOR, body=body, duty_name=duty, year=year, evidence=evidence, on=day, planned=planned)


def naive(duty, units, day):
    """Counted by hand from the rows, in another way than the query does."""
    done = planned = 0
    for unit in units:
        if duty.once or unit.year == YEAR:
            done, planned = done + (unit.state == "done"), planned + (unit.state == "planned")
    missing = duty.times
    for _unit in range(done + planned):
        missing = missing - 1 if missing else 0
    by, notice = date(YEAR, duty.last_month, duty.last_day), timedelta(days=duty.days_of_notice)
    for _unit in range(missing - 1):
        by -= timedelta(days=duty.days_between)
    if done >= duty.times:
        state = "met"
    elif day.year > YEAR:
        state = "missed"
    elif missing == 0:
        state = "on-course"
    else:
        state = "at-risk" if by - notice <= day + timedelta(days=45) else "not-begun"
    return done, planned, missing, state, by if missing else None, by - notice if missing else None


# Those that law or plan numbers, of the body as a whole; the others in the tests of places and of what may be done.
NUMBERED = sorted(one.name for one in all_duties().values() if one.times and not one.per and not one.optional)


@pytest.mark.parametrize("name", NUMBERED)
def test_a_standing_is_what_one_counts_by_hand(council, name):
    duty = all_duties()[name]
    for done, planned, before in HISTORIES:
        council.fulfilments.all().delete()
        held(council, done, duty=name)
        held(council, planned, duty=name, planned=True)
        held(council, before, duty=name, year=YEAR - 1)
        for day in DAYS:
            with standing_on(day):
                found = standing(council, name)
            counted = (found.done, found.planned, found.missing, found.state, found.hold_by, found.act_by)
            assert counted == naive(duty, council.fulfilments.all(), day), (done, planned, before, day)
            assert found.required == duty.times


def test_every_duty_names_itself_and_its_source_and_can_be_owed():
    assert len(all_duties()) == 22
    assert len(NUMBERED) == 13
    for duty in all_duties().values():
        assert duty.title
        assert duty.unit
        assert duty.source
        assert duty.confidence in ("H", "M", "L")
        assert duty.times is None or duty.times >= 1
        assert duty.hold_by(YEAR, 1) == duty.last_date(YEAR)


def test_the_latest_and_the_next_day_are_named(council):
    held(council, 2)
    held(council, 2, planned=True)
    fulfil(
        OPERATOR, body=council, duty_name="district-council-meetings", year=YEAR, evidence="late", on=date(2024, 9, 1)
    )
    found = standing(council)
    assert (found.latest, found.next) == (date(2024, 9, 1), date(2024, 2, 3))


def test_a_unit_is_written_once_by_its_evidence_and_a_planned_one_becomes_done(council):
    facts = {"body": council, "duty_name": "ssp-discussed", "year": YEAR, "evidence": "meeting 3/2024"}
    with one_line("commitments.fulfil") as lines:
        unit = fulfil(OPERATOR, **facts, on=date(2024, 9, 10), planned=True)
    assert lines[0].things == ["partners.body:kredsraad-fjordkredsen", f"commitments.fulfilment:{unit.pk}"]
    assert standing(council, "ssp-discussed").state == "on-course"
    fulfil(OPERATOR, **facts, on=date(2024, 9, 11))
    fulfil(OPERATOR, **facts, on=date(2024, 9, 11))
    found = standing(council, "ssp-discussed")
    assert (found.done, found.planned, found.state, found.latest) == (1, 0, "met", date(2024, 9, 11))


def test_a_duty_that_nobody_declares_is_a_slip_of_the_program(council):
    with pytest.raises(LookupError):
        fulfil(OPERATOR, body=council, duty_name="singing", year=YEAR, evidence="song", on=date(2024, 1, 1))
    assert not council.fulfilments.exists()


@pytest.mark.parametrize(("evidence", "on"), [("meeting", None), ("", date(2024, 1, 1))], ids=["no day", "no evidence"])
def test_the_database_refuses_a_unit_that_shows_nothing(council, evidence, on):
    with pytest.raises(IntegrityError), transaction.atomic():
        fulfil(OPERATOR, body=council, duty_name="ssp-discussed", year=YEAR, evidence=evidence, on=on)
    assert not council.fulfilments.exists()


@pytest.mark.parametrize(("role", "agency"), [("mayor", "fjordby-kommune"), ("secretary", "dalby-kommune")])
def test_neither_another_role_nor_another_districts_secretary_fulfils_one(council, dale, person, role, agency):
    somebody = person(role, agency)
    with refusal("commitments.fulfil"):
        fulfil(somebody, body=council, duty_name="ssp-discussed", year=YEAR, evidence="x", on=date(2024, 1, 1))
    assert not council.fulfilments.exists()


def test_somebody_sees_how_the_bodies_of_their_district_stand_in_the_order_asked(council, dale, person):
    both = [Body.objects.get(pk="kredsraad-dalkredsen"), council]
    assert [one.body.pk for one in duty_standings(person("mayor", "dalby-kommune"), both, YEAR)] == [both[0].pk]
    assert {one.body.pk for one in duty_standings(person("mayor", "fjordby-kommune"), both, YEAR)} == {council.pk}
    assert next(iter(duty_standings(OPERATOR, both, YEAR))).body == both[0]
    assert duty_standings(NOBODY, both, YEAR) == []
