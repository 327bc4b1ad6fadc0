"""From last year's plan to the next: what became of it, what may be named, and what follows when it is in force."""

from __future__ import annotations

import base64
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from tests.desks.plan.conftest import TODAY, Desk, council, desk
from tests.desks.plan.test_goals_and_measures import FACTS

from samvirke.desks.plan.commands.consult import close_consultation
from samvirke.desks.plan.commands.move import note_discussion
from samvirke.desks.plan.commands.write_section import add_section
from samvirke.desks.plan.edition_content import edition_content
from samvirke.desks.plan.models import Plan
from samvirke.foundation.fault import Refused
from samvirke.handovers.plan_begin import begin
from samvirke.handovers.plan_force import publish, sign_plan
from samvirke.handovers.plan_goal import adopt_goal, indicators_for, set_goal, set_measure
from samvirke.handovers.plan_paper.pdf import plan_pdf
from samvirke.handovers.plan_told import ask_for_approval, send_out
from samvirke.insight.suppression.models import Released
from samvirke.registers.commitments.commands.close import close
from samvirke.registers.commitments.models import Commitment, Fulfilment
from samvirke.registers.outbox.queries.inbox import inbox
from samvirke.registers.partners.models import Body, Seat
from samvirke.registers.publications.commands.publish import chain_is_whole
from samvirke.registers.publications.queries.published import editions
from samvirke.trust.access.actor import system
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.jobs import child
from samvirke.trust.jobs.models import Job

__all__ = ["council", "desk"]
pytestmark = pytest.mark.django_db(databases=["default", "public"])

OPERATOR = system("operator")
NAMES = [{"name": "Ellen", "office": {"da": "Politidirektør"}, "agency": "fjordkredsens-politi"}]


@pytest.fixture
def local(fjord, person):
    """The local council of Fjordby, where police and municipality sit."""
    body = Body.objects.create(
        id="lokalraad-fjordby",
        district=fjord,
        kind="local-council",
        name={"da": "Lokalrådet i Fjordby", "en": "The local council of Fjordby"},
        task={"da": "Følger kriminaliteten."},
        duties=["action-plan-in-force"],
    )
    for order, agency in enumerate(("fjordkredsens-politi", "fjordby-kommune"), start=1):
        Seat.objects.create(
            body=body, order=order, slug=f"leder-{order}", office={"da": "Leder"}, role="member", agency_id=agency
        )
    return body


def signed(desk: Desk) -> Plan:
    desk.to_approval()
    plan = desk.approved()
    return sign_plan(desk.tine, plan=plan, on=TODAY, at="Fjordby", signatories=NAMES, version=plan.version)


def test_the_draft_says_what_became_of_every_promise_of_last_year(fjord, council, person):
    tine = person("secretary", "fjordkredsens-politi")
    close(OPERATOR, commitment=Commitment.objects.get(slug="advice-given"), evidence="Gjort i maj.")
    Commitment.objects.filter(slug="council-meets").update(due=date(2024, 8, 10))
    plan = begin(tine, body=council, year=2031)
    assert plan.before.year == 2030
    first, second = plan.sections.all()
    assert [(row["state"], row["said"]["en"]) for row in first.looking_back] == [
        ("overdue", "Not done: 10 days past its date")
    ]
    assert [(row["state"], row["said"]["en"]) for row in second.looking_back] == [
        ("no-figures", "No figures yet."),
        ("done", "Done: Gjort i maj."),
    ]
    assert [one.slug for one in plan.measures.all()] == ["council-meets"]


def test_a_focus_area_looks_back_with_the_public_figures_and_their_interval(demo, person):
    body = Body.objects.get(pk="kredsraad-oestjylland")
    plan = begin(person("secretary", "oestjyllands-politi"), body=body, year=2029)
    told = [row for section in plan.sections.all() for row in section.looking_back]
    counted = [row["said"]["en"] for row in told if row["state"] == "counted"]
    assert any("burglar" in said.lower() and "2024" in said and "2023" in said for said in counted)
    assert Released.objects.filter(audience="public").exists(), "it is remembered that the public will have it"
    own = Released.objects.filter(audience="council", value__isnull=True).values_list("table", "period", "area")
    shown = Released.objects.filter(audience="public", value__isnull=False).values_list("table", "period", "area")
    assert not set(own) & set(shown), "what is hidden from a council is not shown to the public"
    assert len(plan.parties.all()) == 8
    assert len(told) > 10


def test_only_indicators_and_owners_that_exist_may_be_named(desk):
    with pytest.raises(Refused, match="no indicator called “burglary-home”"):
        set_goal(desk.tine, plan=desk.plan, section=desk.section(), text="Færre", indicator="burglary-home")
    goal = set_goal(desk.tine, plan=desk.plan, section=desk.section(), text="Færre", indicator="burglary-homes")
    assert goal.measurable
    with pytest.raises(Refused, match="no agency or body called “politiet”"):
        set_measure(desk.tine, plan=desk.plan, section=desk.section(), facts=FACTS | {"owners": ["politiet"]})
    with pytest.raises(Refused, match="no indicator called"):
        set_measure(desk.tine, plan=desk.plan, section=desk.section(), facts=FACTS | {"indicator": "x"})
    assert set_measure(desk.tine, plan=desk.plan, section=desk.section(), facts=FACTS).cost == 25_000


def test_a_goal_without_an_indicator_is_shown_those_that_share_its_words(desk):
    goal = set_goal(desk.tine, plan=desk.plan, section=desk.section(), text="Færre indbrud i beboelser")
    assert "burglary-homes" in indicators_for(goal)


def test_publishing_brings_measures_duty_page_data_and_paper_in_one_deed(desk, council):
    council.duties = [*council.duties, "cooperation-plan-published"]
    council.save()
    set_measure(desk.tine, plan=desk.plan, section=desk.section("2"), facts=FACTS)
    plan = signed(desk)
    assert not Commitment.objects.filter(plan_id=plan.pk).exists()
    edition = publish(desk.tine, plan=plan)
    one = Commitment.objects.get(plan_id=plan.pk, slug="besoeg-hos-naboer")
    assert (one.sort, one.cost, one.came_from, one.origin["section"]) == ("measure", 25_000, f"plan:{plan.pk}", "2")
    assert Fulfilment.objects.get(duty="cooperation-plan-published", body=council).evidence == f"plan {plan.pk} 2031"
    for job in Job.objects.filter(name__startswith="plan."):
        Job.objects.filter(pk=job.pk).update(state="running", attempts=1)
        assert child.run(str(job.pk))
    assert editions("plan", plan.pk).get().content == edition.content
    paper = editions("plan-paper", plan.pk).get()
    assert set(paper.content) == {"da", "en"}
    assert chain_is_whole()
    with pikepdf.open(BytesIO(base64.b64decode(paper.content["da"]))) as pdf, pdf.open_metadata() as about:
        assert (about["pdfuaid:part"], about["pdfaid:part"], about["pdfaid:conformance"].upper()) == ("1", "2", "A")
        assert str(pdf.Root.Lang) == "da"


def test_a_chief_who_may_publish_brings_the_measures_and_the_duty_into_force_as_a_secretary_does(desk, council):
    council.duties = [*council.duties, "cooperation-plan-published"]
    council.save()
    set_measure(desk.tine, plan=desk.plan, section=desk.section("2"), facts=FACTS)
    edition = publish(desk.ellen, plan=signed(desk))
    assert (edition.number, desk.now().stage) == (1, "published")
    assert Commitment.objects.filter(plan_id=desk.plan.pk, slug="besoeg-hos-naboer").exists()
    assert Fulfilment.objects.filter(duty="cooperation-plan-published", body=council).exists()


def test_when_a_part_of_publishing_is_not_allowed_nothing_of_it_happens(desk):
    plan = signed(desk)
    with pytest.raises(NotAllowed):
        publish(desk.anne, plan=plan)
    assert desk.now().stage == "signed"
    assert not Job.objects.filter(name__startswith="plan.").exists()


def test_the_paper_of_the_same_content_is_the_same_paper(desk):
    content = edition_content(desk.plan)
    one, other = (plan_pdf(content, "da", published_on="2024-08-20", edition=1, invented=True) for _ in range(2))
    assert one == other


def test_an_action_plan_adopts_the_councils_goals_and_fulfils_its_duty_for_each_of_its_years(local, person, desk):
    goal = set_goal(
        desk.tine, plan=desk.plan, section=desk.section("2"), text="Færre indbrud", indicator="burglary-homes"
    )
    plan = begin(desk.tine, body=local, year=2031, kind="action", until=2032)
    assert plan.title["en"] == "Action plan, The local council of Fjordby"
    own = Desk(plan, desk.tine, desk.soeren, desk.ellen, person("director", "fjordby-kommune"))
    section = add_section(own.tine, plan=plan, number="1", heading="Mål", text="Det vil vi.")
    adopted = adopt_goal(own.tine, plan=plan, section=section, goal=goal)
    set_measure(own.tine, plan=plan, section=section, facts=FACTS)
    assert (adopted.adopted, adopted.indicator) == (goal.slug, "burglary-homes")
    signed(own)
    kept = Fulfilment.objects.filter(duty="action-plan-in-force", body=local, state="done")
    assert sorted(kept.values_list("year", flat=True)) == [2031, 2032]
    assert Commitment.objects.get(plan_id=plan.pk).body == local
    edition = publish(desk.tine, plan=own.now())
    assert (edition.content["plan_kind"], edition.content["until"], len(edition.content["approvals"])) == (
        "action", 2032, 2,
    )  # fmt: skip
    assert Commitment.objects.filter(plan_id=plan.pk).count() == 1
    assert publish(desk.tine, plan=own.now()) == edition, "what is published stays as it is"


def test_who_is_asked_and_who_has_to_approve_is_told_where(desk):
    agency = desk.plan.parties.get(agency_id="fjordby-kommune").agency
    opened = send_out(desk.tine, plan=desk.plan, agencies=[agency], others=["Ida"], until=date(2024, 9, 30), version=1)
    (told,) = inbox(desk.soeren)
    assert told.body_said.text() == "Cooperation plan, the Fjord District 2031: answer by 2024-09-30."
    assert told.link == f"/districts/fjordkredsen/plan/drafts/{desk.plan.pk}/consultation/"
    close_consultation(desk.tine, plan=desk.plan, consultation=opened)
    note_discussion(desk.tine, plan=desk.now(), on=TODAY, at="Møde 3", version=desk.plan.version)
    ask_for_approval(desk.tine, plan=desk.now(), version=desk.plan.version)
    told = {one.subject_said.text() for one in inbox(desk.anne)}
    assert told == {"A plan is in consultation", "A plan waits for your approval"}
    assert not inbox(desk.tine).exists()


def test_an_ssp_plan_is_approved_where_the_rules_of_the_council_say_so(local, council, desk):
    with pytest.raises(Refused, match="does not approve the SSP plan"):
        begin(desk.tine, body=local, year=2031, kind="ssp")
    with pytest.raises(Refused, match="Only a local council"):
        begin(desk.tine, body=council, year=2031, kind="action")
    local.duties = ["ssp-plan-approved"]
    local.save()
    assert begin(desk.tine, body=local, year=2031, kind="ssp").pk == "ssp-plan-lokalraad-fjordby-2031"
