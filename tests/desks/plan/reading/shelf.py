"""The shelf of fictional plans, each of another district and laid out in another way."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.desks.plan.reading.bound import docx, numbering, p, pdf, table

from samvirke.desks.plan.reading.draft import Draft
from samvirke.desks.plan.reading.read import read_bytes

PRINTED = Path(__file__).with_name("printed")
_PROSE = (
    "Kommunerne og politiet følger udviklingen tæt, og parterne orienterer hinanden, når der sker noget nyt i "
    "et område, "
    "som flere af dem har ansvar for. Planen er opdigtet og bruges kun til afprøvning. "
)


def word_numbered() -> bytes:
    """Headings numbered by Word itself, a table of contents, signatures in a table."""
    return docx(
        p("Samarbejdsplan 2024", "Titel"),
        p("Kredsrådet i Mosekredsens Politikreds"),
        p("Indholdsfortegnelse"),
        p("Forord\t2", "Indholdsfortegnelse1"),
        p("1.\tOrganisering\t3", "Indholdsfortegnelse1"),
        p("1.1\tKredsrådet\t3", "Indholdsfortegnelse1"),
        p("2.\tFokusområder\t4", "Indholdsfortegnelse1"),
        p("2.1\tIndbrud\t4", "Indholdsfortegnelse1"),
        p("2.2\tUnge i natten\t5", "Indholdsfortegnelse1"),
        p("Forord", "UdenNummer"),
        p(_PROSE),
        p("Mosekredsen, den 2. februar 2024"),
        table(
            ("Torkild Mosegaard\nPolitidirektør\nMosekredsens Politi", "Ursula Tranekær\nBorgmester\nKærby Kommune"),
            ("Viggo Sivholm\nBorgmester\nSivholm Kommune", ""),
        ),
        p("Organisering", "Overskrift1"),
        p("Kredsrådet", "Overskrift2"),
        p("Kredsrådet mødes fire gange årligt. " + _PROSE),
        p("Fokusområder", "Overskrift1"),
        p("Indbrud", "Overskrift2"),
        p("Mosekredsens Politi vil i 2024 besøge de tre hårdest ramte boligområder."),
        p("Ring til politiet, hvis du ser noget usædvanligt", bold=True),
        p("Nabohjælp fortsætter i 2024.", item=True),
        p("Unge i natten", "Overskrift2"),
        table(
            ("Indsats", "Ansvarlig", "Hvornår"),
            ("Natteravne i bymidten", "Kærby Kommune", "Hver måned"),
            ("Fælles kontrol af udskænkning", "Mosekredsens Politi og Sivholm Kommune", "2. halvår 2024"),
        ),
        header="Samarbejdsplan 2024",
    )


def word_roman() -> bytes:
    """Roman numerals by Word, bold lines as headings below them."""
    return docx(
        p("Plan for samarbejdet mellem Lyngkredsens Politi og kommunerne 2022-2023"),
        p("Indledning", "Overskrift1"),
        p(_PROSE),
        p("Særlige indsatser", "Overskrift1"),
        p("Vejret og vejene", bold=True),
        p("Lyngkredsens Politi og kommunerne vil i 2022 mødes om vintertjenesten."),
        p("Sommerhusområderne", bold=True),
        p("Kommunerne afholder hvert år et møde med grundejerforeningerne."),
        p("Underskrifter", "Overskrift1"),
        p("Xenia Lyngbæk\nPolitidirektør"),
        p("Yrsa Kongsted\nBorgmester i Lyngbæk Kommune"),
        number=numbering("upperRoman", "%1.", "%1.%2"),
    )


def printed(name: str) -> bytes:
    """A plan that lies in the folder of printed ones; a typst source is set as a PDF."""
    content = (PRINTED / name).read_bytes()
    return pdf(content.decode("utf-8")) if name.endswith(".typ") else content


BOUND = {"numbered.docx": word_numbered, "roman.docx": word_roman}
NAMES = sorted([*BOUND, *(one.name for one in PRINTED.iterdir())])


@cache
def plan(name: str) -> bytes:
    """One plan of the shelf."""
    return BOUND[name]() if name in BOUND else printed(name)


@cache
def drafted(name: str) -> Draft:
    """The draft that one plan of the shelf comes to."""
    return read_bytes(name.replace(".typ", ".pdf"), plan(name))
