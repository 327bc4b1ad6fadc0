"""The shipped plans say what the printed ones say: sections, signatures, focus areas, and who owes what."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.handovers.shipped import DANISH, commitments, findings, section, sections, shipped

MEDIATIONS = {2017: 51, 2018: 49, 2019: 56, 2020: 54, 2021: 28, 2022: 21, 2023: 24}
NUMBERED = {
    "oestjylland": "1 2 3 3.1 3.2 3.3 3.4 4 4.1 4.2 4.3 4.4 4.5 4.6 4.7 5 5.1 5.2 5.3 5.4 5.5 5.6",
    "sydoestjylland": "1 2 2.1 2.2 3 3.1 3.1.1 3.1.2 3.1.3 3.1.4 3.1.5 3.1.6 3.1.7 3.1.8 4 4.1 4.2 4.3 4.4 4.5",
}
UNNUMBERED = {
    "oestjylland": [
        "Forord",
        "Gennemførte konfliktråd",
        "Nattelivszoner",
        "Tryghedskameraer",
        "Øvrige tryghedsskabende initiativer",
    ],
    "sydoestjylland": [
        "Styrkelse af det lokale politiarbejde",
        "Øget anvendelse af mobile politistationer",
        "Tryghedsopfølgning",
        "Bestil en betjent",
        "Responstider",
    ],
}


@pytest.mark.parametrize("name", DANISH)
def test_every_printed_section_is_there_numbered_or_not(name: str) -> None:
    assert [part.number for part in sections(name) if part.number] == NUMBERED[name].split()
    assert [part.heading.da for part in sections(name) if not part.number] == UNNUMBERED[name]


@pytest.mark.parametrize("name", DANISH)
def test_seven_mayors_and_a_commissioner_have_signed(name: str) -> None:
    (plan,) = shipped(name).plans
    offices = Counter(one.office.en.split()[0] for one in plan.document.signatories if one.office and one.office.en)
    assert offices == {"Mayor": 7, "Police": 1}


def test_east_jutland_prints_the_offices_of_those_who_signed_and_the_day() -> None:
    (plan,) = shipped("oestjylland").plans
    assert {one.origin.plan for one in plan.document.signatories} == {2024}
    assert (str(plan.document.signed_on), plan.document.signed_at) == ("2024-03-04", "Aarhus")


def test_south_east_jutland_prints_names_only_so_their_offices_carry_an_outside_source() -> None:
    (plan,) = shipped("sydoestjylland").plans
    assert all(one.origin.outside and one.origin.confidence for one in plan.document.signatories)
    assert plan.document.signed_on is None
    assert ("missing", "1") in findings("sydoestjylland")


def test_response_times_is_a_heading_without_a_body() -> None:
    heading = section("sydoestjylland", "Responstider")
    assert (heading.has_body, heading.summary, heading.under) == (False, None, "4.1")
    assert heading.commitments == ()
    assert ("empty-section", "4.1") in findings("sydoestjylland")


@pytest.mark.parametrize("name", DANISH)
def test_only_response_times_and_headings_that_gather_others_have_no_body(name: str) -> None:
    gathers = {part.under for part in sections(name)}
    empty = [part.heading.da for part in sections(name) if not part.has_body and part.number not in gathers]
    assert empty == (["Responstider"] if name == "sydoestjylland" else [])


def test_the_one_printed_series_is_the_completed_mediations() -> None:
    printed = [series for name in DANISH for part in sections(name) for series in part.series]
    assert [{point.year: point.value for point in series.points} for series in printed] == [MEDIATIONS]


def test_the_cameras_are_one_total_over_four_towns_and_nothing_more() -> None:
    figures = [figure for name in DANISH for part in sections(name) for figure in part.figures]
    assert [(figure.id, figure.value) for figure in figures] == [("cameras", 45)]
    towns = [area for area in shipped("oestjylland").areas.values() if area.kind == "camera-town"]
    assert {area.municipality for area in towns} == {751, 730, 727, 707}
    assert all(area.note for area in towns)


def test_a_focus_area_is_national_or_local_only_where_the_plan_says_so() -> None:
    scopes = {
        name: {part.number: part.focus_area.scope for part in sections(name) if part.focus_area} for name in DANISH
    }
    assert scopes["oestjylland"] == dict.fromkeys(("5.1", "5.2", "5.3", "5.4", "5.5", "5.6"), "not-stated")
    assert {number for number, scope in scopes["sydoestjylland"].items() if scope == "national"} == {
        f"3.1.{number}" for number in range(1, 9)
    }
    assert {number for number, scope in scopes["sydoestjylland"].items() if scope == "local"} == {
        f"4.{number}" for number in range(1, 6)
    }


def test_the_list_of_focus_areas_in_south_east_jutland_does_not_match_its_sections() -> None:
    listed = section("sydoestjylland", "3.1").focus_list
    assert [one.printed for one in listed if one.section is None] == ["Personfarlig kriminalitet"]
    assert section("sydoestjylland", "3.1.1").focus_area.listed is False
    assert {"3.1", "4.1"} <= {where for kind, where in findings("sydoestjylland") if kind == "list-mismatch"}


def test_the_list_of_focus_areas_in_east_jutland_matches_its_sections() -> None:
    assert [one.section for one in section("oestjylland", "5").focus_list] == ["5.1", "5.2", "5.3", "5.4", "5.5", "5.6"]


@pytest.mark.parametrize(
    ("name", "number", "variant"),
    [
        ("oestjylland", "4", "DET TRYGHEDSSKABENDE OG SYNLIGE LOKALPOLITITARBEJDE"),
        ("oestjylland", "4.2", "Forebyggelse af radikaliseringsindsatsen)"),
        ("oestjylland", "5.3", "Færdselsikkerhed"),
        ("oestjylland", "5.4", "Røker- og bandekriminalitet"),
        ("sydoestjylland", "3.1.3", "Røker- og bandeområdet"),
    ],
)
def test_a_heading_keeps_the_spellings_it_is_printed_in(name: str, number: str, variant: str) -> None:
    assert variant in section(name, number).printed_as
    assert ("spelling", number) in findings(name)


@pytest.mark.parametrize(
    ("name", "commitment", "times", "per"),
    [
        ("oestjylland", "local-councils-meet", 4, "year"),
        ("oestjylland", "infohouse-network-meets", 2, "year"),
        ("oestjylland", "strategic-psp-meets", 1, "year"),
        ("oestjylland", "fut-days", 3, "week"),
        ("oestjylland", "fut-nurse", 1, "week"),
        ("oestjylland", "victim-support-mondays", 1, "week"),
        ("sydoestjylland", "youth-crime-yearly", 1, "year"),
    ],
)
def test_a_cadence_says_how_often(name: str, commitment: str, times: int, per: str) -> None:
    owed = commitments(name)[commitment]
    assert (owed.kind, owed.times, owed.per, owed.measurable) == ("cadence", times, per, True)


def test_every_cadence_of_the_plans_is_one_of_those() -> None:
    cadences = [owed.id for name in DANISH for owed in commitments(name).values() if owed.kind == "cadence"]
    assert len(cadences) == 7


def test_the_only_number_that_a_plan_sets_as_a_target_is_no_new_clubhouses() -> None:
    targets = {owed.id: owed for name in DANISH for owed in commitments(name).values() if owed.kind == "target"}
    assert {name: owed.target for name, owed in targets.items()} == {"exit-larger-number": None, "no-new-clubhouses": 0}
    assert not targets["exit-larger-number"].measurable
    assert [goal.id for name in DANISH for part in sections(name) for goal in part.goals if goal.measurable] == []


def test_what_the_council_says_must_be_done_in_traffic_is_apart_from_what_may() -> None:
    owed = commitments("sydoestjylland")
    must = {"cyclist-tests", "school-patrols", "bike-checks"}
    assert {name for name, one in owed.items() if one.optional} == {
        "walking-tests",
        "traffic-teaching",
        "local-campaigns",
    }
    assert all(not owed[name].optional and owed[name].measurable for name in must)


@pytest.mark.parametrize(
    ("name", "commitment", "due"),
    [
        ("oestjylland", "strategic-psp-terms", "2024-12-31"),
        ("oestjylland", "bo-trygt-potential", "2024-12-31"),
        ("sydoestjylland", "sub-areas-named", "2019-12-31"),
    ],
)
def test_what_is_owed_once_has_the_day_the_plan_gives(name: str, commitment: str, due: str) -> None:
    owed = commitments(name)[commitment]
    assert (owed.kind, str(owed.due), owed.measurable) == ("one-off", due, True)
