"""What closed cases tell together: answers, days to the first action and stays, and too few are not told of at all."""

from __future__ import annotations

from statistics import median

import pytest
from tests.insight.cases.conftest import FJORDBY

from samvirke.desks.casework.models import Tally
from samvirke.desks.casework.queries.tallies import days_counted
from samvirke.foundation.clock import standing_on
from samvirke.foundation.period import read_period
from samvirke.insight.briefing.case_answers import case_answers, days_to_end, first_actions
from samvirke.insight.briefing.case_counts import case_counts
from samvirke.insight.studies.stays import StageAge, stays
from samvirke.insight.suppression.release import COUNCIL

pytestmark = [pytest.mark.django_db, pytest.mark.database]
IN_SCHOOL = "course.in_school_at_end"


def values(found):
    return [(title, cell.value) for title, cell in found.answers]


def test_answers_of_the_last_year_are_told_with_how_many_answered(tell, fjord_facts):
    tell("exit", f"{IN_SCHOOL}: yes", "2023-03", 8)
    tell("exit", f"{IN_SCHOOL}: no", "2023-09", 6)
    tell("exit", f"{IN_SCHOOL}: no", "2024-02", 40)
    (found,) = case_answers(fjord_facts(), COUNCIL)
    assert (found.kind, found.path, str(found.year)) == ("exit", IN_SCHOOL, "2023")
    assert (values(found), found.n.value) == ([("yes", 8), ("no", 6)], 14)


@pytest.mark.parametrize(("yes", "no"), [(8, 2), (1, 30), (3, 3), (4, 1)])
def test_a_rare_answer_is_not_told_and_cannot_be_worked_out(yes, no, tell, fjord_facts):
    tell("exit", f"{IN_SCHOOL}: yes", "2023-03", yes)
    tell("exit", f"{IN_SCHOOL}: no", "2023-09", no)
    (found,) = case_answers(fjord_facts(), COUNCIL)
    assert [value for _title, value in values(found)] == [None, None] or found.n.value is None
    assert all(value is None or value >= 5 for _title, value in values(found))


def test_of_a_sensitive_kind_answers_are_told_from_ten(tell, fjord_facts):
    for number, path in enumerate(("effort.guardian_involved", "effort.in_school_at_start")):
        tell("ssp-concern", f"{path}: yes", "2023-03", 9 + number)
        tell("ssp-concern", f"{path}: no", "2023-03", 20)
    told = {one.path: [value for _title, value in values(one)] for one in case_answers(fjord_facts(), COUNCIL)}
    assert told["effort.in_school_at_start"] == [10, 20]
    assert 9 not in told["effort.guardian_involved"]
    assert None in told["effort.guardian_involved"]


@pytest.mark.parametrize(("times", "shown"), [(9, False), (10, True)])
def test_the_days_to_the_first_action_are_a_median_of_many(times, shown, tell, fjord_facts, operator, fjord):
    tell("ssp-concern", "effort.first_action_on", "2023-06", times, days=3)
    (found,) = first_actions(fjord_facts(), days_counted(operator, fjord), COUNCIL)
    assert found.days == (median(range(3, 3 + times)) if shown else None)
    assert found.n.value == (times if shown else None)


def test_the_days_from_opening_to_end_are_told_of_periods_whose_number_is_shown(tell, fjord_facts, operator, fjord):
    tell("speed-tip", "received", "2023-01", 1)
    tell("speed-tip", "closed: acted", "2023-05", 6, FJORDBY, days=10)
    tell("speed-tip", "closed: acted", "2024-02", 3, FJORDBY, days=500)
    tell("speed-tip", "closed: watched", "2023-05", 4, FJORDBY)
    days = days_counted(operator, fjord)
    told = {one.what: days_to_end(one, days) for one in case_counts(fjord_facts(), COUNCIL)}
    assert told["closed: acted"] == (6, median(range(10, 16)))
    assert told["closed: watched"] is None


def ages(operator, fjord, stage="screening"):
    return [one for one in stays(operator, fjord, COUNCIL) if one.stage == stage]


def test_a_stage_is_told_of_with_its_quartiles_and_the_share_within_its_time(tell, operator, fjord):
    tell("youth-crime-board", "left screening: in_time", "2023-05", 16, days=1)
    tell("youth-crime-board", "left screening: late", "2023-05", 5, days=17)
    (found,) = ages(operator, fjord)
    told = StageAge(
        "youth-crime-board", "screening", "fjordkredsens-politi", True, about=20, quarter=6, half=11,
        three_quarters=16, within=0.8,
    )  # fmt: skip
    assert found == told


def test_of_a_sensitive_kind_a_stage_is_told_of_from_ten_ended_stays(tell, operator, fjord):
    tell("youth-crime-board", "left screening: in_time", "2023-05", 9)
    assert ages(operator, fjord) == [StageAge("youth-crime-board", "screening", "fjordkredsens-politi", False)]
    tell("youth-crime-board", "left screening: in_time", "2023-06", 3)
    assert not ages(operator, fjord)[0].is_shown, "it stays hidden for the quarter: the difference would tell"
    with standing_on(read_period("2024Q4").first):
        assert ages(operator, fjord)[0].is_shown


def test_a_stage_without_a_clock_and_a_kind_declared_no_more_are_left_out(tell, operator, fjord):
    tell("mediation", "left closed: no_clock", "2023-05", 30)
    tell("tarot", "left drawn: no_clock", "2023-05", 30)
    assert stays(operator, fjord, COUNCIL) == []
    assert Tally.objects.filter(district_id=fjord.pk).count() == 60
