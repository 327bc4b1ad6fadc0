"""The installation's secrets: one folder, one file a key, and a key id that stands with every value made by it."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.home import home, is_demo, keys_folder
from samvirke.foundation.words import Said, _

KINDS = ("dwelling", "documents")
_BYTES = 32


@dataclass(frozen=True)
class Key:
    """A secret and the id under which its values are stored."""

    id: str
    secret: bytes

    def __repr__(self) -> str:
        return f"Key({self.id})"


def current(kind: str) -> Key:
    """The key that new values are made with; the first one is made on the way."""
    folder = _folder(kind)
    ids = sorted(file.stem for file in folder.glob("*.key"))
    return by_id(kind, ids[-1]) if ids else rotate(kind)


def by_id(kind: str, key_id: str) -> Key:
    """The key that an old value was made with.

    Raises `Refused` when the file is gone: what it protected can no longer be read.
    """
    file = _folder(kind) / f"{key_id}.key"
    if not file.is_file():
        what = Said(_("The {kind} key {id} is missing."), {"kind": kind, "id": key_id})
        raise Refused.because(what, _("Restore the folder of keys from its own backup."), file=str(file))
    return Key(key_id, file.read_bytes())


def rotate(kind: str) -> Key:
    """Make a new current key; older ones stay, for the values they made."""
    folder = _folder(kind)
    key = Key(f"{now():%Y%m%dT%H%M%S}-{secrets.token_hex(3)}", secrets.token_bytes(_BYTES))
    handle = os.open(folder / f"{key.id}.key", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(key.secret)
    return key


def _folder(kind: str) -> Path:
    if kind not in KINDS:
        raise LookupError(f"no kind of key is called {kind}")
    root = keys_folder()
    if root.is_relative_to(home()) and not is_demo():
        raise Refused.because(
            _("The folder of keys lies inside the home, so a backup of the home would carry the keys with it."),
            _("Set SAMVIRKE_KEYS to a folder outside SAMVIRKE_HOME."),
            file=str(root),
        )
    folder = root / kind
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder
