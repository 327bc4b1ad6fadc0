"""What a case leaves to be counted when it moves and closes: lengths of time and answers, and nobody in them."""

from __future__ import annotations

from datetime import date

import pytest
from tests.desks.casework.conftest import World, account_of, again

from samvirke.desks.casework.commands.assign import assign
from samvirke.desks.casework.commands.invite import invite
from samvirke.desks.casework.commands.move import move
from samvirke.desks.casework.commands.write_section import write_section
from samvirke.desks.casework.engine.counted_words import answered, left, read_left, until_first_action
from samvirke.desks.casework.models import Case, Tally
from samvirke.desks.casework.queries.stage_ages import Stays, stage_ages
from samvirke.desks.casework.queries.tallies import days_counted, tallies
from samvirke.desks.casework.register import case_type
from samvirke.foundation.clock import standing_on
from samvirke.foundation.period import read_period
from samvirke.trust.access.guard import NotAllowed

ENQUIRY = {"came_by": "self", "drawn": True, "guardian_involved": True}
COURSE = {"first_action_on": "2024-05-20", "in_school_at_start": False, "in_school_at_end": True}


@pytest.fixture
def line(world: World):
    return world.worker("police", "coordinator", "line")


def exit_case(world: World, line, course: dict[str, object] | None = None) -> Case:
    with standing_on(date(2024, 5, 6)):
        case = world.begin(line, "exit")
        write_section(line, case=case, section="enquiry", answers=ENQUIRY, version=0)
        if course:
            write_section(line, case=case, section="course", answers=course, version=0)
    return case


def close(line, case: Case, day: date, outcome: str = "completed") -> None:
    case.refresh_from_db()
    with standing_on(day):
        move(line, case=case, to="closed", version=case.version, outcome=outcome)


def left_behind() -> list[tuple[str, str, int | None]]:
    return sorted(Tally.objects.filter(district_id="fjordkredsen").values_list("agency_id", "what", "days"), key=str)


def test_a_closed_case_leaves_its_answers_and_the_days_to_the_first_action(world: World, line):
    close(line, exit_case(world, line, COURSE), date(2024, 6, 20))
    police = world.agency("police").pk
    assert left_behind() == [
        (police, "closed: completed", 45),
        (police, "course.first_action_on", 14),
        (police, "course.in_school_at_end: yes", None),
        (police, "course.in_school_at_start: no", None),
        (police, "enquiry", 0),
        (police, "enquiry.guardian_involved: yes", None),
        (police, "left enquiry: late", 45),
    ]


def test_what_was_not_answered_is_not_counted(world: World, line):
    close(line, exit_case(world, line), date(2024, 5, 20))
    assert [what for _agency, what, _days in left_behind() if "course" in what] == []


def test_what_another_agency_has_not_disclosed_is_not_counted(world: World, line):
    karim, town = world.worker("municipality", "case-leader", "karim"), world.agency("municipality")
    case = exit_case(world, line)
    invite(line, case=case, agency=town)
    assign(karim, case=case, account=account_of(karim), agency=town, reason="school", leads=True)
    write_section(again(karim), case=case, section="course", answers=COURSE, version=0)
    write_section(line, case=case, section="course", answers={"in_school_at_start": True}, version=0)
    close(line, case, date(2024, 8, 20))
    assert [(agency, what) for agency, what, _days in left_behind() if what.startswith("course.in")] == [
        (world.agency("police").pk, "course.in_school_at_start: yes"),
    ]


def test_stages_are_counted_alike_for_everybody_who_may_count(world: World, line):
    world.begin(line, "exit")
    other = world.worker("municipality", "caseworker", "other")
    assert stage_ages(other, world.district) == stage_ages(line, world.district) != {}


def test_below_the_threshold_no_answer_is_counted(world: World):
    teacher = world.worker("municipality", "coordinator", "teacher")
    case = world.begin(teacher, "ssp-concern", "municipality")
    write_section(teacher, case=case, section="effort", answers={"guardian_involved": True}, version=0)
    move(teacher, case=case, to="below_threshold", version=1, outcome="no_ground")
    assert [what for _agency, what, _days in left_behind()] == [
        "below_threshold: no_ground", "left own_agency: in_time", "own_agency",
    ]  # fmt: skip
    assert not Case.objects.exists()


def test_the_wait_is_counted_at_the_agency_whose_clock_runs(world: World, line):
    town, case = world.agency("municipality"), world.begin(line, "youth-crime-board")
    invite(line, case=case, agency=town)
    Case.objects.filter(pk=case.pk).update(stage="investigation", stage_since=date(2024, 7, 1), due_on=date(2024, 8, 1))
    ages = stage_ages(line, world.district)
    assert ages[case.type, "investigation", town.pk] == Stays((50,), (False,), in_time=0, late=1)
    close(line, case, date(2024, 8, 20), "no_measure")
    ages = stage_ages(line, world.district)
    assert ages == {(case.type, "investigation", town.pk): Stays((50,), (True,), in_time=0, late=1)}


def test_stages_that_were_left_and_that_go_on_stand_side_by_side(world: World, line):
    for day in (10, 20, 31):
        close(line, exit_case(world, line), date(2024, 5, day), "withdrawn")
    with standing_on(date(2024, 8, 1)):
        world.begin(line, "exit")
    found = stage_ages(line, world.district)["exit", "enquiry", world.agency("police").pk]
    assert sorted(zip(found.days, found.ended, strict=True)) == [(4, True), (14, True), (19, False), (25, True)]
    assert (found.in_time, found.late) == (3, 0)


def test_the_tallies_of_a_period_are_told_by_place(world: World, line):
    close(line, exit_case(world, line, COURSE), date(2024, 6, 20))
    found, spring = tallies(line, world.district), read_period("2024Q2")
    assert found.count("exit", "closed: completed", spring) == {None: 1}
    assert found.count("exit", "closed: completed", read_period("2024Q3")) == {}
    assert found.began("exit") == date(2024, 5, 1)
    assert found.began("mediation") is None
    assert days_counted(line, world.district)["exit", "closed: completed"] == [(date(2024, 6, 1), 45)]
    assert not [what for _kind, what in days_counted(line, world.district) if what.startswith("left")]


@pytest.mark.parametrize("query", [tallies, stage_ages, days_counted])
def test_somebody_of_another_district_counts_nothing_here(query, world: World, dale, person):
    stranger = person("coordinator", "dalkredsens-politi")
    with pytest.raises(NotAllowed):
        query(stranger, world.district)


def test_how_a_stage_was_left_is_said_and_read_back():
    day = date(2024, 8, 20)
    assert read_left(left("board", day, day)) == ("board", "in_time")
    assert read_left(left("board", date(2024, 8, 19), day)) == ("board", "late")
    assert read_left(left("board", None, day)) == ("board", "no_clock")


def test_an_action_before_the_case_was_opened_took_no_days():
    declared, opened = case_type("exit"), date(2024, 5, 6)
    assert until_first_action(declared, {"course.first_action_on": "2024-05-01"}, opened) == 0
    assert until_first_action(declared, {}, opened) is None
    assert list(answered(declared, {"course.in_school_at_end": False})) == ["course.in_school_at_end: no"]
