"""The page that brings tables in which are no incidents: what it takes, what it refuses, and who may."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.doors.web.places import read, text_of

from samvirke.registers.incidents.models import Sheet

HERE = "/districts/fjordkredsen/imports/tables/"
HEAD = "day,municipality,cause,minutes,counted_as"
pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(hired, fjord):
    """Whoever keeps the figures of the Fjord District."""
    client = hired("analyst", "fjordkredsens-politi")
    client.cookies["samvirke_language"] = "en"
    return client


def sent(client, rows: str, **more: str):
    file = SimpleUploadedFile("calls.csv", f"{HEAD}\n{rows}".encode(), content_type="text/csv")
    return client.post(HERE, {"kind": "call-outs", "title": "The log", "file": file} | more)


def held():
    return Sheet.objects.filter(district="fjordkredsen")


def test_an_empty_page_says_of_each_kind_what_it_holds_and_that_there_is_none(keeper):
    told = text_of(read(keeper.get(HERE)))
    assert told.count("No such table is in place yet.") == 4
    assert "Minutes from the call until the first patrol was there" in told


def test_a_sound_file_comes_in_and_the_page_says_so(keeper):
    answer = sent(keeper, "2024-05-01,998,robbery,8.5,6 causes\n")
    assert answer.url == f"{HERE}#call-outs"
    assert "Version 1, 1 May 2024 – 1 May 2024, rows: 1." in text_of(read(keeper.get(HERE)))


def test_a_second_takes_the_place_of_the_first_only_when_it_is_said(keeper):
    sent(keeper, "2024-05-01,998,robbery,8.5,6 causes\n")
    answer = sent(keeper, "2024-05-02,998,robbery,9,6 causes\n")
    assert answer.status_code == 422
    assert "There is such a table already: version 1." in text_of(read(answer))
    assert held().get().number == 1
    sent(keeper, "2024-05-02,998,robbery,9,6 causes\n", replace="on")
    assert held().get().number == 2


def test_a_fault_is_told_by_line_keeps_what_was_typed_and_stores_nothing(keeper):
    answer = sent(keeper, "2024-05-01,998,robbery,soon,6 causes\n")
    told = read(answer)
    assert answer.status_code == 422
    assert "line 2, column minutes: “soon” does not fit here." in text_of(told)
    assert told.xpath("//input[@name='title']/@value") == ["The log"]
    assert not held().exists()


def test_no_file_and_no_kind_are_refused_in_words(keeper):
    answer = keeper.post(HERE, {"kind": "call-outs", "title": "The log"})
    assert "No file was chosen." in text_of(read(answer))
    assert keeper.post(HERE, {"kind": "nothing-such", "title": "The log"}).status_code == 422


def test_whoever_keeps_no_figures_finds_no_such_page(hired, fjord):
    assert hired("mayor", "fjordkredsens-politi").get(HERE).status_code == 404


def test_a_brief_without_its_table_leads_here(keeper):
    links = read(keeper.get("/districts/fjordkredsen/focus/response-times/")).xpath("//a/@href")
    assert f"{HERE}?kind=call-outs" in links
