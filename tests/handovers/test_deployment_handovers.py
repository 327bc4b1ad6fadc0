"""What was done at a school counts for its duty, and the demo's deployments are kept against the plan and marked."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from tests.desks.deployments.conftest import Desk, desk

from samvirke.desks.deployments.commands.finish import Found
from samvirke.desks.deployments.models import Deployment, Target, Unit
from samvirke.desks.deployments.queries.coverage import coverage
from samvirke.desks.deployments.queries.deployments import deployments
from samvirke.foundation.fault import Refused
from samvirke.foundation.speech import Speech
from samvirke.handovers.deployment_demo import load_deployments
from samvirke.handovers.deployment_done import carried_out, owing
from samvirke.handovers.deployment_report import report_kept
from samvirke.registers.commitments.models import Commitment, Fulfilment, School
from samvirke.registers.partners.models import Body
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import actor_of, system
from samvirke.trust.identity.models import Account

__all__ = ["desk"]

pytestmark = [pytest.mark.django_db, pytest.mark.database]
EAST = "oestjylland"
COUNCIL = "kredsraad-fjordkredsen"


@pytest.fixture
def council(desk: Desk) -> Body:
    """A body that owes cycling tests at each school of the town, and teaching once."""
    body = Body.objects.get(pk=COUNCIL)
    body.covers.get_or_create(municipality=desk.town)
    body.duties = ["cycling-tests", "traffic-teaching"]
    body.save()
    return body


def at_school(desk: Desk, sort: str) -> Deployment:
    return desk.plan(desk.ask("school-traffic", shape="school", drawing="", school=desk.schools[0], sort=sort))


def counted():
    return list(Fulfilment.objects.filter(body=COUNCIL).values_list("duty", "unit", "on", "state"))


def test_what_was_done_at_a_school_counts_once_for_the_duty_there(desk, council):
    there = at_school(desk, "cycling-test")
    done = carried_out(desk.tine, deployment=there, version=there.version, found=Found(counts={"pupils-there": 24}))
    [(body, name)] = owing(done)
    assert (body.pk, name) == (COUNCIL, "cycling-tests")
    carried_out(desk.tine, deployment=done, version=done.version, found=Found(counts={"pupils-there": 23}))
    assert counted() == [("cycling-tests", str(desk.schools[0].pk), date(2024, 8, 15), "done")]


def test_a_duty_that_is_owed_by_the_body_as_a_whole_names_no_school(desk, council):
    there = at_school(desk, "teaching")
    carried_out(desk.tine, deployment=there, version=there.version, found=Found())
    assert counted() == [("traffic-teaching", "", date(2024, 8, 15), "done")]


def test_whoever_only_carried_it_out_leaves_the_duty_to_those_who_follow_up(desk, council, person):
    officer = person("duty-officer", "fjordkredsens-politi")
    there = at_school(desk, "cycling-test")
    done = carried_out(officer, deployment=there, version=there.version, found=Found())
    assert (done.state, counted()) == ("done", [])
    carried_out(desk.tine, deployment=done, version=done.version, found=Found())
    assert len(counted()) == 1


def test_what_nobody_owes_and_what_was_refused_counts_for_nothing(desk, council):
    assert owing(at_school(desk, "walking-test")) == []
    assert owing(desk.ask()) == []
    there = desk.plan(
        desk.ask("school-traffic", shape="school", drawing="", school=desk.schools[1], sort="cycling-test"),
        day=date(2024, 8, 16),
    )
    with pytest.raises(Refused, match="not found at such"):
        carried_out(desk.tine, deployment=there, version=there.version, found=Found(counts={"names": 3}))
    assert counted() == []


@pytest.mark.usefixtures("demo")
class TestOfTheDemo:
    """The invented deployments of the demo."""

    def test_they_are_in_both_districts_in_every_state_and_marked(self):
        rows = Deployment.objects.filter(district__in=(EAST, "sydoestjylland"))
        assert set(rows.values_list("district", flat=True)) == {EAST, "sydoestjylland"}
        assert {one.state for one in rows} == {"requested", "planned", "done", "cancelled", "declined"}
        assert all(one.invented for one in rows)
        for table in (Unit, Target, School):
            assert all(one.invented for one in table.objects.filter(district=EAST))

    def test_loading_them_again_changes_nothing(self):
        before = list(Deployment.objects.order_by("pk").values_list("pk", "version"))
        load_deployments(system("operator"), District.objects.get(pk=EAST))
        assert list(Deployment.objects.order_by("pk").values_list("pk", "version")) == before

    def test_the_patrol_is_kept_against_what_the_plan_promises_and_names_the_plans_commitments(self):
        tine = actor_of(Account.objects.get(username="tine"))
        told = next(one for one in coverage(tine, District.objects.get(pk=EAST), 2024) if one.kind.name == "fut-patrol")
        driven, nurse = told.lines
        assert [(one.kept, len(one.weeks)) for one in (driven, nurse)] == [(5, 7), (5, 7)]
        for line in told.lines:
            promise = Commitment.objects.filter(slug=line.wanted.commitment, district=EAST).first()
            assert promise is not None
            assert (promise.times, promise.per) == (line.wanted.number, line.wanted.per)

    def test_how_far_the_promise_was_kept_is_reported_once_as_a_status_of_the_plans_commitment(self):
        tine, district = actor_of(Account.objects.get(username="tine")), District.objects.get(pk=EAST)
        days = Commitment.objects.filter(slug="fut-days", district=EAST, state="open").first()
        told = {"district": district, "commitment": days, "version": days.version, "speech": Speech("en")}
        made = report_kept(tine, state="at-risk", **told)
        assert made.said == "5 of 7 weeks kept since 1\u00a0July 2024, with 3 each week as the measure."
        assert (made.state, made.evidence) == ("at-risk", "The coverage of deployments in 2024")
        with pytest.raises(Refused, match="changed"):
            report_kept(tine, state="on-course", **told)

    def test_a_commitment_that_no_deployment_keeps_is_not_reported(self):
        tine, district = actor_of(Account.objects.get(username="tine")), District.objects.get(pk=EAST)
        other = Commitment.objects.filter(slug="psp-meetings", district=EAST).first()
        told = {"commitment": other, "version": other.version, "state": "on-course", "speech": Speech("en")}
        with pytest.raises(Refused, match="No whole week"):
            report_kept(tine, district=district, **told)

    def test_the_town_sees_no_check_before_it_is_done(self):
        district = District.objects.get(pk=EAST)
        seen = {
            name: Counter(
                one.state
                for one in deployments(actor_of(Account.objects.get(username=name)), district)
                if not one.is_open
            )
            for name in ("tine", "soeren")
        }
        assert seen["tine"]["planned"] >= 2
        assert seen["soeren"] == Counter()
