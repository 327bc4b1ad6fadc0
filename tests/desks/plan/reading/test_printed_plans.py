"""The two printed plans are read whole: what they say, as they say it, and where they do not fit together."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from samvirke.desks.plan.reading.commitments import Commitment
from samvirke.desks.plan.reading.draft import Draft
from samvirke.desks.plan.reading.read import read_path

ROOT = Path(__file__).resolve().parents[4]
FILES = {"oestjylland": "000_5bf3da5bacc74994.txt", "sydoestjylland": "003_ff9c8bc0d2f98399.txt"}
MAYORS = "Aarhus Randers Favrskov Norddjurs Syddjurs Odder Samsø".split()


@pytest.fixture(scope="module")
def printed(shared_data: Path) -> dict[str, Draft]:
    """The drafts of the two plans; tests that want them are skipped where the plans are not."""
    folder = shared_data.parent / "seeds"
    if not folder.is_dir():
        pytest.skip("the printed plans are not here")
    return {name: read_path(folder / file) for name, file in FILES.items()}


@pytest.fixture
def east(printed: dict[str, Draft]) -> Draft:
    """East Jutland, 2024."""
    return printed["oestjylland"]


@pytest.fixture
def south_east(printed: dict[str, Draft]) -> Draft:
    """South-East Jutland, 2020."""
    return printed["sydoestjylland"]


def test_the_cover_says_district_and_year(east: Draft, south_east: Draft) -> None:
    told = [(one.cover.title.value, one.cover.district.value, one.cover.year.value) for one in (east, south_east)]
    assert told == [("SAMARBEJDSPLAN 2024", "Østjylland", "2024"), ("Samarbejdsplan", "Sydøstjylland", "2020")]
    assert {one.cover.year.confidence.level for one in (east, south_east)} == {"high"}


def test_every_section_of_east_jutland_is_there_numbered_or_not(east: Draft) -> None:
    numbers = "1 2 3 3.1 3.2 3.3 3.4 4 4.1 4.2 4.3 4.4 4.5 4.6 4.7 5 5.1 5.2 5.3 5.4 5.5 5.6"
    assert [one.number for one in east.sections if one.number] == numbers.split()
    unnumbered = {
        one.heading: one.under and east.sections[one.under - 1].number for one in east.sections if not one.number
    }
    assert unnumbered == {
        "FORORD": None,
        "Gennemførte konfliktråd": "4.4",
        "Nattelivszoner": "5.1",
        "Tryghedskameraer": "5.1",
        "Øvrige tryghedsskabende initiativer": "5.1",
    }


def test_every_section_of_south_east_jutland_is_there_numbered_or_not(south_east: Draft) -> None:
    numbers = "1 2 2.1 2.2 3 3.1 3.1.1 3.1.2 3.1.3 3.1.4 3.1.5 3.1.6 3.1.7 3.1.8 4 4.1 4.2 4.3 4.4 4.5"
    assert [one.number for one in south_east.sections if one.number] == numbers.split()
    unnumbered = [one for one in south_east.sections if not one.number]
    assert [one.heading for one in unnumbered] == [
        "Styrkelse af det lokale politiarbejde",
        "Øget anvendelse af mobile politistationer",
        "Tryghedsopfølgning",
        "Bestil en betjent",
        "Responstider",
    ]
    assert {south_east.sections[(one.under or 0) - 1].number for one in unnumbered} == {"4.1"}


def test_the_two_parts_are_told_with_what_the_foreword_says_of_them(east: Draft, south_east: Draft) -> None:
    assert [(one.number, one.title, one.described[:40]) for one in east.parts] == [
        ("1", "", "Del 1 beskriver den overordnede organise"),
        ("2", "", "Del 2 beskriver de særlige nationale og "),
    ]
    parts = [one.part for one in east.sections]
    assert (parts.count(""), parts.count("1"), parts.count("2")) == (1, 16, 10)
    assert south_east.parts == ()


def test_seven_mayors_and_the_director_have_signed_in_east_jutland(east: Draft) -> None:
    assert [(one.name, one.office) for one in east.signatories[:2]] == [
        ("Kirsten Dyrman Nielsen", "Politidirektør"),
        ("Jacob Bundsgaard", "Borgmester i Aarhus Kommune"),
    ]
    assert [one.office for one in east.signatories[1:]] == [f"Borgmester i {name} Kommune" for name in MAYORS]
    assert (str(east.signed_on), east.signed_at) == ("2024-03-04", "Aarhus")


def test_eight_names_stand_in_south_east_jutland_and_their_offices_are_not_stated(south_east: Draft) -> None:
    assert [one.name for one in south_east.signatories] == [
        "Frands Fischer", "Kasper Glyngø", "Peter Sørensen", "Jacob Bjerregaard", "Jørn Pedersen", "Ib Kristensen",
        "Jens Ejner Christensen", "Jørgen Abrahamsen",
    ]  # fmt: skip
    assert {(one.office, one.authority, one.confidence.level) for one in south_east.signatories} == {("", "", "medium")}
    assert south_east.signed_on is None


def test_the_one_printed_series_is_the_completed_mediations(east: Draft, south_east: Draft) -> None:
    ((order, series),) = east.series
    assert east.sections[order - 1].heading == series.title == "Gennemførte konfliktråd"
    values = {2017: 51, 2018: 49, 2019: 56, 2020: 54, 2021: 28, 2022: 21, 2023: 24}
    assert {point.year: point.value for point in series.points} == values
    assert south_east.series == ()


def found(draft: Draft, kind: str) -> list[str]:
    return [one.what.text("en") for one in draft.findings if one.kind == kind]


def test_response_times_is_a_heading_with_nothing_under_it_and_the_only_one(east: Draft, south_east: Draft) -> None:
    assert found(south_east, "empty") == ["“Responstider” is a heading with nothing under it."]
    assert found(east, "empty") == []


def test_the_list_of_focus_areas_in_south_east_jutland_is_not_the_list_of_its_sections(south_east: Draft) -> None:
    told = found(south_east, "list")
    assert len(told) == 4
    assert "names “Personfarlig kriminalitet”; no section has that name" in told[0]
    assert "does not name “Tryghed”, which has a section below it" in told[1]
    assert "names “Nærhed og Tryghed”, which stands elsewhere: 4.1 Nærhed og Tryghed" in told[2]
    assert "has another order than its sections" in told[3]


def test_the_list_of_focus_areas_in_east_jutland_is(east: Draft) -> None:
    assert found(east, "list") == []
    assert [one.listed_in for one in east.focus_areas] == [18] * 6


def test_headings_that_the_contents_spell_in_another_way_are_told(east: Draft, south_east: Draft) -> None:
    spelt = {one.number: one.printed_as for one in (*east.sections, *south_east.sections) if one.printed_as}
    assert set(spelt) == {"4", "4.2", "5.3", "5.4", "3.1.3"}
    assert spelt["5.3"] == ("Færdselssikkerhed",)


def test_focus_areas_are_national_or_local_only_where_a_heading_says_so(east: Draft, south_east: Draft) -> None:
    assert {one.scope for one in east.focus_areas} == {""}
    scopes = {south_east.sections[one.section - 1].number: one.scope for one in south_east.focus_areas if one.section}
    assert [number for number, scope in scopes.items() if scope == "national"] == [f"3.1.{at}" for at in range(1, 9)]
    assert [number for number, scope in scopes.items() if scope == "local"] == [f"4.{at}" for at in range(1, 6)]


def counted(draft: Draft) -> list[tuple[str, int | None, str]]:
    cadences = [(draft.sections[one.section - 1].number, one.cadence) for one in draft.commitments if one.cadence]
    return [(number, one.times, one.per) for number, one in cadences if one.times]


def test_every_cadence_of_the_plans_is_counted_and_no_other(east: Draft, south_east: Draft) -> None:
    assert counted(east) == [
        ("2", 4, "year"),
        ("4.2", 2, "year"),
        ("4.5", 1, "week"),
        ("4.7", 1, "week"),
        ("4.7", 3, "week"),
        ("4.7", 1, "year"),
    ]
    assert counted(south_east) == [("4.2", 1, "year")]


def test_what_must_be_done_in_traffic_is_apart_from_what_may(south_east: Draft) -> None:
    traffic = [one for one in south_east.commitments if one.text.startswith(("Skal:", "Kan:"))]
    assert [(one.text, one.owners, one.optional) for one in traffic] == [
        ("Skal: Cyklistprøver", ("skolerne", "politiet"), False),
        ("Skal: Skolepatrulje-uddannelse", ("skolerne",), False),
        ("Skal: Cykelkontrol og skolestartskampagner", ("skolerne", "politiet"), False),
        ("Kan: Gå-prøver", (), True),
        ("Kan: generel færdselsundervisning", (), True),
        ("Kan: lokale kampagner", (), True),
    ]


def test_no_word_of_a_commitment_is_invented(printed: dict[str, Draft], shared_data: Path) -> None:
    for name, draft in printed.items():
        text = (shared_data.parent / "seeds" / FILES[name]).read_text(encoding="utf-8")
        text = " ".join(text.replace("*", "").replace("\n- ", "\n").split())
        assert len(draft.commitments) > 40
        for one in draft.commitments:
            assert _words(one) in text


def _words(one: Commitment) -> str:
    return one.text.split(": ", 1)[-1] if one.text.startswith(("Skal:", "Kan:")) else one.text


def test_precision_and_recall_are_not_below_what_the_documentation_says(printed: dict[str, Draft]) -> None:
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        import plan_reading
    finally:
        sys.path.pop(0)
    for draft, plan in zip(printed.values(), plan_reading.PLANS, strict=True):
        rows = {one.kind: one for one in plan_reading.measured(draft, plan_reading.facts(plan))}
        for kind in ("sections", "signatories", "parts", "focus areas", "points of series", "cadences"):
            assert (rows[kind].right, rows[kind].met) == (rows[kind].found, rows[kind].there), kind
        owed = rows["commitments"]
        assert owed.right >= 0.7 * owed.found
        assert owed.met >= 0.8 * owed.there
