"""OParl 1.1: what changed since a time, what was withdrawn, and the licence that goes with it."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from tests.desks.meetings.conftest import *  # noqa: F403  the council and its people are the same
from tests.doors.public.oparl import *  # noqa: F403  the public process and what was published are the same
from tests.doors.public.oparl import LISTS, district, put_out, rows, take_back, write

from samvirke.foundation.clock import now
from samvirke.registers.publications.commands.publish import publish
from samvirke.registers.publications.models import Publication

pytestmark = [
    pytest.mark.django_db(databases=["default", "public"]), pytest.mark.urls("samvirke.doors.public.urls"),
]  # fmt: skip


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


def test_the_licence_of_a_district_stands_on_every_object_and_on_the_page_from_the_next_edition_on(
    published, asks, client
):
    free = "https://creativecommons.org/licenses/by/4.0/"
    type(published.body.district).objects.filter(pk=published.body.district_id).update(license=free)
    assert "license" not in str([rows(asks, name) for name in LISTS] + [district(asks)])
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
