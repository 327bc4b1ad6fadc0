"""A published edition stays as it was; its way to the public is queued in the same deed and may be walked twice."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.db.models import Q
from tests.trail import one_line, refusal

from samvirke.desks.plan.commands.publish_plan import publish_plan
from samvirke.desks.plan.content import public_content
from samvirke.desks.plan.jobs import push
from samvirke.desks.plan.models import Edition, Plan
from samvirke.desks.plan.models.plan import IN_FORCE
from samvirke.handovers.load_district import load_district
from samvirke.handovers.publish_plan import publish_plans
from samvirke.registers.commitments.commands.close import close
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.publications.commands.publish import chain_is_whole
from samvirke.registers.publications.queries.published import editions, latest_of
from samvirke.trust.access.actor import system
from samvirke.trust.access.guard import deed
from samvirke.trust.jobs import child
from samvirke.trust.jobs.models import Job

pytestmark = pytest.mark.django_db(databases=["default", "public"])

OPERATOR = system("operator")
SHIPPED = Path(__file__).resolve().parents[3] / "districts"


@pytest.fixture
def plan(fjord):
    return Plan.objects.get(pk="samarbejdsplan-fjordkredsen-2030")


def test_the_secretary_publishes_with_a_line_of_the_trail_and_work_in_the_queue(plan, person):
    tine = person("secretary", "fjordkredsens-politi")
    with one_line("plan.publish") as lines:
        edition = publish_plan(tine, plan=plan)
    assert lines[0].things == [f"plan.plan:{plan.pk}", f"plan.edition:{edition.pk}"]
    assert (edition.number, edition.published_on) == (1, date(2024, 8, 20))
    waiting = Job.objects.get(name="plan.push")
    assert (waiting.arguments, waiting.asked_by, waiting.state) == ({"edition": str(edition.pk)}, tine.id, "waiting")


@pytest.mark.parametrize(("role", "agency"), [("mayor", "fjordby-kommune"), ("chief", "dalkredsens-politi")])
def test_neither_another_role_nor_another_districts_chief_publishes(plan, dale, person, role, agency):
    somebody = person(role, agency)
    with refusal("plan.publish"):
        publish_plan(somebody, plan=plan)
    assert not Edition.objects.exists()
    assert not Job.objects.filter(name="plan.push").exists()


def test_when_the_deed_fails_neither_edition_nor_work_is_left(plan):
    def half_a_deed():
        with deed(OPERATOR):
            publish_plan(OPERATOR, plan=plan)
            raise RuntimeError("the power went")

    with pytest.raises(RuntimeError):
        half_a_deed()
    assert (Edition.objects.count(), Job.objects.filter(name="plan.push").count()) == (0, 0)


def test_a_plan_that_says_the_same_is_not_published_again_and_one_that_says_more_is(plan):
    first = publish_plan(OPERATOR, plan=plan)
    assert publish_plan(OPERATOR, plan=plan) == first
    plan.sections.filter(number="1").update(summary={"da": "Rådet mødes tit."})
    second = publish_plan(OPERATOR, plan=plan)
    assert (second.number, Edition.objects.get(pk=first.pk).content) == (2, first.content)
    assert publish_plan(OPERATOR, plan=plan) == second


def test_what_becomes_of_a_commitment_is_no_news_of_the_plan(plan):
    first = publish_plan(OPERATOR, plan=plan)
    close(OPERATOR, commitment=Commitment.objects.get(slug="advice-given"), evidence="The advice was given.")
    assert publish_plan(OPERATOR, plan=plan) == first


def test_the_work_brings_an_edition_to_the_public_once_however_often_it_is_done(plan):
    edition = publish_plan(OPERATOR, plan=plan)
    work = Job.objects.get(name="plan.push")
    Job.objects.filter(pk=work.pk).update(state="running", attempts=1)
    assert child.run(str(work.pk))
    again = push(OPERATOR, lambda *_: None, edition=str(edition.pk))
    (published,) = editions("plan", plan.pk)
    work.refresh_from_db()
    assert (work.state, work.result) == ("done", again)
    assert (published.pk, published.receipt, published.content) == (edition.pk, again["receipt"], edition.content)


def test_every_plan_is_published_and_seen_over_at_once(plan, dale):
    in_force = Plan.objects.filter(stage__in=IN_FORCE)
    # A local plan goes with them where it is invented, as that of the demo is.
    signed = set(in_force.filter(Q(kind="cooperation") | Q(invented=True)).values_list("pk", flat=True))
    assert publish_plans(OPERATOR) == publish_plans(OPERATOR) == len(signed)
    assert {one.slug for one in latest_of("plan")} == signed
    assert {one.edition for one in latest_of("plan")} == {1}
    assert chain_is_whole()


def test_the_public_gets_the_plan_with_its_promises_under_their_sections(plan):
    content = public_content(plan)
    first, second = content["sections"]
    assert (first["number"], first["anchor"], first["focus"], second["focus"]["scope"]) == ("1", "s-1", None, "local")
    assert [one["title"]["en"] for one in first["commitments"]] == ["The council meets"]
    assert (first["commitments"][0]["times"], first["commitments"][0]["per"]) == (4, "year")
    assert second["commitments"][0]["why_not"]["en"] == "No number."
    assert content["signatories"] == [{"name": "Eva Strand", "office": {}}]
    assert content["signed_on"] == ""


@pytest.mark.parametrize("name", ["oestjylland", "sydoestjylland"])
def test_every_section_and_promise_of_a_real_plan_stands_in_its_public_content_once(name):
    loaded = load_district(OPERATOR, SHIPPED / name)
    (plan,) = Plan.objects.filter(district=loaded.district, begun_on=None)
    content = public_content(plan)
    promised = [one["title"]["da"] for section in content["sections"] for one in section["commitments"]]
    recorded = [one.title["da"] for one in Commitment.objects.filter(plan_id=plan.pk)]
    assert len(content["sections"]) == loaded.sections
    assert sorted(promised) == sorted(recorded)
    assert len(recorded) == loaded.commitments
    anchors = [section["anchor"] for section in content["sections"]]
    assert len(set(anchors)) == len(anchors)
