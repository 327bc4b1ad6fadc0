"""Codes from an app are those of the standard and open once, their secret lies sealed; recovery codes open once."""

from __future__ import annotations

import base64
from datetime import UTC, date, datetime, timedelta

import pytest
from cryptography.exceptions import InvalidTag

from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.trust.access.actor import Actor, actor_of, system
from samvirke.trust.access.commands.change_own_sign_in import drop_code_app, put_code_app, renew_recovery_codes
from samvirke.trust.access.commands.put_account import put_account
from samvirke.trust.access.commands.sign_in import spend_code
from samvirke.trust.audit.models import Line
from samvirke.trust.identity import codes
from samvirke.trust.identity.models import Account, CodeApp, RecoveryCode

_STANDARD = base64.b32encode(b"12345678901234567890").decode()


@pytest.fixture
def eva(fjord: object) -> Actor:
    return hired("eva.holm")


def hired(username: str) -> Actor:
    account = put_account(
        system("operator"), username=username, name=username.title(), agency="fjordby-kommune", role="secretary",
        since=date(2024, 1, 1),
    )  # fmt: skip
    return actor_of(account)


def app_of(actor: Actor) -> tuple[str, list[str]]:
    """Takes an app into use with the code of a minute ago, so that the present code is still good."""
    secret = codes.new_secret()
    earlier = codes._codes(secret).generate(int(now().timestamp()) - codes.STEP_SECONDS).decode()
    return secret, put_code_app(actor, secret=secret, code=earlier)


def present(secret: str) -> str:
    return codes._codes(secret).generate(int(now().timestamp())).decode()


# RFC 6238, appendix B, SHA-1; the last six of its eight digits.
@pytest.mark.parametrize(
    ("second", "code"),
    [(59, "287082"), (1111111109, "081804"), (1111111111, "050471"), (1234567890, "005924"), (2000000000, "279037")],
)
def test_the_codes_are_those_of_the_standard(second: int, code: str):
    at = datetime.fromtimestamp(second, UTC)
    assert codes.step_of(_STANDARD, code, at) == second // 30
    assert codes.step_of(_STANDARD, f" {code[:3]} {code[3:]} ", at) == second // 30


def test_a_telephone_may_be_half_a_minute_off_and_no_more():
    at = datetime.fromtimestamp(1234567890, UTC)
    off = [codes.step_of(_STANDARD, "005924", at + timedelta(seconds=30 * by)) is not None for by in range(-3, 4)]
    assert off == [False, False, True, True, True, False, False]


@pytest.mark.parametrize("code", ["", "0", "00592", "0059244", "abcdef", "٠٠٥٩٢٤", "005925"])
def test_what_is_no_code_opens_nothing(code: str):
    assert codes.step_of(_STANDARD, code, datetime.fromtimestamp(1234567890, UTC)) is None


def test_a_code_opens_once_and_both_tries_are_in_the_trail(eva: Actor):
    secret, _paper = app_of(eva)
    code = present(secret)
    assert [spend_code(eva, code=code), spend_code(eva, code=code)] == [True, False]
    lines = Line.objects.filter(action="access.spend-code").order_by("seq")
    assert [line.facts for line in lines] == [{"right": True}, {"right": False}]
    assert code not in str([line.facts for line in lines])


def test_the_code_that_took_the_app_into_use_opens_nothing_more(eva: Actor):
    secret = codes.new_secret()
    code = present(secret)
    put_code_app(eva, secret=secret, code=code)
    assert not spend_code(eva, code=code)


def test_somebody_elses_code_opens_nothing(eva: Actor):
    secret, paper = app_of(eva)
    omar = hired("omar")
    app_of(omar)
    assert not spend_code(omar, code=present(secret))
    assert not spend_code(omar, code=paper[0])


def test_an_app_that_shows_something_else_is_not_taken_into_use(eva: Actor):
    with pytest.raises(Refused, match="The code does not fit"):
        put_code_app(eva, secret=codes.new_secret(), code="000000")
    assert not CodeApp.objects.exists()
    assert not RecoveryCode.objects.exists()


def test_the_secret_lies_sealed_and_opens_for_its_own_account_only(eva: Actor):
    secret, _paper = app_of(eva)
    app = CodeApp.objects.get()
    assert secret.encode() not in bytes(app.sealed)
    assert base64.b32decode(secret) not in bytes(app.sealed)
    assert codes.opened(app) == secret
    omar = hired("omar")
    app.account = Account.objects.get(pk=omar.id)
    with pytest.raises(InvalidTag):
        codes.opened(app)


def test_ten_recovery_codes_open_once_each_however_they_are_typed(eva: Actor):
    _secret, paper = app_of(eva)
    assert len(set(paper)) == 10
    assert all(len(one) == 11 for one in paper)
    assert spend_code(eva, code=f" {paper[0].upper().replace('-', ' ')} ")
    assert not spend_code(eva, code=paper[0])
    assert RecoveryCode.objects.count() == 9
    stored = set(RecoveryCode.objects.values_list("digest", flat=True))
    assert stored.isdisjoint(paper)
    assert stored == {codes.digest_of(one) for one in paper[1:]}


def test_new_recovery_codes_end_the_old_ones(eva: Actor):
    _secret, old = app_of(eva)
    new = renew_recovery_codes(eva)
    assert [spend_code(eva, code=old[3]), spend_code(eva, code=new[3])] == [False, True]


def test_without_an_app_there_is_nothing_to_recover(eva: Actor):
    with pytest.raises(Refused, match="There is no code app"):
        renew_recovery_codes(eva)


def test_an_app_that_is_removed_takes_its_recovery_codes_along(eva: Actor):
    secret, paper = app_of(eva)
    drop_code_app(eva)
    assert not spend_code(eva, code=present(secret))
    assert not spend_code(eva, code=paper[0])
    assert not RecoveryCode.objects.exists()


def test_the_only_second_factor_stays_where_one_is_demanded(eva: Actor, monkeypatch: pytest.MonkeyPatch):
    app_of(eva)
    monkeypatch.setenv("SAMVIRKE_SECOND_FACTOR", "on")
    with pytest.raises(Refused, match="Add another one first"):
        drop_code_app(eva)
    assert CodeApp.objects.exists()


def test_the_picture_for_the_app_names_us_and_the_account():
    assert codes.address_for_app("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "eva.holm").startswith(
        "otpauth://totp/Samvirke:eva.holm?"
    )
    assert "secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP" in codes.address_for_app(
        "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "eva.holm"
    )
