"""A study from the question to the answer: asked in the browser, worked off, read, fetched, done again, stopped."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest
from tests.doors.web.places import read, text_of

from samvirke.insight.studies.models import Study
from samvirke.trust.jobs.models import Job

_STUDIES = "/districts/oestjylland/studies/"
_ASKED = {
    "categories": ["burglary-home"],
    "area": "730",
    "first": "2023-07-01",
    "after": "2024-07-01",
    "parameter-metres": "0,200,1000",
    "parameter-days": "0,14,60",
    "parameter-shuffles": "99",
    "seed": "7",
}


@pytest.fixture
def asked(reader):
    """The address of a study that has just been asked."""
    answer = reader.post(f"{_STUDIES}new/near-repeat/", _ASKED)
    assert answer.status_code == 302, text_of(read(answer))
    return answer.url


@pytest.fixture
def study(asked, reader, work_off):
    """The page of a study that has been worked out."""
    work_off()
    return reader.get(asked)


def test_every_question_leads_to_its_form_and_each_field_says_what_it_is(reader):
    page = read(reader.get(_STUDIES))
    links = page.xpath("//ul[@class='study-questions']//a/@href")
    assert len(links) >= 6
    for address in links:
        form = read(reader.get(address))
        for field in form.xpath("//main//form[not(@class='language')]//input[@id] | //main//form//select[@id]"):
            assert form.xpath(f"//label[@for='{field.get('id')}']"), field.get("id")


def test_it_waits_then_is_answered_with_n_interval_of_chance_method_and_source(study, asked, reader):
    said = text_of(read(study))
    for words in (
        "Does one lead to another nearby and soon?",
        "n = ",
        "Knox",
        "Shuffles",
        "SHA-256",
        "by chance alone",
    ):
        assert words in said
    kept = Study.objects.get(pk=asked.rstrip("/").rsplit("/", 1)[1])
    assert (kept.seed, kept.area, kept.categories) == (7, 730, ["burglary-home"])
    assert kept.n == kept.found["result"]["n"]
    assert kept.made_from["sources"]


def test_a_waiting_page_asks_again_and_a_finished_one_is_told_to_load_whole(asked, reader, work_off):
    assert "Waiting for its turn" in text_of(read(reader.get(asked)))
    assert 'hx-trigger="every 700ms"' in reader.get(asked, headers={"HX-Request": "true"}).content.decode()
    work_off()
    assert "<table" in reader.get(asked).content.decode()


def test_its_picture_table_and_answer_are_files(study, asked, reader):
    picture = reader.get(f"{asked}chart.svg")
    assert picture["Content-Type"] == "image/svg+xml"
    assert picture.content.startswith(b"<svg")
    rows = list(csv.reader(io.StringIO(reader.get(f"{asked}table.csv").content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][0] == "metres"
    assert len(rows) == 3
    assert reader.get(f"{asked}table.xlsx").content[:2] == b"PK"
    assert reader.get(f"{asked}table.exe").status_code == 404
    assert reader.get(f"{asked}places.gpkg").status_code == 404
    answer = json.loads(reader.get(f"{asked}answer.json").content)
    assert (answer["seed"], answer["parameters"]["shuffles"]) == (7, "99")
    assert len(answer["result"]["observed"]) == 2


def test_the_same_again_gives_the_same_answer_beside_the_old(study, asked, reader, work_off):
    newer = reader.post(f"{asked}again").url
    work_off()
    page = text_of(read(reader.get(newer)))
    assert "the correction changed none of these figures" in page
    assert "This study has been done again on newer data." in text_of(read(reader.get(asked)))
    old, new = (Study.objects.get(pk=each.rstrip("/").rsplit("/", 1)[1]) for each in (asked, newer))
    assert (old.digest, old.found["result"]) == (new.digest, new.found["result"])
    assert "already been done again" in text_of(read(reader.post(f"{asked}again")))


def test_only_the_newest_of_a_study_is_listed(study, asked, reader, work_off):
    newer = reader.post(f"{asked}again").url
    links = read(reader.get(_STUDIES)).xpath("//table//a/@href")
    assert newer in links
    assert asked not in links


def test_where_a_surface_is_dense_is_a_file_for_maps(reader, work_off):
    asked = reader.post(f"{_STUDIES}new/kde/", {**_ASKED, "parameter-cell": "1000", "parameter-bandwidth": "2000"}).url
    work_off()
    links = read(reader.get(asked)).xpath("//a[contains(@href, 'places.')]/@href")
    assert [address.rsplit(".", 1)[1] for address in links] == ["geojson", "gpkg", "parquet"]
    features = json.loads(reader.get(links[0]).content)["features"]
    assert len(features) > 100
    assert reader.get(links[1]).content.startswith(b"SQLite format 3")
    assert reader.get(links[2]).content.startswith(b"PAR1")
    assert reader.get(f"{asked}places.shp").status_code == 404


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"categories": []}, "No category is chosen"),
        ({"categories": ["nothing"]}, "There is no category nothing"),
        ({"first": "2024-07-01", "after": "2024-07-01"}, "The period ends before it begins"),
        ({"first": "yesterday"}, "“yesterday” is no date"),
        ({"area": "101"}, "The district has no municipality 101"),
        ({"parameter-metres": "0,near"}, "cannot be read here"),
        ({"parameter-shuffles": "0"}, "The number of shuffles is out of range"),
        ({"seed": "-1"}, "is no whole number"),
        ({"seed": "9" * 30}, "The seed is out of range"),
    ],
)
def test_what_cannot_be_asked_is_said_at_the_form_and_nothing_is_stored(wrong, words, reader):
    before = Study.objects.count(), Job.objects.count()
    answer = reader.post(f"{_STUDIES}new/near-repeat/", {**_ASKED, **wrong, "title": "Sommerens indbrud"})
    assert answer.status_code == 422
    assert words in text_of(read(answer))
    assert read(answer).xpath("//input[@name='title']/@value") == ["Sommerens indbrud"]
    assert (Study.objects.count(), Job.objects.count()) == before


def test_what_the_analysis_refuses_is_said_on_the_page_of_the_study(reader, work_off):
    asked = reader.post(f"{_STUDIES}new/near-repeat/", {**_ASKED, "first": "1990-01-01", "after": "1990-02-01"}).url
    assert work_off().state == "failed"
    answer = reader.get(asked)
    assert answer.status_code == 422
    assert "There are fewer than two incidents." in text_of(read(answer))


def test_a_stopped_study_says_so_and_leaves_nothing(asked, reader):
    assert "Stopped" in text_of(read(reader.get(reader.post(f"{asked}stop").url)))
    assert not Study.objects.get(pk=asked.rstrip("/").rsplit("/", 1)[1]).is_answered


def test_the_fourth_that_waits_is_refused_until_one_has_ended(asked, reader):
    for _time in range(2):
        assert reader.post(f"{_STUDIES}new/near-repeat/", _ASKED).status_code == 302
    fourth = reader.post(f"{_STUDIES}new/near-repeat/", _ASKED)
    assert fourth.status_code == 422
    assert "3 of your studies are waiting or under way" in text_of(read(fourth))
    reader.post(f"{asked}stop")
    assert reader.post(f"{_STUDIES}new/near-repeat/", _ASKED).status_code == 302


def test_mayors_and_other_districts_see_no_study(study, asked, cast):
    for who in ("anne", "lise"):
        for address in (_STUDIES, asked, f"{asked}chart.svg", f"{asked}answer.json", f"{asked}table.csv"):
            assert cast(who).get(address).status_code == 404
    assert cast("lise").get(asked.replace("oestjylland", "sydoestjylland")).status_code == 404


def test_a_study_that_is_kept_current_is_asked_again_when_the_data_are_newer(asked, reader, work_off):
    from samvirke.trust.access.actor import system
    from samvirke.trust.jobs.declared import declared

    reader.post(f"{asked}stop")
    kept = reader.post(f"{_STUDIES}new/near-repeat/", {**_ASKED, "keep_current": "on"}).url
    work_off()
    study = Study.objects.get(pk=kept.rstrip("/").rsplit("/", 1)[1])
    follow = declared("studies.follow-data").work
    assert follow(system("scheduler"), lambda _share, _doing: None) == {"asked": 0}
    older = {source: number - 1 for source, number in study.made_from["sources"].items()}
    Study.objects.filter(pk=study.pk).update(made_from={"sources": older})
    assert "The data have a newer version than this answer." in text_of(read(reader.get(kept)))
    assert follow(system("scheduler"), lambda _share, _doing: None) == {"asked": 1}
    assert Study.objects.get(replaces=study).asked_by == study.asked_by
    assert follow(system("scheduler"), lambda _share, _doing: None) == {"asked": 0}


def test_the_period_that_is_offered_ends_with_the_data(reader):
    form = read(reader.get(f"{_STUDIES}new/change/"))
    [after] = form.xpath("//input[@name='after']/@value")
    assert date.fromisoformat(after) <= date(2024, 8, 20)
