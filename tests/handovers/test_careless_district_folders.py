"""A district folder with a slip in it is told what is wrong, in which file and key, and what to do."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.handovers.shipped import known

from samvirke.foundation.fault import Fault, Refused
from samvirke.handovers.district_folder.check import faults_of
from samvirke.handovers.district_folder.read import read_folder

FICTION = Path(__file__).parent / "fixtures" / "fjordkredsen"
COUNCIL = "bodies/kredsraad-fjordkredsen.toml"
PLAN = "plans/2030/plan.toml"
FIRST = "plans/2030/sections/01-raadet.toml"
SECOND = "plans/2030/sections/02-fokus.toml"


def slip(tmp_path: Path, file: str, old: str, new: str) -> Path:
    """The fictional folder with one thing written otherwise."""
    folder = tmp_path / "fjordkredsen"
    shutil.copytree(FICTION, folder)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def told(folder: Path) -> list[Fault]:
    try:
        return faults_of(read_folder(folder), known())
    except Refused as refusal:
        return list(refusal.faults)


def test_the_fiction_that_the_other_tests_break_is_whole() -> None:
    assert faults_of(read_folder(FICTION), known()) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "key"),
    [
        pytest.param(COUNCIL, "covers = [998, 999]", "covers = []", "covers", id="a body without a municipality"),
        pytest.param(COUNCIL, "covers = [998, 999]", "covers = [997]", "covers", id="a municipality nobody knows"),
        pytest.param(COUNCIL, 'kind = "dis', 'colour = "blue"\nkind = "dis', "colour", id="a key the form has not"),
        pytest.param(COUNCIL, '"district-council"', '"choir"', "kind", id="a kind nobody knows"),
        pytest.param(COUNCIL, '"district-council-meetings"', '"sing"', "duties", id="an unknown duty"),
        pytest.param(COUNCIL, 'agency = "fjordby-kommune"', 'agency = "byen"', "seats.agency", id="an unknown agency"),
        pytest.param(COUNCIL, "municipality = 998", "municipality = 1", "seats.municipality", id="a seat from nowhere"),
        pytest.param(COUNCIL, 'section = "1"', 'section = "9"', "origin", id="an origin in no section"),
        pytest.param(COUNCIL, 'heading = "Rådet"', 'heading = "Rodet"', "origin", id="an origin under another heading"),
        pytest.param(COUNCIL, 'id = "kredsraad', 'id = "raad', "id", id="a file with another name than its body"),
        pytest.param(COUNCIL, 'kind = "dis', 'parent = "x"\nkind = "dis', "parent", id="an unknown parent"),
        pytest.param("areas/zone-fjordby.toml", "= 998", "= 1", "municipality", id="an area nowhere"),
        pytest.param("sources/opdigtet.toml", "danish-csv", "norwegian-csv", "mapping", id="an unknown mapping"),
        pytest.param(
            "agencies.toml", '"fjordby-kommune"', '"fjordkredsens-politi"', "agencies.id", id="an agency twice"
        ),
        pytest.param("agencies.toml", "municipality = 998\n", "", "agencies[2].municipality", id="no code"),
        pytest.param(
            "agencies.toml", '"police"', '"police"\nmunicipality = 998', "agencies[1].municipality", id="a code"
        ),
        pytest.param("district.toml", "EPSG:25832", "EPSG:0", "crs", id="no such coordinate system"),
        pytest.param("district.toml", "EPSG:25832", "EPSG:4326", "crs", id="coordinates in degrees"),
        pytest.param("district.toml", "Europe/Copenhagen", "Europe/Fjordby", "time_zone", id="no such time zone"),
        pytest.param("district.toml", "west = 9.0", "west = 12.0", "extent", id="west of east"),
        pytest.param("district.toml", '"Fjordby"', '"Havby"', "municipalities[1].code", id="a code of another name"),
        pytest.param("district.toml", '"fjordkredsens-politi"', '"politiet"', "police", id="unknown police"),
        pytest.param("district.toml", 'crs = "EPSG:25832"\n', "", "crs", id="a key left out"),
        pytest.param(
            "district.toml",
            'confidence = "L"',
            "stated = true",
            "municipalities[2].origin",
            id="an origin that is half said",
        ),
        pytest.param(PLAN, "year = 2030", 'year = "next year"', "year", id="a word for a number"),
        pytest.param(PLAN, '"kredsraad-fjordkredsen"', '"raadet"', "body", id="a plan of no body"),
        pytest.param(PLAN, 'agency = "fjord', 'agency = "havn', "signatories.agency", id="a signatory of no agency"),
        pytest.param(
            FIRST, '"fjordby-kommune"]', '"ukendt"]', "commitments.council-meets.owners", id="an unknown owner"
        ),
        pytest.param(FIRST, "times = 4\n", "", "commitments[1]", id="a cadence without times"),
        pytest.param(FIRST, "part = 1", "part = 2", "part", id="a part the plan has not"),
        pytest.param(FIRST, "meetings-held", "songs", "commitments.council-meets.indicator", id="an unknown indicator"),
        pytest.param(
            FIRST, "measurable = true", "measurable = false", "commitments[1]", id="not measurable and no why"
        ),
        pytest.param(SECOND, "order = 2", "order = 1", "sections.order", id="two sections in one place"),
        pytest.param(SECOND, 'number = "2"', 'number = "1"', "sections.number", id="two sections with one number"),
        pytest.param(SECOND, '"advice-given"', '"council-meets"', "commitments.id", id="one id for two commitments"),
        pytest.param(SECOND, "part = 1", "has_body = false", "", id="no body but a summary"),
        pytest.param(SECOND, 'indicators = ["burglary-homes"]\n', "", "focus_area", id="no indicator and no reason"),
        pytest.param(SECOND, '"burglary-homes"', '"songs"', "focus_area.indicators", id="a focus nothing follows"),
        pytest.param(SECOND, ', section = "2" }', " }", "focus_area.listed", id="listed, but on no list"),
        pytest.param(SECOND, ', section = "2" }', ', section = "7" }', "focus_list.section", id="a list to nowhere"),
    ],
)
def test_a_slip_is_told_with_file_key_and_remedy(tmp_path: Path, file: str, old: str, new: str, key: str) -> None:
    faults = told(slip(tmp_path, file, old, new))
    where = PLAN if key.startswith("sections.") or key == "commitments.id" else file
    assert (where, key) in {(fault.file, fault.key) for fault in faults}
    assert all(fault.what.text() and fault.remedy.text() and fault.what.text("da") for fault in faults)


def test_a_remedy_says_what_to_write(tmp_path: Path) -> None:
    (fault,) = told(slip(tmp_path, "district.toml", "EPSG:25832", "EPSG:4326"))
    assert str(fault) == (
        "File district.toml, key crs: This CRS is not projected; distances are in metres, so take one such as "
        "EPSG:25832. Correct the value."
    )


def test_broken_toml_is_told_with_the_line(tmp_path: Path) -> None:
    (fault,) = told(slip(tmp_path, COUNCIL, 'id = "kredsraad-fjordkredsen"', 'id = "kredsraad-fjordkredsen'))
    assert fault.file == COUNCIL
    assert "line 2" in fault.what.text()
    assert fault.remedy.text()


@pytest.mark.parametrize("file", ["district.toml", "agencies.toml", PLAN])
def test_a_missing_file_is_told(tmp_path: Path, file: str) -> None:
    folder = slip(tmp_path, file, "#", "#")
    (folder / file).unlink()
    assert [(fault.file, fault.what.text()) for fault in told(folder)] == [(file, "The file is missing.")]


def test_a_file_that_is_not_utf_8_is_told_with_the_byte(tmp_path: Path) -> None:
    folder = slip(tmp_path, COUNCIL, "#", "#")
    (folder / COUNCIL).write_bytes('name = "Kredsrådet"'.encode("latin-1"))
    (fault,) = told(folder)
    assert (fault.file, fault.what.text()) == (COUNCIL, "The file is not UTF-8 (byte 14).")


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    folder = slip(tmp_path, "district.toml", "EPSG:25832", "EPSG:4326")
    text = (folder / COUNCIL).read_text(encoding="utf-8")
    (folder / COUNCIL).write_text(text + 'colour = "blue"\n', encoding="utf-8")
    assert {fault.file for fault in told(folder)} == {"district.toml", COUNCIL}


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    (fault,) = told(tmp_path / "nowhere")
    assert "nowhere" in fault.what.text()
    assert "districts/oestjylland" in fault.remedy.text()
