"""Whoever has a second factor is asked for it: after the password a code, or a passkey instead of both."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from tests.doors.web.people import PASSWORD, code, english, hired, touches, types, who, with_app, with_passkey, wrong
from tests.doors.web.places import read
from tests.trust.soft_device import SoftDevice

from samvirke.trust.access.actor import system
from samvirke.trust.access.commands.mend_account import end_sign_ins
from samvirke.trust.audit.models import Line
from samvirke.trust.identity.models import Account, Affiliation

_STEP = "/sign-in/step/code"
_PLAN = "/districts/fjordkredsen/plan/"
pytestmark = pytest.mark.usefixtures("fjord")


@pytest.fixture
def eva(fjord: object) -> Account:
    return hired()


@pytest.fixture
def demanded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMVIRKE_SECOND_FACTOR", "on")


def test_the_password_of_somebody_with_an_app_opens_only_the_next_step(eva):
    secret, _paper = with_app(eva)
    client = Client()
    assert types(client, next=_PLAN).url == _STEP
    assert who(client) is None
    assert client.get(_PLAN).status_code == 302
    half = client.session.session_key
    assert client.post(_STEP, {"code": code(secret)}).url == _PLAN
    assert who(client) == str(eva.pk)
    assert client.session.session_key != half
    assert "half" not in client.session
    assert client.session["way"] == "code"


def test_a_wrong_code_opens_nothing_and_a_used_one_neither(eva):
    secret, _paper = with_app(eva)
    used = code(secret)
    first = Client()
    types(first)
    assert first.post(_STEP, {"code": used}).status_code == 302
    client = english()
    types(client)
    for typed in ("000000", used, "", PASSWORD):
        answer = client.post(_STEP, {"code": typed})
        assert (answer.status_code, wrong(answer)) == (422, "The code does not fit. Each code can be used once.")
    assert who(client) is None


def test_a_recovery_code_opens_in_place_of_the_app(eva):
    _secret, paper = with_app(eva)
    client = Client()
    types(client)
    assert client.post(_STEP, {"code": paper[4]}).status_code == 302
    assert who(client) == str(eva.pk)


@pytest.mark.parametrize("way", ["without a password", "five minutes later"])
def test_the_second_step_needs_the_first_and_soon(way, eva):
    secret, _paper = with_app(eva)
    client = Client()
    if way == "five minutes later":
        types(client)
        session = client.session
        session["half"] |= {"at": session["half"]["at"] - 301}
        session.save()
    for answer in (client.get(_STEP), client.post(_STEP, {"code": code(secret)})):
        assert answer.url == "/sign-in"
    assert who(client) is None


def test_whoever_leaves_between_the_steps_does_not_come_in(eva):
    secret, _paper = with_app(eva)
    client = english()
    types(client)
    Affiliation.objects.filter(account=eva).update(until=date(2024, 5, 31))
    assert client.post(_STEP, {"code": code(secret)}).status_code == 422
    assert who(client) is None


def test_a_passkey_opens_without_name_and_password(eva):
    device = SoftDevice()
    with_passkey(eva, device)
    client = Client()
    answer = touches(client, device, next=_PLAN)
    assert answer.url == _PLAN
    assert (who(client), client.session["way"]) == (str(eva.pk), "passkey")
    line = Line.objects.filter(action="access.sign-in").latest("seq")
    assert line.facts == {"way": "passkey"}


def test_a_passkeys_answer_counts_once(eva):
    device = SoftDevice(counts=False)
    with_passkey(eva, device)
    client = english()
    answer = device.signs(client.post("/sign-in/step/question").json())
    assert client.post("/sign-in/step/passkey", {"answer": answer}).status_code == 302
    client.post("/sign-out")
    again = client.post("/sign-in/step/passkey", {"answer": answer})
    assert (again.status_code, wrong(again)) == (422, "The passkey was not accepted.")
    assert who(client) is None


def test_the_password_alone_does_not_get_around_a_passkey(eva):
    with_passkey(eva, SoftDevice())
    client = english()
    assert types(client).url == _STEP
    page = read(client.get(_STEP))
    assert page.xpath("//form[@data-passkey='get']")
    assert not page.xpath("//input[@name='code']")
    assert client.post(_STEP, {"code": "000000"}).status_code == 422
    assert client.get("/my-sign-in").status_code == 302
    assert who(client) is None


def test_whoever_has_left_does_not_come_in_by_a_passkey(eva):
    device = SoftDevice()
    with_passkey(eva, device)
    Affiliation.objects.filter(account=eva).update(until=date(2024, 5, 31))
    client = english()
    answer = touches(client, device)
    assert (answer.status_code, wrong(answer)) == (422, "Name and password do not go together.")
    assert who(client) is None
    assert Line.objects.filter(action="access.sign-in", decision="deny").count() == 1


def test_where_it_is_demanded_a_password_alone_leads_to_a_second_factor_and_nowhere_else(eva, demanded):
    client = english()
    assert types(client).url == "/"
    for path in ("/", _PLAN, "/districts/fjordkredsen/", "/districts/fjordkredsen/packs/"):
        assert client.get(path).url == "/my-sign-in", path
    assert client.post("/districts/fjordkredsen/packs/make").url == "/my-sign-in"
    assert "A password alone opens nothing here." in client.get("/my-sign-in").content.decode()
    client.get("/my-sign-in/code")
    secret = client.session["new_secret"]
    assert client.post("/my-sign-in/code", {"code": code(secret)}).status_code == 200
    assert client.get(_PLAN).status_code == 200


def test_where_it_is_not_demanded_a_password_is_enough_for_whoever_has_nothing_more(eva):
    client = Client()
    types(client)
    assert client.get(_PLAN).status_code == 200


def test_it_is_demanded_everywhere_but_in_the_demo_unless_somebody_says_otherwise(eva, monkeypatch):
    client = Client()
    types(client)
    for demo, said, expected in (
        ("on", "", 200), ("on", "on", 302), ("off", "", 302), ("off", "on", 302), ("off", "off", 200),
    ):  # fmt: skip
        monkeypatch.setenv("SAMVIRKE_DEMO", demo)
        monkeypatch.setenv("SAMVIRKE_SECOND_FACTOR", said)
        assert client.get(_PLAN).status_code == expected, (demo, said)


def test_the_operator_ends_every_sign_in_at_once(eva):
    first, second = Client(), Client()
    for client in (first, second):
        types(client)
        assert client.get(_PLAN).status_code == 200
    end_sign_ins(system("operator"), username="eva.holm")
    for client in (first, second):
        assert client.get(_PLAN).url.startswith("/sign-in?next=")
        assert who(client) is None
    assert Session.objects.count() == 0
    types(first)
    assert first.get(_PLAN).status_code == 200


def test_a_sign_in_ends_at_once_when_the_account_is_closed_or_the_work_has_not_begun(eva):
    for change in ({"is_active": False}, {"since": date(2999, 1, 1)}):
        client = Client()
        types(client)
        assert client.get(_PLAN).status_code == 200
        rows = Account.objects.filter(pk=eva.pk) if "is_active" in change else Affiliation.objects.filter(account=eva)
        rows.update(**change)
        assert client.get(_PLAN).status_code == 302
        assert who(client) is None
        Account.objects.filter(pk=eva.pk).update(is_active=True)


def test_somebody_who_works_in_two_agencies_stays_in_with_the_other(eva):
    Affiliation.objects.create(
        account=eva, agency_id="fjordkredsens-politi", role="analyst", since=date(2024, 1, 1), until=date(2999, 1, 1)
    )
    client = Client()
    types(client)
    Affiliation.objects.filter(agency_id="fjordby-kommune").update(until=date(2024, 5, 31))
    assert client.get(_PLAN).status_code == 200
