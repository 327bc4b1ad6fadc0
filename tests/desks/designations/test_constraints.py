"""The database itself refuses a place that cannot be, however it is written."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from tests.desks.designations.conftest import SHOWN, places

from samvirke.desks.designations.commands.enter_practice import enter_practice
from samvirke.desks.designations.commands.freeze import freeze
from samvirke.desks.designations.models import Designation, Evidence, Practice, RestrictedPlan, Review, StepTaken

pytestmark = [pytest.mark.django_db, pytest.mark.database]

DAY, NEXT = date(2024, 8, 1), date(2024, 8, 8)


def refused(constraint, rows, **facts):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        rows.update(**facts)


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("designation_is_named_for_something", {"name": ""}),
        ("designation_in_known_state", {"state": "lost"}),
        ("designation_of_known_shape", {"shape": "circle"}),
        ("designation_lies_somewhere", {"geometry": ""}),
        ("designation_lies_somewhere", {"shape": "municipality"}),
        ("designation_is_no_one_home", {"homes": 1}),
        ("designation_camera_has_a_purpose", {"kind": "safety-camera", "purpose": ""}),
        ("designation_of_known_level", {"level": "purple"}),
        ("designation_ends_after_it_begins", {"since": DAY, "until": DAY}),
        ("designation_in_force_by_a_decision", {"state": "in-force"}),
        ("designation_ended_for_a_reason", {"state": "ended", "ended_on": DAY}),
    ],
)
def test_a_place_that_cannot_be_is_refused(desk, name, facts):
    desk.propose()
    refused(name, places(), **facts)


def test_a_place_in_force_keeps_its_decision_its_rule_and_its_reviewer(desk):
    named = desk.name(desk.sub_area())
    rows = Designation.objects.filter(pk=named.pk)
    for facts in ({"criterion": ""}, {"decision": ""}, {"reviewer": None}, {"next_review": None}):
        refused("designation_in_force_by_a_decision", rows, **facts)


def test_frozen_evidence_is_not_changed_however_it_is_written(desk):
    made = freeze(desk.tine, designation=desk.propose(), shown=SHOWN)
    refused("evidence is frozen", Evidence.objects.filter(pk=made.pk), says="Ten times as many")
    with pytest.raises(IntegrityError, match="evidence is frozen"), transaction.atomic():
        made.save()
    assert Evidence.objects.get(pk=made.pk).says == SHOWN.says


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("evidence_says_what_it_rests_on", {"says": ""}),
        ("evidence_says_what_it_rests_on", {"data": ""}),
        ("evidence_says_what_it_rests_on", {"analysis": ""}),
        ("evidence_of_a_period_that_is_over", {"data_until": date(2020, 1, 1)}),
        ("evidence_of_a_period_that_is_over", {"frozen_on": date(2024, 7, 31)}),
    ],
)
def test_evidence_says_what_it_rests_on_and_is_of_a_past_period(desk, name, wrong):
    told = {
        "designation": desk.propose(), "term": 1, "frozen_on": NEXT, "says": "x", "data": "x", "analysis": "x",
        "data_from": DAY, "data_until": DAY, "digest": "d" * 64,
    }  # fmt: skip
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Evidence.objects.create(**told | wrong)
    assert Evidence.objects.create(**told).pk


def test_a_practice_is_in_force_once_and_has_its_reference(desk):
    told = {"district": desk.district, "kind": "nightlife-zone", "reference": "x"}
    for number in (4, 5):
        enter_practice(desk.tine, review_weeks=number, **told)
        enter_practice(desk.tine, review_weeks=number, municipality=desk.town, **told)
    live = Practice.objects.filter(district=desk.district, until__isnull=True)
    assert sorted(live.values_list("review_weeks", flat=True)) == [5, 5]
    for facts in ({}, {"municipality": desk.town}):
        with pytest.raises(IntegrityError, match=r"practice_once|UNIQUE"), transaction.atomic():
            Practice.objects.create(**told, review_weeks=6, since=DAY, **facts)
    refused("practice_of_some_length", live, review_weeks=0)
    refused("practice_with_a_reference", live, reference="")
    refused("practice_ends_after_it_begins", live, until=date(2020, 1, 1))


def test_steps_reviews_and_papers_are_kept_once_and_whole(desk):
    place = desk.propose()
    step = {"designation": place, "term": 1, "stage": "found", "on": DAY}
    StepTaken.objects.create(**step)
    with pytest.raises(IntegrityError), transaction.atomic():
        StepTaken.objects.create(**step)
    seen = {
        "designation": place,
        "due": DAY,
        "held_on": DAY,
        "found": "x",
        "conclusion": "goes-on",
        "next_review": NEXT,
    }
    Review.objects.create(**seen)
    with pytest.raises(IntegrityError), transaction.atomic():
        Review.objects.create(**seen)
    reviews = Review.objects.filter(designation=place)
    refused("review_found_something", reviews, found="")
    refused("review_with_known_conclusion", reviews, conclusion="perhaps")
    refused("review_of_known_level", reviews, level="purple")
    refused("review_says_when_next", reviews, next_review=DAY)
    RestrictedPlan.objects.create(
        designation=place, owner_id="fjordkredsens-politi", kept_where="J.nr. 7", reviewed_on=DAY, review_by=NEXT
    )
    papers = RestrictedPlan.objects.filter(designation=place)
    refused("restricted_plan_is_kept_somewhere", papers, kept_where="")
    refused("restricted_plan_is_reviewed_again", papers, review_by=DAY)
