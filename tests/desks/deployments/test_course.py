"""From a request over a plan to what was found: what must be said, who is where, and nobody in two places at once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.desks.deployments.conftest import at, rows
from tests.trail import one_line

from samvirke.desks.deployments.commands.cancel import cancel
from samvirke.desks.deployments.commands.decline import decline
from samvirke.desks.deployments.commands.finish import Found, correct_findings
from samvirke.desks.deployments.commands.plan import Sent, plan
from samvirke.desks.deployments.commands.put_unit import close_unit, put_unit
from samvirke.desks.deployments.commands.request import change_request
from samvirke.desks.deployments.queries.deployments import findings_of, steps_of, units
from samvirke.foundation.fault import Refused
from samvirke.trust.identity.models import Agency

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = date(2024, 8, 15)


def test_a_request_becomes_a_plan_and_then_what_was_found_with_every_step_kept(desk):
    with one_line("deployments.request"):
        there = desk.ask(groups=("young",))
    assert (there.state, there.requester_id, there.reason) == (
        "requested", "fjordkredsens-politi", "Twice as many reports as elsewhere",
    )  # fmt: skip
    with one_line("deployments.plan"):
        planned = desk.plan(there)
    assert (planned.state, planned.people, planned.day) == ("planned", 2, DAY)
    with one_line("deployments.finish"):
        done = desk.finish(planned, counts={"talks": 31, "advised": 7}, groups=("young", "older"), said="Rain")
    assert (done.state, done.groups, done.over_on) == ("done", ["young", "older"], date(2024, 8, 20))
    assert {name: one.value for name, one in findings_of(desk.tine, done).items()} == {"talks": 31, "advised": 7}
    assert [one.step for one in steps_of(desk.tine, done)] == ["requested", "planned", "done"]


def test_what_was_found_is_corrected_in_the_open_and_what_was_not_counted_is_not_zero(desk):
    done = desk.done("mobile-police-station", DAY, found={"counts": {"talks": 31}})
    assert findings_of(desk.tine, done)["advised"].value is None
    correct_findings(desk.tine, deployment=done, version=done.version, found=Found(counts={"talks": 13}))
    assert findings_of(desk.tine, done)["talks"].value == 13
    last = list(steps_of(desk.tine, done))[-1]
    assert (last.step, last.facts["before"]["talks"]) == ("corrected", 31)


@pytest.mark.parametrize(
    ("kind", "more", "words"),
    [
        ("mobile-police-station", {"reason": " "}, "not said why there"),
        ("mobile-police-station", {"name": " "}, "has no name"),
        ("mobile-police-station", {"name": "x" * 121}, "at most 120"),
        ("mobile-police-station", {"shape": "polygon"}, "does not take place there"),
        ("mobile-police-station", {"drawing": "60.0, 9.1"}, "outside the district"),
        ("mobile-police-station", {"groups": ("kings",)}, "a group that nobody"),
        ("mobile-police-station", {"sort": "large"}, "which of these"),
        ("school-traffic", {"shape": "school", "sort": ""}, "which of these"),
        ("safe-side", {"shape": "school"}, "at which school"),
        (
            "mobile-police-station",
            {"wanted_from": DAY, "wanted_until": DAY - timedelta(days=1)},
            "ends before it begins",
        ),
    ],
)
def test_a_request_that_cannot_be_is_refused_and_nothing_is_stored(desk, kind, more, words):
    with pytest.raises(Refused, match=words):
        desk.ask(kind, **more)
    assert not rows().exists()


def test_a_school_of_another_municipality_or_one_that_has_closed_is_refused(desk):
    school = desk.schools[0]
    assert desk.ask("safe-side", shape="school", drawing="", school=school, name="").name == school.name
    school.closed_on = DAY
    with pytest.raises(Refused, match="has closed"):
        desk.ask("safe-side", shape="school", drawing="", school=school)


def test_a_unit_is_not_in_two_places_at_once_and_the_message_says_where_it_is(desk):
    desk.plan(desk.ask(name="Havnen"), hours=(10, 13))
    other = desk.ask()
    for hours in ((9, 11), (12, 15), (10, 13), (11, 12), (8, 18)):
        with pytest.raises(Refused, match=r"Vogn 1 is at “Havnen” on 15.August 2024, 10:00–13:00"):
            desk.plan(other, hours=hours)
    assert desk.plan(other, hours=(13, 15)).state == "planned"
    # Its own hours are no hindrance when it is moved.
    assert desk.plan(other, hours=(14, 16)).version == 3


def test_what_is_cancelled_frees_its_unit(desk):
    there = desk.plan(desk.ask())
    with pytest.raises(Refused, match="not said why"):
        cancel(desk.tine, deployment=there, version=there.version, why=" ")
    cancel(desk.tine, deployment=there, version=there.version, why="The van broke down")
    assert desk.again(there).why_not == "The van broke down"
    assert desk.plan(desk.ask()).state == "planned"


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"hours": (13, 10)}, "ends before it begins"),
        ({"people": 0}, "Between 1 and 500"),
        ({"ends_at": at(date(2024, 8, 19), 13)}, "more than 72 hours"),
        ({"day": date(2034, 8, 15)}, "more than two years"),
        ({"companions": ("king",)}, "Nobody like that"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(desk, more, words):
    there = desk.ask()
    with pytest.raises(Refused, match=words):
        desk.plan(there, **more)
    assert desk.again(there).state == "requested"


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ({"counts": {"talks": 3, "advised": 4}}, "is a part of “Talks with citizens”"),
        ({"counts": {"advised": 4}}, "is larger than it or stands without it"),
        ({"counts": {"talks": -1}}, "not a number between 0"),
        ({"counts": {"names": 3}}, "not found at such a deployment"),
        ({"choices": {"talks": "many"}}, "not found at such a deployment"),
        ({"groups": ("kings",)}, "a group that nobody"),
    ],
)
def test_findings_that_cannot_be_are_refused_and_the_deployment_stays_planned(desk, found, words):
    planned = desk.plan(desk.ask())
    with pytest.raises(Refused, match=words):
        desk.finish(planned, **found)
    assert desk.again(planned).state == "planned"
    assert not findings_of(desk.tine, planned)


def test_an_answer_is_one_of_the_choices(desk):
    check = desk.plan(desk.ask("heavy-vehicle-check"))
    with pytest.raises(Refused, match="“Kind of place” is none of the choices"):
        desk.finish(check, choices={"where": "moon"})
    done = desk.finish(check, choices={"where": "ramp"}, counts={"checked": 9, "cabotage": 1, "parked-ramp": 4})
    assert findings_of(desk.tine, done)["where"].choice == "ramp"


def test_nothing_is_carried_out_before_its_day(desk):
    planned = desk.plan(desk.ask(), day=date(2024, 8, 21))
    with pytest.raises(Refused, match="still ahead"):
        desk.finish(planned)


def test_a_request_is_declined_with_a_reason_and_a_planned_one_no_longer(desk):
    there = desk.ask()
    with pytest.raises(Refused, match="not said why it is declined"):
        decline(desk.tine, deployment=there, version=1, why="")
    assert decline(desk.tine, deployment=there, version=1, why="No van until May").state == "declined"
    planned = desk.plan(desk.ask())
    with pytest.raises(Refused, match="as the deployment stands now"):
        decline(desk.tine, deployment=planned, version=planned.version, why="x")


def test_who_was_overtaken_is_told_and_nothing_is_overwritten(desk):
    there = desk.ask()
    change_request(desk.tine, district=desk.district, deployment=there, version=1, wish=desk.wish(name="Havnen"))
    for late in (
        lambda: change_request(desk.tine, district=desk.district, deployment=there, version=1, wish=desk.wish()),
        lambda: plan(desk.tine, deployment=there, version=1, sent=Sent(desk.van, 2, at(DAY, 9), at(DAY, 10))),
        lambda: decline(desk.tine, deployment=there, version=1, why="x"),
        lambda: cancel(desk.tine, deployment=there, version=1, why="x"),
    ):
        with pytest.raises(Refused, match="Somebody else has changed"):
            late()
    assert (desk.again(there).name, desk.again(there).state) == ("Havnen", "requested")


def test_a_unit_is_entered_once_and_closed_when_nothing_is_planned_for_it(desk):
    police = Agency.objects.get(pk="fjordkredsens-politi")
    for name, words in ((" ", "no name"), ("Vogn 1", "already"), ("x" * 81, "at most 80")):
        with pytest.raises(Refused, match=words):
            put_unit(desk.tine, district=desk.district, agency=police, name=name)
    there = desk.plan(desk.ask())
    with pytest.raises(Refused, match="still planned"):
        close_unit(desk.tine, district=desk.district, unit=desk.van)
    cancel(desk.tine, deployment=there, version=there.version, why="x")
    close_unit(desk.tine, district=desk.district, unit=desk.van)
    assert not units(desk.tine, desk.district).exists()
    with pytest.raises(Refused, match="no longer used"):
        desk.plan(desk.ask(), unit=type(desk.van).objects.get(pk=desk.van.pk))
    assert put_unit(desk.tine, district=desk.district, agency=police, name="Vogn 1").closed_on is None
