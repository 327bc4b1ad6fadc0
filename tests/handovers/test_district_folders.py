"""The district folders that are shipped have no faults, and their bodies are those of the plans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel
from tests.handovers.shipped import DANISH, DISTRICTS, SHIPPED, bodies, known, shipped

from samvirke.handovers.district_folder.basics import Text
from samvirke.handovers.district_folder.check import faults_of


def texts(part: object) -> Iterator[Text]:
    if isinstance(part, Text):
        yield part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from texts(getattr(part, name))
    elif isinstance(part, tuple):
        for one in part:
            yield from texts(one)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_folder_reads_and_has_no_faults(name: str) -> None:
    assert faults_of(shipped(name), known()) == []


@pytest.mark.parametrize("name", SHIPPED)
def test_a_folder_is_named_as_its_district(name: str) -> None:
    assert shipped(name).district.id == name


@pytest.mark.parametrize("name", DANISH)
def test_every_word_of_a_danish_district_stands_in_danish_and_english(name: str) -> None:
    folder = shipped(name)
    plans = [part for plan in folder.plans for part in (plan.document, *plan.sections.values())]
    parts = [folder.district, folder.agencies, *folder.bodies.values(), *folder.areas.values(), *plans]
    assert [
        text for part in [*parts, *folder.sources.values()] for text in texts(part) if not (text.da and text.en)
    ] == []


@pytest.mark.parametrize("name", DANISH)
def test_the_files_of_a_plan_lie_in_the_order_of_print(name: str) -> None:
    for plan in shipped(name).plans:
        assert plan.file == f"plans/{plan.document.year}/plan.toml"
        assert [int(Path(file).name.split("-")[0]) for file in sorted(plan.sections)] == list(
            range(1, len(plan.sections) + 1)
        )
        assert all(Path(file).name.startswith(f"{part.order:02d}-") for file, part in plan.sections.items())


@pytest.mark.parametrize("name", SHIPPED)
def test_every_file_of_a_district_begins_with_a_sentence_about_itself(name: str) -> None:
    first_lines = [file.read_text(encoding="utf-8").splitlines()[0] for file in (DISTRICTS / name).rglob("*.toml")]
    assert [line for line in first_lines if not (line.startswith("# ") and line.endswith("."))] == []


def test_the_id_of_a_body_is_unique_in_the_country() -> None:
    counts = Counter(body for name in SHIPPED for body in bodies(name))
    assert [body for body, count in counts.items() if count > 1] == []


def test_an_agency_of_two_districts_says_the_same_in_both() -> None:
    east, south_east = ({one.id: one for one in shipped(name).agencies.agencies} for name in DANISH)
    shared = east.keys() & south_east.keys()
    assert {"skanderborg-kommune", "kriminalforsorgen"} <= shared
    assert all(east[agency] == south_east[agency] for agency in shared)


@pytest.mark.parametrize(
    ("name", "longitude", "latitude"),
    [("oestjylland", 11.56, 56.71), ("oestjylland", 10.62, 55.80), ("sydoestjylland", 10.28, 55.76)],
    ids=["Anholt", "Samsø", "Endelave"],
)
def test_the_extent_holds_the_islands(name: str, longitude: float, latitude: float) -> None:
    box = shipped(name).district.extent
    assert box.west < longitude < box.east
    assert box.south < latitude < box.north


def test_six_municipalities_stand_on_the_cover_and_the_seventh_comes_from_outside() -> None:
    origins = {one.name: one.origin for one in shipped("sydoestjylland").district.municipalities}
    outside = origins.pop("Skanderborg")
    assert outside.plan is None
    assert outside.confidence == "H"
    assert len(origins) == 6
    assert all((origin.plan, origin.heading) == (2020, "Forside") for origin in origins.values())


def test_five_info_houses_serve_all_seven_municipalities() -> None:
    folder = shipped("oestjylland")
    houses = [body for body in folder.bodies.values() if body.kind == "infohouse"]
    assert {house.located_in for house in houses} == {707, 706, 710, 730, 751}
    assert {code for house in houses for code in house.covers} == {one.code for one in folder.district.municipalities}


def test_one_preparedness_commission_covers_skanderborg_outside_the_district() -> None:
    own = {one.code for one in shipped("oestjylland").district.municipalities}
    covers = bodies("oestjylland")
    assert set(covers["oestjyllands-brandvaesen"]) - own == {746}
    assert set(covers["beredskab-og-sikkerhed"]) <= own
    assert [body for body, places in covers.items() if not set(places) <= own] == ["oestjyllands-brandvaesen"]


def test_four_licensing_boards_and_three_economy_committees_decide_on_licences() -> None:
    kinds = Counter(body.kind for body in shipped("oestjylland").bodies.values())
    assert (kinds["licensing-board"], kinds["economy-committee"]) == (4, 3)
    assert (kinds["local-council"], kinds["psp-committee"], kinds["restaurant-network"]) == (7, 7, 3)


def test_only_odder_has_two_regions_on_its_psp_committee() -> None:
    committees = [body for body in shipped("oestjylland").bodies.values() if body.kind == "psp-committee"]
    regions = {
        body.id: {seat.agency for seat in body.seats if (seat.agency or "").startswith("region-")}
        for body in committees
    }
    assert [body for body, two in regions.items() if len(two) == 2] == ["psp-odder"]
    assert all("region-midtjylland" in two for two in regions.values())


@pytest.mark.parametrize("name", DANISH)
def test_the_law_gives_every_district_council_its_duties(name: str) -> None:
    council = next(body for body in shipped(name).bodies.values() if body.kind == "district-council")
    by_law = {
        "district-council-meetings",
        "cooperation-plan-published",
        "yearly-account-given",
        "youth-crime-discussed",
    }
    assert by_law <= set(council.duties)
    assert Counter(seat.role for seat in council.seats) == {"chair": 1, "member": 7, "substitute": 7, "secretary": 1}


def test_a_seat_that_no_plan_prints_says_where_it_comes_from() -> None:
    randers = next(body for body in shipped("oestjylland").bodies.values() if body.id == "lokalraad-randers")
    assert {seat.origin.outside for seat in randers.seats if seat.origin} == {"randers.dk, Lokalrådet"}


@pytest.mark.parametrize("name", DANISH)
def test_where_a_plan_does_not_print_who_sits_on_a_local_council_only_its_two_parties_are_known(name: str) -> None:
    folder = shipped(name)
    councils = [body for body in folder.bodies.values() if body.kind == "local-council"]
    assert len(councils) == 7
    for council in councils:
        agencies = [seat.agency for seat in council.seats]
        if council.id != "lokalraad-randers":
            assert [seat.any_number for seat in council.seats] == [True, True]
            assert all(seat.electable == ("chair", "vice-chair") for seat in council.seats)
        assert set(agencies) == {folder.district.police, f"{council.id.removeprefix('lokalraad-')}-kommune"}


@pytest.mark.parametrize("name", DANISH)
def test_the_mayors_and_nobody_else_may_be_elected_vice_chair_of_the_district_council(name: str) -> None:
    council = next(body for body in shipped(name).bodies.values() if body.kind == "district-council")
    electable = [seat.office.da for seat in council.seats if seat.electable]
    assert len(electable) == 7
    assert all((office or "").startswith("Borgmester i") for office in electable)


def test_every_kind_of_body_that_the_two_plans_name_is_there() -> None:
    kinds = {name: Counter(body.kind for body in shipped(name).bodies.values()) for name in DANISH}
    assert kinds["oestjylland"].keys() >= {
        "district-council", "local-council", "psp-committee", "psp-strategic-forum", "infohouse", "infohouse-network",
        "ssp-network", "licensing-board", "economy-committee", "preparedness-commission", "crisis-staff",
        "restaurant-network", "exit-unit", "exit-network", "victim-support-board", "youth-crime-board",
        "mediation-service",
    }  # fmt: skip
    assert kinds["oestjylland"]["preparedness-commission"] == 2
    assert kinds["sydoestjylland"].keys() >= {
        "district-council", "local-council", "director-forum", "housing-area-group", "ssp-network", "exit-unit",
        "crisis-staff", "youth-crime-board", "prevention-secretariat", "traffic-cooperation", "contact-point",
    }  # fmt: skip


def test_victim_supports_board_decides_itself_after_consulting_the_police() -> None:
    board = next(one for one in shipped("oestjylland").bodies.values() if one.kind == "victim-support-board")
    assert board.decided_by
    assert "consulting the police" in (board.decided_by.en or "")


def test_local_officers_have_a_seat_tied_to_each_housing_area() -> None:
    folder = shipped("sydoestjylland")
    tied = Counter(seat.area for body in folder.bodies.values() for seat in body.seats if seat.area)
    officers = next(one for one in folder.bodies.values() if one.id == "lokalbetjente-sydoestjylland")
    assert {seat.area for seat in officers.seats} - {None} == {area.id for area in folder.areas.values()} == set(tied)


def test_the_five_housing_areas_have_a_place_and_a_group_each() -> None:
    folder = shipped("sydoestjylland")
    areas = Counter(area.municipality for area in folder.areas.values() if area.kind == "sub-area")
    groups = Counter(body.located_in for body in folder.bodies.values() if body.kind == "housing-area-group")
    assert areas == groups == {615: 1, 630: 1, 607: 1, 621: 2}


def test_the_example_abroad_only_carries_data() -> None:
    folder = shipped("example-houston")
    (body,) = folder.bodies.values()
    assert (body.id, body.seats, body.duties, folder.plans) == ("example-houston", (), (), [])
    assert (folder.district.crs, folder.district.time_zone) == ("EPSG:32615", "America/Chicago")
    assert [source.mapping for source in folder.sources.values()] == ["houston"]


def test_the_figures_of_the_demo_say_that_they_are_invented() -> None:
    (source,) = shipped("oestjylland").sources.values()
    assert source.invented
    assert source.title.en
    assert "invented" in source.title.en
    assert not source.origin.stated
