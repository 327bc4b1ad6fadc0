"""The yearly account says what the year held, counted by hand beside it, and hands next year's plan what is left."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, date, datetime

import pytest

from samvirke.desks.meetings.models import AgendaItem, Decision, Meeting
from samvirke.desks.plan.models import Plan
from samvirke.foundation.clock import standing_on
from samvirke.foundation.fault import Refused
from samvirke.insight.briefing.account.content import Account, Part
from samvirke.insight.briefing.account.make import make_account
from samvirke.insight.briefing.account.next_year import plan_draft
from samvirke.insight.briefing.account.year import Year
from samvirke.registers.commitments.commands.close import close
from samvirke.registers.commitments.commands.record import record
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.partners.models import Body
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import NOBODY, system
from samvirke.trust.access.guard import NotAllowed

pytestmark = [pytest.mark.django_db, pytest.mark.database]

OPERATOR = system("operator")


@pytest.fixture
def council(demo, db) -> Body:
    return Body.objects.get(pk="kredsraad-oestjylland")


def account(council, year=2024, language="en") -> Account:
    return make_account(OPERATOR, council, year, language)


def part(made: Account, title: str) -> Part:
    [found] = [one for one in made.parts if one.title == title]
    return found


def test_the_year_in_short_is_what_one_counts_by_hand(council):
    here = Commitment.objects.filter(district="oestjylland", case_id=None)
    late = here.filter(state="open", due__lt=date(2024, 8, 20)).count()
    under_way = here.filter(state="open").count() - late
    held = Meeting.objects.filter(body__district="oestjylland", year=2024, state="held").count() + 1
    assert account(council).lead == (
        f"{held} of the 35 meetings that the bodies owe were held.",
        "4 of 35 duties are met.",
        f"1 commitment was done, 0 dropped; {late} are late, and {under_way} are under way.",
    )


def test_every_body_that_owes_meetings_stands_with_those_it_held(council):
    rows = {row[0]: row[1:] for row in part(account(council), "Meetings").rows}
    assert len(rows) == 10
    assert rows["The local council of Norddjurs"] == ("1 of 4", "–", "–")


def test_a_decision_stands_with_what_became_of_it(council):
    rows = {row[0]: row[3] for row in part(account(council), "Decisions and what became of them").rows}
    told = rows["Terms of reference for the strategic PSP forum"]
    assert told.startswith("At risk: Kommunernes bemærkninger mangler.")
    assert told.endswith("(50 days past the deadline)")
    assert "No report." in rows.values()


def test_what_is_done_late_and_dropped_each_stands_once_with_why(council):
    slug = "oplaeg-om-telefonsvindel-grenaa"
    close(OPERATOR, commitment=Commitment.objects.get(slug=slug), evidence="The centre has closed.", dropped=True)
    made = account(council)
    titles = ("What was done", "What is late", "What was dropped")
    names = {title: [row[0] for row in part(made, title).rows] for title in titles}
    every = [name for found in names.values() for name in found]
    assert names["What was dropped"] == ["Talk on phone fraud, Grenaa"]
    assert part(made, "What was dropped").rows[0][3] == "The centre has closed."
    assert "Talk on phone fraud, Grenaa" not in names["What is late"]
    assert len(names["What is late"]) == 4
    assert len(set(every)) == len(every)


def test_a_year_that_is_over_is_told_as_it_stood_on_its_last_day(council):
    with standing_on(date(2025, 2, 1)):
        there = Commitment.objects.get(slug="kortlaegning-af-botrygt")
        close(OPERATOR, commitment=there, evidence="Mapped in January.")
        made = account(council)
    assert made.occasion == "The whole year"
    assert "Mapping of BoTrygt" in [row[0] for row in part(made, "What is late").rows]
    assert "Mapping of BoTrygt" not in [row[0] for row in part(made, "What was done").rows]
    assert made.made_from["as_of"] == "2024-12-31"


def test_goals_stand_with_the_last_figures_of_the_year(council):
    goals = part(account(council), "Goals and how they are followed")
    assert goals.note.startswith("2nd quarter 2024")
    assert [row[3] for row in goals.rows if row[0].startswith("Burglary")] == ["393. Fallen 19%"]


def test_a_year_without_figures_has_an_account_that_says_so(council):
    made = account(council, 2015)
    assert part(made, "Goals and how they are followed").note == "There are no figures of the year."
    assert made.demo == account(council).demo != ""


def test_cases_are_counts_that_the_pack_may_show_too_and_nobody_is_named(council):
    made = account(council, language="da")
    counted = part(made, "Sager i tal")
    assert counted.rows
    assert "Små tal er udeladt" in counted.note
    assert Commitment.objects.filter(district="oestjylland", case_id__isnull=False).exists()
    assert "En opgave i en sag" not in str(asdict(made))


@pytest.mark.parametrize(("body", "year"), [("lokalraad-randers", 2024), ("kredsraad-oestjylland", 2025)])
def test_other_bodies_and_years_to_come_get_none(council, body, year):
    with pytest.raises(Refused):
        make_account(OPERATOR, Body.objects.get(pk=body), year, "da")


def test_whoever_may_not_count_gets_no_account(council, dale, person):
    for stranger in (NOBODY, person("secretary", "dalby-kommune")):
        with pytest.raises(NotAllowed):
            make_account(stranger, council, 2024, "en")


def test_the_next_plan_gets_every_section_with_its_goals_and_measures(council):
    draft = plan_draft(Year(OPERATOR, council, 2024, "da"))
    plan = Plan.objects.get(pk=draft.from_plan)
    assert (draft.year, len(draft.sections)) == (2025, plan.sections.count())
    assert sum(len(one.goals) for one in draft.sections) == plan.goals.count()
    promised = Commitment.objects.filter(plan_id=plan.pk).count()
    assert sum(len(one.measures) for one in draft.sections) == promised
    assert len(list(draft.measures())) == Commitment.objects.filter(district="oestjylland", case_id=None).count()
    burglary = next(goal for one in draft.sections for goal in one.goals if goal.indicator == "burglary-homes")
    assert burglary.result.startswith("393. Faldet 19")


def one_of_kind(council, **facts) -> Commitment:
    words = {"da": "Prøve"}
    row = {"slug": "try", "title": words, "text": words, "owners": [], "kind": "one-off", "measurable": True} | facts
    return record(OPERATOR, district=District.objects.get(pk="oestjylland"), commitments=[row])[0]


@pytest.mark.parametrize(
    ("kind", "closes", "suggestion"),
    [
        ("one-off", None, "carry-over"),
        ("activity", "done", "renew"),
        ("cadence", "done", "renew"),
        ("one-off", "done", "leave-out"),
        ("target", "done", "leave-out"),
        ("activity", "dropped", "leave-out"),
    ],
)
def test_what_is_suggested_follows_from_how_it_ended(council, kind, closes, suggestion):
    there = one_of_kind(council, kind=kind)
    if closes:
        close(OPERATOR, commitment=there, evidence="So it was.", dropped=closes == "dropped")
    draft = plan_draft(Year(OPERATOR, council, 2024, "da"))
    [found] = [one for one in draft.loose if one.commitment == there.pk]
    assert (found.suggestion, found.said) == (suggestion, "So it was." if closes else "")


def test_only_duties_in_danger_are_handed_on(council):
    names = {one.name for one in plan_draft(Year(OPERATOR, council, 2024, "da")).duties_not_met}
    assert names == {"local-council-meetings", "strategic-psp-meetings"}
    with standing_on(date(2025, 1, 2)):
        later = {one.name for one in plan_draft(Year(OPERATOR, council, 2024, "da")).duties_not_met}
    assert later > names
    assert "cooperation-plan-published" not in later


def test_a_decision_from_which_no_commitment_came_is_told_and_a_closed_or_postponed_one_is_not(council):
    meeting = Meeting.objects.create(
        body=council, year=2024, number=90, state="held", starts_at=datetime(2024, 3, 5, 9, tzinfo=UTC), invented=True
    )
    for number, (outcome, is_open) in enumerate((("approved", True), ("postponed", True), ("approved", False)), 1):
        item = AgendaItem.objects.create(
            meeting=meeting, number=number, title={"da": "Lys"}, kind="decision", is_open=is_open
        )
        Decision.objects.create(
            item=item, body=council, year=2024, number=900 + number, outcome=outcome, text=f"Beslutning {number}."
        )
    rows = [row for row in part(account(council), "Decisions and what became of them").rows if "Beslutning" in row[0]]
    assert rows == [
        ("Beslutning 1.", "–", "The district council of East Jutland, 2024/901", "No commitment came of it.")
    ]
    decided = Decision.objects.get(number=901)
    Commitment.objects.filter(pk=Commitment.objects.filter(district="oestjylland", case_id=None).first().pk).update(
        came_from=f"decision:{decided.pk}"
    )
    assert all("Beslutning" not in row[0] for row in part(account(council), "Decisions and what became of them").rows)
