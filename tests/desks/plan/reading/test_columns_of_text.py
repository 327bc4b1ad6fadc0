"""A few rows of plain text in two columns are read column by column; a small table or a signature is left as it is."""

from __future__ import annotations

import pytest

from samvirke.desks.plan.reading.gutters import side_by_side
from samvirke.desks.plan.reading.lines import Place
from samvirke.desks.plan.reading.read import read_bytes

THREE = """Nattelivet i byen følges af             Kommunerne taler med skolerne om
politiet og kommunerne, og der er       færdsel to gange om året, og
natteravne ude hver måned.              forældrene bliver inviteret med."""
FOUR = """Natteliv                                Færdsel

Nattelivet i byen følges af             Kommunerne taler med skolerne om
politiet og kommunerne, og der er       færdsel to gange om året, og
natteravne ude hver måned.              forældrene bliver inviteret med."""
FIVE = FOUR + "\nPlanen gælder i hele kredsen."
SIGNED = """Anna Holm                               Bo Lyng
Politidirektør                          Borgmester
Bugtkredsens Politi                     Bugtby Kommune"""
TABLE = """Indsats                                 Ansvarlig
Natteravne i bymidten                   Bugtby Kommune
Kontrol af fart ved skoler              Bugtkredsens Politi
Tale med værterne om                    Havneby Kommune og
belysning                               værterne"""
THREE_WIDE = """Natteravne er ude i            hele året, og de taler         med unge og med deres
byen hver weekend hele         med unge om nattelivet         forældre om, hvad der
året, hvis det er muligt       i byen og ved havnen           sker i byen"""
FIGURES = """Indbrud i privat beboelse               120 i 2021
indbrud i sommerhuse                    80 i 2021
indbrud i butikker                      12 i 2021"""
DOTTED = """Om samarbejdet i kredsen .....          side 3
om lokalrådene i kredsen .....          side 4
om indsatser og mål i året ....         side 5"""


def taken_apart(text: str) -> tuple[list[str], tuple[int, ...]]:
    placed = [(Place(at), line) for at, line in enumerate(text.split("\n"), 1)]
    lines, pages = side_by_side(placed)
    return [line for _place, line in lines], pages


@pytest.mark.parametrize("text", [THREE, FOUR, FIVE])
def test_three_rows_whose_sentences_go_on_on_both_sides_are_two_columns(text: str) -> None:
    lines, pages = taken_apart(text)
    assert pages == (0,)
    told = " ".join(" ".join(lines).split())
    assert "natteravne ude hver måned." in told
    assert told.index("natteravne ude hver måned") < told.index("Kommunerne taler med skolerne om færdsel to gange")


@pytest.mark.parametrize("text", [SIGNED, TABLE, THREE_WIDE, FIGURES, DOTTED])
def test_what_is_no_running_text_in_two_columns_stays_as_it_is(text: str) -> None:
    assert taken_apart(text) == (text.split("\n"), ())


def test_each_line_keeps_the_place_where_it_is_printed() -> None:
    placed = [(Place(at), line) for at, line in enumerate(THREE.split("\n"), 1)]
    lines, _pages = side_by_side(placed)
    assert [place.line for place, _text in lines] == [1, 2, 3, 1, 2, 3]


def test_a_short_plan_in_two_columns_keeps_its_sentences_whole() -> None:
    text = f"""SAMARBEJDSPLAN 2031
Kredsrådet i Bugtkredsens Politikreds, politiet og kommunerne

1. Indsatser

{THREE}

2. Opfølgning

Kredsrådet mødes fire gange om året og drøfter, hvordan kommunerne og politiet er nået videre med planen.
"""
    draft = read_bytes("plan.txt", text.encode())
    words = [(one.section, one.text) for one in draft.commitments]
    assert words[1] == (
        1, "Kommunerne taler med skolerne om færdsel to gange om året, og forældrene bliver inviteret med.",
    )  # fmt: skip
    assert [len(one.text) for one in draft.sections] == [2, 1], "what stands below the columns is no part of them"
    assert [one.kind for one in draft.findings if one.kind == "columns"] == ["columns"]
