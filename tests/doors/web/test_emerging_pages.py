"""The pages of signals: what waits, what somebody finds it to be, and how the year stands against the promise."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.doors.web.bodies.test_bodies import alert, shown, tine
from tests.doors.web.places import read
from tests.insight.conftest import counted, operator
from tests.insight.emerging.rows import reported

from samvirke.insight.emerging.jobs import look
from samvirke.insight.emerging.models import Budget, Sighting, Signal

__all__ = ["counted", "operator", "tine"]

HERE = "/districts/fjordkredsen/emerging/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def figures(counted):
    """Three years of burglaries, seven of them close to one another in the last weeks."""
    return counted(reported())


@pytest.fixture
def one(figures, operator):
    """The address of the signal of the first look."""
    look(operator, lambda _share, _doing: None, district="fjordkredsen")
    return f"{HERE}{signal().pk}/"


def signal():
    return Signal.objects.get(district="fjordkredsen")


def judged(client, address, **changed):
    sent = {"deed": "judge", "version": str(signal().version), "verdict": "real", "words": "Seven homes, at night."}
    return client.post(address, sent | changed)


def test_a_district_without_figures_says_what_to_do_next(tine):
    page = shown(tine.get(HERE))
    assert "There are no figures for this district yet. This is how to import them" in page
    assert "default of the product At most 2 a year. Nobody has decided it" in page
    assert "reported is not happened" in page


def test_a_look_is_asked_for_by_hand_once_and_its_signal_waits(tine, figures, work_off):
    assert "No week has been looked through yet" in shown(tine.get(HERE))
    assert tine.post(HERE, {"deed": "look"}).status_code == 302
    assert "A look is under way: Waiting for its turn" in shown(tine.get(HERE))
    assert "A look is under way" in alert(tine.post(HERE, {"deed": "look"}))
    assert work_off().state == "done"
    page = shown(tine.get(HERE))
    assert "Waits for somebody to look" in page
    assert "Burglary in a home" in page
    assert "Looks 1 Questions asked 1 Alarms by chance, at most 0.0 Signals raised 1" in page
    assert "wait 1 · real 0 · errors in the data 0 · already known 0" in page
    assert "Weapons" in page
    assert "Every week of the figures has been looked through" in alert(tine.post(HERE, {"deed": "look"}))


def test_one_signal_tells_its_numbers_its_method_and_what_it_does_not_know(tine, one):
    page = shown(tine.get(one))
    for told in ("Reports 7", "at least a kilometre across", "n 307", "opdigtet v1", "up to 91 days", "not happened"):
        assert told in page
    assert len(read(tine.get(one)).xpath("//table[caption[contains(., 'Week by week')]]/tbody/tr")) == 26
    assert tine.get(f"{HERE}00000000-0000-4000-8000-000000000000/").status_code == 404


def test_it_is_judged_in_words_and_two_at_once_do_not_overwrite(tine, one):
    refused = judged(tine, one, verdict="known", words=" ")
    assert "It is not said why" in alert(refused)
    assert read(refused).xpath("//input[@name='verdict'][@checked]/@value") == ["known"]
    assert judged(tine, one).status_code == 302
    page = shown(tine.get(one))
    assert "real; offered for the agenda" in page
    assert "Seven homes, at night." in page
    assert "No local council of the district covers the municipality" in page
    assert "Somebody else has dealt with this signal" in alert(judged(tine, one, version="1", verdict="data"))
    assert "why it is closed" in alert(tine.post(one, {"deed": "close", "version": "2", "why": ""}))
    tine.post(one, {"deed": "close", "version": "2", "why": "The council has met on it."})
    assert read(tine.get(one)).xpath("//main//form") == []
    assert "closed: real" in shown(tine.get(HERE))
    assert "does not offer" in alert(tine.post(one, {"deed": "sing"}))


def test_a_real_signal_brings_its_words_to_the_form_that_names_a_place(tine, one):
    judged(tine, one)
    [address] = read(tine.get(one)).xpath("//a[contains(@href, 'places/new/burglary-area')]/@href")
    form = read(tine.get(address))
    assert form.xpath("//select[@name='municipality']/option[@selected]/@value") == [str(signal().municipality_id)]
    assert form.get_element_by_id("name").get("value") == signal().town


def test_a_council_reads_what_was_found_real_and_no_number_that_is_few(tine, one, hired, dale):
    town, stranger = hired("mayor", "fjordby-kommune"), hired("analyst", "dalkredsens-politi")
    town.cookies["samvirke_language"] = "en"
    assert town.get(one).status_code == 404
    assert read(town.get(HERE)).xpath(f"//a[@href='{one}']") == []
    Sighting.objects.filter(signal=signal()).update(observed=4)
    judged(tine, one)
    page = town.get(one)
    assert "Reports few Expected –" in shown(page)
    assert "Week by week" not in shown(page)
    assert read(page).xpath("//main//form") == read(town.get(HERE)).xpath("//main//form") == []
    assert judged(town, one, version="2").status_code == 404
    assert stranger.get(one).status_code == stranger.get(HERE).status_code == 404


def test_a_signal_that_points_at_a_home_has_no_map_and_says_why(tine, one):
    Signal.objects.update(town="")
    Sighting.objects.update(x=None, y=None, radius=None)
    page = tine.get(one)
    assert "the place would point at a home: only the municipality is told" in shown(page)
    assert read(page).xpath("//svg[contains(@class, 'map')]") == []
    assert read(tine.get(HERE)).xpath("//svg[contains(@class, 'map')]") == []


def test_the_police_enter_how_many_false_alarms_they_accept(tine, one, hired):
    sent = {"deed": "budget", "alarms": "0,5", "reference": "The chief, 20 August", "discovered": "on"}
    assert "not between 0.1 and 12" in alert(tine.post(HERE, sent | {"alarms": "99"}))
    refused = tine.post(HERE, sent | {"alarms": "many"})
    assert "“many” is no number" in alert(refused)
    assert read(refused).get_element_by_id("reference").get("value") == "The chief, 20 August"
    assert tine.post(HERE, sent).status_code == 302
    page = shown(tine.get(HERE))
    assert "At most 0.5 a year, since 20 August 2024: The chief, 20 August" in page
    assert "is looked at by the district's own choice" in page
    assert Budget.objects.get(district="fjordkredsen").with_discovered
    assert hired("mayor", "fjordby-kommune").post(HERE, sent).status_code == 404
    assert "does not offer" in alert(tine.post(HERE, {"deed": "sing"}))


@pytest.mark.parametrize("role", ["secretary", "mayor"])
def test_the_list_asks_the_database_no_more_for_ten_signals_than_for_two(tine, one, hired, role):
    client = tine if role == "secretary" else hired("mayor", "fjordby-kommune")
    judged(tine, one)

    def more(times):
        """As many signals more, each like the one that is there."""
        for _time in range(times):
            seen = Sighting.objects.get(signal=signal_id)
            copy = Signal.objects.get(pk=signal_id)
            copy.pk = uuid4()
            copy.save(force_insert=True)
            seen.pk, seen.signal = uuid4(), copy
            seen.save(force_insert=True)

    signal_id = signal().pk
    more(1)
    client.get(HERE)
    with CaptureQueriesContext(connection) as few:
        client.get(HERE)
    more(8)
    client.get(HERE)
    with CaptureQueriesContext(connection) as many:
        assert client.get(HERE).status_code == 200
    assert len(many) == len(few)
