"""The paper carries the marks that a screen reader and an archive need: PDF/UA-1 and PDF/A-2a in one file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pytest
import typst

from samvirke.foundation.period import read_period
from samvirke.insight.briefing.pack.content import Pack
from samvirke.insight.briefing.pack.make import make_pack
from samvirke.insight.briefing.pack.pdf import pack_pdf
from samvirke.registers.partners.models import Body

pytestmark = [pytest.mark.django_db]

SPRING = read_period("2024Q2")
MADE = [("lokalraad-randers", "da"), ("kredsraad-oestjylland", "da"), ("lokalraad-samsoe", "en")]


@pytest.fixture(params=MADE, ids=" ".join)
def pack(request, demo, db, operator) -> Pack:
    body, language = request.param
    return make_pack(operator, Body.objects.get(pk=body), SPRING, language)


@pytest.fixture
def pdf(pack) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(pack_pdf(pack))) as opened:
        yield opened


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """The structure elements below a node, in reading order."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def kinds(pdf: pikepdf.Pdf) -> list[str]:
    return [str(one.S)[1:] for one in elements(pdf.Root.StructTreeRoot)]


def test_it_is_marked_and_says_its_language_and_title(pdf, pack):
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang).partition("-")[0] == pack.language
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == pack.file_title
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")


def test_its_structure_has_one_title_and_skips_no_level(pdf):
    levels = [int(kind[1]) for kind in kinds(pdf) if kind[0] == "H" and kind[1:].isdigit()]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in zip(levels, levels[1:], strict=False))


def test_every_table_has_head_cells(pdf):
    tables = [one for one in elements(pdf.Root.StructTreeRoot) if str(one.S) == "/Table"]
    assert tables
    for table in tables:
        assert any(str(one.S) == "/TH" for one in elements(table))


def test_every_picture_that_says_something_has_words(pdf, pack):
    figures = [one for one in elements(pdf.Root.StructTreeRoot) if str(one.S) == "/Figure"]
    assert bool(figures) == bool(pack.map or any(chart.drawing for chart in pack.charts))
    assert all(str(figure.get("/Alt", "")).strip() for figure in figures)
    told = {str(figure.Alt) for figure in figures}
    drawn = {chart.alt for chart in pack.charts if chart.drawing} | ({pack.map.alt} if pack.map else set())
    assert drawn <= told


def test_it_asks_nothing_and_runs_nothing(pdf):
    assert "/OpenAction" not in pdf.Root
    assert "/AcroForm" not in pdf.Root
    names = pdf.Root.get("/Names", {})
    assert "/JavaScript" not in names


def test_every_font_is_inside(pdf):
    found = []
    for page in pdf.pages:
        for font in page.get("/Resources", {}).get("/Font", {}).values():
            found.append("/FontDescriptor" in font.DescendantFonts[0])
    assert found
    assert all(found)


def test_the_same_content_gives_the_same_pages(pack):
    with (
        pikepdf.open(io.BytesIO(pack_pdf(pack))) as one,
        pikepdf.open(io.BytesIO(pack_pdf(pack))) as other,
    ):
        assert [page.Contents.read_bytes() for page in one.pages] == [
            page.Contents.read_bytes() for page in other.pages
        ]


def test_a_picture_without_words_is_refused(pack):
    charts = tuple(replace(chart, alt="") if chart.drawing else chart for chart in pack.charts)
    if not any(chart.drawing for chart in pack.charts):
        pytest.skip("this pack draws no chart")
    with pytest.raises(typst.TypstError, match="alt"):
        pack_pdf(replace(pack, charts=charts))


def test_words_of_the_content_are_never_instructions(pack):
    hostile = '#eval("1") $x$ *b* [c] \\ "d" <e> @f {g} // h'
    plain = replace(pack, meeting=hostile, footer=hostile, top=replace(pack.top, headline=hostile, detail=hostile))
    with pikepdf.open(io.BytesIO(pack_pdf(plain))) as opened:
        assert len(opened.pages) >= 2
