"""A number never stands alone on a page, and a hidden one stands nowhere in it."""

from __future__ import annotations

import re

import pytest
from lxml.html import HtmlElement
from tests.doors.web.places import read, text_of
from tests.insight.indicators.naive import plain

from samvirke.foundation.period import read_period
from samvirke.insight.indicators.facts import Facts
from samvirke.insight.indicators.kit import all_indicators
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import system

_PAGES = ["/districts/oestjylland/", "/districts/oestjylland/municipalities/730/"]
_INTERVAL = re.compile(r"between [+−]?\d+ and [+−]?\d+ ?(%|percentage points)")
_HIDDEN = ("1–4", "hidden")


def rows(page: HtmlElement, table: str) -> list[list[str]]:
    return [[text_of(cell) for cell in row.xpath("th|td")] for row in page.xpath(f"{table}//tbody/tr")]


@pytest.mark.parametrize("address", _PAGES)
def test_every_followed_row_has_its_count_change_interval_and_source(address, reader):
    page = read(reader.get(address))
    followed = rows(page, "//table[contains(@class, 'areas')]")
    assert len(followed) >= 8
    for _name, _line, count, change, _drawn, source in followed:
        assert re.match(r"[\d,]+|hidden|1–4|no reports", count), count
        assert _INTERVAL.search(change) or change.startswith(("too few to say", "not compared")), change
        assert source


@pytest.mark.parametrize("address", _PAGES)
def test_the_page_says_which_quarter_against_which_and_when_the_figures_were_locked(address, reader):
    told = text_of(read(reader.get(address)))
    assert "2nd quarter 2024 against the same quarter of 2023. Intervals are at 95%." in told
    assert "30 June" in told
    assert "All figures are invented." in told


def test_a_map_says_its_period_its_n_and_that_its_borders_are_schematic(reader):
    told = text_of(read(reader.get(_PAGES[0])).xpath("//section[@aria-labelledby='where']")[0])
    assert "July 2023" in told
    assert "n = " in told
    assert "Schematic borders" in told
    assert "Show as a table" in told


@pytest.mark.parametrize("name", sorted(all_indicators()))
def test_an_indicators_page_names_its_source_version_and_what_is_hidden(name, reader):
    told = text_of(read(reader.get(f"/districts/oestjylland/indicators/{name}/")))
    for label in ("Source", "Version of the definition", "Hidden below", "Definition and method"):
        assert label in told


@pytest.mark.parametrize(
    ("name", "category"),
    [("collisions-injury", "collision-injury"), ("burglary-homes", "burglary-home"), ("online-fraud", "fraud-online")],
)
def test_a_hidden_count_is_in_no_cell_of_the_page(name, category, reader):
    facts = Facts(system("operator"), District.objects.get(pk="oestjylland"))
    counted = plain(category)
    for code, place in facts.municipalities.items():
        page = read(reader.get(f"/districts/oestjylland/indicators/{name}/?area={code}"))
        told = {row[0]: row[1:3] for row in rows(page, "//section[@aria-labelledby='places']//table")}
        for quarter, cell in zip(("2024Q2", "2023Q2"), told[place.name], strict=True):
            count = counted(facts, read_period(quarter, "quarter"))[code][0]
            assert not 1 <= count <= 4 or cell.startswith(_HIDDEN), (place.name, quarter, cell)
        bare = {text_of(cell) for cell in page.xpath("//td | //*[local-name()='text']")}
        assert bare.isdisjoint("1234"), (place.name, bare & set("1234"))


def test_there_is_something_to_hide(demo, db):
    facts = Facts(system("operator"), District.objects.get(pk=demo))
    found = plain("collision-injury")(facts, read_period("2024Q2", "quarter"))
    assert any(1 <= count <= 4 for count, _whole in found.values())


def test_an_area_that_makes_no_sense_shows_the_whole_district(reader):
    for area in ("0", "", "999", "²", "-1", "730 OR 1", "9" * 400):
        answer = reader.get("/districts/oestjylland/indicators/burglary-homes/", {"area": area})
        assert answer.status_code == 200
        assert text_of(read(answer).xpath("//h2[@id='now']")[0]).startswith("The whole district")


@pytest.mark.parametrize(
    "path",
    [
        "indicators/nothing/", "municipalities/999/", "municipalities/99999999999999999999/",
        "plan/1850/", "plan/99999999999999999999/",
    ],
)  # fmt: skip
def test_what_does_not_exist_is_no_page(path, reader):
    assert reader.get(f"/districts/oestjylland/{path}").status_code == 404
