"""The operator links accounts to an agency's sign-in and mends what was lost; the file that declares it is checked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.contrib.auth import authenticate
from django.core.checks import run_checks

from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.home import keys_folder
from samvirke.trust.access.actor import NOBODY, actor_of, system
from samvirke.trust.access.commands import mend_account
from samvirke.trust.access.commands.change_own_sign_in import put_code_app
from samvirke.trust.access.commands.put_account import put_account
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.audit.models import Line
from samvirke.trust.identity import codes
from samvirke.trust.identity.models import Account, CodeApp, Passkey, RecoveryCode, SignInLink
from samvirke.trust.identity.providers import FILE, providers

OPERATOR = system("operator")
_FJORDBY, _POLICE = "fjordby-kommune", "fjordkredsens-politi"
_ISSUER = "https://login.fjordby.example"
_TABLE = f"""[[agency]]
id = "{_FJORDBY}"
issuer = "{_ISSUER}"
client_id = "samvirke"
secret_file = "oidc-fjordby"
acr_values = ["substantial"]
"""
pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def file(home: Path) -> Iterator[Path]:
    """`oidc.toml` with one agency, and its secret."""
    keys_folder().mkdir(parents=True, exist_ok=True)
    (keys_folder() / "oidc-fjordby").write_text("a secret\n", encoding="utf-8")
    found = home / FILE
    found.write_text(_TABLE, encoding="utf-8")
    yield found
    found.unlink()
    (keys_folder() / "oidc-fjordby").unlink(missing_ok=True)


@pytest.fixture
def eva(fjord: object, file: Path) -> Account:
    return hired("eva.holm")


def hired(username: str, agency: str = _FJORDBY) -> Account:
    return put_account(
        OPERATOR, username=username, name=username.title(), agency=agency, role="secretary", since=date(2024, 1, 1)
    )


def linked(username: str = "eva.holm", agency: str = _FJORDBY, subject: str = "e-1") -> SignInLink:
    return mend_account.link_account(OPERATOR, username=username, agency=agency, subject=subject)


def test_eva_is_linked_to_the_subject_that_her_agency_knows_her_as(eva: Account):
    link = linked()
    assert (link.account, link.agency_id, link.issuer, link.subject) == (eva, _FJORDBY, _ISSUER, "e-1")
    line = Line.objects.latest("seq")
    assert (line.action, line.facts) == ("access.link-account", {"agency": _FJORDBY})
    assert "e-1" not in str(line.facts) + str(line.things)


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ({"username": "nobody"}, "There is no account “nobody”"),
        ({"agency": _POLICE}, "has no sign-in of its own"),
        ({"username": "omar"}, "Omar does not work in “fjordby-kommune” today"),
        ({"username": "ida"}, "linked at this issuer already"),
        ({"subject": "e-2"}, "linked at this issuer already"),
    ],
)
def test_what_does_not_fit_is_not_linked(given: dict[str, str], what: str, eva: Account):
    hired("omar", _POLICE)
    hired("ida")
    linked()
    with pytest.raises(Refused, match=what):
        linked(**given)
    assert SignInLink.objects.count() == 1


def test_only_the_operator_links_mends_and_signs_out(eva: Account):
    for actor in (NOBODY, actor_of(eva)):
        for deed, given in (
            (mend_account.link_account, {"agency": _FJORDBY, "subject": "x"}),
            (mend_account.unlink_account, {"agency": _FJORDBY}),
            (mend_account.end_sign_ins, {}),
            (mend_account.restart_account, {"password": "a new and long sentence"}),
        ):
            with pytest.raises(NotAllowed):
                deed(actor, username="eva.holm", **given)


def test_a_link_that_is_removed_ends_what_it_opened(eva: Account):
    linked()
    mend_account.unlink_account(OPERATOR, username="eva.holm", agency=_FJORDBY)
    assert not SignInLink.objects.exists()
    assert Account.objects.get(pk=eva.pk).signed_out_at is not None
    with pytest.raises(Refused, match="not linked"):
        mend_account.unlink_account(OPERATOR, username="eva.holm", agency=_FJORDBY)


def test_whoever_lost_everything_begins_anew_with_a_new_password(eva: Account):
    secret = codes.new_secret()
    put_code_app(actor_of(eva), secret=secret, code=codes._codes(secret).generate(int(now().timestamp())).decode())
    Passkey.objects.create(account=eva, name="key", credential="c", public=b"p", since=now())
    with pytest.raises(Refused, match="Choose another password"):
        mend_account.restart_account(OPERATOR, username="eva.holm", password="short")
    assert CodeApp.objects.exists()
    mend_account.restart_account(OPERATOR, username="eva.holm", password="a new and long sentence")
    assert not any(table.objects.exists() for table in (CodeApp, RecoveryCode, Passkey))
    assert authenticate(username="eva.holm", password="a new and long sentence") == eva
    assert Account.objects.get(pk=eva.pk).signed_out_at is not None


def test_the_file_says_which_agencies_have_a_sign_in_of_their_own(file: Path):
    found = providers()[_FJORDBY]
    assert (found.issuer, found.client_id, found.acr_values, found.secret()) == (
        _ISSUER, "samvirke", ("substantial",), "a secret"
    )  # fmt: skip
    file.write_text("", encoding="utf-8")
    assert providers() == {}


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (("https://", "http://"), "An issuer is an https:// address"),
        (('acr_values = ["substantial"]', "acr_values = []"), "The list has 0 of at least 1"),
        (('acr_values = ["substantial"]\n', ""), r"acr_values: The key is missing"),
        (("client_id", "client"), "The form has no such key"),
        ((_TABLE, _TABLE * 2), "An agency stands there twice"),
        (("[[agency]]", "[[agency"), "The file is not TOML"),
    ],
)
def test_a_file_with_a_fault_is_refused_with_its_place(change: tuple[str, str], what: str, file: Path):
    file.write_text(_TABLE.replace(*change), encoding="utf-8")
    with pytest.raises(Refused, match=what) as refused:
        providers()
    assert FILE in str(refused.value).lower()
    assert [one.id for one in run_checks() if one.id == "samvirke.I001"]


def test_a_server_does_not_start_without_the_secret_of_an_agency(file: Path):
    assert not [one for one in run_checks() if one.id == "samvirke.I001"]
    (keys_folder() / "oidc-fjordby").unlink()
    [found] = [one for one in run_checks() if one.id == "samvirke.I001"]
    assert "secret of fjordby-kommune" in str(found.msg)
    assert "oidc-fjordby" in str(found.hint)
