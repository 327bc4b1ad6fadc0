"""Eva of Fjordby as she signs in: her account, her password, and what her telephone and her key answer."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.test import Client
from tests.doors.web.places import read, text_of
from tests.trust.soft_device import SoftDevice

from samvirke.foundation.clock import now
from samvirke.trust.access.actor import actor_of, system
from samvirke.trust.access.commands.change_own_sign_in import put_code_app, put_passkey
from samvirke.trust.access.commands.put_account import put_account
from samvirke.trust.identity import codes
from samvirke.trust.identity.models import Account, Passkey
from samvirke.trust.identity.passkeys import ask_to_make, made

PASSWORD = "a long sentence nobody guesses"
HERE = "http://testserver"


def hired(username: str = "eva.holm", password: str = PASSWORD) -> Account:
    """Somebody who works in Fjordby and has a password."""
    return put_account(
        system("operator"), username=username, name=username.title(), agency="fjordby-kommune", role="secretary",
        since=date(2024, 1, 1), password=password,
    )  # fmt: skip


def code(secret: str, steps: int = 0) -> str:
    """What the app shows now, or so many half minutes from now."""
    return codes._codes(secret).generate(int(now().timestamp()) + steps * codes.STEP_SECONDS).decode()


def with_app(account: Account) -> tuple[str, list[str]]:
    """Give her a code app; its secret, and the recovery codes. The code of this moment is still unused."""
    secret = codes.new_secret()
    return secret, put_code_app(actor_of(account), secret=secret, code=code(secret, -1))


def with_passkey(account: Account, device: SoftDevice, name: str = "telephone") -> Passkey:
    """Give her a passkey on a device."""
    question, state = ask_to_make(HERE, account)
    return put_passkey(actor_of(account), name=name, made=made(HERE, state, device.makes(question)))


def types(client: Client, username: str = "eva.holm", password: str = PASSWORD, **more: str) -> Any:
    """Send name and password."""
    return client.post("/sign-in", {"username": username, "password": password, **more})


def touches(client: Client, device: SoftDevice, **more: str) -> Any:
    """Use a passkey, as the page's script does."""
    question = client.post("/sign-in/step/question").json()
    return client.post("/sign-in/step/passkey", {"answer": device.signs(question), **more})


def who(client: Client) -> str | None:
    """Who is signed in."""
    return client.session.get("_auth_user_id")


def wrong(answer: Any) -> str:
    """What the page says is wrong."""
    [alert] = [one for one in read(answer).xpath("//main//*[@role='alert']") if one.get("hidden") is None]
    return text_of(alert)


def english() -> Client:
    """A browser whose owner reads English."""
    return Client(headers={"Accept-Language": "en"})
