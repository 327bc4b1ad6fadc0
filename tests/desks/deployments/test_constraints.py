"""The database itself refuses a deployment that cannot be, however it is written."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from tests.desks.deployments.conftest import at, rows

from samvirke.desks.deployments.commands.set_target import set_target
from samvirke.desks.deployments.models import Deployment, Finding, StepTaken, Target, Unit

pytestmark = [pytest.mark.django_db, pytest.mark.database]

DAY, BEFORE = date(2024, 8, 15), date(2024, 8, 1)


def refused(constraint, them, **facts):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        them.update(**facts)


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("deployment_is_for_something", {"name": ""}),
        ("deployment_is_for_something", {"kind": ""}),
        ("deployment_in_known_state", {"state": "lost"}),
        ("deployment_of_known_shape", {"shape": "moon", "geometry": "{}"}),
        ("deployment_is_somewhere", {"geometry": ""}),
        ("deployment_is_somewhere", {"shape": "school"}),
        ("deployment_is_somewhere", {"shape": "municipality"}),
        ("deployment_wanted_in_a_period", {"wanted_from": DAY, "wanted_until": BEFORE}),
        ("deployment_ends_after_it_starts", {"starts_at": at(DAY, 10), "ends_at": at(DAY, 10)}),
        ("deployment_planned_with_somebody", {"state": "planned"}),
        ("deployment_not_done_for_a_reason", {"state": "declined", "over_on": DAY}),
        ("deployment_not_done_for_a_reason", {"state": "cancelled", "why_not": "x"}),
    ],
)
def test_a_deployment_that_cannot_be_is_refused(desk, name, facts):
    desk.ask()
    refused(name, rows(), **facts)


def test_what_is_planned_keeps_its_unit_and_what_is_done_is_open(desk):
    desk.plan(desk.ask("speed-van"))
    for facts in ({"unit": None}, {"people": 0}, {"answered_on": None}):
        refused("deployment_planned_with_somebody", rows(), **facts)
    refused("deployment_done_is_open", rows(), state="done", over_on=DAY)


def test_a_unit_is_in_one_place_however_it_is_written(desk):
    first, second = desk.plan(desk.ask()), desk.plan(desk.ask(), hours=(13, 15))
    later = rows().filter(pk=second.pk)
    refused("unit is elsewhere", later, starts_at=at(DAY, 12))
    refused("unit is elsewhere", later, starts_at=at(DAY, 9), ends_at=at(DAY, 18))
    there = {name: getattr(first, name) for name in ("district", "municipality", "kind", "name", "shape", "geometry")}
    sent = {name: getattr(first, name) for name in ("unit", "people", "starts_at", "ends_at", "answered_on")}
    with pytest.raises(IntegrityError, match="unit is elsewhere"), transaction.atomic():
        Deployment.objects.create(**there, **sent, state="planned", requested_on=DAY)
    assert later.update(starts_at=at(DAY, 14)) == 1
    assert Deployment.objects.create(**there, **sent, state="requested", requested_on=DAY).pk


def test_a_finding_is_a_number_or_a_choice_and_there_once(desk):
    desk.done("mobile-police-station", DAY, found={"counts": {"talks": 3}})
    talks = Finding.objects.get(deployment__in=rows(), name="talks")
    them = Finding.objects.filter(pk=talks.pk)
    refused("finding_is_a_number_or_a_choice", them, choice="many")
    refused("finding_has_a_name", them, name="")
    with pytest.raises(IntegrityError), transaction.atomic():
        Finding.objects.create(deployment=talks.deployment, name="talks", value=4)
    refused("deployment_step_of_known_sort", StepTaken.objects.filter(deployment__in=rows()), step="danced")


def test_a_target_is_in_force_once_with_its_reference_and_a_unit_has_its_own_name(desk):
    told = {"district": desk.district, "kind": "speed-check", "counted": "times", "per": "year", "year": 2024}
    for number in (40, 60):
        set_target(desk.tine, number=number, reference="x", **told)
    live = Target.objects.filter(district=desk.district, until__isnull=True)
    assert live.get().number == 60
    with pytest.raises(IntegrityError, match=r"target_once|UNIQUE"), transaction.atomic():
        Target.objects.create(**told, number=7, reference="x", since=DAY)
    refused("target_each_week_or_year", live, per="day")
    refused("target_of_some_number", live, number=0)
    refused("target_with_a_reference", live, reference="")
    refused("target_ends_after_it_begins", live, until=date(2020, 1, 1))
    here = Unit.objects.filter(district=desk.district)
    refused("unit_has_a_name", here, name="")
    with pytest.raises(IntegrityError, match=r"unit_once|UNIQUE"), transaction.atomic():
        Unit.objects.create(district=desk.district, agency_id="fjordby-kommune", name="Vogn 1")
