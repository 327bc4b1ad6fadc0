"""What the operator types about accounts: add, link, unlink, sign out, restart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth import authenticate

from samvirke.trust.identity.models import Account, SignInLink

_PASSWORD = "three fjords and a mill"


@pytest.fixture
def eva(loaded, command_line, home: Path) -> Iterator[Account]:
    """Eva has an account in an agency with a sign-in of its own."""
    table = 'issuer = "https://login.example"\nclient_id = "samvirke"\nsecret_file = "oidc"\nacr_values = ["high"]\n'
    (home / "oidc.toml").write_text(f'[[agency]]\nid = "randers-kommune"\n{table}', encoding="utf-8")
    code, said, _err = command_line(
        "accounts", "add", "eva.holm", "--name", "Eva Holm", "--agency", "randers-kommune", "--role", "secretary",
        "--password", _PASSWORD,
    )  # fmt: skip
    assert (code, said) == (0, "Eva Holm can sign in as eva.holm.\n")
    yield Account.objects.get(username="eva.holm")
    (home / "oidc.toml").unlink()


def test_an_account_is_linked_and_unlinked(eva, command_line):
    words = ("accounts", "link", "eva.holm", "--agency", "randers-kommune", "--subject", "e-1")
    code, said, _err = command_line(*words)
    assert (code, said) == (0, "Eva Holm can sign in through https://login.example from now on.\n")
    assert SignInLink.objects.get().subject == "e-1"
    code, _said, err = command_line(*words)
    assert (code, err) == (
        2, "The account or the subject is linked at this issuer already. Remove the old link: unlink.\n"
    )  # fmt: skip
    code, said, _err = command_line("accounts", "unlink", "eva.holm", "--agency", "randers-kommune")
    assert (code, said) == (0, "eva.holm is no longer linked there.\n")
    assert not SignInLink.objects.exists()


def test_an_account_is_signed_out_everywhere(eva, command_line):
    assert command_line("accounts", "sign-out", "eva.holm")[:2] == (0, "eva.holm is signed out everywhere.\n")
    assert Account.objects.get(pk=eva.pk).signed_out_at is not None
    code, _said, err = command_line("accounts", "sign-out", "nobody")
    assert (code, err.strip()) == (2, "There is no account “nobody”. Add it first: samvirke accounts add")


def test_whoever_lost_their_telephone_gets_a_new_password_that_keeps_the_rules(eva, command_line):
    assert command_line("accounts", "restart", "eva.holm", "--password", "short")[0] == 2
    assert authenticate(username="eva.holm", password=_PASSWORD) == eva
    code, said, _err = command_line("accounts", "restart", "eva.holm", "--password", "three mills and a fjord")
    assert (code, said) == (0, "eva.holm signs in with the new password and adds a second factor.\n")
    assert authenticate(username="eva.holm", password=_PASSWORD) is None
    assert authenticate(username="eva.holm", password="three mills and a fjord") == eva
