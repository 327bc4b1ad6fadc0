"""How a CPR number lies in a row: encrypted for reading, and beside it a keyed digest for finding it again."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import secrets
import uuid
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.registers.persons.cpr import Cpr
from samvirke.trust.keys import by_id, current

SEALING, MATCHING = "cpr", "agency-match"
_NONCE = 12


@dataclass(frozen=True)
class Made:
    """A value and the id of the key that made it."""

    value: str
    key_id: str


def seal(number: str, person_id: uuid.UUID) -> Made:
    """Encrypt (AES-256-GCM) for one row alone: moved to another row it cannot be read."""
    key, nonce = current(SEALING), secrets.token_bytes(_NONCE)
    sealed = nonce + AESGCM(key.secret).encrypt(nonce, number.encode(), str(person_id).encode())
    return Made(base64.b64encode(sealed).decode(), key.id)


def unseal(made: Made, person_id: uuid.UUID) -> str:
    """The number in clear. Raises `Refused` when the key is gone or another, or the value was changed or moved."""
    key = by_id(SEALING, made.key_id)
    try:
        sealed = base64.b64decode(made.value, validate=True)
        if base64.b64encode(sealed).decode() != made.value:
            raise ValueError("other signs for the same bytes")  # the last sign of base64 has bits that nothing reads
        return AESGCM(key.secret).decrypt(sealed[:_NONCE], sealed[_NONCE:], str(person_id).encode()).decode()
    except (InvalidTag, ValueError, binascii.Error):
        raise Refused.because(
            _("The CPR number of this person cannot be read: it was changed, or its key is another."),
            _("Restore the database and the folder of keys from backups of the same time."),
        ) from None


def match(number: str, agency_id: str, key_id: str = "") -> Made:
    """The digest by which an agency finds the same number again; under `key_id`, or the current key.

    Each agency has a key of its own, derived from the installation's: the digests of one number in two agencies have
    nothing in common.
    """
    key = by_id(MATCHING, key_id) if key_id else current(MATCHING)
    own = HKDF(SHA256(), length=32, salt=None, info=b"samvirke agency-match " + agency_id.encode()).derive(key.secret)
    return Made(hmac.new(own, number.encode(), hashlib.sha256).hexdigest(), key.id)


def columns(cpr: Cpr, person_id: uuid.UUID, agency_id: str) -> dict[str, Any]:
    """What a row keeps of a number, by column."""
    sealed, matched = seal(cpr.number, person_id), match(cpr.number, agency_id)
    return {
        "cpr_sealed": sealed.value,
        "cpr_key_id": sealed.key_id,
        "cpr_match": matched.value,
        "match_key_id": matched.key_id,
        "replacement": cpr.is_replacement,
    }
