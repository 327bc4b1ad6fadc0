"""Plans of every layout come out with their sections, their ranks and their numbers, whatever the file is."""

from __future__ import annotations

import pytest
from tests.desks.plan.reading.shelf import NAMES, drafted, plan

SECTIONS = {
    "bold.typ": """
        1 Forord
        2 Kredsråd og lokalråd
        3 Fokusområder
        > 3.1 Ungdomsvold
        > 3.2 Brugttyveri
    """,
    "capitals.txt": """
        FORORD
        ORGANISERING
        > Kredsrådet
        > Lokalrådene
        FÆLLES INDSATSOMRÅDER I 2019
        > Ungdomskriminalitet
        > Indbrud
        > Vold i nære relationer
    """,
    "columns.txt": """
        1 Formål
        2 Indsatsområder
        > 2.1 Rocker- og bandeindsatsen
        > 2.2 Færdsel
        3 Ikrafttræden
    """,
    "columns.typ": """
        Formål
        Fokusområder
        > Tyveri fra både
        > Fyrværkeri
        Afslutning
    """,
    "html.md": """
        1 Kredsrådets vision
        2 Indsatser
        > 2.1 Hadforbrydelser
        > 2.2 Seniorer
    """,
    "jumps.txt": """
        1 Indledning
        2 Samarbejdsfora
        > 2.1 Kredsråd
        > 2.3 Ungesamråd
        3 Fokusområder
        > 3.1 Hash i gadebilledet
        > 3.2 Ro på færgerne
        > 3.2 Nattelukning
        4 Afslutning
    """,
    "noughts.txt": """
        1.0 Forord
        2.0 Vision
        3.0 Indsatsområder
        > 3.1 Udsatte børn
        > 3.2 Digital kriminalitet
    """,
    "office_first.md": """
        Indledning
        Mål og handlinger
        Organisation
        Kontaktpersoner
    """,
    "parts.txt": """
        Forord
        1 Kredsrådet
        2 Lokalråd
        1 Ungdomskriminalitet
        > 1.1 Mål
        > 1.2 Indsatser
        2 Indbrud
        > 2.1 Mål
        > 2.2 Indsatser
        Bilag 1 Oversigt over kontaktpersoner
        Bilag 2 Statistik
    """,
    "numbered.docx": """
        Forord
        1 Organisering
        > 1.1 Kredsrådet
        2 Fokusområder
        > 2.1 Indbrud
        >> Ring til politiet, hvis du ser noget usædvanligt
        > 2.2 Unge i natten
    """,
    "outline.typ": """
        1 Indledning
        2 Samarbejdets rammer
        > 2.1 Kredsrådet
        > 2.2 Lokalrådene
        3 Indsatsområder
        > 3.1 Forebyggelse af brand i sommerhuse og i de store fælles affaldsgårde ved havnene
        > 3.2 Digital svindel
        4 Opfølgning
    """,
    "pages.txt": """
        Kapitel 1 Baggrund
        Kapitel 2 Råd og udvalg
        > 2.1 Kredsrådet
        > 2.2 Bevillingsnævn
        Kapitel 3 Fokusområder
        > 3.1 Unge og euforiserende stoffer
        > 3.2 Cykeltyveri
        Kapitel 4 Ikrafttræden
    """,
    "roman.docx": """
        I Indledning
        II Særlige indsatser
        > Vejret og vejene
        > Sommerhusområderne
        III Underskrifter
    """,
    "roman.txt": """
        I Indledning
        II Samarbejdets organisering
        > A Kredsrådet
        > B Lokalrådene
        > C Samarbejdet med skoler, sociale myndigheder og psykiatri
        III Indsatsområder
        > A Børn og unge
        > B Indbrud og hæleri
        > D Trafik
        IV Opfølgning
    """,
    "themes.txt": """
        Indledning
        Tema 1: Tidlig indsats
        > Baggrund
        > Det vil vi
        Tema 2: Cybertryghed
        > Det vil vi
        Tema 4: Beredskab
        > Det vil vi
        Underskrifter
    """,
    "unnumbered.md": """
        Forord
        Hvem er vi?
        Prioriteter 2023
        > Digital tryghed
        >> Mål
        >> Indsatser
        > Natteliv
        >> Mål
        >> Indsatser
        > Udsatte boligområder
        >> Mål
        >> Indsatser
        Evaluering
    """,
}
COVERS = {
    "bold.typ": ("Halvøen", "2021", "2022"),
    "capitals.txt": ("Engkredsen", "2019", ""),
    "columns.txt": ("Hedekredsen", "2022", ""),
    "columns.typ": ("Vigkredsen", "2023", ""),
    "html.md": ("Dalkredsen", "2026", ""),
    "jumps.txt": ("Ø-kredsen", "2018", ""),
    "noughts.txt": ("Bælterne", "2023", "2025"),
    "office_first.md": ("Sundet", "2022", ""),
    "parts.txt": ("Nordfjorden", "2024", ""),
    "numbered.docx": ("Mosekredsen", "2024", ""),
    "outline.typ": ("Åkredsen", "2025", ""),
    "pages.txt": ("Fjordkredsen", "2021", ""),
    "roman.docx": ("Lyngkredsen", "2022", "2023"),
    "roman.txt": ("Fjordkredsen", "2025", "2026"),
    "themes.txt": ("Skovkredsen", "2024", "2025"),
    "unnumbered.md": ("Klitkredsen", "2023", ""),
}


def test_every_plan_of_the_shelf_is_expected() -> None:
    assert sorted(SECTIONS) == sorted(COVERS) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_sections_are_the_printed_ones_each_at_its_rank(name: str) -> None:
    found = []
    depths = {None: 0}
    for one in drafted(name).sections:
        depths[one.order] = depths[one.under] + 1
        found.append(f"{'>' * (depths[one.order] - 1)} {one.name}".strip())
    assert found == [line.strip() for line in SECTIONS[name].strip().splitlines()]


@pytest.mark.parametrize("name", NAMES)
def test_the_cover_gives_district_and_year(name: str) -> None:
    cover = drafted(name).cover
    assert (cover.district.value, cover.year.value, cover.until) == COVERS[name]


@pytest.mark.parametrize("name", NAMES)
def test_every_item_says_how_sure_it_is_and_why_and_where(name: str) -> None:
    draft = drafted(name)
    items = [*draft.sections, *draft.signatories, *draft.members, *draft.parts, *draft.focus_areas, *draft.commitments]
    items += [one for _order, one in draft.series]
    assert len(items) > 5
    for one in items:
        assert one.confidence.level in ("high", "medium", "low")
        assert all(why.text("en") for why in one.confidence.why)
        assert one.confidence.why
        assert one.place.line > 0


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith((".txt", ".md"))])
def test_headings_and_names_stand_in_the_file_on_the_line_that_is_told(name: str) -> None:
    draft, lines = drafted(name), plan(name).decode("utf-8").split("\n")
    for one in draft.sections:
        assert one.heading.split()[0] in lines[one.place.line - 1]
    for person in draft.signatories:
        assert person.name in lines[person.place.line - 1]
