"""A local problem goes through its four steps with two owners; nothing is overwritten, and nobody is in it."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from tests.trail import one_line, refusal

from samvirke.desks.designations.commands.link_to_problem import link_to_problem, unlink_from_problem
from samvirke.desks.designations.commands.open_problem import Opened, open_problem
from samvirke.desks.designations.commands.work_on_problem import close_problem, work_on_problem
from samvirke.desks.designations.models import Problem, ProblemNote
from samvirke.desks.designations.queries.problems import links_of, notes_of, problems, problems_due, problems_of
from samvirke.foundation.fault import Refused
from samvirke.registers.places.models import Municipality
from samvirke.trust.identity.models import Account

pytestmark = [pytest.mark.django_db, pytest.mark.database]
NEXT = date(2024, 9, 17)


def account(actor) -> Account:
    return Account.objects.get(pk=actor.account)


@pytest.fixture
def owners(desk, person):
    """The officer and the municipality's coordinator."""
    return desk.tine, person("coordinator", "fjordby-kommune")


def opened(owners, **more) -> Opened:
    facts = {
        "municipality": Municipality.objects.get(pk=998),
        "title": "Burnt litter bins by the square",
        "about": "Every other weekend, between ten and one.",
        "officer": account(owners[0]),
        "partner": account(owners[1]),
        "next_look": NEXT,
    }
    return Opened(**{**facts, **more})


@pytest.fixture
def problem(desk, owners):
    return open_problem(desk.tine, district=desk.district, opened=opened(owners))


def work(actor, problem, stage="", said="Looked at it together.", version=None):
    problem.refresh_from_db()
    return work_on_problem(
        actor, problem=problem, version=version or problem.version, said=said, next_look=NEXT, stage=stage
    )


def test_it_is_opened_with_a_line_of_the_trail_and_begins_with_the_scan(desk, owners):
    with one_line("designations.open-problem") as lines:
        made = open_problem(desk.tine, district=desk.district, opened=opened(owners))
    assert lines[0].things[1] == f"designations.problem:{made.pk}"
    assert (made.stage, made.opened_on, made.is_open, made.invented) == ("scan", date(2024, 8, 20), True, False)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"title": " "}, "not said what the problem is"),
        ({"about": ""}, "not said what the problem is"),
        ({"title": "x" * 121}, "at most 120"),
        ({"next_look": date(2024, 8, 20)}, "next look is not ahead"),
    ],
)
def test_what_says_nothing_is_refused_and_nothing_is_stored(desk, owners, wrong, words):
    with pytest.raises(Refused, match=words):
        open_problem(desk.tine, district=desk.district, opened=opened(owners, **wrong))
    assert not Problem.objects.filter(district=desk.district).exists()


def test_one_owner_is_of_the_police_and_the_other_of_that_municipality(desk, owners, dale, person):
    officer, partner = (account(one) for one in owners)
    stranger = account(person("coordinator", "dalby-kommune"))
    for wrong, words in (
        ({"officer": partner, "partner": officer}, "officer does not work in the police"),
        ({"partner": stranger}, "other owner does not work in the municipality"),
        ({"municipality": Municipality.objects.get(pk=999)}, "other owner does not work in the municipality"),
        ({"municipality": Municipality.objects.get(pk=996)}, "lies in another district"),
    ):
        with pytest.raises(Refused, match=words):
            open_problem(desk.tine, district=desk.district, opened=opened(owners, **wrong))


def test_it_goes_step_by_step_and_back_and_its_notes_stay_where_they_were_written(desk, owners, problem):
    officer, partner = owners
    work(partner, problem, "analyse", said="Three bins, always the same.")
    with pytest.raises(Refused, match="does not come next"):
        work(officer, problem, "assess")
    work(officer, problem, "scan", said="It is two problems.")
    assert [(one.stage, one.said) for one in notes_of(officer, problem)] == [
        ("scan", "Three bins, always the same."),
        ("analyse", "It is two problems."),
    ]


def test_without_a_response_there_is_nothing_to_assess_and_without_assessment_it_is_not_closed(desk, owners, problem):
    officer, _partner = owners
    for stage in ("analyse", "respond"):
        work(officer, problem, stage)
    with pytest.raises(Refused, match="nothing to assess"):
        work(officer, problem, "assess")
    problem.refresh_from_db()
    with pytest.raises(Refused, match="has not been assessed"):
        close_problem(officer, problem=problem, version=problem.version, outcome="less", why="Fewer fires.")
    link_to_problem(officer, problem=problem, version=problem.version, sort="commitment", target="1")
    work(officer, problem, "assess")
    problem.refresh_from_db()
    closed = close_problem(
        officer, problem=problem, version=problem.version, outcome="cannot-tell", why="Too few to say."
    )
    assert (closed.is_open, closed.outcome, closed.next_look) == (False, "cannot-tell", None)
    assert notes_of(officer, closed).last().said == "Too few to say."
    with pytest.raises(Refused, match="is closed"):
        work(officer, closed)


@pytest.mark.parametrize(("outcome", "why", "words"), [("better", "So", "how it ended"), ("less", " ", "seen or done")])
def test_an_answer_that_is_none_or_has_no_reason_closes_nothing(desk, problem, outcome, why, words):
    Problem.objects.filter(pk=problem.pk).update(stage="assess")
    with pytest.raises(Refused, match=words):
        close_problem(desk.tine, problem=problem, version=1, outcome=outcome, why=why)
    problem.refresh_from_db()
    assert (problem.is_open, problem.version) == (True, 1)


def test_who_was_slower_is_told_and_overwrites_nothing(desk, owners, problem):
    officer, partner = owners
    work(officer, problem, said="First.")
    with pytest.raises(Refused, match="Somebody else has changed this problem"):
        work(partner, problem, said="Second.", version=1)
    assert list(ProblemNote.objects.filter(problem=problem).values_list("said", flat=True)) == ["First."]


def test_what_belongs_to_it_is_tied_once_and_found_from_the_other_side(desk, problem):
    link_to_problem(desk.tine, problem=problem, version=1, sort="designation", target="abc")
    with pytest.raises(Refused, match="belongs to the problem already"):
        link_to_problem(desk.tine, problem=problem, version=2, sort="designation", target="abc")
    assert list(problems_of(desk.tine, desk.district, "designation", "abc")) == [problem]
    unlink_from_problem(desk.tine, problem=problem, version=2, sort="designation", target="abc")
    assert not links_of(desk.tine, problem).exists()
    assert not problems_of(desk.tine, desk.district, "designation", "abc").exists()


def test_owners_work_on_it_others_of_the_district_read_it_and_strangers_see_nothing(
    desk, owners, dale, problem, person
):
    mayor, stranger = person("mayor", "fjordby-kommune"), person("secretary", "dalby-kommune")
    assert [problems(one, desk.district).count() for one in (desk.tine, owners[1], mayor, stranger)] == [1, 1, 1, 0]
    assert not notes_of(stranger, problem).exists()
    for somebody in (mayor, stranger):
        with refusal("designations.work-on-problem"):
            work(somebody, problem)
    Problem.objects.filter(pk=problem.pk).update(partner=account(mayor))
    problem.refresh_from_db()
    assert work(mayor, problem).version == 2


def test_what_is_due_is_what_is_open_and_to_be_looked_at_by_then(desk, problem):
    assert not problems_due(desk.tine, desk.district, date(2024, 9, 16)).exists()
    assert list(problems_due(desk.tine, desk.district, NEXT)) == [problem]


@pytest.mark.parametrize(
    "change", [{"next_look": None}, {"outcome": "less"}, {"stage": "later"}, {"title": ""}, {"closed_on": NEXT}]
)
def test_the_database_itself_refuses_what_is_half_open(problem, change):
    with pytest.raises(IntegrityError), transaction.atomic():
        Problem.objects.filter(pk=problem.pk).update(**change)


def test_the_database_itself_refuses_one_owner(problem):
    with pytest.raises(IntegrityError), transaction.atomic():
        Problem.objects.filter(pk=problem.pk).update(partner=problem.officer_id)
