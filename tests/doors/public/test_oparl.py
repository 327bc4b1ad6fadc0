"""OParl 1.1: what has been published, as objects that other programs follow; and nothing else."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import uuid4

import pytest
from tests.desks.meetings.conftest import *  # noqa: F403  the council and its people are the same
from tests.doors.public.oparl import *  # noqa: F403  the public process and what was published are the same
from tests.doors.public.oparl import LISTS, START, district, put_out, rows

from samvirke.desks.meetings.commands.close import close
from samvirke.foundation.clock import standing_on
from samvirke.handovers.meeting_close import approve, send_minutes
from samvirke.registers.publications.commands.publish import publish

pytestmark = [
    pytest.mark.django_db(databases=["default", "public"]), pytest.mark.urls("samvirke.doors.public.urls"),
]  # fmt: skip


def test_a_program_finds_its_way_from_the_system_to_every_object(published, asks):
    system = asks(START)
    assert (system["id"], system["oparlVersion"]) == (START, "https://schema.oparl.org/1.1/")
    assert system["type"] == "https://schema.oparl.org/1.1/System"
    [body] = asks(system["body"])["data"]
    assert (body["name"], body["system"], body["legislativeTerm"]) == ("Fjordkredsen", START, [])
    for name in LISTS:
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
    everything = str([rows(asks, name) for name in LISTS])
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
    assert "There is no such" in asks(f"{START}{address}", status=404)["message"]


def test_nothing_can_be_written(published, client):
    for address in (START, f"{START}body/"):
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
