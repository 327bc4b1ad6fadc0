"""Who sees and moves which deployment: everybody the open ones, the police alone what nobody may know beforehand."""

from __future__ import annotations

from datetime import date

import pytest
from tests.desks.deployments.conftest import OPERATOR, rows
from tests.trail import refusal

from samvirke.desks.deployments.commands.cancel import cancel
from samvirke.desks.deployments.commands.finish import Found, finish
from samvirke.desks.deployments.commands.put_unit import put_unit
from samvirke.desks.deployments.commands.request import change_request
from samvirke.desks.deployments.queries.coverage import coverage
from samvirke.desks.deployments.queries.deployments import between, findings_of, requested, steps_of, units
from samvirke.desks.deployments.queries.targets import targets
from samvirke.foundation.fault import Refused
from samvirke.trust.access.actor import NOBODY
from samvirke.trust.access.rules import may, visible
from samvirke.trust.identity.models import Agency

pytestmark = [pytest.mark.django_db, pytest.mark.database]

READ, *PLAN, FINISH = VERBS = [f"deployments.{verb}" for verb in ("read", "plan", "decline", "cancel", "finish")]
# By role and agency: what they may with an open deployment, and with one that is closed until it is done.
MAY = {
    ("secretary", "fjordkredsens-politi"): (VERBS, VERBS),
    ("chief", "fjordkredsens-politi"): ([READ], [READ]),
    ("analyst", "fjordkredsens-politi"): ([READ], [READ]),
    ("duty-officer", "fjordkredsens-politi"): ([READ, FINISH], [READ, FINISH]),
    ("caseworker", "fjordkredsens-politi"): ([READ], []),
    ("coordinator", "fjordby-kommune"): (VERBS, []),
    ("mayor", "fjordby-kommune"): ([READ], []),
    ("secretary", "dalby-kommune"): ([], []),
    ("secretary", "dalkredsens-politi"): ([], []),
}
MARCH, APRIL = date(2024, 8, 1), date(2024, 9, 1)


def team(desk):
    """A unit of the town."""
    town = Agency.objects.get(pk="fjordby-kommune")
    return desk.district.units.filter(agency=town).first() or put_unit(
        desk.tine, district=desk.district, agency=town, name="SSP"
    )


@pytest.fixture
def two(desk, dale):
    """An open deployment and a check that nobody else may know of."""
    return desk.plan(desk.ask()), desk.plan(desk.ask("speed-check"), hours=(14, 16))


@pytest.mark.parametrize(("role", "agency"), MAY)
def test_each_may_what_the_table_says_and_the_list_agrees(two, person, role, agency):
    somebody = person(role, agency)
    for there, allowed in zip(two, MAY[role, agency], strict=True):
        assert {verb for verb in VERBS if may(somebody, verb, there)} == set(allowed), there.kind
    for verb in VERBS:
        listed = set(visible(somebody, verb, rows()).values_list("pk", flat=True))
        assert listed == {one.pk for one in two if may(somebody, verb, one)}, verb


def test_the_operator_loads_them_and_nobody_does_anything(two):
    for there in two:
        assert all(may(OPERATOR, verb, there) for verb in VERBS)
        assert not any(may(NOBODY, verb, there) for verb in VERBS)


def test_a_check_that_is_done_is_seen_by_everybody_of_the_district_and_by_no_stranger(desk, two, person):
    mayor, stranger = person("mayor", "fjordby-kommune"), person("secretary", "dalby-kommune")
    _open, check = two
    assert [len(between(one, desk.district, MARCH, APRIL)) for one in (desk.tine, mayor, stranger)] == [2, 1, 0]
    assert not steps_of(mayor, check).exists()
    done = desk.finish(check, counts={"measured": 400, "too-fast": 31})
    assert [len(between(one, desk.district, MARCH, APRIL)) for one in (desk.tine, mayor, stranger)] == [2, 2, 0]
    assert findings_of(mayor, done)["too-fast"].value == 31
    assert not findings_of(stranger, done)


def test_a_check_that_was_cancelled_stays_with_the_police(desk, two, person):
    _open, check = two
    cancel(desk.tine, deployment=check, version=check.version, why="Fog")
    assert not may(person("mayor", "fjordby-kommune"), "deployments.read", desk.again(check))


def test_a_kind_is_for_the_agencies_that_it_names(desk, person):
    town = person("coordinator", "fjordby-kommune")
    with pytest.raises(Refused, match="not for your agency"):
        desk.ask("speed-van", actor=town)
    there = desk.ask(actor=town)
    assert there.requester_id == "fjordby-kommune"
    with pytest.raises(Refused, match="not for your agency"):
        desk.plan(there, actor=town)
    meeting = desk.ask("citizens-meeting", actor=town)
    with pytest.raises(Refused, match="Vogn 1 belongs to another agency"):
        desk.plan(meeting, actor=town)
    planned = desk.plan(meeting, actor=town, unit=team(desk))
    assert desk.finish(planned, actor=town, choices={"how": "hall"}).state == "done"


def test_an_agency_plans_and_carries_out_its_own_and_the_police_everybodys(desk, person):
    town = person("coordinator", "fjordby-kommune")
    of_the_police = desk.ask("citizens-meeting")
    with pytest.raises(Refused, match="not for your agency to plan"):
        desk.plan(of_the_police, actor=town, unit=team(desk))
    sent_by_them = desk.plan(of_the_police, unit=team(desk))
    assert desk.finish(sent_by_them, actor=town, choices={"how": "hall"}).state == "done"
    of_the_town = desk.plan(desk.ask("citizens-meeting", actor=town), hours=(15, 17))
    assert desk.finish(of_the_town, choices={"how": "online"}).state == "done"


def test_a_request_is_changed_and_withdrawn_by_whoever_asked_or_plans_and_by_no_third(desk, person):
    beside = Agency.objects.create(id="skovby-kommune", name={"da": "Skovby", "en": "Skovby"}, kind="municipality")
    beside.districts.create(district_id=desk.district.pk)
    town, other = person("coordinator", "fjordby-kommune"), person("secretary", beside.pk)
    there = desk.ask(actor=town)
    told = {"district": desk.district, "deployment": there, "version": 1, "wish": desk.wish(name="Havnen")}
    with pytest.raises(Refused, match="Another agency has asked"):
        change_request(other, **told)
    with pytest.raises(Refused, match="Another agency has asked"):
        cancel(other, deployment=there, version=1, why="x")
    assert change_request(town, **told).name == "Havnen"
    planned = desk.plan(there)
    with pytest.raises(Refused, match="not for your agency"):
        cancel(town, deployment=planned, version=planned.version, why="x")


def test_what_somebody_may_not_is_refused_and_written_down(desk, two, person):
    for somebody, there in zip(
        (person("mayor", "fjordby-kommune"), person("coordinator", "fjordby-kommune")), two, strict=True
    ):
        with refusal("deployments.finish"):
            finish(somebody, deployment=there, version=2, found=Found())


def test_a_unit_that_is_at_a_closed_check_is_only_said_to_be_elsewhere(desk, person):
    town = person("coordinator", "fjordby-kommune")
    desk.plan(desk.ask("speed-check"), unit=team(desk), hours=(14, 16))
    meeting = desk.ask("citizens-meeting", actor=town)
    with pytest.raises(Refused, match=r"SSP is elsewhere on 15.August 2024, 14:00–16:00"):
        desk.plan(meeting, actor=town, unit=team(desk), hours=(15, 17))


def test_lists_and_coverage_show_strangers_nothing(desk, two, dale, person):
    desk.ask()
    stranger = person("secretary", "dalkredsens-politi")
    for question in (requested, units):
        assert question(desk.tine, desk.district).exists()
        assert not question(stranger, desk.district).exists()
    assert not targets(stranger, desk.district, 2024).exists()
    told = {one.kind.name: (one.done, one.planned) for one in coverage(stranger, desk.district, 2024)}
    assert told == {}
