"""A search runs inside a referral from a stated criterion to a social report or nothing, and what it held is gone."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from tests.desks.casework.conftest import World, again
from tests.desks.casework.searching import CRITERION, REPORTS, Searching, searching
from tests.trail import one_line

from samvirke.desks.casework.commands.bring_reports import bring_reports
from samvirke.desks.casework.commands.choose_certainty import choose_certainty
from samvirke.desks.casework.commands.end_search import end_search
from samvirke.desks.casework.commands.judge_pair import judge_pair
from samvirke.desks.casework.commands.match_reports import ask_matching
from samvirke.desks.casework.commands.move import move
from samvirke.desks.casework.jobs import match_reports
from samvirke.desks.casework.models import Case, Contribution, Involved, PeriodInUse, Search, SearchPair, SearchReport
from samvirke.desks.casework.queries.searches import search_view
from samvirke.foundation.fault import Refused
from samvirke.handovers.case_search import report_found
from samvirke.trust.jobs.models import Job

pytestmark = [pytest.mark.django_db, pytest.mark.database]
_WRITTEN = {"why": "the same date of birth, and a patrol has seen her passport", "version": 1}


@pytest.fixture
def there(world: World) -> Searching:
    return searching(world)


def test_a_search_begins_for_a_criterion_that_the_trail_keeps_on_the_side_that_can_be_forgotten(there: Searching):
    with one_line("casework.begin-search") as lines:
        search = there.begin()
    days = (search.forget_on - there.case.opened_on).days
    assert (search.agency_id, search.number, days) == (there.case.owner_id, 1, 30)
    (line,) = lines
    assert (line.purpose, line.basis) == ("ssp", "justice-act-115-ssp")
    assert CRITERION not in json.dumps(line.facts)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"criterion": "children"}, "what is looked for and why"),
        ({"about": "everybody"}, "what is looked for"),
        ({"first": date(2024, 7, 1)}, "no period"),
        ({"last": date(2030, 1, 1)}, "lies ahead"),
    ],
)
def test_a_search_without_criterion_or_period_is_not_begun(there: Searching, changes: dict[str, Any], said: str):
    with pytest.raises(Refused, match=said):
        there.begin(**changes)
    assert not Search.objects.filter(case=there.case).exists()


def test_there_is_no_search_outside_a_referral(there: Searching):
    there.case = there.world.begin(again(there.sofie), "ssp-concern", "police")
    with pytest.raises(Refused, match="inside a referral only"):
        there.begin()


def test_there_is_no_search_in_another_kind_of_case(there: Searching):
    there.case = there.world.begin(again(there.sofie), "social-report")
    with pytest.raises(Refused, match="only in a case about a child"):
        there.begin()


def test_without_a_period_of_the_district_no_report_is_kept(there: Searching):
    PeriodInUse.objects.filter(what="search").delete()
    with pytest.raises(Refused, match="how long the reports of a search are kept"):
        there.begin()


def test_one_search_at_a_time(there: Searching):
    there.begin()
    with pytest.raises(Refused, match="is open"):
        there.begin()


def test_numbers_are_kept_as_digests_of_the_agency_and_a_report_comes_in_once(there: Searching):
    search = there.with_reports()
    assert bring_reports(again(there.sofie), search=search, reports=REPORTS[:2]) == (0, 2)
    stored = json.dumps(list(SearchReport.objects.filter(search=search).values()), default=str)
    assert "1702154009" not in stored
    assert "86123456" not in stored
    same = SearchReport.objects.filter(search=search).exclude(phone_match="").values_list("phone_match", flat=True)
    assert len(set(same)) == 1
    assert SearchReport.objects.get(search=search, reference="7-001").subject


def test_a_report_from_outside_the_period_brings_none(there: Searching):
    search = there.begin(last=date(2024, 3, 1))
    with pytest.raises(Refused, match="outside the period"):
        bring_reports(again(there.sofie), search=search, reports=REPORTS)
    assert not search.reports.exists()


def test_over_the_budget_nothing_is_put_in_the_queue(there: Searching, monkeypatch: pytest.MonkeyPatch):
    search = there.with_reports()
    monkeypatch.setattr("samvirke.desks.casework.matching.blocking.BUDGET", 3)
    with pytest.raises(Refused, match="more than the 3"):
        ask_matching(again(there.sofie), search=search, rules=["born", "phone"])
    with pytest.raises(Refused, match="No way of searching"):
        ask_matching(again(there.sofie), search=search, rules=["street"])
    assert not Job.objects.filter(name="casework.match-reports").exists()


def test_the_worker_finds_who_is_the_same_and_the_queue_learns_nothing_of_anybody(there: Searching):
    search = there.matched()
    certain = {
        frozenset((one.first.reference, one.second.reference)): one.certainty
        for one in SearchPair.objects.filter(search=search).select_related("first", "second")
    }
    same = [frozenset(pair) for pair in (("7-001", "7-002"), ("7-001", "9-003"))]
    assert min(certain[pair] for pair in same) > 0.9
    assert certain.get(frozenset(("7-001", "7-004")), 0.0) < 0.5
    job = Job.objects.get(pk=search.job_id)
    assert job.arguments == {"search": str(search.pk)}
    assert "Asta" not in json.dumps(search.model)


def test_while_it_is_under_way_it_is_not_asked_for_again(there: Searching):
    search = there.with_reports()
    ask_matching(again(there.sofie), search=search, rules=["born"])
    with pytest.raises(Refused, match="under way"):
        ask_matching(again(there.sofie), search=search, rules=["born"])


def test_compared_again_what_people_judged_stays(there: Searching):
    search = there.matched()
    judge_pair(again(there.sofie), search=search, pair=there.pair(search, "7-001", "7-002"), same="yes", **_WRITTEN)
    match_reports(again(there.sofie), lambda share, doing: None, search=str(search.pk))
    assert there.pair(search, "7-001", "7-002").same == "yes"


def test_the_worklist_is_there_once_somebody_has_chosen_from_which_certainty(there: Searching):
    search = there.matched()
    assert search_view(again(there.sofie), search.pk).worklist == []
    with pytest.raises(Refused, match="no certainty"):
        choose_certainty(again(there.sofie), search=search, at_least=1.0, version=1)
    choose_certainty(again(there.sofie), search=search, at_least=0.9, version=1)
    with pytest.raises(Refused, match="Somebody else"):
        choose_certainty(again(there.sofie), search=search, at_least=0.5, version=1)
    view = search_view(again(there.sofie), search.pk)
    assert [one.certainty for one in view.worklist] == sorted((one.certainty for one in view.worklist), reverse=True)
    assert all(one.certainty >= 0.9 for one in view.worklist)


@pytest.mark.parametrize(
    ("changes", "said"),
    [({"same": "perhaps"}, "yes, no or unsure"), ({"why": " "}, "not said why"), ({"version": 7}, "Somebody else")],
)
def test_a_pair_is_judged_with_a_reason_and_by_one_at_a_time(there: Searching, changes: dict[str, Any], said: str):
    search = there.matched()
    pair = there.pair(search, "7-001", "7-002")
    with pytest.raises(Refused, match=said):
        judge_pair(again(there.sofie), search=search, pair=pair, **{"same": "yes"} | _WRITTEN | changes)
    assert there.pair(search, "7-001", "7-002").same == ""


def test_ended_with_nothing_its_reports_are_gone_and_its_counts_stay(there: Searching):
    search = there.matched()
    with pytest.raises(Refused, match="why the search ends"):
        end_search(again(there.sofie), search=search, why="")
    end_search(again(there.sofie), search=search, why="they are two children")
    search.refresh_from_db()
    assert (search.result, search.tally["reports"]) == ("nothing", 6)
    assert (search.reports.count(), search.pairs.count()) == (0, 0)
    with pytest.raises(Refused, match="has ended"):
        bring_reports(again(there.sofie), search=search, reports=REPORTS)
    assert search_view(again(there.sofie), search.pk).reports == []


_SEEN = {
    "why": "three reports of one child", "name": "Asta Bruun", "born": date(2015, 2, 17), "about": ["neglect"],
    "seen": "Patrols met her alone on 3 February, 9 March and 1 May.",
}  # fmt: skip


@pytest.mark.parametrize("own_alone", [True, False])
def test_it_leads_to_a_social_report_of_the_agencys_own_or_the_label_sticks(there: Searching, own_alone: bool):
    search = there.matched()
    judge_pair(again(there.sofie), search=search, pair=there.pair(search, "7-001", "7-002"), same="yes", **_WRITTEN)
    found = report_found(again(there.sofie), search=search, own_alone=own_alone, **_SEEN)
    search.refresh_from_db()
    assert (search.result, search.became, found.type) == ("social-report", found, "social-report")
    label = [] if own_alone else ["justice-act-115-ssp"]
    written = Contribution.objects.get(case=found, section="concern")
    assert (found.came_under, written.label, written.answers["found_by"]) == (label, label, "search")
    assert Involved.objects.get(case=found).person.name == "Asta Bruun"
    assert not SearchReport.objects.filter(search=search).exists()


def test_nobody_is_reported_on_what_the_machine_found_alone(there: Searching):
    search = there.matched()
    with pytest.raises(Refused, match="Nobody has found two reports"):
        report_found(again(there.sofie), search=search, **_SEEN)
    assert not Case.objects.filter(type="social-report", owner=there.case.owner).exists()
    assert search.reports.count() == 6


def test_in_a_closed_case_nothing_more_is_searched(there: Searching):
    search = there.with_reports()
    there.case.refresh_from_db()
    move(again(there.sofie), case=there.case, to="closed", version=there.case.version, outcome="known")
    with pytest.raises(Refused, match="closed"):
        ask_matching(again(there.sofie), search=search, rules=["born"])


@pytest.mark.parametrize(
    "wrong", [{"criterion": ""}, {"result": "nothing"}, {"at_least": 1.0}, {"reports_to": date(2023, 1, 1)}]
)
def test_the_database_refuses_a_search_that_says_too_little(there: Searching, wrong: dict[str, Any]):
    search = there.begin(criterion=CRITERION)
    with pytest.raises(IntegrityError), transaction.atomic():
        Search.objects.filter(pk=search.pk).update(**wrong)
