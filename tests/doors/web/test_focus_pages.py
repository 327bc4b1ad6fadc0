"""The pages of focus areas: the plan's first, one brief a council, and nobody reads more than the places may show."""

from __future__ import annotations

import pytest
from tests.doors.web.places import read, text_of

from samvirke.insight.briefing.focus.register import all_briefs

HERE = "/districts/oestjylland/focus/"
RANDERS = "lokalraad-randers"
pytestmark = pytest.mark.django_db


@pytest.fixture
def page(reader):
    def seen(address: str = "") -> str:
        return text_of(read(reader.get(HERE + address)))

    return seen


def test_the_plans_focus_areas_come_first_each_with_its_brief_and_a_finding(reader):
    found = read(reader.get(HERE))
    areas = [text_of(one) for one in found.xpath("//div[@class='focus-area']")]
    assert areas[1].startswith("Burglary in private homes section 5.2")
    assert "fallen 19%" in areas[1]
    links = found.xpath("//div[@class='focus-area']//a/@href")
    assert links[1] == f"{HERE}home-burglary/?body=kredsraad-oestjylland"


def test_every_brief_is_on_the_list(page):
    told = page()
    assert all(brief.title in told for brief in all_briefs().values())


@pytest.mark.parametrize("name", sorted(all_briefs()))
@pytest.mark.parametrize("body", ["kredsraad-oestjylland", RANDERS])
def test_every_brief_opens_for_a_council_and_says_its_question_and_its_source(page, name, body):
    told = page(f"{name}/?body={body}")
    assert all_briefs()[name].question in told
    assert "The cooperation plan of" in told
    assert "How sure:" in told


def test_a_local_council_reads_its_own_numbers_and_commitments(page):
    told = page(f"home-burglary/?body={RANDERS}")
    assert "60" in told
    assert "fallen 40%" in told
    assert "Neighbour watch in Assentoft" in told
    assert "Mapping of BoTrygt" not in told


def test_the_district_reads_what_each_local_council_has_agreed_and_who_has_agreed_nothing(page):
    told = page("home-burglary/")
    assert "Neighbour watch in Assentoft" in told.split("What each local council has agreed")[1]
    assert "Nothing open about it: " in told
    assert "What each local council has agreed" not in page(f"home-burglary/?body={RANDERS}")


def test_a_local_problem_stands_under_the_focus_area_that_it_is_about(page):
    assert "Utryghed på stien ved Østervold next look on" in page("safety-surveys/")
    assert "Utryghed på stien" not in page("safety-surveys/?body=lokalraad-aarhus")


def test_a_body_that_is_none_of_the_councils_and_a_brief_that_is_none_are_no_pages(reader):
    assert reader.get(f"{HERE}home-burglary/?body=exit-enheden").status_code == 404
    assert reader.get(f"{HERE}nothing-such/").status_code == 404


def test_a_closed_place_is_seen_by_the_police_and_its_number_told_to_nobody_else(cast):
    seen = {}
    for username in ("tine", "soeren"):
        client = cast(username)
        client.cookies["samvirke_language"] = "en"
        seen[username] = text_of(read(client.get(f"{HERE}gangs/")))
    assert "Tom lagerbygning ved havnen police only" in seen["tine"]
    assert "in force 1, target 0" in seen["tine"]
    assert "Tom lagerbygning" not in seen["soeren"]
    assert "target" not in seen["soeren"]


def test_response_times_stand_on_both_sides_of_a_break(reader):
    found = read(reader.get(f"{HERE}response-times/"))
    rows = [text_of(one) for one in found.xpath("//tr[@class='focus-break']")]
    assert len(rows) == 1
    assert rows[0].startswith("2022 · 6 årsager")
    assert "too few to say" in text_of(found)


def test_a_series_across_districts_is_told_as_offences(page):
    told = page("travelling-groups/")
    assert "across districts" in told
    assert "never evidence against anybody" in told


def test_what_is_off_says_so_and_the_aims_without_figures_say_so(page):
    told = page("exposed-housing-areas/")
    assert "Off by default" in told
    assert "Nothing that is counted shows it." in told
    assert "days of imprisonment" in told


def test_an_empty_district_says_how_figures_come_in(hired, fjord):
    client = hired("secretary", "fjordkredsens-politi")
    client.cookies["samvirke_language"] = "en"
    told = text_of(read(client.get("/districts/fjordkredsen/focus/home-burglary/")))
    assert "There are no figures for this district yet." in told
    assert "What nobody can tell yet" in told


def test_the_page_of_the_plan_leads_to_the_brief_of_its_focus_area(reader):
    links = read(reader.get("/districts/oestjylland/plan/")).xpath("//a/@href")
    assert f"{HERE}home-burglary/" in links


def test_a_district_without_a_plan_lists_every_brief_and_says_what_is_missing(cast):
    client = cast("yusuf")
    client.cookies["samvirke_language"] = "en"
    told = text_of(read(client.get("/districts/example-houston/focus/")))
    assert "No plan is in force" in told
    assert "Every focus area" in told
