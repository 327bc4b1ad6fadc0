"""Cases in numbers on the screen: entered and ended by period, days with their n, and too few to say."""

from __future__ import annotations

from datetime import date

import pytest
from tests.desks.casework.conftest import World
from tests.doors.web.casework.conftest import Browse, words
from tests.doors.web.places import read

from samvirke.desks.casework.commands.move import move
from samvirke.desks.casework.models import Case, Tally
from samvirke.foundation.clock import standing_on
from samvirke.registers.places.models import Municipality

_NUMBERS = "/districts/fjordkredsen/cases/numbers/"


@pytest.fixture
def line(world: World):
    return world.worker("police", "coordinator", "line")


def end(world: World, line, opened: date, closed: date) -> None:
    with standing_on(opened):
        case = world.begin(line, "speed-tip")
    Case.objects.filter(pk=case.pk).update(stage="told")
    with standing_on(closed):
        move(line, case=case, to="closed", version=1, outcome="acted")


def rows(answer, heading: str) -> list[str]:
    return [
        words(one) for one in read(answer).xpath("//h2[starts-with(normalize-space(), $h)]/..//tbody/tr", h=heading)
    ]


def test_before_the_first_case_the_page_says_so(world, browse: Browse, line):
    assert "No case has been counted here yet." in browse(line).get(_NUMBERS).content.decode()


def test_what_was_entered_and_ended_is_told_by_quarter_with_days_and_n(world, browse: Browse, line):
    end(world, line, date(2023, 12, 1), date(2023, 12, 2))
    for day in range(1, 7):
        end(world, line, date(2024, 4, day), date(2024, 4, 20))
    answer = browse(line).get(_NUMBERS)
    (ended,) = [one for one in rows(answer, "Speed") if "ended with" in one and "6" in one]
    assert ended.endswith("16 days, n 6") or ended.endswith("17 days, n 6")
    page = words(read(answer))
    assert "Counted since December 2023." in page
    assert "too few to say" in page
    assert "1–4" not in ended


def test_stages_are_told_of_by_agency_and_those_with_few_are_not(world, browse: Browse, line):
    for day in range(1, 7):
        end(world, line, date(2024, 4, day), date(2024, 4, 20))
    world.begin(line, "psp")
    found = rows(browse(line).get(_NUMBERS), "How long stages last")
    assert any("too few to say" in one for one in found)
    assert all("about" in one or "too few to say" in one for one in found)


def test_answers_stand_with_how_many_answered(world, browse: Browse, line):
    kept = {"district_id": "fjordkredsen", "agency_id": "fjordkredsens-politi", "case_type": "exit", "invented": True}
    for what, times in (("yes", 7), ("no", 12)):
        Tally.objects.bulk_create(
            Tally(**kept, what=f"course.in_school_at_end: {what}", month=date(2023, 5, 1)) for _ in range(times)
        )
    Tally.objects.create(**kept, what="course.first_action_on", month=date(2023, 5, 1), days=9)
    first, answered = rows(browse(line).get(_NUMBERS), "What closed cases tell together")
    assert "yes: 7 · no: 12 19 2023" in answered
    assert "too few to say 1–4 2023" in first


def test_a_municipality_can_be_asked_for_and_one_elsewhere_cannot(world, browse: Browse, line):
    place = Municipality.objects.filter(district=world.district).order_by("name").last()
    chosen = "//select[@id='area']/option[@selected]/@value"
    assert read(browse(line).get(_NUMBERS, {"area": place.pk})).xpath(chosen) == [str(place.pk)]
    for nowhere in ("751", "-1", "x"):
        assert read(browse(line).get(_NUMBERS, {"area": nowhere})).xpath(chosen) == ["0"]


def test_each_count_leads_to_its_own_page(world, browse: Browse, line):
    end(world, line, date(2024, 1, 1), date(2024, 4, 20))
    client = browse(line)
    address = read(client.get(_NUMBERS)).xpath("//section[1]//tbody//th/a/@href")[0]
    answer = client.get(address)
    assert answer.status_code == 200
    assert "Nobody is in the count." in answer.content.decode()


def test_nobody_of_another_district_sees_the_page(world, dale, browse: Browse, person):
    assert browse(person("coordinator", "dalkredsens-politi")).get(_NUMBERS).status_code == 404
