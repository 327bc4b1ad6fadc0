"""A pack from one click: asked for, made by the worker, and read as a page and as a file."""

from __future__ import annotations

import io

import pikepdf
import pytest
from tests.doors.web.places import read, text_of

from samvirke.registers.documents.models import Document
from samvirke.trust.jobs.models import Job

_PACKS = "/districts/oestjylland/packs/"
_ASKED = {"body": "lokalraad-randers", "quarter": "2024Q2", "language": "da"}


@pytest.fixture
def made(reader, work_off):
    """The page of a pack that has just been made."""
    address = reader.post(f"{_PACKS}make", _ASKED).url
    work_off()
    return reader.get(address)


def link(answer, words: str) -> str:
    [address] = read(answer).xpath(f"//a[text()='{words}']/@href")
    return address


def test_the_form_offers_the_councils_and_the_quarters_that_have_figures(reader):
    page = read(reader.get(f"{_PACKS}?body=lokalraad-randers"))
    assert page.xpath("//select[@name='quarter']/option/@value")[0] == "2024Q2"
    assert len(page.xpath("//select[@name='body']/option")) == 8
    assert page.xpath("//select[@name='body']/option[@selected]/@value") == ["lokalraad-randers"]


def test_a_pack_waits_then_is_ready_and_both_forms_are_kept(reader, work_off):
    address = reader.post(f"{_PACKS}make", _ASKED).url
    assert "Waiting for its turn" in text_of(read(reader.get(address)))
    waiting = reader.get(address, headers={"HX-Request": "true"})
    assert 'hx-trigger="every 700ms"' in waiting.content.decode()
    work_off()
    assert reader.get(address, headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"
    assert "The pack is ready" in text_of(read(reader.get(address)))


def test_the_pack_is_read_as_a_page_in_its_own_language(made, reader):
    answer = reader.get(link(made, "Read the meeting pack"))
    page = read(answer)
    assert answer.status_code == 200
    assert len(page.xpath("//h1")) == 1
    assert "Randers" in text_of(page.xpath("//h1")[0])
    assert page.xpath("//article[@lang='da']")
    assert page.xpath("//*[@style] | //style | //script[not(@src)]") == []


def test_the_pack_is_fetched_as_a_pdf_under_a_name_that_says_what_it_is(made, reader):
    answer = reader.get(link(made, "Open it as PDF"))
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer["Content-Disposition"] == 'inline; filename="lokalraad-randers-2024Q2-da.pdf"'
    with pikepdf.open(io.BytesIO(answer.content)) as pdf:
        assert str(pdf.Root.Lang) == "da"
        assert len(pdf.pages) >= 2


def test_whoever_takes_part_in_the_district_reads_it_and_nobody_else(made, cast, reader):
    addresses = [link(made, "Read the meeting pack"), link(made, "Open it as PDF")]
    for address in addresses:
        assert cast("anne").get(address).status_code == 200
        assert cast("lise").get(address).status_code == 404
        assert cast("lise").get(address.replace("oestjylland", "sydoestjylland")).status_code == 404


def test_a_made_pack_stands_in_the_list_and_on_its_meeting(made, reader):
    line = next(
        one for one in read(reader.get(_PACKS)).xpath("//table//tbody/tr") if "Lokalrådet i Randers" in text_of(one)
    )
    assert [text_of(one) for one in line.xpath(".//a")] == ["As a page", "PDF"]
    assert "The pack is ready" in text_of(read(reader.get("/districts/oestjylland/municipalities/730/")))


@pytest.mark.parametrize("quarter", ["2024Q5", "2024Q0", "24Q2", "", "2024-02", "2024Q2; DROP"])
def test_a_quarter_that_does_not_exist_is_a_page_that_names_it(quarter, reader):
    answer = reader.post(f"{_PACKS}make", {**_ASKED, "quarter": quarter})
    told = text_of(read(answer))
    assert answer.status_code == 422
    assert f"“{quarter}”" in told
    assert "2024Q2" in told
    assert Job.objects.filter(name="packs.make").count() == 0


@pytest.mark.parametrize("quarter", ["1990Q1", "2024Q3", "2031Q1"])
def test_a_quarter_without_figures_says_from_when_to_when_they_go(quarter, reader):
    answer = reader.post(f"{_PACKS}make", {**_ASKED, "quarter": quarter})
    told = text_of(read(answer))
    assert answer.status_code == 422
    assert quarter in told
    assert "2019-07-01" in told
    assert "2024-06-30" in told
    assert Job.objects.filter(name="packs.make").count() == 0


def test_a_body_without_papers_and_one_that_is_mistyped_are_told_so(reader):
    without = reader.post(f"{_PACKS}make", {**_ASKED, "body": "psp-randers"})
    mistyped = reader.post(f"{_PACKS}make", {**_ASKED, "body": "lokalraad-rander"})
    assert (without.status_code, mistyped.status_code) == (422, 422)
    assert "has no meeting pack" in text_of(read(without))
    assert "lokalraad-randers" in text_of(read(mistyped))
    assert "horsens" not in text_of(read(mistyped))


def test_a_body_of_another_district_is_told_as_one_that_is_not_there(reader):
    answer = reader.post(f"{_PACKS}make", {**_ASKED, "body": "lokalraad-horsens"})
    assert answer.status_code == 422
    assert "horsens" not in text_of(read(answer)).replace("lokalraad-horsens", "")
    assert Job.objects.filter(name="packs.make").count() == 0


def test_a_danish_reader_is_refused_in_danish(cast):
    answer = cast("tine").post(f"{_PACKS}make", {**_ASKED, "quarter": "2024Q5"})
    told = text_of(read(answer))
    assert answer.status_code == 422
    assert "Det kan ikke lade sig gøre" in told
    assert "”2024Q5” findes ikke" in told


def test_a_page_that_was_kept_shows_its_file_when_asked_for_as_a_page(made, reader):
    pdf = Document.objects.get(media_type="application/pdf", period="2024Q2")
    answer = reader.get(f"{_PACKS}{pdf.pk}/")
    assert answer.url == f"{_PACKS}{pdf.pk}/file"
