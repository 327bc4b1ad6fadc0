"""The yearly account is made with one click by those who may, kept in both forms, and read by the district alone."""

from __future__ import annotations

import uuid

import pytest
from tests.doors.web.places import read, text_of

from samvirke.registers.documents.models import Document

_ACCOUNTS = "/districts/oestjylland/commitments/account/"


@pytest.fixture
def made(reader, work_off, demo, db) -> Document:
    """The account of 2024, made as the secretary makes it; its page."""
    answer = reader.post(f"{_ACCOUNTS}make", {"year": "2024"})
    assert "Waiting for its turn" in text_of(read(reader.get(answer.url)))
    assert work_off().state == "done"
    done = read(reader.get(answer.url))
    assert "The account is ready" in text_of(done)
    return Document.objects.get(kind="yearly-account", media_type="text/html")


def test_it_is_made_kept_and_read_as_page_and_paper(reader, made):
    shown = read(reader.get(f"{_ACCOUNTS}{made.pk}/"))
    assert text_of(shown.xpath("//article//h1")[0]) == "Account of 2024"
    [paper] = shown.xpath("//main/p/a[contains(., 'PDF')]/@href")
    answer = reader.get(paper)
    assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")
    listed = read(reader.get(_ACCOUNTS)).xpath("//tbody/tr")
    assert [text_of(row.xpath("th")[0]) for row in listed] == ["Account of 2024, The district council of East Jutland"]


def test_members_read_it_and_make_none_and_strangers_find_no_page(cast, made):
    anne = cast("anne")
    assert anne.get(f"{_ACCOUNTS}{made.pk}/").status_code == 200
    assert not read(anne.get(_ACCOUNTS)).xpath("//main//form")
    assert anne.post(f"{_ACCOUNTS}make", {"year": "2024"}).status_code == 404
    for path in ("", f"{made.pk}/", f"{made.pk}/file"):
        assert cast("lise").get(f"{_ACCOUNTS}{path}").status_code == 404
    assert cast("lise").get(f"/districts/sydoestjylland/commitments/account/{made.pk}/").status_code == 404


@pytest.mark.parametrize("year", ["2031", "", "soon", "-1", "99999999999"])
def test_a_year_that_cannot_be_told_of_is_refused_before_any_work(reader, demo, db, year):
    assert reader.post(f"{_ACCOUNTS}make", {"year": year}).status_code == 422
    assert not Document.objects.filter(kind="yearly-account").exists()


def test_nothing_is_made_by_a_link_and_what_is_not_there_is_no_page(reader, demo, db):
    assert reader.get(f"{_ACCOUNTS}make").url == _ACCOUNTS
    for path in ("", "file"):
        assert reader.get(f"{_ACCOUNTS}{uuid.uuid4()}/{path}").status_code == 404
    assert reader.get(f"{_ACCOUNTS}work/{uuid.uuid4()}/").status_code == 404


def test_another_persons_work_is_no_page(reader, cast, demo, db):
    answer = reader.post(f"{_ACCOUNTS}make", {"year": "2024"})
    assert cast("line").get(answer.url).status_code == 404
