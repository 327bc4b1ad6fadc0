"""Nobody tries on and on: ten tries under a name in a quarter of an hour, whether the name exists or not."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from tests.config.installation import answer, new_installation
from tests.doors.web.people import PASSWORD, code, english, hired, touches, types, who, with_app, with_passkey, wrong
from tests.trust.soft_device import SoftDevice

from samvirke.foundation.clock import now
from samvirke.trust.access.actor import system
from samvirke.trust.access.commands.count_try import TRIES, WITHIN
from samvirke.trust.identity.models import Account, SignInTry
from samvirke.trust.retention.commands.sweep import sweep

_TOO_MANY = "There were too many tries. Wait a quarter of an hour, or use a passkey."


@pytest.fixture
def eva(fjord: object) -> Account:
    return hired()


def tried(username: str, times: int = TRIES) -> Client:
    client = english()
    for _again in range(times):
        assert wrong(types(client, username, "wrong")) == "Name and password do not go together."
    return client


def test_after_ten_tries_even_the_right_password_waits(eva):
    client = tried("eva.holm")
    assert wrong(types(client)) == _TOO_MANY
    assert who(client) is None
    assert wrong(types(english())) == _TOO_MANY


def test_a_name_that_does_not_exist_is_told_the_same_after_as_many_tries(eva):
    assert wrong(types(tried("nobody"), "nobody")) == _TOO_MANY


def test_others_are_not_held_up(eva):
    hired("omar")
    tried("eva.holm")
    client = Client()
    assert types(client, "omar").status_code == 302
    assert who(client)


def test_a_quarter_of_an_hour_later_it_opens_again(eva):
    client = tried("eva.holm")
    SignInTry.objects.update(at=now() - WITHIN - timedelta(seconds=1))
    assert types(client).status_code == 302
    assert who(client) == str(eva.pk)


def test_whoever_comes_in_begins_anew(eva):
    for _day in range(3):
        client = tried("eva.holm", TRIES - 1)
        assert types(client).status_code == 302
    assert not SignInTry.objects.exists()


def test_the_right_password_does_not_give_more_tries_at_the_code(eva):
    secret, _paper = with_app(eva)
    client = english()
    seen = []
    for _again in range(TRIES):
        types(client)
        if "half" in client.session:
            seen.append(wrong(client.post("/sign-in/step/code", {"code": "000000"})))
    assert _TOO_MANY in {*seen, wrong(types(client))}
    assert len([one for one in seen if one != _TOO_MANY]) <= TRIES // 2
    assert wrong(client.post("/sign-in/step/code", {"code": code(secret)})) == _TOO_MANY
    assert who(client) is None


def test_a_passkey_still_opens_for_somebody_who_is_held_up(eva):
    device = SoftDevice()
    with_passkey(eva, device)
    client = tried("eva.holm")
    assert touches(client, device).status_code == 302
    assert who(client) == str(eva.pk)


def test_the_names_that_were_typed_are_not_kept_and_nothing_is_after_a_day(eva):
    types(Client(), PASSWORD, "eva.holm")
    [kept] = SignInTry.objects.all()
    assert PASSWORD not in kept.name_digest
    assert len(kept.name_digest) == 64
    SignInTry.objects.update(at=now() - timedelta(days=1, minutes=1))
    sweep(system("scheduler"))
    assert not SignInTry.objects.exists()


_MANY_AT_ONCE = """
from concurrent.futures import ThreadPoolExecutor
from django.db import connection
from samvirke.trust.access.commands.count_try import count_try

def one_try(_number):
    try:
        return count_try("eva.holm")
    finally:
        connection.close()

with ThreadPoolExecutor(10) as people:
    print(json.dumps(list(people.map(one_try, range(20)))))
"""


@pytest.mark.database
def test_of_many_tries_at_the_same_time_in_many_processes_no_more_than_ten_are_looked_at(tmp_path: Path):
    installation = new_installation(tmp_path)
    processes = [installation.begin(_MANY_AT_ONCE) for _process in range(3)]
    looked_at = [one for process in processes for one in answer(process)]
    assert len(looked_at) == 60
    assert 1 <= sum(looked_at) <= TRIES
    kept = "from samvirke.trust.identity.models import SignInTry\nprint(SignInTry.objects.count())"
    assert installation.ask(kept) == 60
