"""Before something grave one proves again who one is: as surely as at sign-in, and oneself; it counts ten minutes."""

from __future__ import annotations

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from tests.doors.web.people import code, english, hired, touches, types, who, with_app, with_passkey, wrong
from tests.doors.web.places import read
from tests.doors.web.test_frame import holds
from tests.trust.soft_device import SoftDevice

from samvirke.doors.web.shell.proof import FRESH, proved, recently_proved
from samvirke.foundation.clock import now
from samvirke.trust.identity.models import Account

_AGAIN = "/sign-in/step/again"
_MINE = "/my-sign-in"


@pytest.fixture
def eva(fjord: object) -> Account:
    return hired()


def signed_in_long_ago(account: Account, way: str) -> Client:
    """A browser in which the last proof lies more than ten minutes back."""
    client = english()
    client.force_login(account)
    session = client.session
    moment = now().timestamp()
    session.update({"began": moment - 1000, "seen": moment, "proved": moment - 1000, "way": way})
    session.save()
    assert client.get(_MINE).url == f"{_AGAIN}?next=%2Fmy-sign-in"
    return client


def inputs(client: Client) -> set[str]:
    page = read(client.get(_AGAIN))
    return {one.get("name") for one in page.xpath("//form[not(@action)]//input[not(@type='hidden')]")}


def test_a_sign_in_of_just_now_is_proof_enough(eva):
    client = Client()
    types(client)
    assert client.get(_MINE).status_code == 200


def test_the_password_proves_it_for_whoever_has_nothing_more_and_the_session_gets_a_new_name(eva):
    client = signed_in_long_ago(eva, "password")
    before = client.session.session_key
    assert inputs(client) == {"password"}
    answer = client.post(_AGAIN, {"password": "wrong", "next": _MINE})
    assert (answer.status_code, wrong(answer)) == (422, "Name and password do not go together.")
    assert client.get(_MINE).status_code == 302
    assert types_again(client).url == _MINE
    assert client.get(_MINE).status_code == 200
    assert client.session.session_key != before
    assert who(client) == str(eva.pk)
    holds(client.get(_AGAIN))


def types_again(client: Client, **more: str):
    return client.post(_AGAIN, {"password": "a long sentence nobody guesses", "next": _MINE, **more})


def test_with_an_app_it_takes_password_and_code(eva):
    secret, _paper = with_app(eva)
    client = signed_in_long_ago(eva, "code")
    assert inputs(client) == {"password", "code"}
    assert types_again(client).status_code == 422
    assert types_again(client, code="000000").status_code == 422
    assert client.post(_AGAIN, {"password": "wrong", "code": code(secret)}).status_code == 422
    assert client.get(_MINE).status_code == 302
    assert types_again(client, code=code(secret)).url == _MINE


def test_with_a_passkey_the_password_does_not_do(eva):
    device = SoftDevice()
    with_passkey(eva, device)
    client = signed_in_long_ago(eva, "passkey")
    assert inputs(client) == set()
    assert types_again(client).status_code == 422
    assert client.get(_MINE).status_code == 302
    assert touches(client, device, next=_MINE).url == _MINE
    assert client.get(_MINE).status_code == 200


def test_a_password_alone_does_not_renew_what_the_agency_vouched_for(eva):
    client = signed_in_long_ago(eva, "agency")
    assert inputs(client) == set()
    assert types_again(client).status_code == 422
    assert client.session["way"] == "agency"


def test_somebody_elses_passkey_does_not_prove_it_nor_change_who_is_signed_in(eva):
    device = SoftDevice()
    with_passkey(hired("omar"), device)
    client = signed_in_long_ago(eva, "password")
    answer = touches(client, device, next=_MINE)
    assert (answer.status_code, wrong(answer)) == (422, "The passkey was not accepted.")
    assert who(client) == str(eva.pk)
    assert client.get(_MINE).status_code == 302


def test_the_tries_at_it_are_counted(eva):
    client = signed_in_long_ago(eva, "password")
    for _again in range(10):
        client.post(_AGAIN, {"password": "wrong"})
    assert wrong(types_again(client)).startswith("There were too many tries.")


def test_who_is_not_signed_in_signs_in_first(eva):
    assert Client().get(f"{_AGAIN}?next={_MINE}").url.startswith("/sign-in?next=")


def test_the_demo_cast_says_yes_in_demo_mode_only(cast, monkeypatch):
    client = signed_in_long_ago(Account.objects.get(username="tine"), "cast")
    [button] = read(client.get(f"{_AGAIN}?next={_MINE}")).xpath("//main//form[@action='/sign-in/tine']//button")
    assert button.text_content() == "Yes, it is me"
    assert client.post("/sign-in/tine", {"next": _MINE}).url == _MINE
    assert client.get(_MINE).status_code == 200
    monkeypatch.setenv("SAMVIRKE_DEMO", "off")
    assert not read(client.get(_AGAIN)).xpath("//form[@action='/sign-in/tine']")


def asked(account: Account | None, minutes_ago: float, method: str = "get", **headers: str) -> HttpRequest:
    """A request whose sender proved who they are so many minutes ago."""
    request = getattr(RequestFactory(), method)("/cases/7/break-glass", headers=headers)
    request.user = account or type("Nobody", (), {"is_authenticated": False})()
    request.session = {"began": 0, "proved": now().timestamp() - 60 * minutes_ago}
    return request


def test_a_proof_counts_for_ten_minutes(eva):
    ages = (0, 9.9, 10.1, 600)
    assert [recently_proved(asked(eva, age)) for age in ages] == [True, True, False, False]
    assert not recently_proved(asked(None, 0))
    assert FRESH.total_seconds() == 600


def test_a_page_that_wants_a_fresh_proof_leads_to_it_and_back(eva):
    @proved
    def break_glass(request: HttpRequest, number: int) -> HttpResponse:
        return HttpResponse(f"opened {number}")

    assert break_glass(asked(eva, 1), number=7).content == b"opened 7"
    assert break_glass(asked(eva, 11), number=7).url == f"{_AGAIN}?next=%2Fcases%2F7%2Fbreak-glass"
    sent = asked(eva, 11, "post", Referer="http://testserver/cases/7")
    assert break_glass(sent, number=7).url == f"{_AGAIN}?next=%2Fcases%2F7"
    elsewhere = asked(eva, 11, "post", Referer="https://elsewhere.example/cases/7")
    assert break_glass(elsewhere, number=7).url == f"{_AGAIN}?next=%2F"
