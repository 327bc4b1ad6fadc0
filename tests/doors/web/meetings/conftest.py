"""The council around its table, seen through the pages: each of its people in a browser without a screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from tests.desks.meetings.conftest import *  # noqa: F403  the council and its people are the same
from tests.doors.web.places import read, text_of

from samvirke.trust.identity.models import Account

DISTRICT = "/districts/fjordkredsen/meetings/"


@pytest.fixture
def comes(db) -> Callable[[str], Client]:
    """Somebody of the council, signed in, reading English: `comes("tine")`."""

    def signed_in(username: str) -> Client:
        client = Client(headers={"Accept-Language": "en"})
        client.force_login(Account.objects.get(username=username))
        client.cookies["samvirke_language"] = "en"
        return client

    return signed_in


def here(table, page: str = "") -> str:
    """The address of a page of the meeting."""
    return f"{DISTRICT}{table.meeting.pk}/{page}"


def said(answer) -> str:
    """What a reader sees of the page, on one line."""
    return text_of(read(answer).xpath("//main")[0])


def wrong(answer) -> str:
    """What the page says is wrong."""
    return " ".join(text_of(one) for one in read(answer).xpath("//main//*[@role='alert']"))
