"""Before anything has been imported or made, each page says what is empty, why, and what to do next."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.doors.web.places import read, text_of

_DISTRICT = "/districts/fjordkredsen/"


@pytest.fixture
def reader(fjord, hired) -> Client:
    """The secretary of a district that was loaded a moment ago, reading English."""
    client = hired("secretary", "fjordkredsens-politi")
    client.cookies["samvirke_language"] = "en"
    return client


def shown(reader: Client, path: str):
    answer = reader.get(f"{_DISTRICT}{path}")
    assert answer.status_code == 200
    return read(answer)


@pytest.mark.parametrize("path", ["", "indicators/", "indicators/burglary-homes/", "packs/"])
def test_pages_of_figures_say_that_there_are_none_and_how_to_import_them(path, reader):
    page = shown(reader, path)
    assert "There are no figures for this district yet." in text_of(page)
    [link] = {one.get("href") for one in page.xpath("//a[text()='This is how to import them']")}
    assert link == f"{_DISTRICT}imports/"
    assert reader.get(link).status_code == 200


def test_the_overview_says_of_each_part_why_it_is_empty(reader):
    told = text_of(shown(reader, ""))
    for sentence in (
        "No commitment is past its deadline.",
        "There is no map yet: it needs figures, borders, and numbers of homes or inhabitants to divide by.",
        "No meetings are planned. The calendar fills when the councils' year is entered.",
    ):
        assert sentence in told


def test_the_imports_page_offers_the_form_and_says_to_look_first(reader):
    page = shown(reader, "imports/")
    assert "Nothing has been imported yet. Choose a file above, and look at the dry run first." in text_of(page)
    assert page.xpath("//input[@name='dry'][@checked]")
    assert "none yet" in text_of(page)


def test_a_pack_cannot_be_asked_for_and_the_page_does_not_offer_it(reader):
    assert shown(reader, "packs/").xpath("//form[contains(@action, 'packs/make')]") == []
    answer = reader.post(f"{_DISTRICT}packs/make", {"body": "kredsraad-fjordkredsen", "quarter": "2024Q2"})
    assert answer.status_code == 422
    assert "Import incidents first" in text_of(read(answer))


@pytest.mark.parametrize("path", ["", "plan/", "meetings/", "commitments/", "indicators/", "packs/", "imports/"])
def test_no_page_shows_a_zero_where_nothing_is_known(path, reader):
    page = shown(reader, path)
    cells = [text_of(one) for one in page.xpath("//table[contains(@class, 'followed')]//td")]
    assert "0" not in cells
    assert "None" not in text_of(page)


def test_somebody_of_no_district_is_told_how_one_is_loaded(db, reader, fjord):
    fjord.loaded_at = None
    fjord.save()
    answer = reader.get("/")
    assert answer.status_code == 200
    assert "samvirke district load" in text_of(read(answer))
