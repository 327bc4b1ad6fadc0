"""The duties of a year, body by body: how far each has come, what is noted by hand, and numbers somebody decided."""

from __future__ import annotations

import pytest
from tests.doors.web.places import read, text_of

from samvirke.registers.commitments.models import Cadence, Fulfilment, School
from samvirke.registers.partners.models import Body

_EAST, _SOUTH = "/districts/oestjylland/commitments/", "/districts/sydoestjylland/commitments/"
_DKS = "dks-sydoestjylland"


@pytest.fixture
def lise(cast):
    """The secretary of the neighbouring district, in English."""
    client = cast("lise")
    client.cookies["samvirke_language"] = "en"
    return client


def line(client, address, key):
    """A line of the page, a space between its cells."""
    [found] = read(client.get(address)).xpath(f"//*[@id='d-{key}']")
    return " ".join(" ".join(found.itertext()).split())


def noted(client, body, duty, **sent):
    facts = {"body": body, "duty": duty, "evidence": "Minutes of 12 August", "on": "2024-08-12"}
    return client.post(f"{_EAST}duties/", facts | sent)


def test_every_body_that_owes_something_stands_there_with_how_far_it_has_come(reader):
    shown = read(reader.get(f"{_EAST}duties/"))
    assert len(shown.xpath("//main//section[contains(@class, 'section')]")) == 10
    assert "2 of 4 On course" in line(reader, f"{_EAST}duties/", "kredsraad-oestjylland-district-council-meetings")
    risky = [" ".join(one.text_content().split()) for one in shown.xpath("//section[@aria-labelledby='risky']//li")]
    assert len(risky) == 2
    assert "Norddjurs: Local council meetings Call the meeting by 6 September" in risky[1]


def test_one_body_and_another_year_are_shown_alone(reader):
    one = read(reader.get(f"{_EAST}duties/2023/?body=lokalraad-randers"))
    assert [text_of(head) for head in one.xpath("//main//section[contains(@class, 'section')]/h2")] == [
        "The local council of Randers"
    ]
    assert "Duties of 2023" in text_of(one)
    assert reader.get(f"{_EAST}duties/1800/").status_code == 404


def test_what_was_done_is_noted_with_what_shows_it(reader):
    answer = noted(reader, "lokalraad-odder", "ssp-discussed")
    assert answer.url.endswith("#d-lokalraad-odder-ssp-discussed")
    assert "1 of 1 Fulfilled 12 August" in line(reader, f"{_EAST}duties/", "lokalraad-odder-ssp-discussed")


def test_a_day_ahead_is_noted_as_planned(reader):
    noted(reader, "lokalraad-odder", "psp-discussed", on="2024-10-12")
    assert "Set for 12 October" in line(reader, f"{_EAST}duties/", "lokalraad-odder-psp-discussed")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [({"evidence": " "}, "Nothing shows it"), ({"on": ""}, "The day is missing"), ({"on": "x"}, "is no date")],
)
def test_what_shows_nothing_is_refused_beside_its_duty(reader, wrong, said):
    before = Fulfilment.objects.count()
    answer = noted(reader, "lokalraad-odder", "ssp-discussed", **wrong)
    assert (answer.status_code, Fulfilment.objects.count()) == (422, before)
    assert said in text_of(read(answer).xpath("//*[@id='d-lokalraad-odder-ssp-discussed']")[0])


def test_a_duty_that_the_body_does_not_owe_is_no_page(reader):
    assert noted(reader, "lokalraad-odder", "cycling-tests").status_code == 404
    assert noted(reader, "lokalraad-odder", "singing").status_code == 404
    assert noted(reader, "kredsraad-sydoestjylland", "youth-crime-discussed").status_code == 404


def test_whoever_does_not_follow_up_reads_the_duties_and_notes_nothing(cast):
    client = cast("anne")
    assert not read(client.get(f"{_EAST}duties/")).xpath("//main//form")
    assert noted(client, "lokalraad-odder", "ssp-discussed").status_code == 404


def test_a_number_that_nobody_states_is_entered_and_the_visits_are_counted_by_municipality(lise):
    key = f"{_DKS}-municipality-visits"
    assert "No number is entered" in line(lise, f"{_SOUTH}duties/", key)
    sent = {"deed": "cadence", "body": _DKS, "duty": "municipality-visits", "times": "1", "reference": "The council"}
    assert lise.post(f"{_SOUTH}duties/", sent).status_code == 302
    visit = {"body": _DKS, "duty": "municipality-visits", "evidence": "Note", "on": "2024-05-02", "unit": "615"}
    assert lise.post(f"{_SOUTH}duties/", visit).status_code == 302
    # Beside the visit that the demo has held already.
    assert "2 of 7 municipalities Missing: Billund, Fredericia" in line(lise, f"{_SOUTH}duties/", key)
    assert lise.post(f"{_SOUTH}duties/", visit | {"unit": "751"}).status_code == 422


@pytest.mark.parametrize("wrong", [{"times": ""}, {"times": "many"}, {"reference": ""}])
def test_a_number_without_a_decision_is_refused(lise, wrong):
    sent = {"deed": "cadence", "body": _DKS, "duty": "erfa-meetings", "times": "2", "reference": "The council"}
    assert lise.post(f"{_SOUTH}duties/", sent | wrong).status_code == 422
    assert not Cadence.objects.filter(duty="erfa-meetings").exists()


def test_a_duty_with_a_condition_waits_until_somebody_says_that_it_is_met(lise):
    key = "lokalraad-kolding-burglary-discussed"
    assert "owed where the rate of burglary is high" in line(lise, f"{_SOUTH}duties/", key)
    sent = {
        "deed": "cadence",
        "body": "lokalraad-kolding",
        "duty": "burglary-discussed",
        "times": "1",
        "reference": "x",
    }
    lise.post(f"{_SOUTH}duties/", sent | {"deed": "cadence"})
    assert "0 of 1" in line(lise, f"{_SOUTH}duties/", key)


def test_what_is_owed_where_a_rate_is_high_stands_with_the_figures_that_tell_where(reader):
    told = {}
    for one in ("lokalraad-norddjurs", "lokalraad-aarhus"):
        there = Body.objects.get(pk=one)
        there.duties = [*there.duties, "burglary-discussed"]
        there.save()
        told[one] = line(reader, f"{_EAST}duties/", f"{one}-burglary-discussed")
        assert "per 1,000 homes (" in told[one]
    high, not_high = told.values()
    assert ": above the district for certain" in high
    assert "0 of 1" in high
    assert "owed where the rate of burglary is high, which it is not here" in not_high
    assert ": not above the district for certain" in not_high
    assert "When new figures show that it is" in not_high
    # Of a year before the figures nobody measures anything: there the number decides.
    assert "Enter it" in line(reader, f"{_EAST}duties/2023/", "lokalraad-aarhus-burglary-discussed")


def test_schools_are_entered_and_cycling_tests_then_count_by_school(lise):
    key = "lokalraad-kolding-cycling-tests"
    assert "No schools are entered" in line(lise, f"{_SOUTH}duties/", key)
    answer = lise.post(
        f"{_SOUTH}schools/", {"municipality": "621", "names": "Fjordskolen (DEMO)\n\nBakkeskolen (DEMO)"}
    )
    assert answer.status_code == 302
    first = School.objects.get(name__startswith="Fjord", municipality=621)
    sent = {
        "body": "lokalraad-kolding",
        "duty": "cycling-tests",
        "evidence": "List",
        "on": "2024-05-02",
        "unit": first.pk,
    }
    assert lise.post(f"{_SOUTH}duties/", sent).status_code == 302
    assert "1 of 2 schools Missing: Bakkeskolen (DEMO)" in line(lise, f"{_SOUTH}duties/", key)


def test_schools_of_elsewhere_or_too_long_a_name_are_refused(lise, cast):
    assert lise.post(f"{_SOUTH}schools/", {"municipality": "751", "names": "A"}).status_code == 404
    answer = lise.post(f"{_SOUTH}schools/", {"municipality": "621", "names": "x" * 121})
    assert answer.status_code == 422
    assert "at most 400 schools" in text_of(read(answer))
    assert cast("anne").get(f"{_EAST}schools/").status_code == 404
    assert not School.objects.filter(municipality__in=(751, 621), name__in=("A", "x" * 121)).exists()
