"""Signs how long the trail is and how it ends, now and then, so that a shorter or another trail can be told from it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.home import home
from samvirke.foundation.words import Said, _
from samvirke.trust.audit.entry import GENESIS
from samvirke.trust.audit.verifier import checkpoint_digest, read_checkpoints, signed_bytes
from samvirke.trust.keys import Key, current, every

_KIND = "audit-signing"


def own_folder() -> Path:
    """Where this installation keeps its checkpoints; made on the way."""
    folder = home() / "checkpoints"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def witness_folder() -> Path | None:
    """`SAMVIRKE_WITNESS`: a folder that somebody else keeps, and that this installation can add to but not change.

    Raises `Refused` when it is named and not there.
    """
    stated = os.environ.get("SAMVIRKE_WITNESS", "")
    folder = Path(stated).expanduser().absolute() if stated else None
    if folder is not None and not folder.is_dir():
        what = Said(_("The witness's folder {folder} is not there."), {"folder": folder})
        raise Refused.because(what, _("Mount it, or correct SAMVIRKE_WITNESS."))
    return folder


def places() -> list[Path]:
    """Every folder that keeps checkpoints of this trail."""
    return [folder for folder in (own_folder(), witness_folder()) if folder is not None]


def public_keys() -> dict[str, str]:
    """The public keys that may have signed, by the id of their secret, oldest first."""
    return {key.id: _public(_signing(key)) for key in every(_KIND)}


def write_checkpoint(size: int, head: str) -> dict[str, Any]:
    """Sign the end of the trail, chain it to the checkpoint before, and put it in the own folder.

    Raises `FileExistsError` when somebody else has just written the one with this number.
    """
    before = kept()[-1:]
    signing = _signing(current(_KIND))
    one = {
        "number": before[0]["number"] + 1 if before else 1,
        "size": size,
        "head": head,
        "at": now().isoformat(timespec="microseconds"),
        "key": _public(signing),
        "before": checkpoint_digest(before[0]) if before else GENESIS,
    }
    one["signature"] = signing.sign(signed_bytes(one)).hex()
    _put(own_folder(), one)
    return one


def send_to_witness() -> int:
    """Give the witness what it does not have yet; how many. A witness that was away gets all it has missed."""
    folder = witness_folder()
    if folder is None:
        return 0
    missing = [one for one in kept() if not (folder / _name(one)).exists()]
    for one in missing:
        _put(folder, one)
    return len(missing)


def kept() -> list[dict[str, Any]]:
    """The checkpoints in the own folder, by their number."""
    return read(own_folder())


def read(folder: Path) -> list[dict[str, Any]]:
    """The checkpoints in a folder, by their number. Raises `Refused` for a file that is none."""
    try:
        return read_checkpoints(folder)
    except ValueError as error:
        what = Said(_("A checkpoint cannot be read ({why})."), {"why": error})
        raise Refused.because(what, _("Fetch it again from the witness, or from the backup."), file=folder) from error


def _put(folder: Path, one: dict[str, Any]) -> None:
    # Never over another: a share that only adds permits neither that nor a name that is changed afterwards.
    with (folder / _name(one)).open("x", encoding="utf-8") as file:
        file.write(json.dumps(one, indent=1) + "\n")
        file.flush()
        os.fsync(file.fileno())


def _name(one: dict[str, Any]) -> str:
    return f"{one['number']:08d}.json"


def _signing(key: Key) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(key.secret)


def _public(signing: Ed25519PrivateKey) -> str:
    return signing.public_key().public_bytes_raw().hex()
