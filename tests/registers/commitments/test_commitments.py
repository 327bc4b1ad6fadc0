"""A commitment is recorded, closed with what shows it, and late by the business date; others' districts stay closed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from tests.trail import one_line, refusal

from samvirke.foundation.clock import standing_on
from samvirke.foundation.fault import Refused
from samvirke.registers.commitments.commands.close import close
from samvirke.registers.commitments.commands.record import record
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.commitments.queries.commitments import commitments, commitments_of, due_within, overdue
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import NOBODY, system

pytestmark = pytest.mark.django_db

OPERATOR, FJORD = system("operator"), "fjordkredsen"
WORDS = {"da": "Lys på stien", "en": "Light on the path"}
TASK = {
    "slug": "light",
    "title": WORDS,
    "text": WORDS,
    "owners": ["fjordby-kommune"],
    "kind": "one-off",
    "measurable": True,
}
TODAY = date(2024, 8, 20)


@pytest.fixture
def council(fjord):
    return Body.objects.get(pk="kredsraad-fjordkredsen")


def put(district, **changed):
    record(OPERATOR, district=district, commitments=[TASK | changed])
    return Commitment.objects.get(district=district, slug=changed.get("slug", "light"))


def slugs(rows):
    return [one.slug for one in rows if not one.plan_id]


def test_the_secretary_records_one_with_a_line_of_the_trail(fjord, person):
    tine = person("secretary", "fjordkredsens-politi")
    with one_line("commitments.record") as lines:
        record(tine, district=fjord, commitments=[TASK])
    assert (lines[0].actor, lines[0].things, lines[0].facts) == (
        tine.id, ["places.district:fjordkredsen"], {"commitments": 1},
    )  # fmt: skip
    assert Commitment.objects.get(slug="light").state == "open"


@pytest.mark.parametrize(("role", "agency"), [("analyst", "fjordby-kommune"), ("secretary", "dalby-kommune")])
def test_neither_another_role_nor_another_districts_secretary_changes_them(fjord, dale, person, role, agency):
    somebody, there = person(role, agency), put(fjord)
    with refusal("commitments.record"):
        record(somebody, district=fjord, commitments=[TASK | {"slug": "other"}])
    with refusal("commitments.close"):
        close(somebody, commitment=there, evidence="done")
    assert not Commitment.objects.filter(slug="other").exists()
    assert Commitment.objects.get(pk=there.pk).state == "open"


def test_a_correction_keeps_how_far_it_has_come(fjord):
    close(OPERATOR, commitment=put(fjord), evidence="The lamps burn.")
    corrected = put(fjord, title={"da": "Lamper"})
    assert (corrected.title, corrected.state, corrected.evidence) == ({"da": "Lamper"}, "done", "The lamps burn.")


def test_the_same_slug_in_a_plan_and_outside_it_are_two(fjord):
    put(fjord)
    record(OPERATOR, district=fjord, commitments=[TASK | {"plan_id": "samarbejdsplan-fjordkredsen-2030"}])
    assert Commitment.objects.filter(slug="light").count() == 2


def test_those_without_a_slug_stand_each_for_itself(fjord):
    record(OPERATOR, district=fjord, commitments=[TASK | {"slug": ""}, TASK | {"slug": "", "title": {"da": "Anden"}}])
    assert {one.title["da"] for one in Commitment.objects.filter(district=fjord, slug="")} == {"Lys på stien", "Anden"}


def test_one_that_is_done_says_what_shows_it_on_the_business_date(fjord):
    there = put(fjord)
    with one_line("commitments.close") as lines:
        close(OPERATOR, commitment=there, evidence="  The lamps burn. ")
    assert (lines[0].things, lines[0].facts) == ([f"commitments.commitment:{there.pk}"], {"dropped": False})
    there.refresh_from_db()
    assert (there.state, there.closed_on, there.evidence) == ("done", TODAY, "The lamps burn.")


def test_one_that_is_dropped_says_why(fjord):
    there = put(fjord)
    close(OPERATOR, commitment=there, evidence="The path is closed.", dropped=True)
    assert Commitment.objects.get(pk=there.pk).state == "dropped"


@pytest.mark.parametrize("evidence", ["", "  \n"])
def test_without_a_word_it_is_not_closed(fjord, evidence):
    there = put(fjord)
    with pytest.raises(Refused, match="Nothing is said about how it ended"):
        close(OPERATOR, commitment=there, evidence=evidence)
    assert Commitment.objects.get(pk=there.pk).state == "open"


def test_a_closed_one_is_not_closed_again(fjord):
    there = put(fjord)
    close(OPERATOR, commitment=there, evidence="first")
    with pytest.raises(Refused, match="closed already"):
        close(OPERATOR, commitment=there, evidence="second", dropped=True)
    assert Commitment.objects.get(pk=there.pk).evidence == "first"


@pytest.mark.parametrize(
    "wrong", [{"kind": "wish"}, {"state": "done", "closed_on": TODAY}, {"closed_on": TODAY}, {"state": "dropped"}]
)
def test_the_database_refuses_what_cannot_be(fjord, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        put(fjord, **wrong)
    assert not Commitment.objects.filter(slug="light").exists()


@pytest.mark.parametrize(("days", "late"), [(-1, 1), (0, 0), (1, 0), (-400, 400)])
def test_it_is_late_from_the_day_after_its_date(fjord, days, late):
    there = put(fjord, due=TODAY + timedelta(days=days))
    assert there.days_overdue(TODAY) == late
    assert overdue(Commitment.objects.filter(slug="light")).exists() == bool(late)
    close(OPERATOR, commitment=there, evidence="done")
    there.refresh_from_db()
    assert (there.days_overdue(TODAY), overdue(Commitment.objects.filter(slug="light")).exists()) == (0, False)


def test_lateness_follows_the_business_date(fjord):
    put(fjord, due=TODAY)
    with standing_on(TODAY + timedelta(days=1)):
        assert slugs(overdue(commitments(OPERATOR, FJORD))) == ["light"]


def test_due_soon_runs_from_today_through_the_last_day(fjord):
    for days in (-1, 0, 14, 15):
        put(fjord, slug=f"in-{days}", due=TODAY + timedelta(days=days))
    put(fjord, slug="some-day")
    assert slugs(due_within(commitments(OPERATOR, FJORD), 14)) == ["in-0", "in-14"]


def test_the_list_begins_with_the_earliest_date_and_ends_with_those_that_have_none(fjord):
    put(fjord, slug="some-day")
    put(fjord, slug="later", due=date(2025, 1, 1))
    put(fjord, slug="sooner", due=date(2024, 1, 1))
    assert slugs(commitments(OPERATOR, FJORD)) == ["sooner", "later", "some-day"]


def test_a_body_has_those_recorded_at_its_table_and_those_it_owns(fjord, council):
    other = Body.objects.create(id="lokalraad-fjordby", district=fjord, kind="local-council", name={"da": "L"}, task={})
    put(fjord, slug="at-the-table", body_id=other.pk)
    put(fjord, slug="owned", owners=[other.pk])
    put(fjord, slug="elsewhere", body_id=council.pk)
    put(fjord, slug="of-the-plan")
    assert slugs(commitments_of(OPERATOR, other)) == ["at-the-table", "owned"]
    assert slugs(commitments_of(OPERATOR, council)) == ["elsewhere", "of-the-plan", "owned"]


def test_nobody_sees_those_of_another_district(fjord, dale, person):
    put(fjord)
    assert slugs(commitments(person("mayor", "fjordby-kommune"), FJORD)) == ["light"]
    assert not commitments(person("mayor", "dalby-kommune"), FJORD).exists()
    assert not commitments(NOBODY, FJORD).exists()
