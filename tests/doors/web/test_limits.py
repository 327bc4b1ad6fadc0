"""A sign-in ends when nobody has been there for half an hour, and after twelve hours whatever happens."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import unquote

import pytest
from django.test import Client

from samvirke.doors.web.shell.limits import IDLE, WHOLE

_PAGE = "/districts/oestjylland/plan/"


def turn_back(client: Client, **by: timedelta) -> None:
    """Let what the session remembers lie so much further back."""
    session = client.session
    for name, span in by.items():
        session[name] -= span.total_seconds()
    session.save()


@pytest.fixture
def reader(cast) -> Client:
    client = cast("tine")
    assert client.get(_PAGE).status_code == 200
    return client


def test_somebody_who_comes_back_in_time_goes_on(reader):
    turn_back(reader, seen=IDLE - timedelta(seconds=30))
    assert reader.get(_PAGE).status_code == 200
    turn_back(reader, seen=IDLE - timedelta(seconds=30))
    assert reader.get(_PAGE).status_code == 200


@pytest.mark.parametrize(
    "away", [{"seen": IDLE + timedelta(seconds=5)}, {"began": WHOLE + timedelta(seconds=5)}], ids=str
)
def test_somebody_who_was_away_too_long_signs_in_again_and_comes_back_to_the_page(reader, away):
    turn_back(reader, **away)
    answer = reader.get(_PAGE)
    assert (answer.status_code, unquote(answer.headers["Location"])) == (302, f"/sign-in?next={_PAGE}")
    assert "_auth_user_id" not in reader.session
    assert reader.get(_PAGE).status_code == 302


def test_nothing_is_done_for_somebody_who_was_away_too_long(reader):
    turn_back(reader, seen=IDLE + timedelta(seconds=5))
    asked = {"body": "lokalraad-randers", "quarter": "2024Q2"}
    answer = reader.post("/districts/oestjylland/packs/make", asked)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/sign-in")


def test_a_new_sign_in_begins_a_new_day(reader, cast):
    turn_back(reader, began=WHOLE + timedelta(seconds=5))
    reader.get(_PAGE)
    reader.post("/sign-in/tine")
    assert reader.get(_PAGE).status_code == 200
    assert reader.session["seen"] - reader.session["began"] < 60


def test_pages_in_quick_succession_write_the_session_once(reader):
    before = dict(reader.session.items())
    for _again in range(3):
        assert reader.get(_PAGE).status_code == 200
    assert dict(reader.session.items()) == before


def test_a_visitor_without_a_sign_in_gets_no_session(demo, db):
    client = Client()
    assert client.get("/sign-in").status_code == 200
    assert "samvirke_staff" not in client.cookies
