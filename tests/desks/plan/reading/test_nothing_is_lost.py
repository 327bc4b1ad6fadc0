"""What a file prints in an odd way is read all the same, or the report says that it was left out."""

from __future__ import annotations

import io
import zipfile
from datetime import date

from tests.desks.plan.reading.bound import docx, p

from samvirke.desks.plan.reading.draft import Draft
from samvirke.desks.plan.reading.read import read_bytes

MARKED = """BAKKEKREDSENS POLITI OG KOMMUNERNE
Plan for samarbejdet i 2031

-- Kapitel 1 -- Natteliv
> Bakkeby Kommune og politiet mødes hver måned.
> Havnen får besøg tre gange årligt af politiet.

-- Kapitel 2 -- Cykler
> Kredsrådet skal senest den 1. oktober 2031 tale om stativer.
"""
TABLE = """# Samarbejdsplan 2031
Bakkekredsens Politi og kommunerne i kredsrådet

## 1. Unge
Politiet og kommunerne har en tabel.

| Indsats | Ansvarlig | Hyppighed | Frist | Penge |
|---|---|---|---|---|
| Besøg i klubber | Bakke- og Dalbyens Politi og SSP | To gange årligt | 1. november 2031 | 5.000 kr. |

SSP skal afholde seks netværksmøder i løbet af 2031.
"""


def told(draft: Draft, kind: str) -> list[str]:
    """What the report says of one kind."""
    return [one.what.text("en") for one in draft.findings if one.kind == kind]


def test_chapters_between_dashes_are_sections_and_marks_of_quotation_are_no_text() -> None:
    draft = read_bytes("plan.txt", MARKED.encode())
    assert [(one.number, one.heading) for one in draft.sections] == [
        ("Kapitel 1", "Natteliv"),
        ("Kapitel 2", "Cykler"),
    ]
    assert [one.text.split()[0] for one in draft.commitments] == ["Bakkeby", "Havnen", "Kredsrådet"]


def test_every_column_of_a_table_of_measures_is_read_or_told() -> None:
    draft = read_bytes("plan.md", TABLE.encode())
    visit = next(one for one in draft.commitments if one.text == "Besøg i klubber")
    assert visit.cadence is not None
    assert visit.due is not None
    assert (visit.cadence.times, visit.cadence.per, visit.due.day) == (2, "year", date(2031, 11, 1))
    assert told(draft, "table-column") == ["The column “Penge” of the table in “1 Unge” is in no commitment."]


def test_a_hyphen_before_and_holds_a_name_together() -> None:
    draft = read_bytes("plan.md", TABLE.encode())
    assert draft.commitments[0].owners == ("Bakke- og Dalbyens Politi", "SSP")


def test_a_word_file_without_styles_keeps_the_headings_that_their_names_tell() -> None:
    whole = docx(
        p("Samarbejdsplan 2031", "Title"),
        p("Bakkekredsens Politi og kommunerne"),
        p("I. Det fælles", "Heading1"),
        p("I.a Natteliv", "Heading2"),
        p("Politiet og kommunerne skal mødes i kredsrådet hver måned, og politiet indkalder."),
    )
    bare = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as packed, zipfile.ZipFile(bare, "w") as kept:
        for name in packed.namelist():
            if name != "word/styles.xml":
                kept.writestr(name, packed.read(name))
    draft = read_bytes("plan.docx", bare.getvalue())
    assert [one.heading.removeprefix("I.a ") for one in draft.sections] == ["Det fælles", "Natteliv"]
    assert [text for text in told(draft, "file") if "does not hold its styles" in text]
