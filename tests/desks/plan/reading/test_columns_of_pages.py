"""A short page in two columns is read column by column, and the names below the columns are found in their table."""

from __future__ import annotations

from functools import cache

from tests.desks.plan.reading.bound import pdf

from samvirke.desks.plan.reading.draft import Draft
from samvirke.desks.plan.reading.read import read_bytes

SOURCE = """
#set page(paper: "a4", margin: 2cm)
#set text(lang: "da", size: 12pt)
#text(24pt)[Samarbejdsplan 2031]

Bugtkredsens Politi og kommunerne

#grid(columns: (1fr, 1fr), column-gutter: 1.2cm,
[#text(16pt)[Cykler]

Politiet og kommunerne er enige om, at stjålne cykler betyder noget for trygheden hos dem, der bor i kredsen.
Bugtby Kommune skal tale med alle skoler om låse og mærkning, og det sker to gange om året i byens fem skoler.],
[#text(16pt)[Natteliv]

Kredsrådet følger nattelivet og ser på, hvad de unge selv fortæller om aftenerne i byen og ved havnen.
Havneby Kommune skal inden den 1. maj 2031 tale med værterne om belysning og om, hvor der mangler voksne.])

#text(16pt)[Vi står bag planen]

#table(columns: (4.2cm, 4.2cm), stroke: none, inset: 2pt,
[Rosa Bille \\ politidirektør], [Nils Vad \\ borgmester, Bugtby],
[Else Kær \\ borgmester, Havneby], [Ove Lund \\ borgmester, Strandby])
"""


@cache
def page() -> Draft:
    """The draft of one short page."""
    return read_bytes("plan.pdf", pdf(SOURCE))


def test_a_short_page_in_two_columns_is_read_one_column_after_the_other() -> None:
    assert [one.heading for one in page().sections] == ["Cykler", "Natteliv", "Vi står bag planen"]
    first, second = (one for one in page().commitments if one.owners[0].endswith("Kommune"))
    assert first.text.startswith("Bugtby Kommune skal tale med alle skoler om låse og mærkning, og det sker to gange")
    assert second.text.endswith("tale med værterne om belysning og om, hvor der mangler voksne.")


def test_the_report_says_that_columns_were_taken_apart() -> None:
    assert [one.what.text("en") for one in page().findings if one.kind == "columns"] == [
        "Two columns were read one after the other on the pages: 1."
    ]


def test_names_and_offices_in_a_small_table_below_the_columns_belong_together() -> None:
    assert [(one.name, one.office) for one in page().signatories] == [
        ("Rosa Bille", "politidirektør"),
        ("Nils Vad", "borgmester, Bugtby"),
        ("Else Kær", "borgmester, Havneby"),
        ("Ove Lund", "borgmester, Strandby"),
    ]


def test_columns_that_cannot_be_told_apart_are_reported_and_nothing_on_their_page_is_sure() -> None:
    text = "Kredsrådet og politiet skal to gange om året mødes med kommunerne om nattelivet, og det sker i byen."
    cell = f"[{text}],"
    source = f"""#set page(paper: "a4", margin: 2cm)
#text(24pt)[Samarbejdsplan 2031]

Bugtkredsens Politi

#text(16pt)[Natteliv]

#grid(columns: (1fr, 1fr, 1fr), column-gutter: 1cm, {cell * 3})"""
    draft = read_bytes("plan.pdf", pdf(source))
    assert "Columns could not be told apart on the pages: 1." in [one.what.text("en") for one in draft.findings]
    assert {one.confidence.level for one in draft.commitments} == {"low"}
