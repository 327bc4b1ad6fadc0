"""What the form of a district folder does not take is said in a sentence of our own, which has its Danish."""

from __future__ import annotations

import inspect
import re
from functools import cache
from pathlib import Path

import pytest
from tests.handovers.test_careless_district_folders import COUNCIL, FIRST, PLAN, SECOND, slip, told

from samvirke.handovers.district_folder import basics, district, plan
from samvirke.locale.__main__ import message_ids
from samvirke.registers.incidents.engine import mapping

DISTRICT = "district.toml"


@cache
def marked() -> set[str]:
    """Every message id; another test holds that each has its Danish."""
    return {str(message.id) for message in message_ids() if message.id}


SLIPS = [
    (DISTRICT, 'crs = "EPSG:25832"\n', "", "crs", "The key is missing."),
    (DISTRICT, "invented = true", 'invented = true\ncolour = "red"', "colour", "The form has no such key."),
    (DISTRICT, 'country = "DK"', 'country = "Danmark"', "country", "“Danmark” is no country"),
    (DISTRICT, 'country = "DK"', "country = 45", "country", "This is no text."),
    (DISTRICT, 'time_zone = "Europe/Copenhagen"', 'time_zone = " "', "time_zone", "The text is empty."),
    (DISTRICT, 'id = "fjordkredsen"', 'id = "Fjord Kredsen"', "id", "“Fjord Kredsen” is no id"),
    (DISTRICT, 'id = "fjordkredsen"', f'id = "{"f" * 81}"', "id", "The text is longer than 80 characters."),
    (DISTRICT, "invented = true", 'invented = "perhaps"', "invented", "This is neither true nor false."),
    (DISTRICT, "west = 9.0", 'west = "vest"', "extent.west", "This is no number."),
    (DISTRICT, "west = 9.0", "west = -181", "extent.west", "The number is below -180"),
    (DISTRICT, "east = 10.0", "east = 181", "extent.east", "The number is above 180"),
    (DISTRICT, "west = 9.0", "west = 10.0", "extent", "West lies before east"),
    (DISTRICT, "code = 998", "code = 0", "municipalities[1].code", "The number is not above 0."),
    (DISTRICT, "code = 998", "code = 99.8", "municipalities[1].code", "This is no whole number."),
    (DISTRICT, "{ west = 9.0, south = 55.0, east = 10.0, north = 56.0 }", '"here"', "extent", "This is no table."),
    (DISTRICT, '{ da = "Fjordkredsen", en = "The Fjord District" }', "{}", "name", "The words are written in no"),
    (DISTRICT, "invented = true", 'invented = true\nlicense = "gratis"', "license", "This is no address of a licence"),
    (
        DISTRICT,
        "invented = true",
        'invented = true\nlicense = "javascript:x.y"',
        "license",
        "This is no address of a li",
    ),
    (COUNCIL, "covers = [998, 999]", "covers = 998", "covers", "This is no list."),
    (COUNCIL, "covers = [998, 999]", 'covers = [998, "Skovby"]', "covers[2]", "This is no whole number."),
    (COUNCIL, 'role = "chair"', 'role = "king"', "seats[1].role", "“king” is none of: chair, vice-chair, member,"),
    (COUNCIL, 'role = "chair"', 'role = "chair"\ncount = 0', "seats[1].count", "The number is below 1."),
    (FIRST, '["kredsraad-fjordkredsen", "fjordby-kommune"]', "[]", "commitments[1].owners", "The list has 0 of at l"),
    (FIRST, "times = 4", 'due = "soon"\ntimes = 4', "commitments[1].due", "This is no date."),
    (FIRST, "times = 4", "due = 7\ntimes = 4", "commitments[1].due", "This is no date."),
    (PLAN, "year = 2030", "year = 1066", "year", "The number is below 1990."),
    (PLAN, "origin = { stated = false }", "origin = {}\n", "signatories[1].origin", "Write plan, section and heading"),
    (SECOND, 'indicators = ["burglary-homes"]\n', "", "focus_area", "A focus area without indicators says why"),
]


@pytest.mark.parametrize(("file", "old", "new", "key", "sentence"), SLIPS, ids=[f"{row[3]}: {row[4]}" for row in SLIPS])
def test_a_fault_of_form_is_a_sentence_of_ours(
    tmp_path: Path, file: str, old: str, new: str, key: str, sentence: str
) -> None:
    faults = [fault for fault in told(slip(tmp_path, file, old, new)) if (fault.file, fault.key) == (file, key)]
    assert [fault.what.text("en")[: len(sentence)] for fault in faults] == [sentence]
    assert {words.message for fault in faults for words in (fault.what, fault.remedy)} <= marked()


def test_every_sentence_of_a_form_is_marked_for_the_translators() -> None:
    sources = [
        Path(inspect.getfile(module)).read_text(encoding="utf-8") for module in (basics, district, plan, mapping)
    ]
    raised = [part.lstrip() for source in sources for part in source.split("raise ValueError(")[1:]]
    assert len(raised) > 12
    assert [start[:60] for start in raised if not re.match(r"(Said\(\s*)?_\(", start)] == []
