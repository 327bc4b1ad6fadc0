"""Codes of six digits from an app (RFC 6238), the secret they are made from, and recovery codes on paper."""

from __future__ import annotations

import base64
import hmac
import secrets
from datetime import datetime

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from django.utils.crypto import salted_hmac

from samvirke.trust.identity.models import Account, CodeApp
from samvirke.trust.keys import by_id, current

STEP_SECONDS = 30
RECOVERY_CODES = 10
# One step to either side: telephones are a little early or late.
_AROUND = (0, -1, 1)
_NONCE = 12
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that is read as something else


def new_secret() -> str:
    """A secret of 160 bits as apps take it when it is typed in."""
    return base64.b32encode(secrets.token_bytes(20)).decode()


def address_for_app(secret: str, username: str) -> str:
    """What the square picture says to an app."""
    return _codes(secret).get_provisioning_uri(username, "Samvirke")


def step_of(secret: str, code: str, at: datetime) -> int | None:
    """The half minute that a code belongs to, when it is one of those that are good now."""
    typed = "".join(code.split()).encode()
    here = int(at.timestamp()) // STEP_SECONDS
    found = [here + by for by in _AROUND if hmac.compare_digest(_codes(secret).generate((here + by) * 30), typed)]
    return found[0] if found else None


def sealed(secret: str, account: Account) -> tuple[bytes, str]:
    """The secret under lock (AES-256-GCM, bound to its account), and the id of the key."""
    key, nonce = current("second-factor"), secrets.token_bytes(_NONCE)
    return nonce + AESGCM(key.secret).encrypt(nonce, secret.encode(), account.pk.bytes), key.id


def opened(app: CodeApp) -> str:
    """The secret of an app."""
    whole = bytes(app.sealed)
    return (
        AESGCM(by_id("second-factor", app.key_id).secret)
        .decrypt(whole[:_NONCE], whole[_NONCE:], app.account_id.bytes)
        .decode()
    )


def new_recovery_codes() -> list[str]:
    """Ten codes of ten signs each, which nobody guesses."""
    return ["-".join(_signs(5) for _half in range(2)) for _code in range(RECOVERY_CODES)]


def digest_of(code: str) -> str:
    """What is stored of a recovery code; typing it with spaces or capitals is the same."""
    plain = "".join(sign for sign in code.lower() if sign.isalnum())
    return salted_hmac("samvirke.recovery-code", plain, algorithm="sha256").hexdigest()


def _signs(count: int) -> str:
    return "".join(secrets.choice(_ALPHABET) for _sign in range(count))


def _codes(secret: str) -> TOTP:
    return TOTP(base64.b32decode(secret), 6, SHA1(), STEP_SECONDS)  # noqa: S303  HMAC-SHA-1 is what every app speaks
