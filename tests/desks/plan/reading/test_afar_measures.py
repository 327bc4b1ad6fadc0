"""Measures of the plans from further away: who, how often and by when, and what is told of the rest."""

from __future__ import annotations

import pytest
from tests.desks.plan.reading.test_afar import drafted


@pytest.mark.parametrize(
    ("name", "begins", "owners", "often", "due"),
    [
        ("bold_alone.docx", "Nabohjælp i nye", ("Mortby Kommune",), None, "2035-06-30"),
        ("bold_alone.docx", "Lokalrådene mødes", ("Lokalrådene",), (1, "quarter"), None),
        ("styled_deep.docx", "Der udarbejdes en fælles", ("Lynghedens Politi",), None, "2029-10-01"),
        ("styled_deep.docx", "Hedeby Kommune ansætter", ("Hedeby Kommune",), None, "2029-12-31"),
        ("capitals_notes.txt", "Engby Kommune opsætter", ("Engby Kommune",), None, "2033-06-01"),
        ("one_bracket.txt", "Kredsrådet mødes tre", ("Kredsrådet",), (3, "year"), None),
        ("one_bracket.txt", "Midtby Kommune sørger", ("Midtby Kommune",), (2, "week"), None),
        ("bullets_only.md", "Kommunen og politiet uddeler", ("Kommunen", "politiet"), None, "2028-07-01"),
        ("bullets_only.md", "Lokalrådet på Klippeøen", ("Lokalrådet",), (2, "year"), None),
        ("matrix.md", "Fritidspas til børn", ("Bækby Kommune",), None, "2027-03-31"),
        ("matrix.md", "Fælles analyse", ("Politiet", "begge kommuner"), (1, "month"), None),
        ("letters_rules.txt", "Beredskabet og politiet", ("politiet",), (1, "year"), None),
        ("mixed.md", "Politiet kontrollerer", ("Politiet",), (1, "week"), None),
        ("kapitler.txt", "Hjortby Kommune skaffer", ("Hjortby Kommune",), None, "2031-12-31"),
        ("dotted.typ", "Mærkning af cykler", ("Fjordholm Kommune",), (1, "year"), None),
        ("dotted.typ", "Kontrol af brugtsalg", ("Politiet",), (1, "month"), None),
    ],
)
def test_a_measure_has_its_owner_and_how_often_or_by_when(name, begins, owners, often, due):
    (one,) = [one for one in drafted(name).commitments if one.text.startswith(begins)]
    assert one.owners == owners
    assert ((one.cadence.times, one.cadence.per) if one.cadence and one.cadence.times else None) == often
    assert (str(one.due.day) if one.due else None) == due


def findings(name: str, kind: str) -> list[str]:
    return [one.what.text("en") for one in drafted(name).findings if one.kind == kind]


def test_footnotes_are_told_and_stand_in_no_section():
    assert [one.partition("“")[2][:6] for one in findings("capitals_notes.txt", "footnote")] == ["¹ En l", "2 Rets"]
    assert len(findings("dotted.typ", "footnote")) == 2
    for name in ("capitals_notes.txt", "dotted.typ"):
        text = " ".join(one.text for section in drafted(name).sections for one in section.text)
        assert "findes hos sekretariatet" not in text
        assert "hjemmesider.2" not in text
        assert "medlemmer.2" not in text


def test_running_headers_and_page_numbers_are_left_out_and_told():
    assert findings("dotted.typ", "running")[1:] == ["Page numbers were left out: 6."]
    assert findings("capitals_notes.txt", "running") == [
        "A running header or footer was left out: “Samarbejdsplan 2033” (3 times)."
    ]


def test_a_column_that_says_what_is_to_be_reached_is_told():
    assert findings("bold_alone.docx", "table-column") == [
        "The column “Mål” of the table in “Indbrud” is in no commitment."
    ]
    assert len(findings("matrix.md", "table-column")) == 3


def test_letters_with_figures_do_not_jump():
    assert findings("letters_rules.txt", "number-jump") == []
    assert findings("one_bracket.txt", "number-jump") == []


def test_series_of_a_table_without_a_word_for_their_years_are_found():
    series = {one.title: [point.value for point in one.points] for _section, one in drafted("matrix.md").series}
    assert series == {
        "Udvikling i anmeldelser: Indbrud i beboelse": [412, 380, 355, 301],
        "Udvikling i anmeldelser: Vold": [120, 131, 128, 133],
    }


def test_a_title_that_is_broken_over_two_lines_is_whole():
    title = "Samarbejdsplan 2034 for Isefjordskredsens Politi og kommunerne Isby, Fjordholm og Strandløkke"
    assert drafted("dotted.typ").cover.title.value == title


def test_the_years_of_a_plan_for_several_are_read():
    cover = drafted("matrix.md").cover
    assert (cover.year.value, cover.until) == ("2027", "2029")


def test_an_authority_above_a_name_belongs_to_the_name_below_it_and_to_no_other():
    signed = {one.name: one.authority for one in drafted("kapitler.txt").signatories}
    assert signed == {"Lone Dådyr": "Dyrekredsens Politi", "Kaj Kron": "Rådyr Kommune", "Eva Hjort": "Hjortby Kommune"}


def test_numbers_that_go_on_over_the_parts_do_not_jump_and_the_parts_have_their_titles():
    draft = drafted("mixed.md")
    assert findings("mixed.md", "number-jump") == []
    assert [(one.number, one.title) for one in draft.parts] == [("I", "Rammen"), ("II", "Indsatser")]
