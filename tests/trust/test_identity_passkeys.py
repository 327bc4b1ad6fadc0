"""A passkey proves who it is: the right question, the right site, the right key, a finger or PIN, and no copy."""

from __future__ import annotations

import json
import random
import string
from contextlib import suppress
from datetime import date

import pytest
from tests.trust.soft_device import SoftDevice

from samvirke.foundation.fault import Refused
from samvirke.trust.access.actor import actor_of, system
from samvirke.trust.access.commands.change_own_sign_in import drop_passkey, put_passkey
from samvirke.trust.access.commands.put_account import put_account
from samvirke.trust.access.commands.sign_in import sign_in
from samvirke.trust.identity.models import Account, Passkey
from samvirke.trust.identity.passkeys import Unproved, ask_to_make, ask_to_prove, made, proved

_HERE = "http://testserver"


@pytest.fixture
def eva(fjord: object) -> Account:
    return hired("eva.holm")


def hired(username: str) -> Account:
    return put_account(
        system("operator"), username=username, name=username.title(), agency="fjordby-kommune", role="secretary",
        since=date(2024, 1, 1),
    )  # fmt: skip


def brought(account: Account, device: SoftDevice, name: str = "telephone") -> Passkey:
    question, state = ask_to_make(_HERE, account)
    return put_passkey(actor_of(account), name=name, made=made(_HERE, state, device.makes(question)))


def test_the_passkey_that_eva_made_says_that_it_is_eva(eva: Account):
    device = SoftDevice()
    passkey = brought(eva, device)
    question, state = ask_to_prove(_HERE)
    assert proved(_HERE, state, device.signs(question)) == (passkey, 1)
    assert passkey.account == eva


def test_the_questions_ask_for_a_finger_and_for_no_name_and_never_repeat(eva: Account):
    question, state = ask_to_prove(_HERE)
    assert (question["userVerification"], question["rpId"]) == ("required", "testserver")
    assert not question.get("allowCredentials")
    assert ask_to_prove(_HERE)[0]["challenge"] != question["challenge"]
    to_make, _state = ask_to_make("https://samvirke.example:8443", eva)
    assert to_make["rp"]["id"] == "samvirke.example"
    assert to_make["authenticatorSelection"]["residentKey"] == "required"
    json.dumps([question, state, to_make])


def test_an_answer_to_another_question_proves_nothing(eva: Account):
    device = SoftDevice()
    brought(eva, device)
    answer = device.signs(ask_to_prove(_HERE)[0])
    for state in (ask_to_prove(_HERE)[1], {}):
        with pytest.raises(Unproved):
            proved(_HERE, state, answer)


@pytest.mark.parametrize("origin", ["http://elsewhere", "https://testserver", "http://sub.testserver"])
def test_an_answer_given_to_another_site_proves_nothing_here(origin: str, eva: Account):
    device = SoftDevice()
    brought(eva, device)
    device.origin = origin
    question, state = ask_to_prove(_HERE)
    with pytest.raises(Unproved, match="origin"):
        proved(_HERE, state, device.signs(question))
    to_make, state = ask_to_make(_HERE, eva)
    with pytest.raises(Unproved, match="origin"):
        made(_HERE, state, SoftDevice(origin).makes(to_make))


def test_a_key_that_only_claims_to_be_evas_proves_nothing(eva: Account):
    device, thief = SoftDevice(), SoftDevice()
    brought(eva, device)
    thief.id = device.id
    question, state = ask_to_prove(_HERE)
    with pytest.raises(Unproved, match="signature"):
        proved(_HERE, state, thief.signs(question))


def test_a_passkey_that_nobody_has_brought_proves_nothing(eva: Account):
    question, state = ask_to_prove(_HERE)
    with pytest.raises(Unproved):
        proved(_HERE, state, SoftDevice().signs(question))


def test_a_device_that_asked_for_no_finger_proves_nothing(eva: Account):
    device = SoftDevice(asks=False)
    question, state = ask_to_make(_HERE, eva)
    with pytest.raises(Unproved, match="verif"):
        made(_HERE, state, device.makes(question))
    device.asks = True
    brought(eva, device)
    device.asks = False
    question, state = ask_to_prove(_HERE)
    with pytest.raises(Unproved, match="verif"):
        proved(_HERE, state, device.signs(question))


def test_a_copy_of_the_key_is_found_out_by_its_count(eva: Account):
    device = SoftDevice()
    brought(eva, device)
    question, state = ask_to_prove(_HERE)
    passkey, count = proved(_HERE, state, device.signs(question))
    sign_in(actor_of(eva), way="passkey", passkey=passkey, count=count)
    device.count -= 1
    question, state = ask_to_prove(_HERE)
    with pytest.raises(Unproved, match="counter"):
        proved(_HERE, state, device.signs(question))


def test_a_device_that_does_not_count_is_taken_again_and_again(eva: Account):
    device = SoftDevice(counts=False)
    brought(eva, device)
    for _again in range(2):
        question, state = ask_to_prove(_HERE)
        passkey, count = proved(_HERE, state, device.signs(question))
        sign_in(actor_of(eva), way="passkey", passkey=passkey, count=count)
    assert Passkey.objects.get().used_at is not None


@pytest.mark.parametrize("answer", ["", "{}", "[]", "null", "7", '{"rawId": "AA"}', '{"id": "x", "rawId": 3}', "{"])
def test_what_is_no_answer_proves_nothing(answer: str, eva: Account):
    _question, state = ask_to_prove(_HERE)
    with pytest.raises(Unproved):
        proved(_HERE, state, answer)
    with pytest.raises(Unproved):
        made(_HERE, ask_to_make(_HERE, eva)[1], answer)


def _spoiled(answer: str, dice: random.Random) -> str:
    """The answer with one of its parts damaged, cut short, or of another kind."""
    whole = json.loads(answer)
    holder = dice.choice([whole, whole["response"]])
    name = dice.choice([key for key, value in holder.items() if isinstance(value, str)])
    at = dice.randrange(len(holder[name]))
    text = holder[name]
    sign = dice.choice([one for one in string.ascii_letters + string.digits if one != text[at]])
    holder[name] = dice.choice([text[:at], text[:at] + sign + text[at + 1 :], 7, None, {}, [text], "æ", True])
    return json.dumps(whole)


def test_a_damaged_answer_makes_nothing_and_proves_nothing_but_breaks_nothing(eva: Account):
    dice, device = random.Random(1), SoftDevice()
    passkey = brought(eva, device)
    for _again in range(200):
        question, state = ask_to_prove(_HERE)
        with suppress(Unproved):
            assert proved(_HERE, state, _spoiled(device.signs(question), dice)) == (passkey, device.count)
        question, state = ask_to_make(_HERE, eva)
        with suppress(Unproved):
            made(_HERE, state, _spoiled(SoftDevice().makes(question), dice))


def test_a_passkey_belongs_to_one_account_and_is_not_asked_for_twice(eva: Account):
    device = SoftDevice()
    passkey = brought(eva, device)
    with pytest.raises(Refused, match="in use already"):
        brought(hired("omar"), device)
    excluded = ask_to_make(_HERE, eva)[0]["excludeCredentials"]
    assert [one["id"] for one in excluded] == [passkey.credential]


def test_somebody_elses_passkey_cannot_be_removed(eva: Account):
    passkey = brought(eva, SoftDevice())
    with pytest.raises(Refused, match="no such passkey"):
        drop_passkey(actor_of(hired("omar")), passkey=str(passkey.pk))
    drop_passkey(actor_of(eva), passkey=str(passkey.pk))
    assert not Passkey.objects.exists()


def test_the_last_passkey_stays_where_a_second_factor_is_demanded(eva: Account, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SAMVIRKE_SECOND_FACTOR", "on")
    first, second = brought(eva, SoftDevice(), "telephone"), brought(eva, SoftDevice(), "key")
    drop_passkey(actor_of(eva), passkey=str(first.pk))
    with pytest.raises(Refused, match="Add another one first"):
        drop_passkey(actor_of(eva), passkey=str(second.pk))
    assert [one.name for one in Passkey.objects.all()] == ["key"]
