"""The map in a real browser: it draws, layers come and go, the keyboard moves it, and on paper it is the drawing."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from pypdfium2 import PdfDocument
from tests.journeys.walks import HOME

MAP = f"{HOME}map/?group=burglary-homes&period=2023&against=2022"
_SQUARE = "square of"


def opened(visitor, who="mona", width=1280, **given):
    one = visitor(who, width=width, language="en", **given)
    one.go(MAP)
    if given.get("java_script_enabled", True):
        one.page.locator("#seen-list li").nth(5).wait_for()
    return one


@pytest.mark.parametrize("width", [1280, 390])
def test_the_map_draws_from_our_own_tiles_and_axe_finds_nothing(width, visitor):
    one = opened(visitor, width=width)
    assert one.page.locator(".map-frame.live canvas").count() == 2
    assert one.page.locator(".map-drawn").first.is_hidden()
    assert "things in view" in one.page.locator("#seen-count").inner_text()
    assert one.axe_findings() == []
    assert one.scrolls_sideways_by() == 0


def zoom_of(url: str) -> float:
    return float(url.partition("#")[2].split("/")[0])


def test_the_keyboard_zooms_and_both_maps_go_together(visitor):
    one = opened(visitor)
    one.page.locator("canvas").first.focus()
    one.page.keyboard.press("+")
    one.page.wait_for_url(lambda url: "#" in url and zoom_of(url) > 8.5)
    near = one.page.url
    one.page.get_by_role("button", name="West").focus()
    one.page.keyboard.press("Enter")
    one.page.wait_for_url(lambda url: url != near)
    assert one.page.locator(".map-canvas.near").count() in (0, 2)


def test_a_layer_is_taken_off_and_put_on_again(visitor):
    one = opened(visitor)
    squares, seen = one.page.get_by_label("Squares", exact=True), one.page.locator("#seen-list")
    squares.uncheck()
    expect(seen).not_to_contain_text(_SQUARE)
    squares.check()
    expect(seen).to_contain_text(_SQUARE)


def test_the_slider_leads_to_another_period_and_the_place_stays(visitor):
    one = opened(visitor)
    one.page.get_by_role("button", name="Zoom in").click()
    one.page.wait_for_url(lambda url: "#" in url)
    one.page.locator("#time").focus()
    one.page.keyboard.press("ArrowLeft")
    one.page.wait_for_url(lambda url: "period=2022" in url and "#" in url)
    expect(one.page.locator("figcaption").first).to_contain_text("2022")


def test_single_incidents_are_asked_for_and_not_merely_switched_on(visitor):
    one = opened(visitor)
    # Checking it asks for the page again, so that nobody waits for the box to stay checked.
    one.page.get_by_label("Single incidents").click()
    one.page.wait_for_url(lambda url: "layer=points" in url)
    expect(one.page.get_by_label("Single incidents")).to_be_checked()


def test_without_a_script_the_drawing_and_the_tables_stand(visitor):
    one = opened(visitor, "anne", java_script_enabled=False)
    assert one.page.locator(".map-drawn svg").first.is_visible()
    assert one.page.locator("#time").is_hidden()
    assert one.page.locator("section[aria-labelledby=squares] tbody tr").count() > 20


def test_on_paper_it_is_the_drawing_with_its_legend_period_n_and_source(visitor, tmp_path):
    one = opened(visitor, "anne")
    file = tmp_path / "map.pdf"
    one.page.pdf(path=str(file))
    document = PdfDocument(file)
    words = " ".join("".join(page.get_textpage().get_text_range() for page in document).split())
    document.close()
    for said in ("2023 n 1,866", "Squares of 8 × 8 km", "Schematic borders", "oestjylland v1", "Randers"):
        assert said in words
    assert "Zoom" not in words
