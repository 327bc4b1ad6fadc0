"""The second pair of eyes on the screen: a list of numbers, and exactly what would be given before a yes."""

from __future__ import annotations

import uuid

import pytest
from tests.desks.casework.conftest import World, again, in_days
from tests.doors.web.casework.conftest import Browse, words
from tests.doors.web.places import read

from samvirke.desks.casework.commands.disclose import disclose
from samvirke.desks.casework.models import Disclosure
from samvirke.foundation.clock import now
from samvirke.trust.audit.models import Line

_LIST = "/districts/fjordkredsen/cases/approvals/"


@pytest.fixture
def leader(world: World):
    return world.worker("police", "case-leader", "leader")


@pytest.fixture
def waiting(world: World, shared) -> Disclosure:
    """A disclosure about somebody of unknown age, which needs a second pair of eyes."""
    line = world.worker("police", "coordinator", "line")
    case = shared(line, world.worker("municipality", "case-leader", "karim"), "")
    (made,) = disclose(
        again(line),
        case=case,
        receivers=[world.agency("municipality")],
        fields=["enquiry.events", "people.citizen"],
        necessity="The right support needs to know how often.",
        expires_at=in_days(60),
        confirmed=True,
    )
    return made


def test_nothing_waiting_says_what_would_come(world, browse: Browse, leader):
    assert "No disclosure waits for you." in browse(leader).get(_LIST).content.decode()


def test_the_list_says_numbers_and_agencies_only(world, browse: Browse, leader, waiting):
    answer = browse(leader).get(_LIST)
    (row,) = [words(one) for one in read(answer).xpath("//tbody/tr")]
    assert row.startswith(f"{waiting.case.label} · V-0001 Trial")
    for secret in ("Mikkelsen", "how often", "Events"):
        assert secret not in answer.content.decode()


def test_one_is_shown_exactly_as_it_would_be_given_and_the_reading_stands_in_the_trail(
    world, browse: Browse, leader, waiting
):
    answer = browse(leader).get(f"{_LIST}{waiting.pk}/")
    content = words(read(answer).xpath("//section[@aria-labelledby='content']")[0])
    for said in ("Events in the last 90 days 6", "Citizen Mads Mikkelsen Holt", "how often", "(PSP)"):
        assert said in content
    assert "noise at night" not in answer.content.decode()
    assert "It is about somebody under 18, or of unknown age." in answer.content.decode()
    assert "sees 2 fields until" in words(read(answer))
    last = Line.objects.filter(kind="read").order_by("-seq").first()
    assert (last.action, last.actor, last.purpose) == ("casework.approve", leader.id, "psp")
    assert f"casework.case:{waiting.case_id}" in last.things


@pytest.mark.parametrize(("verdict", "state"), [("approve", "given"), ("reject", "rejected")])
def test_it_is_given_or_emptied(verdict, state, world, browse: Browse, leader, waiting):
    answer = browse(leader).post(f"{_LIST}{waiting.pk}/decide", {"verdict": verdict})
    assert answer.url == _LIST
    waiting.refresh_from_db()
    assert (waiting.state, waiting.content is None) == (state, state == "rejected")
    assert browse(leader).get(f"{_LIST}{waiting.pk}/").status_code == 404


def test_neither_yes_nor_no_decides_nothing(world, browse: Browse, leader, waiting):
    answer = browse(leader).post(f"{_LIST}{waiting.pk}/decide", {"verdict": "perhaps"})
    assert answer.status_code == 422
    assert "It is neither approved nor rejected. Choose one of the two." in answer.content.decode()
    waiting.refresh_from_db()
    assert waiting.state == "waiting"


def test_what_cannot_be_given_any_more_can_only_be_rejected(world, browse: Browse, leader, waiting):
    Disclosure.objects.update(stage="screened")
    answer = browse(leader).get(f"{_LIST}{waiting.pk}/")
    assert "It cannot be given now." in answer.content.decode()
    assert read(answer).xpath("//main//button/@value") == ["reject"]
    refused = browse(leader).post(f"{_LIST}{waiting.pk}/decide", {"verdict": "approve"})
    assert refused.status_code == 422
    assert "at this stage. Reject it; a new one can be made." in refused.content.decode()


def test_whoever_decided_it_does_not_approve_it_and_others_find_no_page(world, browse: Browse, waiting):
    line = world.worker("police", "coordinator", "line")
    elsewhere = world.worker("municipality", "case-leader", "karim")
    colleague = world.worker("police", "caseworker", "colleague")
    for somebody in (line, elsewhere, colleague):
        assert read(browse(somebody).get(_LIST)).xpath("//tbody/tr") == []
        assert browse(somebody).get(f"{_LIST}{waiting.pk}/").status_code == 404
        assert browse(somebody).post(f"{_LIST}{waiting.pk}/decide", {"verdict": "approve"}).status_code == 404
    waiting.refresh_from_db()
    assert waiting.state == "waiting"


def test_a_number_of_nothing_is_no_page(world, browse: Browse, leader):
    assert browse(leader).get(f"{_LIST}{uuid.uuid4()}/").status_code == 404


def test_it_is_shown_and_decided_only_to_who_has_lately_proved_who_they_are(world, browse: Browse, leader, waiting):
    client = browse(leader)
    client.get(_LIST)
    session = client.session
    session["began"] = session["proved"] = now().timestamp() - 3600
    session["seen"] = now().timestamp()
    session.save()
    for answer in (
        client.get(f"{_LIST}{waiting.pk}/"),
        client.post(f"{_LIST}{waiting.pk}/decide", {"verdict": "approve"}),
    ):
        assert answer.status_code == 302
        assert answer.url.startswith("/sign-in")
    waiting.refresh_from_db()
    assert waiting.state == "waiting"
