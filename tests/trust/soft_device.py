"""A passkey device made of software, which answers as a browser would; it knows nothing of our code."""

from __future__ import annotations

import json
import os
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256, Hash
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

_PRESENT, _VERIFIED, _ATTESTED = 0x01, 0x04, 0x40


class SoftDevice:
    """Holds one key; `asks` is whether it has a finger or a PIN to ask for, `counts` whether it counts."""

    def __init__(self, origin: str = "http://testserver", asks: bool = True, counts: bool = True) -> None:
        self.origin, self.asks, self.counts, self.count = origin, asks, counts, 0
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id = os.urandom(32)

    def makes(self, question: dict[str, Any]) -> str:
        """The answer to the question for a new passkey."""
        public = ES256.from_cryptography_key(self.key.public_key())
        credential = AttestedCredentialData.create(b"\0" * 16, self.id, public)
        data = self._data(question["rp"]["id"], _ATTESTED, credential)
        answer = {
            "clientDataJSON": websafe_encode(self._said("webauthn.create", question)),
            "attestationObject": websafe_encode(bytes(AttestationObject.create("none", data, {}))),
        }
        return self._whole(answer)

    def signs(self, question: dict[str, Any]) -> str:
        """The answer to the question who sits there."""
        self.count += self.counts
        data, said = self._data(question["rpId"]), self._said("webauthn.get", question)
        signature = self.key.sign(bytes(data) + said.hash, ec.ECDSA(SHA256()))
        answer = {
            "clientDataJSON": websafe_encode(said),
            "authenticatorData": websafe_encode(data),
            "signature": websafe_encode(signature),
            "userHandle": None,
        }
        return self._whole(answer)

    def _said(self, kind: str, question: dict[str, Any]) -> CollectedClientData:
        return CollectedClientData.create(kind, websafe_decode(question["challenge"]), self.origin)

    def _data(self, host: str, flags: int = 0, credential: Any = b"") -> AuthenticatorData:
        digest = Hash(SHA256())
        digest.update(host.encode())
        flags |= _PRESENT | (_VERIFIED if self.asks else 0)
        return AuthenticatorData.create(digest.finalize(), flags, self.count, credential)

    def _whole(self, answer: dict[str, Any]) -> str:
        name = websafe_encode(self.id)
        whole = {"id": name, "rawId": name, "type": "public-key", "response": answer, "clientExtensionResults": {}}
        return json.dumps(whole)
