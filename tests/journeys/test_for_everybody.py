"""Every page for every reader: axe finds nothing, nothing lies beyond the window, and the keyboard reaches it all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.journeys.visitor import Visitor
from tests.journeys.walks import HOME, PUBLIC, STAFF, make_pack

# Each page in both languages and at both widths is walked by `make test-browser`.
_LONG = pytest.mark.slow
_WIDTHS = (390, 640, 768, 1024, 1280, 1920)
_REACHABLE = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
    .filter(one => one.type !== 'hidden' && one.checkVisibility({visibilityProperty: true}))
    .map((one, number) => { one.dataset.reached = number; return one.outerHTML.slice(0, 120); })"""
_FOCUSED = """() => { const one = document.activeElement; const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    const onPage = box.width > 0 && box.right > 0 && box.bottom > 0;
    return {number: one.dataset.reached ?? '', seen, onPage, html: one.outerHTML.slice(0, 120)}; }"""


def every_page(one: Visitor) -> Iterator[str]:
    """Opens each page of both sides, one after another, and says where it is."""
    for path in ("/sign-in?next=/", *PUBLIC):
        one.go(path, public=path in PUBLIC)
        yield path
    one.sign_in("tine")
    for path in STAFF:
        one.go(path)
        yield path
    make_pack(one)
    yield "a pack"


@pytest.mark.parametrize(
    ("width", "language"),
    [(1280, "da"), (390, "en"), pytest.param(1280, "en", marks=_LONG), pytest.param(390, "da", marks=_LONG)],
)
def test_axe_finds_nothing_on_any_page(width, language, visitor):
    one = visitor(width=width, language=language)
    found = [f"{path}: {finding}" for path in every_page(one) for finding in one.axe_findings()]
    assert found == []


def test_axe_finds_nothing_with_everything_unfolded(visitor):
    one = visitor("tine", width=390)
    for path in (HOME, f"{HOME}commitments/", f"{HOME}indicators/burglary-homes/"):
        one.go(path)
        one.page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true; })")
        assert one.axe_findings() == []
        assert one.scrolls_sideways_by() == 0


@pytest.mark.parametrize("language", ["da", pytest.param("en", marks=_LONG)])
def test_nothing_lies_beyond_the_window_at_any_width(language, visitor):
    one = visitor(language=language)
    beyond = []
    for path in every_page(one):
        for width in _WIDTHS:
            one.page.set_viewport_size({"width": width, "height": 900})
            if one.scrolls_sideways_by():
                beyond.append((path, width, one.scrolls_sideways_by()))
    assert beyond == []


def test_axe_is_really_asked(visitor):
    one = visitor("tine")
    one.page.evaluate("() => document.querySelectorAll('label, title').forEach(one => one.remove())")
    assert {"document-title", "select-name"} <= {finding.split(":")[0] for finding in one.axe_findings()}


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", [HOME, f"{HOME}packs/", f"{HOME}imports/", f"{HOME}commitments/"])
def test_the_keyboard_reaches_everything_and_one_sees_where_it_is(path, width, visitor):
    one = visitor("tine", width=width)
    one.go(path)
    expected = one.page.evaluate(_REACHABLE)
    reached, unseen = set(), []
    for _step in range(len(expected) + 1):
        one.page.keyboard.press("Tab")
        at = one.page.evaluate(_FOCUSED)
        if at["number"] == "":
            break
        reached.add(int(at["number"]))
        if not (at["seen"] and at["onPage"]):
            unseen.append(at["html"])
    assert unseen == []
    assert [html for number, html in enumerate(expected) if number not in reached] == []


@pytest.mark.parametrize(("path", "public"), [(HOME, False), (PUBLIC[1], True)])
def test_the_first_stop_of_the_keyboard_leads_past_the_menu(path, public, visitor):
    one = visitor("tine")
    one.go(path, public=public)
    one.page.keyboard.press("Tab")
    assert one.page.evaluate("() => document.activeElement.getAttribute('href')") == "#main"
    one.page.keyboard.press("Enter")
    one.page.keyboard.press("Tab")
    assert one.page.evaluate("() => document.querySelector('main').contains(document.activeElement)")


def test_the_phones_menu_opens_by_keyboard_and_leads_on(visitor):
    one = visitor("tine", width=390)
    one.page.locator(".phone-menu > summary").focus()
    one.page.keyboard.press("Enter")
    one.page.get_by_role("navigation", name="Menu").get_by_role("link", name="Plan").click()
    assert one.page.url.endswith(f"{HOME}plan/")


def test_the_public_site_works_without_a_script(visitor):
    one = visitor(java_script_enabled=False)
    assert one.go("/", public=True) == 200
    one.page.get_by_role("link", name="Samarbejdsplan Østjylland 2024").click()
    assert "Samarbejdsplan Østjylland" in one.page.locator("h1").inner_text()
    one.page.get_by_role("button", name="English").click()
    assert one.page.locator("html").get_attribute("lang") == "en"
    assert one.page.locator("script").count() == 0


def test_targets_on_a_phone_are_large_enough(visitor):
    one = visitor("tine", width=390)
    for path in (HOME, f"{HOME}packs/", f"{HOME}imports/"):
        one.go(path)
        small = one.page.evaluate(
            "() => [...document.querySelectorAll('button, .button, select, input:not([type=hidden])')]"
            ".filter(one => one.checkVisibility() && !one.closest('.check'))"
            ".filter(one => one.getBoundingClientRect().height < 44).map(one => one.outerHTML.slice(0, 90))"
        )
        assert small == [], path
