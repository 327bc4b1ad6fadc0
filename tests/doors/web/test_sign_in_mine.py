"""My sign-in: one adds and removes what one signs in with, after a fresh proof, and only one's own."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from django.test import Client
from lxml import etree
from tests.doors.web.people import PASSWORD, code, english, hired, touches, types, who, with_app, with_passkey, wrong
from tests.doors.web.places import read, text_of
from tests.doors.web.test_frame import holds
from tests.trust.soft_device import SoftDevice

from samvirke.doors.web.shell.proof import FRESH
from samvirke.trust.audit.models import Line
from samvirke.trust.identity.models import Account, CodeApp, Passkey, RecoveryCode

_AGAIN = "/sign-in/step/again"
_NEW = "another sentence for another year"


@pytest.fixture
def eva(fjord: object) -> Account:
    return hired()


@pytest.fixture
def browser(eva: Account) -> Client:
    client = english()
    types(client)
    return client


def grow_old(client: Client) -> None:
    """Let the last proof lie more than ten minutes back."""
    session = client.session
    session["proved"] -= FRESH.total_seconds() + 1
    session.save()


def test_the_page_says_what_there_is_and_holds_as_every_page_does(browser, eva):
    holds(browser.get("/my-sign-in"))
    holds(browser.get("/my-sign-in/code"))
    with_app(eva)
    with_passkey(eva, SoftDevice(), "the key on my ring")
    shown = text_of(read(browser.get("/my-sign-in")))
    assert "the key on my ring" in shown
    assert "10 recovery codes are left." in shown
    holds(browser.get("/my-sign-in"))


def test_an_app_is_taken_into_use_with_its_first_code_and_the_codes_for_paper_are_shown_once(browser, eva):
    page = browser.get("/my-sign-in/code")
    secret = text_of(read(page).xpath("//*[@class='secret']")[0]).replace(" ", "")
    assert secret == browser.session["new_secret"]
    [drawing] = read(page).xpath("//*[@class='qr']/*")
    assert drawing.tag == "svg"
    assert secret not in etree.tostring(drawing).decode()
    browser.get("/my-sign-in/code")
    assert browser.session["new_secret"] == secret
    answer = browser.post("/my-sign-in/code", {"code": code(secret)})
    paper = [text_of(one) for one in read(answer).xpath("//ul[contains(@class, 'recovery')]/li")]
    assert len(paper) == RecoveryCode.objects.filter(account=eva).count() == 10
    assert "new_secret" not in browser.session
    other = Client()
    types(other)
    assert other.post("/sign-in/step/code", {"code": paper[0]}).status_code == 302
    assert paper[1] not in browser.get("/my-sign-in").content.decode()


def test_a_wrong_first_code_is_said_and_the_picture_stays_the_same(browser):
    browser.get("/my-sign-in/code")
    secret = browser.session["new_secret"]
    answer = browser.post("/my-sign-in/code", {"code": "000000"})
    assert answer.status_code == 422
    assert wrong(answer).startswith("The code does not fit.")
    assert browser.session["new_secret"] == secret
    assert not CodeApp.objects.exists()


def test_a_passkey_is_added_under_its_name_and_removed_again(browser, eva):
    device = SoftDevice()
    question = browser.post("/my-sign-in/passkey/question").json()
    assert question["user"]["displayName"] == "Eva.Holm"
    answer = browser.post("/my-sign-in/passkey", {"answer": device.makes(question), "name": "telephone"})
    assert answer.url == "/my-sign-in"
    [passkey] = Passkey.objects.filter(account=eva)
    assert passkey.name == "telephone"
    other = Client()
    assert touches(other, device).status_code == 302
    assert who(other) == str(eva.pk)
    assert browser.post(f"/my-sign-in/passkey/{passkey.pk}/remove").status_code == 302
    assert not Passkey.objects.exists()
    assert touches(english(), device).status_code == 422


def test_an_answer_that_nobody_asked_for_adds_nothing(browser):
    question = browser.post("/my-sign-in/passkey/question").json()
    answer = SoftDevice().makes(question)
    browser.post("/my-sign-in/passkey/question")
    assert browser.post("/my-sign-in/passkey", {"answer": answer, "name": "x"}).status_code == 422
    assert browser.post("/my-sign-in/passkey", {"answer": answer, "name": "x"}).status_code == 422
    assert not Passkey.objects.exists()


def test_a_new_password_signs_everybody_else_out_and_keeps_the_rules(browser):
    other = Client()
    types(other)
    assert browser.post("/my-sign-in/password", {"password": "short"}).status_code == 422
    assert browser.post("/my-sign-in/password", {"password": _NEW}).status_code == 302
    assert browser.get("/my-sign-in").status_code == 200
    assert other.get("/my-sign-in").url.startswith("/sign-in?")
    assert types(english()).status_code == 422
    assert types(Client(), password=_NEW).status_code == 302


def test_every_change_is_a_line_of_the_trail(browser, eva):
    before = Line.objects.count()
    browser.post("/my-sign-in/password", {"password": _NEW})
    browser.get("/my-sign-in/code")
    browser.post("/my-sign-in/code", {"code": code(browser.session["new_secret"])})
    browser.post("/my-sign-in/recovery")
    browser.post("/my-sign-in/code/remove")
    lines = Line.objects.order_by("seq")[before:]
    assert [(line.actor, line.action) for line in lines] == [
        (str(eva.pk), f"access.{action}")
        for action in ("change-own-password", "put-code-app", "renew-recovery-codes", "drop-code-app")
    ]


_PAGES = ("", "/code")
_DEEDS = ("/code", "/code/remove", "/recovery", "/passkey", "/passkey/question", "/password")


def test_nothing_of_it_is_shown_or_done_without_a_fresh_proof(browser, eva):
    with_app(eva)
    grow_old(browser)
    for path in _PAGES:
        assert urlsplit(browser.get(f"/my-sign-in{path}").url).path == _AGAIN
    for path in _DEEDS:
        answer = browser.post(
            f"/my-sign-in{path}", {"password": _NEW}, headers={"Referer": "http://testserver/my-sign-in"}
        )
        assert answer.url == f"{_AGAIN}?next=%2Fmy-sign-in", path
    assert CodeApp.objects.count() == 1
    assert Account.objects.get(pk=eva.pk).check_password(PASSWORD)


def test_nothing_of_it_is_there_for_whoever_has_not_signed_in(eva):
    for path in _PAGES:
        assert Client().get(f"/my-sign-in{path}").url.startswith("/sign-in?next=%2Fmy-sign-in")
    for path in _DEEDS:
        assert Client().post(f"/my-sign-in{path}").status_code == 302


def test_a_form_from_elsewhere_changes_nothing(eva):
    client = Client(enforce_csrf_checks=True)
    client.force_login(eva)
    for path in _DEEDS:
        assert client.post(f"/my-sign-in{path}", {"password": _NEW}).status_code == 403, path
    assert Account.objects.get(pk=eva.pk).check_password(PASSWORD)


def test_somebody_elses_passkey_is_not_found(browser):
    passkey = with_passkey(hired("omar"), SoftDevice())
    assert browser.post(f"/my-sign-in/passkey/{passkey.pk}/remove").status_code == 422
    assert Passkey.objects.count() == 1
