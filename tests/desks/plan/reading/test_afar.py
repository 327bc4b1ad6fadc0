"""Plans from further away: bold lines for headings, brackets, letters, bullets alone, footnotes, tables."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from tests.desks.plan.reading.bound import docx, p, pdf, table

from samvirke.desks.plan.reading.draft import Draft
from samvirke.desks.plan.reading.read import read_bytes

HERE = Path(__file__).with_name("afar")
PROSE = "Planen er opdigtet. Politiet og kommunerne orienterer hinanden, når der sker noget nyt i kredsen."


def bold_alone() -> bytes:
    """A Word file without any style: its headings are bold lines, who signed stands in a table with an empty column."""
    return docx(
        p("Samarbejdsplan for Limkredsens Politi 2035", bold=True),
        p("Kommunerne Mortby, Stenlev og Kalkrup", bold=True),
        p(),
        p("Indledning", bold=True),
        p(PROSE),
        p("Samarbejdets form", bold=True),
        p("Kredsrådet mødes fire gange årligt."),
        p("Lokalrådene mødes hver tredje måned."),
        p("Indsatsområder 2035", bold=True),
        p("Indbrud", bold=True),
        table(
            ("Indsats", "Ansvarlig", "Tidspunkt", "Mål"),
            ("Nabohjælp i nye kvarterer", "Mortby Kommune", "1. halvår 2035", "20 nye grupper"),
            ("Besøg hos alle med indbrud", "Limkredsens Politi", "Løbende", "Alle er besøgt inden en uge"),
        ),
        p("Stalking", bold=True),
        p("Politiet vil i 2035 undervise alle sagsbehandlere i de tre kommuner."),
        p("Underskrifter", bold=True),
        table(
            ("Myndighed", "Navn", "Titel", "Underskrift"),
            ("Limkredsens Politi", "Hedda Kalk", "Politidirektør", ""),
            ("Mortby Kommune", "Jørn Mørtel", "Borgmester", ""),
            ("Stenlev Kommune", "Lis Sten", "Borgmester", ""),
        ),
    )


def styled_deep() -> bytes:
    """A Word file with styles, dotted leaders in its contents, and lines that say who and by when."""
    return docx(
        p("Samarbejdsaftale 2029", "Titel"),
        p("Lynghedens Politi og kommunerne i Lyngheden Politikreds"),
        p("Indholdsfortegnelse"),
        p("1.\tParterne ........ \t2", "Indholdsfortegnelse1"),
        p("2.\tFælles temaer\t3", "Indholdsfortegnelse1"),
        p("2.1\tPersonfarlig kriminalitet\t3", "Indholdsfortegnelse1"),
        p("2.2\tMennesker på kanten\t4", "Indholdsfortegnelse1"),
        p("3.\tIkrafttræden\t5", "Indholdsfortegnelse1"),
        p("Parterne", "Overskrift1"),
        p("Parterne er Lynghedens Politi, Hedeby Kommune og Lyngrup Kommune. Kredsrådet mødes hvert kvartal."),
        p("Fælles temaer", "Overskrift1"),
        p("Vi har valgt disse temaer:"),
        p("Personfarlig kriminalitet", item=True),
        p("Mennesker på kanten", item=True),
        p("Ældre i trafikken", item=True),
        p("Personfarlig kriminalitet", "Overskrift2"),
        p("Ansvarlig: Lynghedens Politi"),
        p("Frist: 1. oktober 2029"),
        p("Der udarbejdes en fælles beredskabsplan for trusler mod ansatte."),
        p("Mennesker på kanten", "Overskrift2"),
        p("PSP-gruppen mødes hver måned. Hedeby Kommune ansætter i 2029 to gadeplansmedarbejdere."),
        p("Ikrafttræden", "Overskrift1"),
        p("Aftalen træder i kraft den 1. januar 2029."),
        p("Hedeby, den 20. november 2028"),
        p("Poul-Erik Lyng\tGro Hedegaard\tAsger Rup"),
        p("Politidirektør\tBorgmester\tBorgmester"),
        header="Samarbejdsaftale 2029",
    )


MADE = {"bold_alone.docx": bold_alone, "styled_deep.docx": styled_deep}
SECTIONS = {
    "bold_alone.docx": [
        "Indledning", "Samarbejdets form", "Indsatsområder 2035", "> Indbrud", "> Stalking", "Underskrifter",
    ],
    "styled_deep.docx": [
        "1 Parterne", "2 Fælles temaer", "> 2.1 Personfarlig kriminalitet", "> 2.2 Mennesker på kanten",
        "3 Ikrafttræden",
    ],
    "capitals_notes.txt": [
        "FORORD", "ORGANISERING OG MØDER", "SÆRLIGE INDSATSOMRÅDER I 2033", "> UNGE OG RUSMIDLER",
        "> HASTIGHED PÅ LANDEVEJENE", "> SVINDEL MOD ÆLDRE", "OPFØLGNING",
    ],
    "one_bracket.txt": [
        "1 Indledning", "2 Organisering", "> a Kredsrådet", "> b Lokalråd", "> c SSP og PSP", "3 Indsatsområder",
        "> 3.1 Vold i nattelivet", "> 3.2 Hærværk på skoler", "> 3.3 Ensomkørsel på cykel", "4 Hvem har underskrevet",
    ],
    "mixed.md": [
        "I Formål", "II Organisation", "> A Kredsrådet", "> B Lokalråd", "III Fokusområder", "> III.1 Unge",
        "> III.2 Trafik", "IV Underskrifter",
    ],
    "kapitler.txt": [
        "Kapitel I Indledning", "Kapitel II Mål og indsatser", "> Mål 1. Færre tyverier fra biler",
        "> Mål 2. Flere unge i job", "Kapitel III Underskrifter",
    ],
    "bullets_only.md": ["Sammen om tryghed", "Unge", "Turister og sommerhuse", "Vold i hjemmet", "Underskrifter"],
    "matrix.md": [
        "Resumé", "Fokusområde A: Bander", "Fokusområde B: Trafik", "Udvikling i anmeldelser", "Godkendelse",
    ],
    "letters_rules.txt": [
        "A Formål", "B Råd og udvalg", "> B.1 Kredsrådet", "> B.2 Lokalråd", "C Prioriterede områder",
        "> C.1 Hadforbrydelser", "> C.2 Skovbrand og ildspåsættelse", "D Vedtagelse",
    ],
    "dotted.typ": [
        "Forord", "Kapitel 1 Samarbejdet", "Kapitel 2 Årets indsatser", "> 2.1 Knive i nattelivet",
        "> 2.2 Tyveri af cykler", "Kapitel 3 Opfølgning",
    ],
}  # fmt: skip
MAYOR = "Borgmester"
SIGNED = {
    "bold_alone.docx": [("Hedda Kalk", "Politidirektør"), ("Jørn Mørtel", MAYOR), ("Lis Sten", MAYOR)],
    "styled_deep.docx": [("Poul-Erik Lyng", "Politidirektør"), ("Gro Hedegaard", MAYOR), ("Asger Rup", MAYOR)],
    "capitals_notes.txt": [
        ("Karla Strand", "Politidirektør"), ("Mogens Digegaard", MAYOR), ("Sofie Marskvig", MAYOR),
        ("Aksel Præst", MAYOR),
    ],
    "one_bracket.txt": [
        ("Bent Å. Skov", "politidirektør"), ("Gerda Lind Holst", "borgmester"), ("Ib Kilde", "borgmester"),
        ("Yrsa Sø-Nielsen", "borgmester"),
    ],
    "mixed.md": [("Jens Klit", "Politidirektør"), ("Anne Tang", MAYOR), ("Per Sand", MAYOR)],
    "kapitler.txt": [("Lone Dådyr", "politidirektør"), ("Kaj Kron", "borgmester"), ("Eva Hjort", "borgmester")],
    "bullets_only.md": [("Dagny Fjeld", "politidirektør"), ("Sigurd Klint", "borgmester")],
    "matrix.md": [
        ("Thyra Bæk", "Politidirektør, Storebækkens Politi"), ("Rune Ål", "Borgmester, Bækby Kommune"),
        ("Nanna Løse", "Borgmester, Åløse Kommune"),
    ],
    "letters_rules.txt": [("Ulla Granberg", ""), ("Finn Bøgh", ""), ("Tora Elmquist", "")],
    "dotted.typ": [
        ("Asta Isager", "Politidirektør"), ("Bjarne Fjordside", "Borgmester i Isby Kommune"),
        ("Cilla Holmgaard", "Borgmester i Fjordholm Kommune"), ("Didrik Løkke", "Borgmester i Strandløkke Kommune"),
    ],
}  # fmt: skip
FOCUS = {
    "bold_alone.docx": ["Indbrud", "Stalking"],
    "styled_deep.docx": ["Personfarlig kriminalitet", "Mennesker på kanten", "Ældre i trafikken"],
    "capitals_notes.txt": ["UNGE OG RUSMIDLER", "HASTIGHED PÅ LANDEVEJENE", "SVINDEL MOD ÆLDRE"],
    "one_bracket.txt": ["Vold i nattelivet", "Hærværk på skoler", "Ensomkørsel på cykel"],
    "mixed.md": ["Unge", "Trafik"],
    "kapitler.txt": [],
    "bullets_only.md": [],
    "matrix.md": ["Bander", "Trafik"],
    "letters_rules.txt": ["Hadforbrydelser", "Skovbrand og ildspåsættelse"],
    "dotted.typ": ["Knive i nattelivet", "Tyveri af cykler"],
}


@cache
def drafted(name: str) -> Draft:
    if name in MADE:
        return read_bytes(name, MADE[name]())
    content = (HERE / name).read_bytes()
    return read_bytes("plan.pdf", pdf(content.decode())) if name.endswith(".typ") else read_bytes(name, content)


def test_every_plan_is_told_about():
    assert {one.name for one in HERE.iterdir()} | set(MADE) == set(SECTIONS) == set(SIGNED) == set(FOCUS)


@pytest.mark.parametrize("name", SECTIONS)
def test_sections_come_out_with_their_numbers_and_what_lies_below(name):
    assert [f"{'> ' if one.under else ''}{one.name}" for one in drafted(name).sections] == SECTIONS[name]


@pytest.mark.parametrize("name", SIGNED)
def test_who_signed_comes_out_with_the_office_as_printed_or_none(name):
    assert [(one.name, one.office) for one in drafted(name).signatories] == SIGNED[name]


@pytest.mark.parametrize("name", FOCUS)
def test_focus_areas_are_those_that_a_heading_or_list_calls_so(name):
    assert [one.title for one in drafted(name).focus_areas] == FOCUS[name]


def test_focus_areas_that_only_follow_such_a_heading_are_uncertain():
    assert {one.confidence.level for one in drafted("bold_alone.docx").focus_areas} == {"low"}
    assert {one.confidence.level for one in drafted("one_bracket.txt").focus_areas} == {"high"}
