"""A learning activity counts for the duty it fulfils, once or for each municipality, from its plan to its end."""

from __future__ import annotations

from datetime import date

import pytest
from tests.trail import refusal

from samvirke.foundation.fault import Refused
from samvirke.handovers.learning_duties import cancel, change, hold, plan
from samvirke.registers.commitments.models import Fulfilment
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import system
from samvirke.trust.identity.models import Agency

pytestmark = pytest.mark.django_db

OPERATOR, COUNCIL = system("operator"), "kredsraad-fjordkredsen"
SPRING, AUTUMN = date(2024, 4, 23), date(2024, 10, 9)


@pytest.fixture
def council(fjord):
    Body.objects.filter(pk=COUNCIL).update(duties=["erfa-meetings", "municipality-visits"])
    return Body.objects.select_related("district").get(pk=COUNCIL)


@pytest.fixture
def police(fjord):
    return Agency.objects.get(pk="fjordkredsens-politi")


def facts(police, body=None, **more):
    counts = {"body": body, "duty": "erfa-meetings"} if body else {}
    told = {"kind": "erfa-meeting", "subject": "Exit", "host": police, "municipalities": [998, 999], "day": SPRING}
    return told | counts | more


def units():
    return sorted(Fulfilment.objects.filter(body=COUNCIL).values_list("duty", "unit", "state", "on", "year"))


def test_a_planned_meeting_is_a_planned_unit_and_a_held_one_is_done(council, police):
    made = plan(OPERATOR, district=council.district, facts=facts(police, council))
    assert units() == [("erfa-meetings", "", "planned", SPRING, 2024)]
    hold(OPERATOR, learning=made, version=1, day=SPRING, municipalities=[998], people={police: 3})
    assert units() == [("erfa-meetings", "", "done", SPRING, 2024)]
    assert Fulfilment.objects.get(body=COUNCIL).evidence == f"learning {made.pk}"


def test_a_visit_counts_for_each_municipality_that_it_reached(council, police):
    visit = facts(police, council, kind="visit", duty="municipality-visits")
    made = plan(OPERATOR, district=council.district, facts=visit)
    assert [(unit, state) for _duty, unit, state, *_rest in units()] == [("998", "planned"), ("999", "planned")]
    hold(OPERATOR, learning=made, version=1, day=SPRING, municipalities=[999], people={police: 3})
    assert [(unit, state) for _duty, unit, state, *_rest in units()] == [("999", "done")]


def test_another_plan_counts_otherwise_and_one_called_off_counts_for_nothing(council, police):
    made = plan(OPERATOR, district=council.district, facts=facts(police, council))
    change(OPERATOR, learning=made, version=1, facts=facts(police, council, day=AUTUMN))
    made.refresh_from_db()
    assert units() == [("erfa-meetings", "", "planned", AUTUMN, 2024)]
    change(OPERATOR, learning=made, version=2, facts=facts(police))
    assert units() == []
    made.refresh_from_db()
    change(OPERATOR, learning=made, version=3, facts=facts(police, council))
    made.refresh_from_db()
    cancel(OPERATOR, learning=made, version=4)
    assert units() == []


def test_without_a_day_or_a_duty_nothing_is_counted(council, police):
    plan(OPERATOR, district=council.district, facts=facts(police, council, day=None))
    plan(OPERATOR, district=council.district, facts=facts(police))
    assert units() == []


def test_what_is_refused_leaves_activity_and_duty_as_they_were(council, police, person):
    made = plan(OPERATOR, district=council.district, facts=facts(police, council))
    before = units()
    with pytest.raises(Refused, match="Somebody else"):
        change(OPERATOR, learning=made, version=7, facts=facts(police))
    with pytest.raises(Refused, match="how many came"):
        hold(OPERATOR, learning=made, version=1, day=SPRING, municipalities=[998], people={})
    mayor = person("mayor", "fjordby-kommune")
    with refusal("meetings.plan-learning"):
        cancel(mayor, learning=made, version=1)
    assert units() == before
