"""Signatories, focus areas, commitments, series and parts come out as printed, and nothing is added."""

from __future__ import annotations

from datetime import date

import pytest
from tests.desks.plan.reading.shelf import NAMES, drafted, plan

from samvirke.desks.plan.reading.commitments import Commitment
from samvirke.desks.plan.reading.read import read_bytes

SIGNED = {
    "bold.typ": [
        ("Rut Hjelm", "Politidirektør", ""),
        ("Stig Vang", "Borgmester i Vangby", ""),
        ("Tove Lyng", "Borgmester i Lyngby-Nord", ""),
    ],
    "capitals.txt": [
        ("Jonna Ravnsborg", "Politidirektør", ""),
        ("Karl-Emil Toft", "Borgmester", "Enggård Kommune"),
        ("Laila von Hessel", "Borgmester", "Åkirke Kommune"),
        ("Mads Peter Ulv", "Borgmester", "Mosede Kommune"),
    ],
    "jumps.txt": [
        ("Rikke Havmand", "formand for Kredsrådet og politidirektør", ""),
        ("Sten Molbo", "borgmester i Vesterø Kommune", "Vesterø Kommune"),
    ],
    "noughts.txt": [("Gerda Bæk", "Politidirektør", "")],
    "office_first.md": [
        ("Anna Lund", "Formand for kredsrådet, politidirektør", ""),
        ("Bo Krag", "Næstformand, borgmester", "Sundby Kommune"),
        ("Carl Lind", "Borgmester", "Øresø Kommune"),
        ("Dorte Munk", "Borgmester", "Havneby Kommune"),
    ],
    "parts.txt": [
        ("Jens Holm", "Politidirektør", ""),
        ("Mette Bjerg", "Borgmester", "Fjordby Kommune"),
        ("Ole Dam", "Borgmester", "Nordvig Kommune"),
    ],
    "numbered.docx": [
        ("Torkild Mosegaard", "Politidirektør", "Mosekredsens Politi"),
        ("Ursula Tranekær", "Borgmester", "Kærby Kommune"),
        ("Viggo Sivholm", "Borgmester", "Sivholm Kommune"),
    ],
    "outline.typ": [
        ("Aksel Åbo", "Politidirektør", ""),
        ("Birgit Vandborg", "Borgmester i Vandborg Kommune", "Vandborg Kommune"),
        ("Claus Ege Damm", "Borgmester i Damby Kommune", "Damby Kommune"),
    ],
    "pages.txt": [
        ("Astrid Lindhøj", "politidirektør", "Fjordkredsens Politi"),
        ("Bent Aagesen-Holm", "borgmester", "Fjordby Kommune"),
        ("Carla M. Due", "borgmester", "Nordvig Kommune"),
    ],
    "roman.docx": [
        ("Xenia Lyngbæk", "Politidirektør", ""),
        ("Yrsa Kongsted", "Borgmester i Lyngbæk Kommune", "Lyngbæk Kommune"),
    ],
    "roman.txt": [
        ("Astrid Lindhøj", "Politidirektør", ""),
        ("Bent Aagesen-Holm", "Borgmester, Fjordby Kommune", "Fjordby Kommune"),
        ("Carla M. Due", "Borgmester, Nordvig Kommune", "Nordvig Kommune"),
        ("Dines Østervang", "Borgmester, Sandø Kommune", "Sandø Kommune"),
        ("Elin Krogh", "Borgmester, Bakkeby Kommune", "Bakkeby Kommune"),
    ],
    "themes.txt": [
        ("Nanna Elkjær", "Politidirektør", "Skovkredsens Politi"),
        ("Ove Granhøj", "Borgmester", "Bøgelund Kommune"),
        ("Pia Stenløv", "Borgmester", "Egekær Kommune"),
    ],
    "unnumbered.md": [
        ("Frode Sandager", "Politidirektør", ""),
        ("Gry Vesterhede", "Borgmester i Klitby Kommune", "Klitby Kommune"),
        ("Hjalte Brink", "Borgmester i Marehalm Kommune", "Marehalm Kommune"),
        ("Ida Rosenlund", "Viceborgmester i Havrevig Kommune", "Havrevig Kommune"),
    ],
}
SERIES = {
    "html.md": {"Hadforbrydelser": {2023: 14, 2024: 19, 2025: 17}},
    "outline.typ": {"Digital svindel: Anmeldelser": {2022: 412, 2023: 530, 2024: 1204}},
    "pages.txt": {
        "Cykeltyveri: Anmeldelser": {2018: 812, 2019: 790, 2020: 655},
        "Cykeltyveri: Opklarede": {2018: 31, 2019: 28, 2020: 40},
    },
    "parts.txt": {"Statistik": {2020: 412, 2021: 388, 2022: 301, 2023: 298}},
    "roman.txt": {"Antal oplæg på skolerne": {2021: 12, 2022: 18, 2023: 25, 2024: 31}},
    "unnumbered.md": {
        "Anmeldelser: Vold i nattelivet": {2019: 112, 2020: 64, 2021: 88, 2022: 1103},
        "Anmeldelser: Husorden": {2019: 40, 2020: 31, 2021: 35, 2022: 39},
    },
}
FOCUS = {
    "capitals.txt": ["Ungdomskriminalitet", "Indbrud", "Vold i nære relationer"],
    "columns.txt": ["Rocker- og bandeindsatsen", "Færdsel"],
    "columns.typ": ["Tyveri fra både", "Fyrværkeri"],
    "jumps.txt": ["Hash i gadebilledet", "Ro på færgerne", "Nattelukning", "Færgetrafik"],
    "noughts.txt": ["Udsatte børn", "Digital kriminalitet"],
    "numbered.docx": ["Indbrud", "Unge i natten"],
    "pages.txt": ["Unge og euforiserende stoffer", "Cykeltyveri"],
    "roman.txt": ["Børn og unge", "Indbrud og hæleri", "Trafik"],
    "themes.txt": ["Tidlig indsats", "Cybertryghed", "Beredskab"],
    "unnumbered.md": ["Digital tryghed", "Natteliv", "Udsatte boligområder"],
}


@pytest.mark.parametrize("name", NAMES)
def test_the_signatories_are_those_printed_with_office_and_authority_where_printed(name: str) -> None:
    found = [(one.name, one.office, one.authority) for one in drafted(name).signatories]
    assert found == SIGNED.get(name, [])


def test_a_list_of_members_is_no_block_of_signatures() -> None:
    draft = drafted("unnumbered.md")
    assert [one.name for one in draft.members] == ["Frode Sandager", "Gry Vesterhede", "Hjalte Brink"]
    assert {one.confidence.level for one in draft.members} == {"low"}


@pytest.mark.parametrize(
    ("name", "day", "town"),
    [
        ("roman.txt", date(2025, 1, 14), "Fjordby"),
        ("numbered.docx", date(2024, 2, 2), "Mosekredsen"),
        ("pages.txt", None, ""),
    ],
)
def test_the_day_of_signing_is_the_one_beside_the_names(name: str, day: date | None, town: str) -> None:
    draft = drafted(name)
    assert (draft.signed_on, draft.signed_at) == (day, town)


@pytest.mark.parametrize("name", NAMES)
def test_the_series_are_those_printed_with_every_year(name: str) -> None:
    found = {one.title: {point.year: point.value for point in one.points} for _order, one in drafted(name).series}
    assert found == SERIES.get(name, {})


@pytest.mark.parametrize("name", sorted(FOCUS))
def test_the_focus_areas_are_those_with_a_section_and_those_only_listed(name: str) -> None:
    assert [one.title for one in drafted(name).focus_areas] == FOCUS[name]


def owed(name: str, words: str) -> Commitment:
    (found,) = [one for one in drafted(name).commitments if words in one.text]
    return found


@pytest.mark.parametrize(
    ("name", "words", "owners", "times", "per"),
    [
        ("roman.txt", "mødes fire gange årligt", ("Kredsrådet",), 4, "year"),
        ("roman.txt", "holder møde mindst", ("Hvert lokalråd",), 1, "quarter"),
        ("roman.txt", "drøfter hvert halvår", ("Kredsrådet",), 1, "half-year"),
        ("jumps.txt", "hver anden måned", ("Ungesamrådet",), 1, "two months"),
        ("html.md", "ugentligt", ("Politiet", "kommunerne"), 1, "week"),
        ("themes.txt", "hver onsdag", ("Skovkredsens Politi",), 1, "week"),
        ("unnumbered.md", "Temaaften for forældre", ("Klitby Kommune", "Marehalm Kommune"), 1, "half-year"),
        ("numbered.docx", "Natteravne", ("Kærby Kommune",), 1, "month"),
        ("office_first.md", "Fælles møder", ("Sundets Politi",), 1, "quarter"),
        ("bold.typ", "Kontrol af brugthandlere", ("Halvøens Politi",), 1, "quarter"),
        ("noughts.txt", "mødes ugentligt", ("SSP-konsulenterne",), 1, "week"),
        ("columns.typ", "møde med butikkerne", ("Kommunerne",), 2, "year"),
    ],
)
def test_a_cadence_is_counted_and_its_owner_is_the_one_who_acts(
    name: str, words: str, owners: tuple[str, ...], times: int, per: str
) -> None:
    one = owed(name, words)
    assert one.cadence is not None
    assert (one.owners, one.cadence.times, one.cadence.per, one.confidence.level) == (owners, times, per, "high")


@pytest.mark.parametrize(
    ("name", "words", "day"),
    [
        ("roman.txt", "fælles vejledning", date(2025, 12, 31)),
        ("capitals.txt", "godkende en handleplan", date(2019, 3, 1)),
        ("bold.typ", "Mærkning af cykler", date(2021, 6, 1)),
        ("themes.txt", "rådgivningsteam", date(2024, 9, 1)),
        ("themes.txt", "større uheld", date(2025, 6, 30)),
        ("unnumbered.md", "Oplæg for ældre", date(2023, 6, 30)),
        ("unnumbered.md", "annonce om svindel", date(2023, 12, 31)),
        ("numbered.docx", "Fælles kontrol", date(2024, 12, 31)),
    ],
)
def test_what_is_due_has_the_last_day_that_the_words_allow(name: str, words: str, day: date) -> None:
    due = owed(name, words).due
    assert due is not None
    assert due.day == day


def test_those_who_act_together_are_told_apart_from_the_one_who_acts() -> None:
    one = owed("roman.txt", "kampagne mod spritkørsel")
    assert one.owners == ("Politiet",)
    assert one.together_with == ("Fjordby Kommune", "Nordvig Kommune")


def test_parts_have_their_titles_and_numbers_begin_anew_in_each() -> None:
    draft = drafted("parts.txt")
    assert [(one.number, one.title) for one in draft.parts] == [("I", "ORGANISERING"), ("II", "INDSATSER")]
    assert [one.part for one in draft.sections] == ["", "I", "I", *["II"] * 8]
    assert [one.kind for one in draft.findings] == ["contents", "empty"]


def test_items_below_words_that_promise_are_owed_by_those_who_promise() -> None:
    assert owed("parts.txt", "fælles risikomodel").owners == ("Politiet", "kommunerne")


def test_text_before_the_first_heading_is_told_and_not_lost_in_silence() -> None:
    text = (
        plan("noughts.txt")
        .decode("utf-8")
        .replace("Indhold\n", "Planen blev til i et langt forår med mange møder.\n\nIndhold\n")
    )
    draft = read_bytes("plan.txt", text.encode("utf-8"))
    (told,) = [one for one in draft.findings if one.kind == "outside"]
    assert (told.what.text("en"), told.place and told.place.line) == (
        "1 line of text before the first heading is in no section.",
        5,
    )


def test_where_a_plan_names_nobody_the_owner_stays_open() -> None:
    assert owed("themes.txt", "undervisningsforløb").owners == ()
