"""Encrypted files on the disk, each under a random name."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from samvirke.foundation.fault import Refused
from samvirke.foundation.home import home
from samvirke.foundation.words import _
from samvirke.trust.keys import by_id, current

_NONCE = 12


def put(content: bytes) -> tuple[str, str]:
    """Encrypt (AES-256-GCM) and write; the random name and the id of the key. The file is on the disk on return."""
    key, name = current("documents"), secrets.token_hex(16)
    nonce = secrets.token_bytes(_NONCE)
    path = _path(name)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with path.open("xb") as file:
        file.write(nonce + AESGCM(key.secret).encrypt(nonce, content, name.encode()))
        file.flush()
        os.fsync(file.fileno())
    return name, key.id


def get(name: str, key_id: str) -> bytes:
    """Read and decrypt. Raises `Refused` when the file is missing or was changed."""
    path = _path(name)
    if not path.is_file():
        raise Refused.because(_("The paper's file is missing."), _("Restore the home's folder documents."), file=name)
    sealed = path.read_bytes()
    try:
        return AESGCM(by_id("documents", key_id).secret).decrypt(sealed[:_NONCE], sealed[_NONCE:], name.encode())
    except (InvalidTag, ValueError) as error:  # a file cut short of its nonce is a ValueError
        raise Refused.because(
            _("The paper's file was changed."), _("Restore it from the backup."), file=name
        ) from error


def names() -> set[str]:
    """The names of every file that lies there."""
    return {path.name for path in (home() / "documents").glob("*/*")}


def remove(name: str) -> None:
    """Remove a file that no row speaks of."""
    _path(name).unlink(missing_ok=True)


def _path(name: str) -> Path:
    return home() / "documents" / name[:2] / name
