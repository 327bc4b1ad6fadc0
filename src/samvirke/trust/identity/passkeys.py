"""Passkeys (WebAuthn): the question that a browser takes to somebody's device, and whether its answer is true."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from fido2.server import Fido2Server
from fido2.utils import websafe_encode
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialDescriptor,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialType,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from samvirke.trust.identity.models import Account, Passkey

# The finger, face or PIN makes a passkey two factors in one: what somebody has, and what they are or know.
_VERIFIED = UserVerificationRequirement.REQUIRED
_KEPT = ResidentKeyRequirement.REQUIRED
Question = dict[str, Any]
# What the library raises for an answer that does not hold, and for one that is no answer at all.
_FAULTS = (
    ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError, AssertionError, struct.error,
    UnsupportedAlgorithm, InvalidSignature,
)  # fmt: skip


@dataclass(frozen=True)
class NewPasskey:
    """What a device made: the name of the credential, its public half, and how often it has signed."""

    credential: str
    public: bytes
    count: int


class Unproved(Exception):
    """The device's answer does not hold."""


def ask_to_make(origin: str, account: Account) -> tuple[Question, Question]:
    """The question for the browser, and what to remember until the answer comes."""
    user = PublicKeyCredentialUserEntity(id=account.pk.bytes, name=account.username, display_name=account.name)
    has = [
        PublicKeyCredentialDescriptor(type=PublicKeyCredentialType.PUBLIC_KEY, id=_data(one).credential_id)
        for one in account.passkeys.all()
    ]
    asked, state = _server(origin).register_begin(
        user, has, resident_key_requirement=_KEPT, user_verification=_VERIFIED
    )
    return dict(asked.public_key), dict(state)


def made(origin: str, state: Mapping[str, Any], answer: str) -> NewPasskey:
    """The passkey that the answer brings. Raises `Unproved`."""
    try:
        data = _server(origin).register_complete(state, json.loads(answer))
    except _FAULTS as error:
        raise Unproved(str(error)) from error
    credential = data.credential_data
    if credential is None:
        raise Unproved("no credential")
    return NewPasskey(websafe_encode(credential.credential_id), bytes(credential), data.counter)


def ask_to_prove(origin: str) -> tuple[Question, Question]:
    """The question to whoever sits there, whose name need not be typed, and what to remember."""
    asked, state = _server(origin).authenticate_begin(user_verification=_VERIFIED)
    return dict(asked.public_key), dict(state)


def proved(origin: str, state: Mapping[str, Any], answer: str) -> tuple[Passkey, int]:
    """Whose passkey signed, and how often it says it has. Raises `Unproved`."""
    try:
        given = json.loads(answer)
        response = AuthenticationResponse.from_dict(given)
        passkey = Passkey.objects.select_related("account").get(credential=websafe_encode(response.raw_id))
        _server(origin).authenticate_complete(state, [_data(passkey)], response)
        count = response.response.authenticator_data.counter
    except (*_FAULTS, Passkey.DoesNotExist) as error:
        raise Unproved(str(error)) from error
    if count and count <= passkey.count:
        # Two devices that sign with one key: a copy was made.
        raise Unproved("the counter went back")
    return passkey, count


def _data(passkey: Passkey) -> AttestedCredentialData:
    return AttestedCredentialData(bytes(passkey.public))


def _server(origin: str) -> Fido2Server:
    host = origin.partition("://")[2].rpartition(":")[0] if origin.count(":") > 1 else origin.partition("://")[2]
    return Fido2Server(PublicKeyCredentialRpEntity(id=host, name="Samvirke"), verify_origin=lambda one: one == origin)
