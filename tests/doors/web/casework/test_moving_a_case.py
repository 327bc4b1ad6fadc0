"""Tasks, steps and the end of a case through its pages; the print; and as many questions for many rows as for few."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.desks.casework.conftest import again, in_days
from tests.doors.web.casework.test_one_case import address, given, main_of
from tests.doors.web.places import read, text_of

from samvirke.desks.casework.models import Case, TaskText
from samvirke.foundation.clock import today
from samvirke.handovers.case_tasks import give
from samvirke.trust.audit.models import Line


@pytest.fixture
def line(world):
    return world.worker("police", "coordinator", "line")


@pytest.fixture
def karim(world):
    return world.worker("municipality", "case-leader", "karim")


@pytest.fixture
def case(shared, line, karim):
    return shared(line, karim)


def test_a_task_is_given_seen_by_the_two_agencies_and_finished(browse, line, karim, case, world):
    client, due = browse(again(line)), (today() + timedelta(days=9)).isoformat()
    sent = {"deed": "give-task", "text": "visit him", "agency": world.agency("municipality").pk, "due": due}
    refused = client.post(address(case), sent | {"due": "soon"})
    assert refused.status_code == 422
    assert 'value="visit him"' in refused.content.decode()
    assert client.post(address(case), sent).status_code == 302
    theirs = browse(again(karim))
    page = read(theirs.get(address(case)))
    assert "visit him" in text_of(page.get_element_by_id("tasks"))
    task = TaskText.objects.get()
    assert client.post(address(case), {"deed": "finish-task", "task": task.pk}).status_code == 422
    assert theirs.post(address(case), {"deed": "finish-task", "task": task.pk}).status_code == 302
    assert "Done on" in main_of(client.get(address(case)))


def test_a_late_task_says_so_with_a_sign_and_a_word(browse, line, case, world):
    give(again(line), case=case, agency=world.agency("police"), text="call", due=today() - timedelta(days=4))
    page = read(browse(again(line)).get(address(case)))
    late = page.get_element_by_id("tasks").find_class("state-overdue")[0]
    assert text_of(late) == "4 days past the deadline"
    assert late.xpath(".//*[local-name()='svg']")


def test_what_stands_in_the_way_is_said_before_the_click(browse, world):
    mona = world.worker("police", "coordinator", "mona")
    case = world.begin(mona, "trial-psp")
    page = read(browse(again(mona)).get(address(case, "move")))
    assert "“Citizen” is not named." in text_of(page)
    assert page.xpath("//button[contains(., 'Move to')]") == []
    answer = browse(again(mona)).post(address(case, "move"), {"to": "filtered", "version": "1"})
    assert answer.status_code == 422
    assert Case.objects.get(pk=case.pk).stage == "screened"


def test_closing_says_what_each_outcome_means_and_takes_an_outcome(browse, line, case):
    client, where = browse(again(line)), address(case, "move")
    told = main_of(client.get(where))
    assert "Everything in the case is erased at once; only a count remains." in told
    assert "The case is kept until" in told
    assert client.post(where, {"to": "closed", "version": "3"}).status_code == 422
    assert client.post(where, {"to": "closed", "version": "2", "outcome": "helped"}).status_code == 422
    assert client.post(where, {"to": "closed", "version": "3", "outcome": "helped"}).status_code == 302
    page = main_of(client.get(address(case)))
    assert "The case is deleted on" in page
    assert "Next step or close" not in page
    assert client.get(where).status_code == 404


def test_an_outcome_that_erases_leaves_the_queue_and_no_page(browse, line, case):
    client = browse(again(line))
    answer = client.post(address(case, "move"), {"to": "closed", "version": "3", "outcome": "below"})
    assert answer.headers["Location"] == reverse("cases", args=[case.district_id])
    assert client.get(address(case)).status_code == 404


def test_an_agency_that_does_not_own_the_case_cannot_move_it(browse, karim, case):
    client = browse(again(karim))
    assert client.get(address(case, "move")).status_code == 404
    assert client.post(address(case, "move"), {"to": "closed", "version": "3", "outcome": "helped"}).status_code == 404
    assert Case.objects.get(pk=case.pk).is_open


def test_the_print_bears_its_reader_and_a_number_that_stands_in_the_trail(browse, karim, line, case, world):
    given(line, case, world)
    page = read(browse(again(karim)).get(address(case, "print")))
    mark = text_of(page.find_class("paper-mark")[0])
    assert mark.startswith("Printed for karim, ")
    copy = mark.removesuffix(".").rsplit(" ", 1)[1]
    assert Line.objects.filter(facts__printed=copy, actor=karim.id).count() == 1
    assert "noise at night" not in text_of(page)
    assert "Mads" not in text_of(page)
    assert "sees 1 field through V-0001" in text_of(page)


def test_two_prints_have_two_numbers(browse, line, case):
    client = browse(again(line))
    marks = {text_of(read(client.get(address(case, "print"))).find_class("paper-mark")[0]) for _copy in range(2)}
    assert len(marks) == 2


def test_the_meeting_view_says_who_sees_each_answer_and_the_wall_shows_what_all_see(browse, line, case, world):
    client = browse(again(line))
    given(line, case, world)
    told = main_of(client.get(address(case, "meeting")))
    assert "Seen by your agency alone" in told
    assert told.count("Seen by ") - told.count("Seen by your agency alone") == 1
    wall = client.get(address(case, "shared"))
    assert "Events in the last 90 days6" in main_of(wall)
    assert "noise at night" not in wall.content.decode()
    assert "Mads" not in wall.content.decode()


@pytest.mark.parametrize("reader", ["giver", "receiver"])
@pytest.mark.parametrize("page", ["case", "meeting", "access", "print"])
def test_many_rows_ask_the_database_no_more_than_few(page, reader, browse, line, karim, case, world):
    client, town = browse(again({"giver": line, "receiver": karim}[reader])), world.agency("municipality")

    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert client.get(address(case, page)).status_code == 200
        return len(seen)

    def more(count: int) -> None:
        for number in range(count):
            give(again(line), case=case, agency=town, text=f"task {number}", due=in_days(9).date())
            given(line, case, world)

    more(2)
    asked()
    few = asked()
    more(8)
    assert asked() == few
