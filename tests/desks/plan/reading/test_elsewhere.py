"""Plans as other districts might print them: tables of measures, offices above names, chapters set apart."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from samvirke.desks.plan.reading.draft import Draft
from samvirke.desks.plan.reading.read import read_bytes, read_path

HERE = Path(__file__).with_name("elsewhere")
SECTIONS = {
    "appendix_table.txt": [
        "A BAGGRUND OG FORMÅL", "B FÆLLES INDSATSOMRÅDER", "> B.1 Tryghed i nattelivet", "> B.2 Digital kriminalitet",
        "C ORGANISERING", "Bilag 1 Medlemmer af kredsrådet",
    ],
    "chapters_and_signs.txt": [
        "Kapitel 1 Rammen om samarbejdet", "Kapitel 2 Hvad vi vil i 2024",
        "> § 1 Vold i nære relationer", "> § 2 Radikalisering",
        "> § 3 Utryghed i boligområder", "Kapitel 3 Evaluering",
    ],
    "goals_in_table.md": [
        "Kredsrådets medlemmer", "Prioriterede indsatser 2026", "Prioritet 1 – Unge på kant",
        "Prioritet 2 – Svindel mod ældre", "Sådan følger vi op",
    ],
    "mayors_in_table.md": [
        "I Samarbejdet", "II Fokusområder", "> Fokusområde 1: Færdsel", "> Fokusområde 2: Indbrud", "III Opfølgning",
        "Underskrifter",
    ],
    "number_and_letter.txt": [
        "1 FORORD", "2 ORGANISERING", "> 2a Kredsrådet", "> 2b Lokalråd", "3 INDSATSER", "> 3a Salg af fyrværkeri",
        "> 3b Badestrande", "4 UNDERSKRIFTER",
    ],
    "offices_above.txt": [
        "FORORD", "1 INDLEDNING", "2 MÅL FOR SAMARBEJDET", "> 2.1 BØRN OG UNGE", "> 2.2 BANDER", "3 OPFØLGNING",
    ],
    "three_noughts.txt": [
        "1.0 Forord", "2.0 Organisation", "> 2.1.0 Kredsrådet", "> 2.2.0 Lokalråd", "3.0 Prioriterede områder 2025",
        "> 3.1.0 Ungdomskriminalitet", "> 3.2.0 Trafik", "4.0 Udvikling i anmeldelser", "5.0 Kontakt",
    ],
}  # fmt: skip
SIGNED = {
    "appendix_table.txt": {"Anne Kvist": "Politidirektør", "Bo Sand": "Borgmester", "Carl Lyng": "Borgmester"},
    "chapters_and_signs.txt": {
        "Jens Bakke": "politidirektør", "Kaja Vig": "borgmester", "Lars Ø. Holm": "borgmester",
    },
    "goals_in_table.md": {},
    "mayors_in_table.md": {"Gitte Marsk": "Borgmester", "Hans Digekær": "Borgmester", "Ida Hede": "politidirektør"},
    "number_and_letter.txt": {
        "Pia Skær": "Politidirektør", "Rune Klit": "Borgmester, Havneby Kommune",
        "Signe Rev": "Borgmester, Sandby Kommune",
    },
    "offices_above.txt": {"Dorte Vang": "Politidirektør", "Erik Holm": "Overborgmester", "Fie Lund": "Borgmester"},
    "three_noughts.txt": {},
}  # fmt: skip
OWED = {
    "appendix_table.txt": {
        "Fælles tilsyn i nattelivet": ("Politiet",), "Kursus for dørmænd": ("Havby Kommune",),
        "Natteravne": ("Klitby Kommune",),
    },
    "goals_in_table.md": {
        "Tidlig samtale inden for 14 dage": ("Granby Kommune",), "Fritidsjob til 50 unge": ("Fyrby Kommune", "SSP"),
        "Oplæg på biblioteker": ("Skovlandets Politi",),
    },
    "mayors_in_table.md": {
        "Cykelprøve på alle skoler": ("Kommunerne",), "Fartkontrol ved skoler": ("Grænselandets Politi",),
        "Nabobesøg efter indbrud": ("Politiet",), "Kampagne om indbrudssikring": ("Digeby Kommune",),
    },
}  # fmt: skip


@cache
def drafted(name: str) -> Draft:
    return read_path(HERE / name)


def test_every_plan_of_the_folder_is_told_about():
    assert {one.name for one in HERE.iterdir()} == set(SECTIONS) == set(SIGNED)


@pytest.mark.parametrize("name", SECTIONS)
def test_sections_come_out_with_their_numbers_and_ranks(name):
    draft = drafted(name)
    depths = sorted({one.depth for one in draft.sections})
    found = [f"{'> ' if one.depth > depths[0] else ''}{one.name}" for one in draft.sections]
    assert found == SECTIONS[name]


@pytest.mark.parametrize("name", SIGNED)
def test_whoever_signed_is_named_with_the_office_that_is_printed(name):
    assert {one.name: one.office for one in drafted(name).signatories} == SIGNED[name]


@pytest.mark.parametrize("name", OWED)
def test_rows_of_a_table_of_measures_keep_who_is_responsible(name):
    rows = {one.text: one.owners for one in drafted(name).commitments}
    assert {text: rows.get(text) for text in OWED[name]} == OWED[name]


def test_a_list_of_members_is_no_list_of_signatures():
    members = [(one.name, one.office) for one in drafted("goals_in_table.md").members]
    assert members == [("Mona Gran", "Borgmester"), ("Niels Fyr", "Borgmester")]
    assert {one.name for one in drafted("appendix_table.txt").members} == {"Anne Kvist", "Bo Sand"}


def test_a_line_that_says_what_stands_on_it_is_not_drawn_into_the_item_above():
    texts = [one.text for one in drafted("offices_above.txt").commitments]
    assert "Politiet og kommunerne laver fælles gadeplansarbejde." in texts
    assert not [text for text in texts if text.startswith("Mål:")], "what is to be reached is no measure"


def test_lettered_items_are_one_measure_each():
    texts = [one.text for one in drafted("three_noughts.txt").commitments]
    assert "Kommunerne sikrer, at alle 5. klasser får SSP-undervisning." in texts
    assert "Politiet deltager i forældremøder på 7. årgang." in texts


def test_a_day_without_a_town_gets_none():
    draft = drafted("chapters_and_signs.txt")
    assert (str(draft.signed_on), draft.signed_at) == ("2023-12-15", "")


@pytest.mark.parametrize(
    ("heading", "title", "described"),
    [
        ("Del 2", "", ""),
        ("Del 2: Fokusområder", "Fokusområder", ""),
        ("Del 2: Her står alt det, som parterne vil nå i året.", "", "Her står alt det, som parterne vil nå i året."),
    ],
)
def test_a_part_has_a_title_only_where_one_is_printed(heading: str, title: str, described: str) -> None:
    text = f"""# Samarbejdsplan 2031
Kredsrådet i Bugtkredsens Politikreds

## Del 1: Organisering

### 1. Kredsrådet

Kredsrådet mødes fire gange om året. Politiet og kommunerne er repræsenteret.

## {heading}

### 2. Nattelivet

Politiet vil sammen med Bugtby Kommune gå på gaden hver weekend. Del 2 beskriver ikke alt.
"""
    parts = read_bytes("plan.md", text.encode()).parts
    assert [(one.number, one.title, one.described) for one in parts] == [
        ("1", "Organisering", ""),
        ("2", title, described),
    ]
