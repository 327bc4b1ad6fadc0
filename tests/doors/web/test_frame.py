"""What every page carries: strict headers, nothing inline, nothing from another host, two languages."""

from __future__ import annotations

import re

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from tests.doors.web.places import SEEN_BY_ALL, SEEN_BY_KEEPERS_OF_FIGURES, addresses, read

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_OURS = re.compile(r"^(/|#|\?|data:,$)")


def directives(answer) -> dict[str, list[str]]:
    parts = [one.split() for one in answer["Content-Security-Policy"].split(";")]
    return {name: values for name, *values in parts}


def is_hardened(answer) -> None:
    for name, value in _HEADERS.items():
        assert answer.headers.get(name) == value, (name, answer.request["PATH_INFO"])
    assert directives(answer) == {
        "default-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'"],
    }


def is_clean(answer) -> None:
    """Nothing inline that the policy would stop, and every address one of ours."""
    page = read(answer)
    assert page.xpath("//style | //*[@style] | //script[not(@src)]") == []
    assert page.xpath("//@*[starts-with(name(), 'on')]") == []
    given = page.xpath("//@href | //@src | //@action | //@srcset | //@*[name()='xlink:href'] | //@hx-get")
    assert given
    assert [address for address in given if not _OURS.match(address) or address.startswith("//")] == []
    files = [address.removeprefix("/static/") for address in given if address.startswith("/static/")]
    assert [file for file in files if finders.find(file) is None] == []


def stands_alone_right(answer) -> None:
    """One title, one main heading, a language, and a way past the menu."""
    page = read(answer)
    assert page.get("lang") in ("da", "en")
    assert len(page.xpath("//h1")) == 1
    assert page.xpath("//title")[0].text_content().strip()
    assert page.xpath("//a[@href='#main']")
    assert page.xpath("//main[@id='main']")
    levels = [int(one.tag[1]) for one in page.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")]
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False)), levels
    named = page.xpath("//@id")
    assert len(named) == len(set(named))


def holds(answer) -> None:
    is_hardened(answer)
    is_clean(answer)
    stands_alone_right(answer)


def test_every_page_is_hardened_and_clean(cast):
    client = cast("tine")
    for address in addresses(SEEN_BY_ALL | SEEN_BY_KEEPERS_OF_FIGURES):
        holds(client.get(address))


def test_so_is_a_page_that_waits_for_work(cast):
    client = cast("tine")
    holds(
        client.post(
            "/districts/oestjylland/packs/make", {"body": "lokalraad-randers", "quarter": "2024Q2"}, follow=True
        )
    )


@pytest.mark.parametrize("path", ["/sign-in", "/nothing/here", "/districts/nowhere/plan/"])
def test_so_are_the_pages_of_those_who_have_not_signed_in(path, demo, db):
    holds(Client().get(path, follow=True))


def test_so_is_every_refusal(cast):
    client = cast("tine", enforce_csrf_checks=True)
    without_token = client.post("/sign-out")
    foreign_host = Client().get("/sign-in", headers={"Host": "elsewhere.example"})
    zero_byte = cast("tine").get("/districts/oestjylland/commitments/?body=%00")
    refused = cast("tine").post("/districts/oestjylland/packs/make", {"body": "nobody", "quarter": "2024Q2"})
    wrong = Client().post("/sign-in", {"username": "tine", "password": "wrong"})
    found = [without_token, foreign_host, zero_byte, refused, wrong]
    assert [one.status_code for one in found] == [403, 400, 400, 422, 422]
    for one in found[:1] + found[2:]:
        holds(one)
    is_clean(foreign_host)
    assert foreign_host["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize(
    "path",
    [
        "/sign-out",
        "/language",
        "/sign-in",
        "/sign-in/tine",
        "/districts/oestjylland/packs/make",
        "/districts/oestjylland/imports/upload",
    ],
)
def test_a_form_from_elsewhere_is_refused(path, cast):
    client = cast("tine", enforce_csrf_checks=True)
    answer = client.post(path, {"language": "en"})
    assert answer.status_code == 403
    assert "Formularen er for gammel" in answer.content.decode()


@pytest.mark.parametrize("path", ["/sign-out", "/language", "/sign-in/tine"])
def test_what_changes_something_is_never_done_by_following_a_link(path, cast):
    client = cast("tine")
    assert client.get(path).status_code == 405
    assert client.get("/districts/oestjylland/").status_code == 200


def test_cookies_are_kept_from_scripts_and_from_other_sites(demo, db):
    answer = Client().post("/sign-in/tine")
    cookie = answer.cookies["samvirke_staff"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    token = Client().get("/sign-in").cookies["samvirke_csrf"]
    assert token["samesite"] == "Lax"


@pytest.mark.parametrize(
    "wanted",
    ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", "/\\elsewhere.example", "http:///x"],
)
def test_nobody_is_sent_on_to_another_site(wanted, demo, db):
    for path, form in (("/sign-in/tine", {}), ("/language", {"language": "en"})):
        assert Client().post(path, {**form, "next": wanted}).url == "/", path
    assert wanted not in Client().get("/sign-in", {"next": wanted}).content.decode()


def test_somebody_is_sent_on_to_where_they_were_going(demo, db):
    wanted = "/districts/oestjylland/indicators/?area=730"
    assert Client().post("/sign-in/tine", {"next": wanted}).url == wanted


def test_pages_speak_danish_until_another_language_is_chosen(cast):
    client = cast("tine")
    assert 'lang="da"' in client.get("/districts/oestjylland/").content.decode()
    answer = client.post("/language", {"language": "en", "next": "/districts/oestjylland/plan/"}, follow=True)
    assert read(answer).get("lang") == "en"
    assert read(client.get("/districts/oestjylland/")).xpath("//h1")[0].text_content() == "District overview"
    client.post("/language", {"language": "tlh"})
    assert read(client.get("/districts/oestjylland/")).get("lang") == "en"
