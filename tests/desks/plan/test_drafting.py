"""A draft begins as last year's plan, is written by section, and never loses what somebody else has written."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from tests.trail import one_line, refusal

from samvirke.desks.plan.commands.begin_plan import begin_plan
from samvirke.desks.plan.commands.put_plan import put_plan
from samvirke.desks.plan.commands.write_section import WrittenMeanwhile, add_section, drop_section, write_section
from samvirke.desks.plan.models import Plan, Section
from samvirke.desks.plan.queries.plans import plan_in_force
from samvirke.foundation.fault import Refused
from samvirke.registers.commitments.commands.close import close
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.partners.models import Body, Seat
from samvirke.trust.access.actor import system

pytestmark = pytest.mark.django_db

OPERATOR = system("operator")
BEFORE = "samarbejdsplan-fjordkredsen-2030"


def test_a_draft_begins_with_the_sections_focus_areas_and_measures_of_the_plan_before(desk):
    plan = desk.plan
    assert (plan.pk, plan.stage, plan.before_id) == ("samarbejdsplan-fjordkredsen-2031", "draft", BEFORE)
    assert [(one.number, one.slug, one.version) for one in plan.sections.all()] == [
        ("1", "raadet", 1),
        ("2", "fokus", 1),
    ]
    assert plan.focus_areas.get().indicators == ["burglary-homes"]
    assert {one.slug: (one.kind, one.section.number) for one in plan.measures.all()} == {
        "council-meets": ("cadence", "1"),
        "advice-given": ("activity", "2"),
    }
    assert sorted(one.agency_id for one in plan.parties.all()) == ["fjordby-kommune", "fjordkredsens-politi"]


def test_what_is_done_is_not_carried_over_and_what_became_of_it_stands_in_its_section(desk, council, person):
    close(OPERATOR, commitment=Commitment.objects.get(slug="advice-given"), evidence="Gjort i maj.")
    before = Plan.objects.get(pk=BEFORE)
    focus = before.sections.get(number="2")
    told = {"kind": "commitment", "what": {"da": "Råd gives"}, "state": "done", "said": {"da": "Gjort i maj."}}
    with one_line("plan.begin") as lines:
        later = begin_plan(
            desk.tine, body=council, year=2032, title=before.title, before=before, looking_back={focus.pk: [told]}
        )
    assert lines[0].facts == {"year": 2032, "kind": "cooperation"}
    assert [one.slug for one in later.measures.all()] == ["council-meets"]
    assert [one.looking_back for one in later.sections.all()] == [[], [told]]


def test_a_draft_can_begin_on_an_empty_page_but_not_twice_for_a_year(desk, council):
    with pytest.raises(Refused, match="There is a plan for 2031 already"):
        begin_plan(desk.tine, body=council, year=2031, title={"da": "Plan"})
    empty = begin_plan(desk.tine, body=council, year=2033, title={"da": "Plan"})
    assert not empty.sections.exists()


def test_a_table_without_police_or_municipality_begins_no_plan(desk, council):
    Seat.objects.filter(body=council).delete()
    with pytest.raises(Refused, match="Neither police nor municipality has a seat on The district council"):
        begin_plan(desk.tine, body=Body.objects.get(pk=council.pk), year=2034, title={"da": "Plan"})
    assert not Plan.objects.filter(year=2034).exists()


@pytest.mark.parametrize(("role", "agency"), [("mayor", "fjordby-kommune"), ("secretary", "dalkredsens-politi")])
def test_only_the_editors_of_the_district_begin_and_write(desk, dale, council, person, role, agency):
    somebody = person(role, agency, "another")
    with refusal("plan.begin"):
        begin_plan(somebody, body=council, year=2035, title={"da": "Plan"})
    with refusal("plan.write"):
        write_section(somebody, plan=desk.plan, section=desk.section(), heading="Nyt", text="Nyt", version=1)
    assert desk.section().version == 1


def test_a_draft_is_in_force_for_nobody_and_no_file_is_put_over_it(desk):
    assert plan_in_force(desk.tine, "fjordkredsen", 2031).pk == BEFORE
    facts = {"id": desk.plan.pk, "body_id": "kredsraad-fjordkredsen", "title": {"da": "Fra en fil"}, "year": 2031}
    with pytest.raises(Refused, match="samarbejdsplan-fjordkredsen-2031 was drafted here"):
        put_plan(OPERATOR, district=desk.plan.district, facts=facts, sections=[])
    assert desk.now().title == {"da": "Samarbejdsplan Fjordkredsen", "en": "Cooperation plan, the Fjord District"}


def test_a_section_is_written_in_the_districts_language_and_each_version_is_kept_with_its_writer(desk):
    with one_line("plan.write") as lines:
        written = write_section(
            desk.tine, plan=desk.plan, section=desk.section(), heading="Rådet", text="Rådet mødes tit.\r\n", version=1
        )
    assert lines[0].facts == {"version": 2}
    assert (written.heading, written.summary) == (
        {"da": "Rådet", "en": "The council"},
        {"da": "Rådet mødes tit.", "en": "The council meets."},
    )
    kept = [(one.version, one.text, one.by_id) for one in written.versions.all()]
    assert kept == [
        (2, {"da": "Rådet mødes tit.", "en": "The council meets."}, desk.tine.key),
        (1, {"da": "Rådet mødes.", "en": "The council meets."}, None),
    ]


def test_two_who_write_at_once_do_not_overwrite_each_other(desk):
    section = desk.section()
    write_section(desk.tine, plan=desk.plan, section=section, heading="Rådet", text="Min.", version=1)
    with pytest.raises(WrittenMeanwhile, match="Somebody else has changed this section"):
        write_section(desk.tine, plan=desk.plan, section=section, heading="Rådet", text="Din.", version=1)
    assert (desk.section().summary["da"], desk.section().version) == ("Min.", 2)


def test_storing_what_stands_there_already_makes_no_version(desk):
    section = desk.section()
    write_section(desk.tine, plan=desk.plan, section=section, heading="Rådet", text="Rådet mødes.", version=1)
    assert (desk.section().version, section.versions.count()) == (1, 0)


@pytest.mark.parametrize(
    ("heading", "text", "said"),
    [(" ", "Tekst", "no heading"), ("H" * 201, "Tekst", "too long"), ("Rådet", "x" * 20_001, "too long")],
)
def test_a_section_without_a_heading_or_without_end_is_refused(desk, heading, text, said):
    with pytest.raises(Refused, match=said):
        write_section(desk.tine, plan=desk.plan, section=desk.section(), heading=heading, text=text, version=1)
    assert desk.section().version == 1


def test_a_new_section_takes_the_place_that_its_number_says(desk):
    add_section(desk.tine, plan=desk.plan, number="1.1.", heading="Næstformand", text="")
    add_section(desk.tine, plan=desk.plan, number="", heading="Bilag", text="Kort.", continues="fokus")
    rows = [(one.order, one.number, one.anchor, one.has_body) for one in desk.plan.sections.all()]
    assert rows == [(1, "1", "s-1", True), (2, "1.1", "s-1-1", False), (3, "2", "s-2", True), (4, "", "u-bilag", True)]
    assert Section.objects.get(slug="bilag").formerly == ["fokus"]


@pytest.mark.parametrize(("number", "said"), [("1", "There is a section 1 already"), ("4.x", "as in print")])
def test_a_number_that_is_taken_or_no_number_is_refused(desk, number, said):
    with pytest.raises(Refused, match=said):
        add_section(desk.tine, plan=desk.plan, number=number, heading="Nyt", text="")
    assert desk.plan.sections.count() == 2


def test_a_section_is_taken_out_with_its_measures_unless_others_lie_below_or_it_was_changed(desk):
    add_section(desk.tine, plan=desk.plan, number="2.1", heading="Under", text="")
    with pytest.raises(Refused, match="Other sections lie below"):
        drop_section(desk.tine, plan=desk.plan, section=desk.section("2"), version=1)
    drop_section(desk.tine, plan=desk.plan, section=desk.section("2.1"), version=1)
    with pytest.raises(Refused, match="Somebody else has changed"):
        drop_section(desk.tine, plan=desk.plan, section=desk.section("2"), version=7)
    drop_section(desk.tine, plan=desk.plan, section=desk.section("2"), version=1)
    assert [one.slug for one in desk.plan.measures.all()] == ["council-meets"]


def test_the_printed_plan_is_not_written_in(desk):
    printed = Plan.objects.get(pk=BEFORE)
    with pytest.raises(Refused, match="came in as it was printed"):
        write_section(desk.tine, plan=printed, section=printed.sections.first(), heading="Nyt", text="Nyt", version=1)


@pytest.mark.parametrize("wrong", [{"stage": "draft"}, {"stage": "dreaming"}, {"kind": "wish"}, {"until": 2040}])
def test_the_database_refuses_a_plan_that_cannot_be(desk, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Plan.objects.filter(pk=BEFORE).update(**wrong)
