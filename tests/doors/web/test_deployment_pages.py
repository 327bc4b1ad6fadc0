"""The pages of deployments: a request, a plan, what was found; and each reader sees no more than is theirs."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.doors.web.bodies.test_bodies import alert, shown, tine
from tests.doors.web.places import read, text_of

from samvirke.desks.deployments.models import Deployment, Target, Unit
from samvirke.registers.commitments.commands.put_schools import put_schools
from samvirke.registers.commitments.models import School, StatusReport
from samvirke.registers.places.models import Municipality
from samvirke.trust.access.actor import system
from samvirke.trust.identity.models import Account

__all__ = ["tine"]

HERE = "/districts/fjordkredsen/deployments/"
POINT = "55.5500, 9.1000"
WISH = {"shape": "point", "name": "Torvet", "municipality": "998", "drawing": POINT, "reason": "Twice as many"}
pytestmark = pytest.mark.django_db


def rows():
    """Those of the Fjord District: the demo may lie in the same database."""
    return Deployment.objects.filter(district="fjordkredsen")


@pytest.fixture
def van(tine):
    """A unit that can be sent."""
    tine.post(f"{HERE}kinds/", {"deed": "put", "name": "Vogn 1", "agency": "fjordkredsens-politi"})
    return Unit.objects.get(district="fjordkredsen")


@pytest.fixture
def asked(tine):
    """A mobile police station that is asked for, and where its page lies."""
    return tine.post(f"{HERE}new/mobile-police-station/", WISH).url


def send(client, address, deed, **sent):
    there = rows().get(pk=address.rstrip("/").rpartition("/")[2])
    return client.post(address, {"deed": deed, "version": str(there.version)} | sent)


def sent(van, **more):
    return {"unit": str(van.pk), "people": "2", "on": "2024-08-15", "from": "10:00", "until": "13:00"} | more


@pytest.fixture
def planned(tine, asked, van):
    send(tine, asked, "plan", **sent(van))
    return asked


def test_an_empty_district_says_what_to_do_next(tine, fjord):
    page = shown(tine.get(HERE))
    assert "Nothing is planned or carried out in this period. Enter the units that can be sent first." in page
    assert "No unit has been entered yet" in shown(tine.get(f"{HERE}kinds/"))
    assert "Nothing is planned for this day. See the month" in shown(tine.get(f"{HERE}day/"))
    assert "Nothing of this kind is asked for" in shown(tine.get(f"{HERE}kinds/speed-van/"))
    assert "Nothing is promised, aimed at or carried out" in shown(tine.get(f"{HERE}coverage/"))
    assert "No school has been entered in the district yet" in shown(tine.get(f"{HERE}new/safe-side/"))


def test_what_was_typed_stays_when_a_request_is_refused(tine, fjord):
    page = tine.post(f"{HERE}new/mobile-police-station/", WISH | {"reason": " ", "group": ["young"]})
    assert "not said why there and then" in alert(page)
    form = read(page)
    assert form.get_element_by_id("name").value == "Torvet"
    assert form.xpath("//input[@name='group'][@checked]/@value") == ["young"]
    assert not rows().exists()


def test_a_request_is_planned_carried_out_and_corrected_on_one_page(tine, asked, van):
    assert "requested on 20 August 2024" in shown(tine.get(asked))
    assert "Requests to answer 1" in shown(tine.get(HERE))
    answer = send(tine, asked, "plan", **sent(van, until="09:00", **{"from": "23:00"}, on="2024-08-14"))
    assert answer.status_code == 302
    assert "Wednesday 14 August 2024, 23:00–9:00 (Thursday)" in shown(tine.get(asked))
    send(tine, asked, "plan", **sent(van))
    page = send(tine, asked, "finish", **{"f-talks": "3", "f-advised": "4"})
    assert "is a part of “Talks with citizens”" in alert(page)
    assert read(page).get_element_by_id("f-advised").value == "4"
    send(tine, asked, "finish", **{"f-talks": "31", "f-advised": "4", "group": ["young"], "said": "Rain"})
    done = shown(tine.get(asked))
    assert "Talks with citizens 31" in done
    assert "Of these about preventing burglary 4 of 31" in done
    assert "Groups reached Young people" in done
    send(tine, asked, "finish", **{"f-talks": "13"})
    assert "Of these about preventing burglary –" in shown(tine.get(asked))
    assert "What was found was corrected" in shown(tine.get(asked))


def test_a_unit_in_two_places_is_refused_and_the_hours_stay_in_the_form(tine, planned, van):
    other = tine.post(f"{HERE}new/mobile-police-station/", WISH | {"name": "Havnen"}).url
    page = send(tine, other, "plan", **sent(van, until="11:30", people="3"))
    assert "Vogn 1 is at “Torvet” on 15 August 2024, 10:00–13:00." in alert(page)
    assert (read(page).get_element_by_id("until").value, read(page).get_element_by_id("people").value) == ("11:30", "3")


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"unit": ""}, "Choose from the list"),
        ({"people": "many"}, "is no whole number"),
        ({"on": "soon"}, "Write a date"),
        ({"from": "noon"}, "This is no time"),
    ],
)
def test_a_plan_that_cannot_be_read_says_what_to_write(tine, asked, van, more, words):
    assert words in alert(send(tine, asked, "plan", **sent(van, **more)))


def test_a_request_is_changed_declined_or_withdrawn_with_a_reason(tine, asked):
    send(tine, asked, "change", **WISH | {"name": "Havnen"})
    assert "Havnen" in shown(tine.get(asked))
    late = tine.post(asked, {"deed": "decline", "version": "1", "why": "x"})
    assert "Somebody else has changed this deployment" in alert(late)
    assert "not said why it is declined" in alert(send(tine, asked, "decline", why=" "))
    send(tine, asked, "decline", why="No van until May")
    assert "Why not No van until May" in shown(tine.get(asked))
    assert "does not offer" in alert(send(tine, asked, "dance"))


def test_the_calendar_turns_by_week_and_month_and_shows_one_kind(tine, planned):
    week = shown(tine.get(f"{HERE}?by=week&on=2024-08-15"))
    assert "Week 33, 2024" in week
    assert week.count("nothing planned") == 6
    month = tine.get(f"{HERE}?on=2024-08-01")
    assert "August 2024" in shown(month)
    assert [text_of(one) for one in read(month).xpath("//table//tbody/tr[2]/th")] == [
        "TorvetMobile police station, Fjordby"
    ]
    other = read(tine.get(f"{HERE}?on=2024-08-01&kind=speed-van"))
    assert not other.xpath("//section[@aria-labelledby='span']//table")
    assert "Nothing is planned" in shown(tine.get(f"{HERE}?on=2024-09-01"))
    assert tine.get(f"{HERE}?on=never").status_code == 200
    assert "Over, and nobody has written what was found 1" in shown(tine.get(HERE))


def test_the_calendar_asks_the_database_no_more_with_more_rows(tine, planned, van):
    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            tine.get(f"{HERE}?on=2024-08-01")
        return len(found)

    before = asked()
    for hour in (14, 16, 18):
        other = tine.post(f"{HERE}new/mobile-police-station/", WISH).url
        send(tine, other, "plan", **sent(van, until=f"{hour + 1}:00", **{"from": f"{hour}:00"}))
    assert rows().filter(state="planned").count() == 4
    assert asked() == before


def test_the_day_sheet_is_of_one_day_and_one_unit(tine, planned, van):
    sheet = shown(tine.get(f"{HERE}day/?on=2024-08-15&unit={van.pk}"))
    assert "Thursday 15 August 2024 Vogn 1" in sheet
    assert "10:00–13:00 Torvet Mobile police station · Fjordby Vogn 1, 2 people" in sheet
    assert "Torvet" not in shown(tine.get(f"{HERE}day/?on=2024-08-16"))
    assert "All units" in shown(tine.get(f"{HERE}day/?on=2024-08-15&unit=none"))


def test_targets_are_set_beside_what_was_done_and_say_what_is_missing(tine, planned):
    send(tine, planned, "finish", **{"f-talks": "31"})
    told = {"kind": "mobile-police-station", "counted": "talks", "per": "year", "year": "2024", "number": "100"}
    page = tine.post(f"{HERE}coverage/", told | {"reference": ""})
    assert "who decided the target" in alert(page)
    assert read(page).get_element_by_id("n-mobile-police-station").value == "100"
    tine.post(f"{HERE}coverage/", told | {"reference": "The chief"})
    page = shown(tine.get(f"{HERE}coverage/"))
    assert "Talks with citizens our target 100 a year 31 of 100 in 1 deployment 69 missing The chief" in page
    assert "0 of 4 groups · not reached" in page
    assert Target.objects.filter(district="fjordkredsen").count() == 1
    assert "Nothing is promised" in shown(tine.get(f"{HERE}coverage/?year=2023"))


def test_what_was_not_reached_is_named_by_school(tine, van):
    town = Municipality.objects.get(pk=998)
    names = ["Byskolen", "Havneskolen"]
    put_schools(system("operator"), district=town.district, municipality=town, names=names)
    school = School.objects.get(municipality=town, name="Byskolen")
    page = tine.post(f"{HERE}new/safe-side/", {"shape": "school", "school": ""})
    assert "at which school" in alert(page)
    there = tine.post(f"{HERE}new/safe-side/", {"shape": "school", "school": str(school.pk)}).url
    send(tine, there, "plan", **sent(van))
    send(tine, there, "finish", **{"f-classes": "2"})
    assert "1 of 2 schools · not reached: Havneskolen" in shown(tine.get(f"{HERE}coverage/"))
    assert "Byskolen, Fjordby" in shown(tine.get(f"{HERE}kinds/safe-side/"))


def test_a_check_is_hidden_from_the_town_until_it_is_done_and_strangers_find_no_page(tine, van, hired, dale):
    check = tine.post(f"{HERE}new/speed-check/", WISH).url
    send(tine, check, "plan", **sent(van))
    town, stranger = hired("coordinator", "fjordby-kommune"), hired("secretary", "dalkredsens-politi")
    assert "police only until it is done" in shown(tine.get(check))
    assert [one.get(check).status_code for one in (town, stranger)] == [404, 404]
    assert "Torvet" not in shown(town.get(f"{HERE}?on=2024-08-15"))
    send(tine, check, "finish", **{"f-measured": "400", "f-too-fast": "31"})
    assert [one.get(check).status_code for one in (town, stranger)] == [200, 404]
    assert stranger.get(HERE).status_code == 404
    assert not read(town.get(check)).xpath("//form[.//input[@value='finish']]")


def test_forms_stand_only_where_somebody_may_use_them(tine, asked, hired):
    town = hired("coordinator", "fjordby-kommune")
    assert not read(town.get(asked)).xpath("//main//form")
    assert town.get(f"{HERE}new/speed-van/").status_code == 404
    assert town.get(f"{HERE}new/citizens-meeting/").status_code == 200
    assert town.get(f"{HERE}new/dancing/").status_code == 404
    assert tine.get(f"{HERE}kinds/dancing/").status_code == 404
    mayor = hired("mayor", "fjordby-kommune")
    assert not read(mayor.get(HERE)).xpath("//section[@aria-labelledby='ask']")
    assert not read(mayor.get(f"{HERE}coverage/")).xpath("//main//form")


def test_a_unit_is_closed_when_nothing_is_planned_for_it(tine, planned, van):
    page = tine.post(f"{HERE}kinds/", {"deed": "close", "unit": str(van.pk)})
    assert "still planned" in alert(page)
    send(tine, planned, "cancel", why="Fog")
    tine.post(f"{HERE}kinds/", {"deed": "close", "unit": str(van.pk)})
    assert Unit.objects.get(pk=van.pk).closed_on == date(2024, 8, 20)
    assert "whose unit" in alert(tine.post(f"{HERE}kinds/", {"deed": "put", "name": "x", "agency": "nobody"}))


def test_a_promise_leads_to_the_plans_commitment_and_is_reported_there(demo, client):
    client.force_login(Account.objects.get(username="tine"))
    client.cookies["samvirke_language"] = "en"
    there = "/districts/oestjylland/deployments/coverage/"
    page = read(client.get(there))
    forms = [form for form in page.forms if form.fields.get("deed") == "report"]
    assert len(forms) == 2
    sent = {**dict(forms[0].fields), "state": "at-risk"}
    assert client.post(there, sent).status_code == 302
    report = StatusReport.objects.get(commitment=sent["commitment"], state="at-risk", on=date(2024, 8, 20))
    assert report.said.startswith("5 of 7 weeks kept since 1")
    assert "Nothing was stored" in alert(client.post(there, sent))
    client.force_login(Account.objects.get(username="anne"))
    assert not read(client.get(there)).xpath("//main//form")
