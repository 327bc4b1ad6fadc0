"""From signing in to the papers of a council in the hand: overview, municipality, pack, PDF, and its marks."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Name, Object
from tests.journeys.walks import HOME


def elements(root: Object) -> list[Object]:
    """Every element of a PDF's structure tree."""
    found, waiting = [], [root.K]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Array):
            waiting += list(one)
        elif isinstance(one, Dictionary) and Name.S in one:
            found.append(one)
            if Name.K in one:
                waiting.append(one.K)
    return found


def marks_hold(file: Path) -> None:
    """The file is tagged, in Danish, titled, and says that it is PDF/UA-1 and PDF/A-2a."""
    with pikepdf.open(file) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang) == "da"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
            assert (about["pdfaid:part"], about["pdfaid:conformance"].upper()) == ("2", "A")
            assert "Lokalrådet i Randers" in str(about["dc:title"])
        tree = elements(pdf.Root.StructTreeRoot)
        kinds = Counter(str(one.S) for one in tree)
        assert kinds["/H1"] == 1
        assert {kind for kind in ("/Table", "/TH", "/Figure") if kinds[kind]} == {"/Table", "/TH", "/Figure"}
        assert [str(one.get(Name.Alt, "")) for one in tree if str(one.S) == "/Figure" and not one.get(Name.Alt)] == []


def test_a_secretary_signs_in_and_takes_the_papers_of_randers_home(visitor, tmp_path):
    one = visitor("tine")
    page = one.page
    assert page.locator("h1").inner_text() == "Kredsoverblik"
    page.get_by_role("link", name="Lokalrådet i Randers").last.click()
    assert page.url.endswith(f"{HOME}municipalities/730/")
    assert page.locator("h1").inner_text() == "Lokalrådet i Randers"
    page.get_by_role("link", name="Lav mødepakken").click()
    assert page.locator("#body").input_value() == "lokalraad-randers"
    page.get_by_role("button", name="Lav mødepakken").click()
    page.locator("main a.button-primary").click(timeout=60_000)
    assert "Randers" in page.locator("h1").inner_text()
    address = page.get_by_role("link", name="Åbn som PDF").get_attribute("href")
    fetched = page.request.get(f"{one.served.staff}{address}")
    assert fetched.headers["content-disposition"] == 'inline; filename="lokalraad-randers-2024Q2-da.pdf"'
    file = tmp_path / "pack.pdf"
    file.write_bytes(fetched.body())
    marks_hold(file)


def test_the_pack_that_the_demo_makes_at_its_start_bears_the_same_marks(served):
    marks_hold(served.installation.home / "packs" / "lokalraad-randers-2024Q2-da.pdf")


def test_a_meeting_with_a_pack_leads_to_it(visitor):
    one = visitor("mona", language="en")
    one.go(f"{HOME}packs/?body=lokalraad-favrskov")
    one.page.locator("#spoken").select_option("en")
    one.page.get_by_role("button", name="Make the pack").click()
    one.page.locator("main a.button-primary").click(timeout=60_000)
    assert one.page.locator("article").get_attribute("lang") == "en"
    one.go(f"{HOME}municipalities/710/")
    one.page.get_by_role("link", name="Read the meeting pack").click()
    assert "Favrskov" in one.page.locator("h1").inner_text()
