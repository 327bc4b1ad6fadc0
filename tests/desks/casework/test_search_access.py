"""A search is seen by whoever works on its case for the agency that owns it, and is forgotten when it ends."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from tests.desks.casework.conftest import World, account_of, again
from tests.desks.casework.searching import CRITERION, REPORTS, Searching, searching
from tests.floorplan.source import sources
from tests.trail import one_line, refusal

from samvirke.desks.casework.commands.assign import assign
from samvirke.desks.casework.commands.bring_reports import bring_reports
from samvirke.desks.casework.commands.end_search import end_search
from samvirke.desks.casework.commands.forget_search import forget_search
from samvirke.desks.casework.commands.invite import invite
from samvirke.desks.casework.commands.judge_pair import judge_pair
from samvirke.desks.casework.commands.note_conflict import note_conflict
from samvirke.desks.casework.jobs import forget_searches
from samvirke.desks.casework.models import Case, Search, SearchPair, SearchReport, Tally
from samvirke.desks.casework.queries.searches import search_view, searches_of
from samvirke.foundation.clock import now, standing_on
from samvirke.foundation.fault import Refused
from samvirke.handovers.case_alarms import break_in
from samvirke.trust.access.actor import Actor, system
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.access.rules import may, verbs, visible
from samvirke.trust.audit.models import Line, Side
from samvirke.trust.jobs.declared import by_the_clock
from samvirke.trust.retention import ledger

pytestmark = [pytest.mark.django_db, pytest.mark.database]
_OF_A_SEARCH = ("read-search", "bring-reports", "match-reports", "choose-certainty", "judge-pair", "end-search")
_NAMES = ("Asta", "Bruun", "Bertil", "Engvej", "86123456", "1702154009", "7-001")


@pytest.fixture
def there(world: World) -> Searching:
    return searching(world)


def _sees(actor: Actor, search: Search) -> bool:
    """Whether somebody may do anything with a search; question and list agree for every verb."""
    fresh, search = again(actor), Search.objects.get(pk=search.pk)
    answers = {may(fresh, f"casework.{verb}", search) for verb in _OF_A_SEARCH}
    for verb in _OF_A_SEARCH:
        listed = visible(fresh, f"casework.{verb}", Search.objects.all()).filter(pk=search.pk).exists()
        assert listed == may(fresh, f"casework.{verb}", search)
    assert searches_of(fresh, search.case).exists() == (answers == {True})
    assert len(answers) == 1
    return answers.pop()


def test_only_whoever_works_on_the_case_for_its_owner_sees_a_search(there: Searching):
    search, world = there.with_reports(), there.world
    helper = world.worker("police", "caseworker", "helper")
    assert _sees(there.sofie, search)
    assert not _sees(helper, search)
    assign(again(there.sofie), case=there.case, account=account_of(helper), agency=search.agency, reason="helps")
    assert _sees(helper, search)
    strangers = [
        there.karim,
        world.worker("police", "case-leader", "leader"),
        world.worker("police", "privacy-officer", "officer"),
        world.worker("region", "case-leader", "stranger"),
    ]
    assert not any(_sees(one, search) for one in strangers)
    assert not may(system("operator"), "casework.read-search", search)
    with refusal("casework.read-search"):
        search_view(again(there.karim), search.pk)


def test_who_takes_part_for_another_agency_learns_nothing_of_it(there: Searching):
    search, town = there.with_reports(), there.world.agency("municipality")
    invite(again(there.sofie), case=there.case, agency=town)
    karim = again(there.karim)
    assign(karim, case=there.case, account=account_of(karim), agency=town, reason="has the case", leads=True)
    assert may(again(karim), "casework.open", Case.objects.get(pk=there.case.pk))
    assert not _sees(karim, search)
    there.sofie = karim
    with pytest.raises(NotAllowed):
        there.begin()


def test_neither_broken_glass_nor_closeness_nor_time_run_out_opens_it(there: Searching):
    search = there.with_reports()
    duty = there.world.worker("police", "duty-officer", "duty")
    break_in(duty, case=there.case, reason="child-at-risk", text="A call says that a child is alone in the flat.")
    assert not _sees(duty, search)
    helper = there.world.worker("police", "caseworker", "helper")
    assign(again(there.sofie), case=there.case, account=account_of(helper), agency=search.agency, reason="helps")
    note_conflict(again(there.sofie), case=there.case, account=account_of(helper), kind="household")
    assert not _sees(helper, search)
    there.case.members.filter(account=account_of(there.sofie)).update(until=now(), since=now() - timedelta(days=9))
    assert not _sees(there.sofie, search)


def test_every_verb_of_a_search_is_asked_here():
    assert {f"casework.{one}" for one in _OF_A_SEARCH} <= set(verbs())


def test_the_trail_tells_each_step_and_nothing_of_what_the_reports_say(there: Searching):
    search = there.matched()
    pair = there.pair(search, "7-001", "7-002")
    with one_line("casework.judge-pair") as judged:
        judge_pair(again(there.sofie), search=search, pair=pair, same="yes", why="Asta has one passport", version=1)
    search_view(again(there.sofie), search.pk)
    end_search(again(there.sofie), search=search, why="her family has help already")
    lines = list(Line.objects.filter(things__icontains=str(search.pk)).order_by("seq"))
    said = [line.action.partition(".")[2] for line in lines]
    assert said[:2] == ["begin-search", "bring-reports"]
    assert {"match-reports", "judge-pair", "read-search", "end-search"} <= set(said)
    told = json.dumps([[line.facts, line.things, line.purpose, line.ground] for line in lines])
    assert not [name for name in (*_NAMES, CRITERION, "yes") if name in told]
    side = json.dumps([Side.objects.get(seq=line.seq).content for line in lines])
    assert CRITERION in side
    assert not [name for name in (*_NAMES, "passport") if name in side]
    subject = Side.objects.get(seq=judged[0].seq).content["subjects"]
    assert len(subject) == 1


def test_what_a_search_held_is_in_the_ledger_when_it_is_gone(there: Searching):
    search = there.with_reports()
    keys = {str(key) for key in search.reports.values_list("pk", flat=True)}
    end_search(again(there.sofie), search=search, why="they are two children")
    assert not SearchReport.objects.filter(pk__in=keys).exists()
    assert keys <= {key for entry in ledger.entries() if entry.table == "casework.searchreport" for key in entry.keys}


def test_a_search_that_nobody_ends_is_forgotten_the_night_after_its_time(there: Searching):
    search = there.matched()
    with pytest.raises(Refused, match="not over"):
        forget_search(system("scheduler"), search=search)
    with standing_on(search.forget_on):
        assert forget_searches(system("scheduler"), lambda share, doing: None) == {"searches": 0}
    with standing_on(search.forget_on + timedelta(days=1)):
        assert forget_searches(system("scheduler"), lambda share, doing: None) == {"searches": 1}
    search.refresh_from_db()
    assert (search.result, search.ended_by, search.tally["reports"]) == ("time-over", None, len(REPORTS))
    assert not search.reports.exists()
    assert not search.pairs.exists()
    assert "casework.forget-searches" in {one.name for one in by_the_clock()}


def test_with_the_case_goes_the_search(there: Searching):
    search = there.matched()
    Case.objects.filter(pk=there.case.pk).delete()
    for model in (Search, SearchReport, SearchPair):
        assert not model.objects.filter(agency=search.agency_id).exists()


def test_no_figure_about_anybody_leaves_a_search(there: Searching):
    """A certainty lies on two reports and nowhere else, goes with them, and nothing outside cases can reach it."""
    before = Tally.objects.count()
    search = there.matched()
    search_view(again(there.sofie), search.pk)
    end_search(again(there.sofie), search=search, why="they are two children")
    search.refresh_from_db()
    assert Tally.objects.count() == before
    assert not SearchPair.objects.filter(search=search).exists()
    assert set(search.tally) == {"reports", "pairs", "yes", "no", "unsure"}
    assert all(isinstance(count, int) for count in search.tally.values())
    inside = ("desks/casework/", "doors/web/casework/", "handovers/case_")
    speak = [one.name for one in sources() if "SearchPair" in one.text or "casework.matching" in one.text]
    assert speak
    assert [name for name in speak if not name.startswith(inside)] == []


def test_another_agencys_search_takes_no_report(there: Searching):
    search = there.begin(last=date(2024, 6, 30))
    with pytest.raises(NotAllowed):
        bring_reports(again(there.karim), search=search, reports=REPORTS)
    assert not search.reports.exists()
