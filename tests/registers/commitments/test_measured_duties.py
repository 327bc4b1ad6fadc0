"""A duty owed where a rate is high: the figures say where, and a number that was entered says only how often."""

from __future__ import annotations

from datetime import date

import pytest

from samvirke.registers.commitments.commands.enter_cadence import enter_cadence
from samvirke.registers.commitments.commands.fulfil import fulfil
from samvirke.registers.commitments.queries.due_for_agenda import due_for_agenda
from samvirke.registers.commitments.queries.duty_standings import duty_standings
from samvirke.registers.commitments.register import all_duties
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import system

pytestmark = [pytest.mark.django_db, pytest.mark.database]

OPERATOR, YEAR, NAME = system("operator"), 2024, "burglary-discussed"


@pytest.fixture
def council(fjord):
    body = Body.objects.get(pk="kredsraad-fjordkredsen")
    body.duties = ["district-council-meetings", NAME]
    body.save()
    return body


def entered(body, times):
    return enter_cadence(OPERATOR, body=body, duty_name=NAME, times=times, reference="Kredsrådet, punkt 4")


def on_agenda(body, day, conditions=None):
    return [one.duty.name for one in due_for_agenda(OPERATOR, body, day, conditions or {})]


def test_which_duties_are_measured():
    assert [one.name for one in all_duties().values() if one.measured] == [NAME]
    assert all_duties()["youth-crime-discussed"].indicator == "youth-crime"


def test_a_measured_condition_decides_and_a_number_says_only_how_often(council):
    def required(is_high):
        rows = duty_standings(OPERATOR, [council], YEAR, {(council.pk, NAME): is_high})
        return next((one.required for one in rows if one.duty.name == NAME), None)

    assert (required(True), required(False)) == (1, None)
    entered(council, 3)
    assert (required(True), required(False)) == (3, None)
    entered(council, 0)
    assert (required(True), required(False)) == (None, None)


def test_a_condition_that_is_met_comes_on_the_next_agenda_until_it_is_spoken_of(council):
    assert on_agenda(council, date(YEAR, 2, 1)) == on_agenda(council, date(YEAR, 12, 30)) == []
    met = {(council.pk, NAME): True}
    assert on_agenda(council, date(YEAR, 2, 1), met) == [NAME]
    fulfil(OPERATOR, body=council, duty_name=NAME, year=YEAR, evidence="Referat", on=date(YEAR, 2, 1))
    assert on_agenda(council, date(YEAR, 12, 30), met) == []
