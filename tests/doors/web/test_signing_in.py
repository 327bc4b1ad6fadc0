"""Who comes in, and how: name and password, the demo cast in demo mode only, and out again."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from tests.doors.web.places import read, text_of

from samvirke.trust.access.actor import system
from samvirke.trust.access.commands.put_account import put_account
from samvirke.trust.identity.models import Account, Affiliation

_PASSWORD = "a long sentence nobody guesses"


@pytest.fixture
def eva(fjord) -> Account:
    """Eva works in Fjordby, and has a password."""
    account = put_account(
        system("operator"), username="eva.holm", name="Eva Holm", agency="fjordby-kommune", role="secretary",
        since=date(2024, 1, 1),
    )  # fmt: skip
    account.set_password(_PASSWORD)
    account.save()
    return account


def signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_name_and_password_open_ones_own_district(eva):
    client = Client()
    answer = client.post("/sign-in", {"username": "eva.holm", "password": _PASSWORD}, follow=True)
    assert answer.redirect_chain == [("/", 302), ("/districts/fjordkredsen/", 302)]
    assert "Eva Holm" in text_of(read(answer))


@pytest.mark.parametrize(
    ("username", "password"),
    [("eva.holm", "wrong"), ("nobody", _PASSWORD), ("", ""), ("eva.holm", ""), ("EVA", _PASSWORD)],
)
def test_a_wrong_name_and_a_wrong_password_are_told_the_same(username, password, eva):
    client = Client(headers={"Accept-Language": "en"})
    answer = client.post("/sign-in", {"username": username, "password": password})
    assert answer.status_code == 422
    assert text_of(read(answer).xpath("//*[@role='alert']")[0]) == "Name and password do not go together."
    assert not signed_in(client)


def test_an_account_that_is_closed_cannot_sign_in(eva):
    Account.objects.filter(pk=eva.pk).update(is_active=False)
    assert Client().post("/sign-in", {"username": "eva.holm", "password": _PASSWORD}).status_code == 422


def test_the_sign_in_of_whoever_has_left_the_agency_ends_at_once(eva):
    client = Client()
    client.force_login(eva)
    assert client.get("/districts/fjordkredsen/").status_code == 200
    Affiliation.objects.filter(account=eva).update(until=date(2024, 5, 31))
    answer = client.get("/districts/fjordkredsen/")
    assert answer.url == "/sign-in?next=%2Fdistricts%2Ffjordkredsen%2F"
    assert not signed_in(client)


def test_whoever_has_left_the_agency_is_told_what_strangers_are_told(eva):
    Affiliation.objects.filter(account=eva).update(until=date(2024, 5, 31))
    client = Client(headers={"Accept-Language": "en"})
    answer = client.post("/sign-in", {"username": "eva.holm", "password": _PASSWORD})
    assert answer.status_code == 422
    assert text_of(read(answer).xpath("//*[@role='alert']")[0]) == "Name and password do not go together."
    assert not signed_in(client)


def test_the_session_gets_a_new_name_when_somebody_signs_in(eva):
    client = Client()
    client.get("/sign-in")
    client.session["kept"] = 1
    before = client.session.session_key
    client.post("/sign-in", {"username": "eva.holm", "password": _PASSWORD})
    assert client.session.session_key != before


def test_signing_out_ends_the_session_on_the_server_too(eva):
    client = Client()
    client.force_login(eva)
    stolen = client.cookies["samvirke_staff"].value
    assert client.post("/sign-out").url == "/sign-in"
    late = Client()
    late.cookies["samvirke_staff"] = stolen
    assert late.get("/districts/fjordkredsen/").status_code == 302


def test_the_cast_is_offered_in_demo_mode_each_with_name_and_office(demo, db):
    page = read(Client(headers={"Accept-Language": "en"}).get("/sign-in"))
    shown = [text_of(one) for one in page.xpath("//ul[contains(@class, 'cast')]//button")]
    assert len(shown) == Account.objects.filter(invented=True).count()
    assert all("," in one for one in shown)
    assert "exist in demo mode only" in text_of(page)
    assert page.xpath("//*[@class='demo-strip']")


def test_outside_demo_mode_there_is_no_cast_and_no_way_to_sign_in_as_one(demo, db, monkeypatch):
    monkeypatch.setenv("SAMVIRKE_DEMO", "off")
    client = Client()
    page = read(client.get("/sign-in"))
    assert page.xpath("//ul[contains(@class, 'cast')] | //*[@class='demo-strip']") == []
    assert client.post("/sign-in/tine").status_code == 404
    assert not signed_in(client)


def test_real_people_cannot_be_signed_in_as_even_in_demo_mode(eva):
    client = Client()
    assert client.post("/sign-in/eva.holm").status_code == 404
    assert client.post("/sign-in/nobody").status_code == 404
    assert not signed_in(client)


def test_the_demo_strip_stands_on_every_page_in_demo_mode(cast):
    for path in ("/districts/oestjylland/", "/districts/oestjylland/plan/", "/districts/nowhere/"):
        assert read(cast("tine").get(path)).xpath("//*[@class='demo-strip']"), path
