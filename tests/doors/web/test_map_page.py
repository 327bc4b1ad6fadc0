"""The map as a page: the same content with and without a script, nothing small on it, and points for few."""

from __future__ import annotations

import json

import pytest
from tests.doors.web.places import read, text_of

from samvirke.insight.indicators.facts import Facts
from samvirke.insight.indicators.kit import all_indicators
from samvirke.insight.tiles.tables import tables_of
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import system
from samvirke.trust.audit.models import Line

pytestmark = pytest.mark.django_db

MAP = "/districts/oestjylland/map/"
BURGLARY = f"{MAP}?group=burglary-homes&period=2023&against=2022"
POINTS = f"{MAP}tiles/points/burglary-homes/2023/12/2164/1270/"


def found(page, path: str) -> list:
    """The elements of a page at an XPath."""
    return page.xpath(path)


def classed(page, name: str) -> list:
    """The elements of a class."""
    return found(page, f"//*[contains(concat(' ', @class, ' '), ' {name} ')]")


def rows_of(page, heading: str) -> list[list[str]]:
    """What stands in the table of a section, row by row."""
    rows = found(page, f"//section[@aria-labelledby='{heading}']//tbody/tr")
    return [[text_of(cell) for cell in row] for row in rows]


def test_everything_on_the_map_stands_in_its_tables(reader, demo):
    page = read(reader.get(BURGLARY))
    facts = Facts(system("operator"), District.objects.get(pk=demo))
    tables = tables_of(facts, all_indicators()["burglary-homes"]).tables
    [year] = [one for one in tables if str(one) == "2023"]
    told = sorted(int(row[2].replace(",", "")) for row in rows_of(page, "squares"))
    sizes = {one.metres for one in tables[year].shown if one.metres}
    assert told == sorted(count for one, count in tables[year].shown.items() if one.metres)
    assert len(sizes) == 3
    assert rows_of(page, "municipalities")[0][0] == "The whole district"
    assert len(rows_of(page, "municipalities")) == len(facts.municipalities) + 1


def test_a_change_is_words_with_an_interval_and_a_hidden_number_says_so(reader):
    rows = {row[0]: row[1:] for row in rows_of(read(reader.get(BURGLARY)), "municipalities")}
    assert "between" in rows["Randers"][2]
    assert rows["Samsø"][0] in ("hidden", "1–4")
    assert "too few to say" in rows["Samsø"][2]


def test_without_a_script_there_are_drawings_with_their_numbers_and_words(reader):
    page = read(reader.get(BURGLARY))
    drawings = found(page, "//div[@class='map-drawn']/*[local-name()='svg']")
    assert len(drawings) == 2
    assert all("in the district" in one.get("aria-label") for one in drawings)
    assert all(len(one.xpath(".//*[local-name()='text']")) > 20 for one in drawings)
    [script] = found(page, "//script[contains(@src, 'map')]")
    assert script.get("type") == "module"
    assert not found(page, "//*[@style]")
    assert all("hidden" in one.attrib for one in found(page, "//*[@data-script]"))


def test_the_page_says_what_it_does_not_know_and_where_its_numbers_are_from(reader):
    words = text_of(read(reader.get(BURGLARY)))
    for said in ("schematic", "Hidden below 5", "demo-oestjylland v", "locked when it is first shown", "not rates"):
        assert said in words


def test_one_period_alone_has_no_change(reader):
    page = read(reader.get(f"{MAP}?group=burglary-homes&period=2023&against="))
    assert len(classed(page, "map-frame")) == 1
    assert "Change" not in text_of(found(page, "//section[@aria-labelledby='municipalities']//thead")[0])


def test_quarters_are_put_beside_quarters_and_an_old_bookmark_shows_the_newest(reader):
    page = read(reader.get(f"{MAP}?group=nothing&period=1999&against=2023"))
    frames = [one.get("data-period") for one in classed(page, "map-frame")]
    assert frames == ["2024Q2"]
    beside = [one.get("value") for one in found(page, "//select[@id='against']/option")][1:]
    assert beside
    assert all("Q" in one for one in beside)
    assert [one.get("data-period") for one in classed(read(reader.get(MAP)), "map-frame")] == ["2024Q2", "2023Q2"]


def test_sensitive_groups_are_not_offered(reader):
    offered = {one.get("value") for one in found(read(reader.get(MAP)), "//select[@id='group']/option")}
    assert {"burglary-homes", "collisions-injury"} <= offered
    assert offered.isdisjoint({"close-relation-violence", "stalking-orders", "youth-crime", "nightlife-violence"})


@pytest.mark.parametrize(("who", "sees"), [("mona", True), ("tine", False), ("anne", False), ("soeren", False)])
def test_points_are_for_the_analyst_of_the_police_alone(who, sees, cast):
    client = cast(who)
    layers = {one.get("value") for one in found(read(client.get(MAP)), "//input[@name='layer']")}
    assert ("points" in layers) is sees
    assert {"squares", "surface", "places", "deployments", "collisions", "municipalities"} <= layers
    assert (client.get(POINTS).status_code != 404) is sees


def test_each_look_at_points_leaves_a_line_and_is_not_kept_by_the_browser(cast):
    before = Line.objects.filter(action="tiles.see-points").count()
    answer = cast("mona").get(POINTS)
    assert answer["Cache-Control"] == "private, no-store"
    assert Line.objects.filter(action="tiles.see-points").count() == before + 1


def test_a_tile_of_the_edition_of_the_page_is_kept_and_another_is_not(reader):
    [frame, _beside] = classed(read(reader.get(BURGLARY)), "map-frame")
    address = json.loads(frame.get("data-tiles"))["squares"].replace("{z}/{x}/{y}", "8/135/79")
    answer = reader.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/vnd.mapbox-vector-tile"
    assert "immutable" in answer["Cache-Control"]
    assert reader.get(address.partition("?")[0])["Cache-Control"] == "private, no-store"
    assert reader.get(address.replace("8/135/79", "8/1/1")).status_code == 204


@pytest.mark.parametrize(
    "path",
    ["nothing/burglary-homes/2023/8/1/1/", "squares/stalking-orders/2023/8/1/1/", "squares/burglary-homes/x/8/1/1/"],
)
def test_there_is_no_tile_of_what_is_not_on_the_map(path, reader):
    assert reader.get(f"{MAP}tiles/{path}").status_code == 404


def test_a_tile_of_a_period_that_is_not_there_is_empty(reader):
    assert reader.get(f"{MAP}tiles/squares/burglary-homes/1999/8/135/79/").status_code == 204


def test_a_district_without_figures_says_what_to_do_next(cast):
    page = read(cast("lise").get("/districts/sydoestjylland/map/"))
    assert found(page, "//div[@class='empty']//a[contains(@href, 'imports')]")
    assert not found(page, "//script[contains(@src, 'map')]")
