"""OParl 1.1: what has been published, as objects that other programs follow; and nothing else."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.utils import translation
from tests.desks.meetings.conftest import *  # noqa: F403  the council and its people are the same

import samvirke.doors.public as public_site
from samvirke.config.common import templates
from samvirke.desks.meetings.commands.close import close
from samvirke.desks.meetings.commands.put_item import Anatomy, change_item
from samvirke.desks.meetings.commands.withdraw import withdraw
from samvirke.desks.meetings.content import digest_of
from samvirke.desks.meetings.jobs import push
from samvirke.foundation.clock import now, standing_on
from samvirke.handovers.meeting_close import approve, send_minutes
from samvirke.handovers.meeting_publish import preview, publish_part
from samvirke.registers.publications.commands.publish import publish
from samvirke.registers.publications.models import Publication

pytestmark = [
    pytest.mark.django_db(databases=["default", "public"]), pytest.mark.urls("samvirke.doors.public.urls"),
]  # fmt: skip
_START = "http://testserver/oparl/1.1/"
_LISTS = "organization person membership meeting agendaItem paper consultation file".split()


@pytest.fixture(autouse=True)
def as_the_public_process(settings):
    """Its pages and what stands before them, on the database in which the staff has published; others ask it alone."""
    settings.MIDDLEWARE = ["django.middleware.common.CommonMiddleware", "django.middleware.csrf.CsrfViewMiddleware"]
    pages = Path(public_site.__file__).parent / "templates"
    [engine] = templates("samvirke.doors.public.context.page")
    settings.TEMPLATES = [{**engine, "DIRS": [pages]}]
    with translation.override("da"):
        yield


@pytest.fixture
def asks(client):
    """Fetches an address as JSON: `asks(address, modified_since=…)`."""

    def asked(address, status=200, **query):
        given = client.get(address, query, headers={"Host": "testserver"})
        assert given.status_code == status, given.content
        assert given["Content-Type"] == "application/json"
        assert given["Access-Control-Allow-Origin"] == "*"
        return given.json()

    return asked


def put_out(table, kind="agenda"):
    """What stands there now, published and brought over."""
    content = preview(table.tine, table.again(), kind)
    made = publish_part(table.tine, meeting=table.again(), kind=kind, shown=digest_of(content))
    push(table.tine, lambda *_: None, edition=str(made.pk))
    return Publication.objects.get(pk=made.pk)


def take_back(table, kind="agenda"):
    made = withdraw(table.tine, meeting=table.again(), kind=kind, why="Et navn stod i den.")
    push(table.tine, lambda *_: None, edition=str(made.pk))


def write(table, number, **more):
    item = table.item(number)
    facts = {"title": {"da": "Indbrud i Fjordby"}, "kind": "decision", "summary": "Der er flere indbrud.", **more}
    change_item(table.tine, meeting=table.meeting, item=item, anatomy=Anatomy(**facts), version=item.version)


@pytest.fixture
def published(called):
    """A called meeting with a decision that says something and an item behind closed doors, its agenda published."""
    write(called, 5, recommendation={"da": "Indstilles til beslutning."})
    write(called, 4, is_open=False, title={"da": "Hemmelig sag"}, summary="Fortroligt.")
    put_out(called)
    return called


def district(asks):
    [found] = asks(f"{_START}body/")["data"]
    return found


def rows(asks, name, **query):
    return asks(district(asks)[name], **query)["data"]


def test_a_program_finds_its_way_from_the_system_to_every_object(published, asks):
    system = asks(_START)
    assert (system["id"], system["oparlVersion"]) == (_START, "https://schema.oparl.org/1.1/")
    assert system["type"] == "https://schema.oparl.org/1.1/System"
    [body] = asks(system["body"])["data"]
    assert (body["name"], body["system"], body["legislativeTerm"]) == ("Fjordkredsen", _START, [])
    for name in _LISTS:
        for one in rows(asks, name):
            assert one["type"] == f"https://schema.oparl.org/1.1/{name[0].upper()}{name[1:]}"
            assert asks(one["id"]) == one


def test_a_meeting_carries_its_items_and_each_leads_to_what_it_is_about(published, asks):
    [meeting] = rows(asks, "meeting")
    assert (meeting["start"], meeting["meetingState"]) == ("2024-09-10T10:00:00+02:00", "eingeladen")
    [council] = [asks(one) for one in meeting["organization"]]
    assert council["name"] == "Kredsrådet"
    item = meeting["agendaItem"][4]
    assert (item["number"], item["name"], item["public"]) == ("5", "Indbrud i Fjordby", True)
    consultation = asks(item["consultation"])
    assert (consultation["authoritative"], consultation["meeting"]) == (True, meeting["id"])
    paper = asks(consultation["paper"])
    assert paper["mainFile"]["text"] == "Der er flere indbrud.\n\nIndstilles til beslutning."
    assert meeting["invitation"]["accessUrl"].startswith("http://testserver/meetings/agenda/")


def test_of_a_closed_item_only_its_number_is_known(published, asks):
    [meeting] = rows(asks, "meeting")
    closed = meeting["agendaItem"][3]
    assert (closed["number"], closed["name"], closed["public"]) == ("4", "Lukket punkt", False)
    assert "consultation" not in closed
    everything = str([rows(asks, name) for name in _LISTS])
    for hidden in ("Hemmelig", "ortroligt", "Ellen", "Anne", "Hans"):
        assert hidden not in everything
    assert rows(asks, "person") == rows(asks, "membership") == []


def test_approved_minutes_bring_the_decision(running, asks, in_days):
    running.run_through()
    close(running.ellen, meeting=running.meeting, version=running.again().version)
    send_minutes(running.tine, meeting=running.meeting, version=running.again().version, by=in_days(3))
    with standing_on(in_days(4)):
        approve(running.tine, meeting=running.meeting, version=running.again().version)
    put_out(running, "minutes")
    [meeting] = rows(asks, "meeting")
    item = meeting["agendaItem"][4]
    assert (item["result"], item["resolutionText"]) == ("Tiltrådt", "Tiltrådt.")
    assert (meeting["meetingState"], "invitation" in meeting) == ("durchgeführt", False)
    assert meeting["resultsProtocol"]["mimeType"] == "text/html"


def test_only_what_has_changed_since_a_time_is_given_to_those_who_ask_for_it(published, asks):
    [before] = rows(asks, "meeting")
    later = now() + timedelta(seconds=2)
    write(published, 1, title={"da": "Dagsorden og referat"}, kind="information", summary="")
    row = put_out(published)
    Publication.objects.filter(pk=row.pk).update(published_at=later)
    since = {"modified_since": later.isoformat()}
    assert [one["name"] for one in rows(asks, "agendaItem", **since)] == ["Dagsorden og referat"]
    [meeting] = rows(asks, "meeting", **since)
    assert (meeting["created"], meeting["modified"] > before["modified"]) == (before["created"], True)
    assert rows(asks, "meeting", created_since=later.isoformat()) == []
    assert rows(asks, "meeting", modified_until=(later - timedelta(seconds=1)).isoformat()) == []
    assert rows(asks, "paper", **since) == []


def test_an_item_is_the_same_when_its_number_changes(published, asks):
    five = {one["name"]: one["id"] for one in rows(asks, "agendaItem")}
    number = published.item(5)
    type(number).objects.filter(pk=number.pk).update(number=95)
    put_out(published)
    assert {one["name"]: one["id"] for one in rows(asks, "agendaItem")} == five


def test_what_an_item_said_is_withdrawn_when_it_is_closed(published, asks):
    [paper] = rows(asks, "paper")
    write(published, 5, is_open=False)
    put_out(published)
    assert rows(asks, "paper") == rows(asks, "consultation") == []
    since = {"modified_since": paper["created"]}
    [gone] = rows(asks, "paper", **since)
    assert set(gone) == {"id", "type", "created", "modified", "deleted"}
    assert (gone["id"], gone["deleted"]) == (paper["id"], True)
    assert asks(paper["id"]) == gone


def test_a_withdrawn_agenda_leaves_tombstones_and_its_page_says_why(published, asks, client):
    [meeting] = rows(asks, "meeting")
    take_back(published)
    assert rows(asks, "meeting") == rows(asks, "agendaItem") == rows(asks, "file") == []
    assert asks(meeting["id"])["deleted"] is True
    assert [one["name"] for one in rows(asks, "organization")] == ["Kredsrådet"]
    assert len(rows(asks, "agendaItem", modified_since=meeting["created"])) == 6
    for address in (meeting["web"], meeting["invitation"]["accessUrl"]):
        page = client.get(address)
        assert (page.status_code, "Et navn stod i den." in page.content.decode()) == (410, True)
        assert "Indbrud" not in page.content.decode()
    data = client.get("/meetings/agenda/kredsraad-fjordkredsen-2024-1.json")
    assert (data.status_code, "items" in data.json()) == (410, False)
    assert b"kredsraad-fjordkredsen-2024-1" not in client.get("/meetings/").content


def test_what_is_published_again_is_there_again_and_its_old_editions_are_not(published, asks, client):
    [meeting] = rows(asks, "meeting")
    take_back(published)
    put_out(published)
    [again] = rows(asks, "meeting")
    assert (again["id"], again["created"]) == (meeting["id"], meeting["created"])
    assert client.get("/meetings/agenda/kredsraad-fjordkredsen-2024-1/1/").status_code == 410
    page = client.get("/meetings/agenda/kredsraad-fjordkredsen-2024-1/")
    assert (page.status_code, "/2024-1/1/" in page.content.decode()) == (200, False)


def test_a_list_comes_in_pages_with_the_filters_in_every_link(published, asks):
    first = asks(district(asks)["agendaItem"], limit="4", created_since="2020-01-01T00:00:00+01:00")
    about = {"totalElements": 6, "elementsPerPage": 4, "currentPage": 1, "totalPages": 2}
    assert (len(first["data"]), first["pagination"]) == (4, about)
    assert "prev" not in first["links"]
    second = asks(first["links"]["next"])
    assert len(second["data"]) == 2
    assert "next" not in second["links"]
    assert urlencode({"created_since": "2020-01-01T00:00:00+01:00"}) in second["links"]["first"]
    assert [one["number"] for one in first["data"] + second["data"]] == list("123456")


def test_the_objects_inside_another_are_left_out_on_request(published, asks):
    [meeting] = rows(asks, "meeting", omit_internal="true")
    assert {"agendaItem", "invitation", "location"}.isdisjoint(meeting)
    assert meeting["organization"]


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ({"modified_since": "yesterday"}, "modified_since is “yesterday”"),
        ({"created_until": "2024-01-01T00:00:00"}, "no time with its zone"),
        ({"page": "0"}, "page is “0”"),
        ({"limit": "-1"}, "limit is “-1”"),
    ],
)
def test_what_cannot_be_read_is_refused_by_its_name(published, asks, query, says):
    told = asks(district(asks)["meeting"], status=400, **query)
    assert told["type"] == "https://schema.oparl.org/1.1/Error"
    assert says in told["message"]


@pytest.mark.parametrize("address", ["body/nowhere", "body/nowhere/meeting", "secrets/one", "meeting/none"])
def test_what_is_not_there_is_not_there(published, asks, address):
    assert "There is no such" in asks(f"{_START}{address}", status=404)["message"]


def test_nothing_can_be_written(published, client):
    for address in (_START, f"{_START}body/"):
        assert client.post(address).status_code in (403, 405)
        assert client.delete(address).status_code in (403, 405)


def test_a_published_plan_names_those_who_signed_it_and_nobody_else(db, asks):
    content = {
        "district": {"da": "Fjordkredsen"}, "body": {"da": "Kredsrådet"}, "title": {"da": "Plan 2024"},
        "signed_on": "2024-01-15", "signatories": [{"name": "Bodil Prøve", "office": {"da": "borgmester"}}],
    }  # fmt: skip
    facts = {"slug": "plan-2024", "edition": 1, "title": content["title"]}
    publish(uuid4(), kind="plan", content=content, **facts)
    publish(uuid4(), kind="plan-paper", content={"da": "JVBERg=="}, **facts)
    [paper] = rows(asks, "paper")
    assert (paper["reference"], paper["date"]) == ("plan-2024", "2024-01-15")
    assert paper["mainFile"]["accessUrl"] == "http://testserver/plans/plan-2024/1.pdf"
    [person] = rows(asks, "person")
    assert person["name"] == "Bodil Prøve"
    [membership] = rows(asks, "membership")
    assert (membership["role"], membership["person"]) == ("borgmester", person["id"])
    publish(
        uuid4(), kind="plan", content={**content, "signatories": []}, slug="plan-2024", edition=2, title={"da": "2"}
    )
    gone = asks(person["id"])
    assert (gone["deleted"], "Bodil" in str(gone)) == (True, False)
    assert "Bodil" not in person["id"]


def test_the_licence_of_a_district_stands_on_every_object_and_on_the_page_from_the_next_edition_on(
    published, asks, client
):
    free = "https://creativecommons.org/licenses/by/4.0/"
    type(published.body.district).objects.filter(pk=published.body.district_id).update(license=free)
    assert "license" not in str([rows(asks, name) for name in _LISTS] + [district(asks)])
    write(published, 5, recommendation={"da": "Indstilles."})
    put_out(published)
    for name in ("organization", "meeting", "agendaItem", "paper", "consultation"):
        assert {one["license"] for one in rows(asks, name)} == {free}, name
    [meeting] = rows(asks, "meeting")
    assert {one["license"] for one in meeting["agendaItem"]} == {district(asks)["license"]} == {free}
    page = client.get(meeting["web"].removeprefix("http://testserver")).content.decode()
    assert f'<a href="{free}" rel="license">' in page


def test_the_page_and_the_paper_of_a_plan_carry_its_licence_and_one_without_says_nothing(db, asks, client):
    words = {"district": {"da": "Fjordkredsen"}, "body": {"da": "Kredsrådet"}, "title": {"da": "Plan"}}
    content = {
        **words,
        "year": 2024,
        "until": 2024,
        "signed_on": "",
        "signed_at": "",
        "signatories": [],
        "sections": [],
    }
    for slug, more in (("plan-a", {"license": "https://licens.example/by"}), ("plan-b", {})):
        publish(uuid4(), kind="plan", slug=slug, edition=1, title=content["title"], content={**content, **more})
    publish(uuid4(), kind="plan-paper", slug="plan-a", edition=1, title=content["title"], content={"da": "JVBERg=="})
    assert [one.get("license") for one in rows(asks, "paper")] == ["https://licens.example/by", None]
    assert 'href="https://licens.example/by" rel="license"' in client.get("/plans/plan-a/").content.decode()
    assert 'rel="license"' not in client.get("/plans/plan-b/").content.decode()
