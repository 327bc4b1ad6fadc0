"""What the tests of OParl ask with: the public process alone, a published agenda, and the answers of a list."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.utils import translation
from tests.desks.meetings.conftest import *  # noqa: F403  the council and its people are the same

import samvirke.doors.public as public_site
from samvirke.config.common import templates
from samvirke.desks.meetings.commands.put_item import Anatomy, change_item
from samvirke.desks.meetings.commands.withdraw import withdraw
from samvirke.desks.meetings.content import digest_of
from samvirke.desks.meetings.jobs import push
from samvirke.handovers.meeting_publish import preview, publish_part
from samvirke.registers.publications.models import Publication

START = "http://testserver/oparl/1.1/"
LISTS = "organization person membership meeting agendaItem paper consultation file".split()


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
    [found] = asks(f"{START}body/")["data"]
    return found


def rows(asks, name, **query):
    return asks(district(asks)[name], **query)["data"]
