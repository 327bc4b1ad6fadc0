"""Duties owed for each municipality or school, by a number that the district enters, and those that may be done."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from tests.trail import one_line, refusal

from samvirke.foundation.clock import standing_on
from samvirke.foundation.fault import Refused
from samvirke.registers.commitments.commands.enter_cadence import enter_cadence
from samvirke.registers.commitments.commands.fulfil import fulfil
from samvirke.registers.commitments.commands.put_schools import put_schools
from samvirke.registers.commitments.models import Cadence, School
from samvirke.registers.commitments.queries.due_for_agenda import due_for_agenda
from samvirke.registers.commitments.queries.duty_standings import Standing, duty_standings
from samvirke.registers.commitments.register import AGENDA, MEETING, Duty, all_duties
from samvirke.registers.partners.models import Body, BodyMunicipality
from samvirke.registers.places.models import Municipality
from samvirke.trust.access.actor import NOBODY, system

pytestmark = pytest.mark.django_db

OPERATOR, YEAR, ON = system("operator"), 2024, date(2024, 5, 2)


@pytest.fixture
def council(fjord):
    body = Body.objects.get(pk="kredsraad-fjordkredsen")
    body.duties = list(all_duties())
    body.save()
    return body


@pytest.fixture
def fjordby(council):
    return Municipality.objects.get(pk=998)


def found(body, name, year=YEAR) -> Standing | None:
    return next((one for one in duty_standings(OPERATOR, [body], year) if one.duty.name == name), None)


def done(body, name, unit="", evidence="seen", on=ON, planned=False):
    return fulfil(OPERATOR, body=body, duty_name=name, year=YEAR, evidence=evidence, on=on, unit=unit, planned=planned)


def entered(body, name, times, reference="Kredsrådet, punkt 4"):
    return enter_cadence(OPERATOR, body=body, duty_name=name, times=times, reference=reference)


def schools(fjord, fjordby, *names):
    put_schools(OPERATOR, district=fjord, municipality=fjordby, names=list(names))
    return [str(School.objects.get(name=name, district=fjord).pk) for name in names]


def test_without_a_number_nothing_is_required_and_what_was_done_still_counts(council):
    done(council, "erfa-meetings")
    standing = found(council, "erfa-meetings")
    assert (standing.is_unset, standing.required, standing.done, standing.state) == (True, 0, 1, "not-begun")
    assert (standing.act_by, standing.hold_by) == (None, None)


def test_the_number_is_entered_with_who_decided_it_and_the_next_one_replaces_it(council, person):
    tine = person("secretary", "fjordkredsens-politi")
    with one_line("commitments.enter-cadence") as lines:
        enter_cadence(tine, body=council, duty_name="erfa-meetings", times=2, reference=" Kredsrådet, punkt 4 ")
    assert lines[0].facts == {"duty": "erfa-meetings", "times": 2}
    assert (found(council, "erfa-meetings").required, found(council, "erfa-meetings").missing) == (2, 2)
    with standing_on(date(2024, 9, 1)):
        entered(council, "erfa-meetings", 3)
        entered(council, "erfa-meetings", 3)
    assert [(one.times, one.until) for one in Cadence.objects.order_by("since")] == [(2, date(2024, 9, 1)), (3, None)]
    assert (found(council, "erfa-meetings").required, found(council, "erfa-meetings", 2023).is_unset) == (3, True)


@pytest.mark.parametrize(
    ("name", "times", "reference", "said"),
    [
        ("district-council-meetings", 2, "x", "not for this body to set"),
        ("erfa-meetings", -1, "x", "who decided it is missing"),
        ("erfa-meetings", 61, "x", "who decided it is missing"),
        ("erfa-meetings", 2, "  ", "who decided it is missing"),
        ("erfa-meetings", 2, "x" * 301, "who decided it is missing"),
    ],
)
def test_a_number_that_law_or_plan_states_or_nobody_decided_is_refused(council, name, times, reference, said):
    with pytest.raises(Refused, match=said):
        entered(council, name, times, reference)
    assert not Cadence.objects.exists()


def test_a_duty_with_a_condition_is_owed_where_a_number_is_entered_and_nought_takes_it_away(council):
    assert found(council, "burglary-discussed") is None
    entered(council, "burglary-discussed", 1)
    assert found(council, "burglary-discussed").required == 1
    entered(council, "burglary-discussed", 0)
    assert found(council, "burglary-discussed") is None


def test_a_visit_to_every_municipality_is_met_by_visiting_each_and_not_one_twice(council):
    entered(council, "municipality-visits", 1)
    done(council, "municipality-visits", "998", "in spring")
    done(council, "municipality-visits", "998", "in summer")
    standing = found(council, "municipality-visits")
    assert (standing.covered, standing.places, standing.uncovered) == (1, 2, ("Skovby",))
    assert (standing.done, standing.required, standing.missing) == (1, 2, 1)
    done(council, "municipality-visits", "999", "in autumn", planned=True, on=date(2024, 10, 1))
    assert (found(council, "municipality-visits").state, found(council, "municipality-visits").covered) == (
        "on-course", 1,
    )  # fmt: skip
    done(council, "municipality-visits", "999", "in autumn", on=date(2024, 10, 1))
    assert (found(council, "municipality-visits").state, found(council, "municipality-visits").uncovered) == ("met", ())


def test_coverage_is_counted_without_a_number_too(council):
    done(council, "municipality-visits", "998")
    standing = found(council, "municipality-visits")
    assert (standing.is_unset, standing.covered, standing.places) == (True, 1, 2)


def test_one_evidence_covers_each_place_once(council):
    for _again in range(2):
        for unit in ("998", "999"):
            done(council, "municipality-visits", unit, "the journey of May")
    assert council.fulfilments.count() == 2


def test_a_duty_at_schools_waits_for_the_schools_and_then_covers_each(fjord, council, fjordby):
    assert found(council, "cycling-tests").is_unset
    here, there = schools(fjord, fjordby, "Fjordskolen", "Skovskolen")
    assert (found(council, "cycling-tests").required, found(council, "cycling-tests").uncovered) == (
        2, ("Fjordskolen", "Skovskolen"),
    )  # fmt: skip
    done(council, "cycling-tests", here)
    done(council, "cycling-tests", there)
    assert found(council, "cycling-tests").state == "met"


def test_schools_can_all_be_done_by_the_same_day(fjord, council, fjordby):
    schools(fjord, fjordby, *(f"Skole {number}" for number in range(30)))
    standing = found(council, "cycling-tests")
    assert (standing.missing, standing.hold_by) == (30, date(2024, 12, 13))


def test_a_school_that_closes_is_owed_nothing_and_comes_back_as_itself(fjord, council, fjordby):
    first, _other = schools(fjord, fjordby, "Fjordskolen", "Skovskolen")
    schools(fjord, fjordby, "Skovskolen")
    assert (found(council, "cycling-tests").places, School.objects.get(pk=first).closed_on) == (1, date(2024, 8, 20))
    with pytest.raises(Refused, match="not owed for"):
        done(council, "cycling-tests", first)
    assert schools(fjord, fjordby, "Fjordskolen", "Skovskolen")[0] == first


@pytest.mark.parametrize("unit", ["", "997", "somewhere"])
def test_a_unit_that_is_not_the_bodys_is_refused(council, unit):
    with pytest.raises(Refused, match="not owed for"):
        done(council, "municipality-visits", unit)
    with pytest.raises(Refused, match="not owed for"):
        done(council, "ssp-discussed", unit or "998")
    assert not council.fulfilments.exists()


def test_schools_are_entered_by_those_who_follow_up_and_only_in_their_own_district(fjord, dale, fjordby, person):
    mayor = person("mayor", "fjordby-kommune")
    with refusal("commitments.put-schools"):
        put_schools(mayor, district=fjord, municipality=fjordby, names=["A"])
    with pytest.raises(Refused, match="another district"):
        put_schools(OPERATOR, district=dale, municipality=fjordby, names=["A"])
    for wrong in (["x" * 121], [f"Skole {number}" for number in range(401)]):
        with pytest.raises(Refused, match="at most 400 schools"):
            put_schools(OPERATOR, district=fjord, municipality=fjordby, names=wrong)
    assert not School.objects.filter(district__in=(fjord, dale)).exists()


@pytest.mark.parametrize("day", [date(2024, 12, 31), date(2025, 6, 1)])
def test_what_may_be_done_never_turns_red(council, day):
    with standing_on(day):
        assert found(council, "walking-tests").state == "not-begun"
    done(council, "walking-tests", planned=True, on=None)
    with standing_on(day):
        assert found(council, "walking-tests").state == "on-course"
    done(council, "walking-tests")
    assert found(council, "walking-tests").state == "met"


def test_the_database_keeps_one_number_in_force_and_no_nameless_school(council, fjord, fjordby):
    entered(council, "erfa-meetings", 2)
    row = {"body": council, "duty": "erfa-meetings", "times": 3, "since": ON}
    for wrong in ({"reference": "x"}, {"reference": "", "until": ON}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Cadence.objects.create(**(row | wrong))
    with pytest.raises(IntegrityError), transaction.atomic():
        School.objects.create(district=fjord, municipality=fjordby, name="")


def on_agenda(body, day):
    return [one.duty.name for one in due_for_agenda(OPERATOR, body, day, {})]


def test_a_duty_waits_while_a_later_meeting_can_take_it_and_then_puts_itself_on_the_agenda(council):
    council.duties = ["district-council-meetings", "youth-crime-discussed"]
    council.save()
    # Four meetings a year: after 14 September the next may come later than 13 December.
    assert on_agenda(council, date(2024, 6, 10)) == []
    assert on_agenda(council, date(2024, 9, 14)) == ["youth-crime-discussed"]
    assert on_agenda(council, date(2024, 12, 30)) == ["youth-crime-discussed"]
    done(council, "youth-crime-discussed", planned=True, on=date(2024, 9, 14))
    assert on_agenda(council, date(2024, 9, 14)) == []


def test_a_body_without_a_duty_to_meet_has_them_all_at_once(council):
    council.duties = ["ssp-discussed", "psp-discussed", "walking-tests", "erfa-meetings"]
    council.save()
    assert on_agenda(council, date(2024, 1, 15)) == ["psp-discussed", "ssp-discussed"]
    assert due_for_agenda(NOBODY, council, date(2024, 1, 15), {}) == []


def test_meetings_are_no_items_and_an_unknown_place_or_unit_is_a_slip_of_the_program():
    assert {one.where for one in all_duties().values() if one.name.endswith("-council-meetings")} == {MEETING}
    assert all_duties()["youth-crime-discussed"].where == AGENDA
    facts = {"name": "a", "title": "a", "unit": "a", "source": "a", "confidence": "H"}
    for wrong in ({"per": "street"}, {"where": "at home"}):
        with pytest.raises(ValueError, match="a is owed per"):
            Duty(**facts, **wrong)


def test_every_must_and_may_of_the_traffic_work_stands_with_who_carries_it_out():
    must = ("cycling-tests", "school-patrols", "bicycle-checks")
    may = ("walking-tests", "traffic-teaching", "traffic-campaigns")
    duties = all_duties()
    assert [(duties[name].per, duties[name].optional, bool(duties[name].by)) for name in must] == [
        ("school", False, True)
    ] * 3
    assert {duties[name].optional for name in may} == {True}


def test_the_neighbours_secretary_enters_nothing_here(council, dale, person):
    lise = person("secretary", "dalby-kommune")
    with refusal("commitments.enter-cadence"):
        enter_cadence(lise, body=council, duty_name="erfa-meetings", times=2, reference="x")
    assert BodyMunicipality.objects.filter(body=council).count() == 2
    assert not Cadence.objects.exists()
