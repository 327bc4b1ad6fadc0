"""Signing in where one works: a real provider in its own process, and everything it may say that must not open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from tests.doors.web.agency_providers import back_from, declare, led_to, provider
from tests.doors.web.places import read, text_of
from tests.doors.web.stub_provider import PEOPLE, STRONG

from samvirke.foundation.home import keys_folder
from samvirke.trust.access.actor import system
from samvirke.trust.access.commands.mend_account import link_account
from samvirke.trust.access.commands.put_account import put_account
from samvirke.trust.audit.models import Line
from samvirke.trust.identity.models import Account, Affiliation, SignInLink

_FJORDBY, _POLICE = "fjordby-kommune", "fjordkredsens-politi"
_NEW_YEAR = date(2024, 1, 1)
OPERATOR = system("operator")


@pytest.fixture(scope="module")
def issuers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Two agencies with a sign-in of their own; both know the same names."""
    folder = tmp_path_factory.mktemp("providers")
    with provider(folder / "one", _FJORDBY) as one, provider(folder / "other", _POLICE) as other:
        yield {_FJORDBY: one, _POLICE: other}


@pytest.fixture
def declared(issuers: dict[str, str], home: Path, fjord: object) -> Iterator[dict[str, str]]:
    declare(home, keys_folder(), issuers)
    yield issuers
    (home / "oidc.toml").unlink()


def hired(username: str, agency: str = _FJORDBY) -> Account:
    return put_account(
        OPERATOR, username=username, name=username.title(), agency=agency, role="secretary", since=_NEW_YEAR
    )


@pytest.fixture
def eva(declared: dict[str, str]) -> Account:
    """Eva works in Fjordby, whose sign-in knows her as eva; our name for her is another."""
    account = hired("eva.holm")
    link_account(OPERATOR, username="eva.holm", agency=_FJORDBY, subject="eva")
    return account


def signed_in(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


def refused(client: Client, path: str, why: str, log: pytest.LogCaptureFixture) -> None:
    """Nothing is opened; the reader gets one sentence for every reason, and the operator's log has the reason."""
    log.clear()
    before = signed_in(client)
    answer = client.get(path, headers={"Accept-Language": "en"})
    assert answer.status_code == 422
    assert text_of(read(answer).xpath("//*[@role='alert']")[0]).startswith("The agency’s sign-in did not lead to")
    assert signed_in(client) == before
    assert why in log.text


def test_eva_signs_in_where_she_works_and_goes_on_to_where_she_wanted(eva):
    client = Client()
    client.get("/sign-in")
    wanted = "/districts/fjordkredsen/plan/"
    answer = client.get(back_from(led_to(client, _FJORDBY, next=wanted), "eva"))
    assert answer.url == wanted
    assert signed_in(client) == str(eva.pk)
    assert client.session["way"] == "agency"
    line = Line.objects.filter(action="access.sign-in").latest("seq")
    assert (line.actor, line.facts) == (str(eva.pk), {"way": "agency"})


def test_the_question_carries_state_nonce_strength_and_a_challenge_all_new_each_time(eva):
    client = Client()
    asked = [parse_qs(urlsplit(led_to(client, _FJORDBY)).query) for _again in range(2)]
    for name in ("state", "nonce", "code_challenge"):
        assert asked[0][name] != asked[1][name]
        assert len(asked[0][name][0]) >= 20
    assert asked[0]["acr_values"] == [STRONG]
    assert asked[0]["code_challenge_method"] == ["S256"]
    assert asked[0]["response_type"] == ["code"]


def test_the_session_gets_a_new_name(eva):
    client = Client()
    path = back_from(led_to(client, _FJORDBY), "eva")
    before = client.session.session_key
    client.get(path)
    assert client.session.session_key != before


_WRONG = {
    "weak": "'acr'", "no-acr": "'acr'", "other-nonce": "'nonce'", "other-audience": "'aud'", "other-issuer": "'iss'",
    "too-late": "expired", "other-subject": "no account is linked", "forged": "bad_signature",
    "unsigned": "algorithm", "signed-by-client": "algorithm",
}  # fmt: skip


def test_everybody_at_the_provider_has_a_part_in_these_tests():
    assert set(PEOPLE) == {"eva", "omar", "long-ago", *_WRONG}


@pytest.mark.parametrize(("person", "why"), _WRONG.items())
def test_a_token_that_says_something_wrong_opens_nothing(person, why, declared, caplog):
    hired(f"our-{person}")
    link_account(OPERATOR, username=f"our-{person}", agency=_FJORDBY, subject=person)
    client = Client()
    refused(client, back_from(led_to(client, _FJORDBY), person), why, caplog)
    assert signed_in(client) is None


def test_somebody_whom_nobody_has_linked_is_not_found_by_a_name_that_happens_to_fit(declared, caplog):
    hired("omar")
    client = Client()
    refused(client, back_from(led_to(client, _FJORDBY), "omar"), "no account is linked", caplog)


def test_one_issuers_eva_is_not_the_other_issuers_eva(eva, caplog):
    client = Client()
    refused(client, back_from(led_to(client, _POLICE), "eva"), "no account is linked", caplog)
    assert signed_in(client) is None


def test_an_answer_of_one_issuer_is_not_taken_at_the_others_door(eva, caplog):
    client = Client()
    path = back_from(led_to(client, _FJORDBY), "eva")
    refused(client, path.replace(_FJORDBY, _POLICE), "nobody asked here", caplog)
    refused(client, path, "nobody asked here", caplog)


def test_an_answer_is_taken_once(eva, caplog):
    client = Client()
    path = back_from(led_to(client, _FJORDBY), "eva")
    assert client.get(path).status_code == 302
    client.post("/sign-out")
    refused(client, path, "nobody asked here", caplog)


def test_an_answer_is_taken_by_the_browser_that_asked_and_no_other(eva, caplog):
    path = back_from(led_to(Client(), _FJORDBY), "eva")
    refused(Client(), path, "nobody asked here", caplog)
    other = Client()
    led_to(other, _FJORDBY)
    refused(other, path, "MismatchingState", caplog)


def test_a_changed_state_a_missing_code_and_a_refusal_over_there_open_nothing(eva, caplog):
    for why, change in {
        "MismatchingState": lambda path: path.replace("state=", "state=x"),
        "MissingCode": lambda path: path.replace("code=", "nocode="),
        "access_denied": lambda path: f"{path.partition('?')[0]}?error=access_denied",
    }.items():
        client = Client()
        refused(client, change(back_from(led_to(client, _FJORDBY), "eva")), why, caplog)


def test_whoever_has_left_the_agency_that_vouches_does_not_come_in(eva, caplog):
    hired("eva.holm", _POLICE)
    Affiliation.objects.filter(account=eva, agency_id=_FJORDBY).update(until=date(2024, 5, 31))
    client = Client()
    refused(client, back_from(led_to(client, _FJORDBY), "eva"), "does not work in this agency", caplog)


def test_a_link_to_an_earlier_issuer_opens_nothing_at_the_new_one(eva, caplog):
    SignInLink.objects.filter(account=eva).update(issuer="https://earlier.example")
    client = Client()
    refused(client, back_from(led_to(client, _FJORDBY), "eva"), "no account is linked", caplog)


def test_proving_it_again_leads_through_the_agency_anew_and_back(eva):
    client = Client()
    client.get(back_from(led_to(client, _FJORDBY), "eva"))
    session = client.session
    session["proved"] -= 3600
    session.save()
    answer = client.get("/my-sign-in")
    assert answer.url == "/sign-in/step/again?next=%2Fmy-sign-in"
    [link] = read(client.get(answer.url)).xpath("//main//a/@href")
    assert link == f"/sign-in/agency/{_FJORDBY}?next=%2Fmy-sign-in"
    address = client.get(link).headers["Location"]
    assert parse_qs(urlsplit(address).query)["prompt"] == ["login"]
    assert client.get(back_from(address, "eva")).url == "/my-sign-in"
    assert client.get("/my-sign-in").status_code == 200


@pytest.mark.parametrize("person", ["omar", "long-ago"])
def test_it_is_not_proved_by_somebody_else_nor_by_a_sign_in_of_long_ago(person, eva, caplog):
    account, why = (hired("omar"), "somebody else") if person == "omar" else (eva, "just now")
    SignInLink.objects.all().delete()
    link_account(OPERATOR, username=account.username, agency=_FJORDBY, subject=person)
    client = Client()
    client.force_login(eva)
    refused(client, back_from(led_to(client, _FJORDBY), person), why, caplog)
    assert signed_in(client) == str(eva.pk)
    assert "proved" not in client.session


def test_the_agencies_are_offered_by_name_and_others_have_no_such_page(declared):
    page = read(Client(headers={"Accept-Language": "en"}).get("/sign-in?next=/districts/fjordkredsen/"))
    offered = page.xpath("//section[@aria-labelledby='agencies']//a")
    assert [one.get("href").partition("?")[0] for one in offered] == [
        f"/sign-in/agency/{_FJORDBY}", f"/sign-in/agency/{_POLICE}"
    ]  # fmt: skip
    assert Client().get("/sign-in/agency/nobody").status_code == 404
    assert Client().get("/sign-in/agency/nobody/back").status_code == 404


def test_an_issuer_that_does_not_answer_or_calls_itself_otherwise_opens_nothing(declared, home, caplog):
    for issuer, why in (("http://127.0.0.1:9", "refused"), (f"{declared[_FJORDBY]}/", "something else")):
        declare(home, keys_folder(), {_FJORDBY: issuer})
        refused(Client(), f"/sign-in/agency/{_FJORDBY}", why, caplog)
