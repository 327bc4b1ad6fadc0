"""The work queue on the screen: what waits first, the tabs with their counts, and never a name."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.desks.casework.conftest import World, again, in_days
from tests.doors.web.casework.conftest import Browse, words
from tests.doors.web.places import read

from samvirke.desks.casework.commands.ask_for import ask_for
from samvirke.desks.casework.commands.disclose import disclose
from samvirke.desks.casework.commands.move import move
from samvirke.desks.casework.commands.recall import recall
from samvirke.desks.casework.models import Case
from samvirke.desks.casework.queries.work_queue import PAGE
from samvirke.foundation.clock import standing_on, today
from samvirke.handovers.case_tasks import give


@pytest.fixture
def line(world: World):
    return world.worker("police", "coordinator", "line")


@pytest.fixture
def karim(world: World):
    return world.worker("municipality", "case-leader", "karim")


def address(world: World, query: str = "") -> str:
    return f"/districts/{world.district.pk}/cases/{query}"


def rows(answer) -> list[str]:
    return [words(one) for one in read(answer).xpath("//section[@aria-labelledby='cases']//tbody/tr")]


def tabs(answer) -> dict[str, str]:
    return dict(words(one).rsplit(" ", 1) for one in read(answer).xpath("//nav[contains(@class,'tabs')]//a"))


def needs(answer) -> list[str]:
    return [words(one) for one in read(answer).xpath("//section[contains(@class,'needs')]//h3/..")]


def test_whoever_works_on_nothing_is_told_what_to_do_next(world, browse: Browse, line):
    answer = browse(line).get(address(world))
    assert answer.status_code == 200
    assert "You work on no open case. Open one from the kinds of case" in answer.content.decode()
    assert "Nothing waits for you" in answer.content.decode()
    for view in ("late", "soon", "changed", "agency", "closed", "no-such-view"):
        assert words(read(browse(line).get(address(world, f"?view={view}"))).xpath("//div[@class='empty']")[0])


def test_a_row_says_number_kind_stage_deadline_and_owner_and_no_name(world, browse: Browse, line, karim, shared):
    case = shared(line, karim)
    answer = browse(line).get(address(world))
    (row,) = rows(answer)
    for said in (case.label, "Trial", "Shared", "no deadline"):
        assert said in row
    assert "Mikkelsen" not in answer.content.decode()
    assert f"/cases/{case.pk}/" in answer.content.decode()


def test_the_tabs_count_what_they_show(world, browse: Browse, line):
    late, soon, later = (world.begin(line, "trial-psp") for _number in range(3))
    for case, days in ((late, -3), (soon, 5), (later, 20)):
        Case.objects.filter(pk=case.pk).update(due_on=today() + timedelta(days=days))
    move(line, case=world.begin(line, "trial-psp"), to="closed", version=1, outcome="helped")
    answer = browse(line).get(address(world))
    expected = {"Mine": "3", "Late": "1", "Within a week": "1", "Others of my agency": "0", "Closed": "1"}
    assert {name: count for name, count in tabs(answer).items() if name in expected} == expected
    assert [row.split()[0] for row in rows(answer)] == [late.label, soon.label, later.label]
    assert "3 days past the deadline" in rows(answer)[0]
    assert "5 days left" in rows(answer)[1]
    assert "by 9" in rows(answer)[2]
    for view, found in (("late", late), ("soon", soon)):
        (row,) = rows(browse(line).get(address(world, f"?view={view}")))
        assert found.label in row
    (closed,) = rows(browse(line).get(address(world, "?view=closed")))
    assert "Helped" in closed
    assert "closed 20" in closed


def test_a_deadline_on_the_day_is_said_in_words(world, browse: Browse, line):
    case = world.begin(line, "trial-psp")
    with standing_on(case.due_on):
        (row,) = rows(browse(line).get(address(world)))
    assert "the deadline is today" in row


def test_what_others_changed_is_found_until_it_is_looked_at(world, browse: Browse, line):
    case = world.begin(line, "trial-psp")
    looked = browse(line)
    before = int(tabs(looked.get(address(world)))["Changed since I looked"])
    Case.objects.filter(pk=case.pk).update(changed_at=in_days(0))
    assert int(tabs(looked.get(address(world)))["Changed since I looked"]) == 1 >= before


def test_the_kinds_of_a_view_are_counted_and_chosen_among(world, browse: Browse, line):
    world.begin(line, "trial-psp")
    world.begin(line, "mediation")
    page = read(browse(line).get(address(world)))
    options = [words(one) for one in page.xpath("//select[@id='kind']/option")]
    assert options == ["All kinds", "Mediation (1)", "Trial (1)"]
    (row,) = rows(browse(line).get(address(world, "?view=mine&kind=mediation")))
    assert "Mediation" in row
    nothing = browse(line).get(address(world, "?kind=speed-tip")).content.decode()
    assert "None of this kind. Choose all kinds" in nothing


def test_more_than_a_page_is_turned_page_by_page(world, browse: Browse, line):
    for _number in range(PAGE + 2):
        world.begin(line, "trial-psp")
    first, second = (browse(line).get(address(world, f"?page={page}")) for page in (1, 2))
    assert (len(rows(first)), len(rows(second))) == (PAGE, 2)
    assert not {row.split()[0] for row in rows(first)} & {row.split()[0] for row in rows(second)}
    assert read(first).xpath("//a[@rel='next']/@href") == ["/districts/fjordkredsen/cases/?view=mine&page=2#cases"]
    for wrong in ("0", "99999999999", "x", "-1", "²"):
        assert browse(line).get(address(world, f"?page={wrong}")).status_code == 200


def test_what_waits_stands_first_with_numbers_and_agencies_only(world, browse: Browse, line, karim, shared):
    case, police, town = shared(line, karim, ""), world.agency("police"), world.agency("municipality")
    leader = world.worker("police", "case-leader", "leader")
    what = {"fields": ["enquiry.events"], "necessity": "How often, to find support.", "confirmed": True}
    disclose(again(line), case=case, receivers=[town], expires_at=in_days(9), **what)
    ask_for(again(karim), case=case, holder=police, section="enquiry", why="is it urgent")
    give(again(karim), case=case, agency=police, text="visit Mads", due=today() - timedelta(days=2))
    approving, asked = needs(browse(leader).get(address(world))), browse(line).get(address(world))
    assert len(approving) == 1
    assert approving[0].startswith(f"1 To approve {case.label} · V-0001 to ")
    assert [one.split(" 20")[0] for one in needs(asked)] == ["1 Asked of us", "1 Tasks"]
    assert "2 days past the deadline" in needs(asked)[1]
    for secret in ("visit Mads", "is it urgent", "How often"):
        assert secret not in asked.content.decode()


def test_what_was_called_back_waits_to_be_let_go_of(world, browse: Browse, line, karim, shared):
    case = shared(line, karim)
    what = {"fields": ["enquiry.events"], "necessity": "How often, to find support.", "confirmed": True}
    (given,) = disclose(again(line), case=case, receivers=[world.agency("municipality")], expires_at=in_days(9), **what)
    recall(again(line), disclosure=given, reason="the wrong flat")
    (waits,) = needs(browse(karim).get(address(world)))
    assert waits.startswith(f"1 Called back {case.label}")


def test_a_long_group_shows_five_and_a_way_to_the_rest(world, browse: Browse, line):
    for _number in range(7):
        world.begin(line, "trial-psp")
    Case.objects.update(due_on=today() - timedelta(days=1))
    (late,) = read(browse(line).get(address(world))).xpath("//section[contains(@class,'needs')]//h3/..")
    assert len(late.xpath(".//li")) == 6
    assert late.xpath(".//li[last()]/a/@href") == ["?view=late#cases"]
    assert "2 more" in words(late)


def test_other_agencies_learn_nothing_and_other_districts_find_no_page(world, browse: Browse, line, dale):
    world.begin(line, "trial-psp")
    stranger = world.worker("municipality", "case-leader", "stranger")
    assert rows(browse(stranger).get(address(world, "?view=agency"))) == []
    assert set(tabs(browse(stranger).get(address(world))).values()) == {"0"}
    assert browse(line).get(f"/districts/{dale.pk}/cases/").status_code == 404


def test_the_number_of_questions_to_the_database_does_not_grow_with_the_cases(world, browse: Browse, line):
    client, counts = browse(line), []
    client.get(address(world))  # the first page of a sign-in writes down when it began
    for extra in (3, 27):
        for _number in range(extra):
            world.begin(line, "trial-psp")
        client.get(address(world))
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address(world)).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert counts[0] < 30
