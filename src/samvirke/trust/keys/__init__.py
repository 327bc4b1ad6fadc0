"""The installation's secrets: one folder, one file a key, and a key id that stands with every value made by it."""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.home import is_demo, keys_folder, keys_lie_inside, write_secret
from samvirke.foundation.words import Said, _

KINDS = ("dwelling", "documents", "cpr", "agency-match", "subject", "audit-signing", "second-factor")
_BYTES = 32
_FIRST = "0-first"  # stands before every key that is named by its time


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
    if not ids:
        # Two processes may both be the first to ask; they must not end with a key each.
        with suppress(FileExistsError):
            write_secret(folder / f"{_FIRST}.key", secrets.token_bytes(_BYTES))
    return by_id(kind, ids[-1] if ids else _FIRST)


def by_id(kind: str, key_id: str) -> Key:
    """The key that an old value was made with.

    Raises `Refused` when the file is gone or damaged: what it protected can no longer be read.
    """
    file = _folder(kind) / f"{key_id}.key"
    if not file.is_file():
        what = Said(_("The {kind} key {id} is missing."), {"kind": kind, "id": key_id})
        raise Refused.because(what, _("Restore the folder of keys from its own backup."), file=str(file))
    secret = file.read_bytes()
    if len(secret) != _BYTES:
        what = Said(_("The {kind} key {id} is damaged."), {"kind": kind, "id": key_id})
        raise Refused.because(what, _("Restore the folder of keys from its own backup."), file=str(file))
    return Key(key_id, secret)


def every(kind: str) -> list[Key]:
    """All keys of a kind, oldest first; the first one is made on the way."""
    current(kind)
    return [by_id(kind, name) for name in sorted(file.stem for file in _folder(kind).glob("*.key"))]


def rotate(kind: str) -> Key:
    """Make a new current key; older ones stay, for the values they made."""
    folder = _folder(kind)
    key = Key(f"{now():%Y%m%dT%H%M%S%f}-{secrets.token_hex(3)}", secrets.token_bytes(_BYTES))
    write_secret(folder / f"{key.id}.key", key.secret)
    return key


def _folder(kind: str) -> Path:
    if kind not in KINDS:
        raise LookupError(f"no kind of key is called {kind}")
    root = keys_folder()
    if keys_lie_inside() and not is_demo():
        raise Refused.because(
            _("The folder of keys lies inside the home, so a backup of the home would carry the keys with it."),
            _("Set SAMVIRKE_KEYS to a folder outside SAMVIRKE_HOME."),
            file=str(root),
        )
    folder = root / kind
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder
