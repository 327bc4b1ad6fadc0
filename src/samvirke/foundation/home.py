"""Where an installation keeps its things: the home, the keys beside it, and the shipped districts."""

from __future__ import annotations

import os
import secrets
import tomllib
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_CHECKOUT = _PACKAGE.parents[1]


def in_checkout() -> bool:
    """Whether the program runs from a checkout of its source."""
    return (_CHECKOUT / "pyproject.toml").is_file() and (_CHECKOUT / "districts").is_dir()


def home() -> Path:
    """`SAMVIRKE_HOME`: `var/` in a checkout, `~/.local/share/samvirke` when installed without one."""
    stated = os.environ.get("SAMVIRKE_HOME", "")
    if stated:
        return Path(stated).expanduser().absolute()
    return _CHECKOUT / "var" if in_checkout() else Path("~/.local/share/samvirke").expanduser()


def keys_folder() -> Path:
    """`SAMVIRKE_KEYS`: a folder of its own, never inside the home or its backups."""
    stated = os.environ.get("SAMVIRKE_KEYS", "")
    return Path(stated).expanduser().absolute() if stated else home().with_name(home().name + "-keys")


def keys_lie_inside() -> bool:
    """Whether the keys lie inside the home, however the two are written: a backup would carry them with it."""
    return keys_folder().resolve().is_relative_to(home().resolve())


def ledger_folder() -> Path:
    """`SAMVIRKE_LEDGER`: where deletions are written down, beside the home and never part of its backups."""
    stated = os.environ.get("SAMVIRKE_LEDGER", "")
    return Path(stated).expanduser().absolute() if stated else home().with_name(home().name + "-ledger")


def public_folder() -> Path:
    """The public process's own folder; another user of the machine may own it."""
    return home() / "public"


def write_secret(file: Path, secret: bytes) -> None:
    """Write a secret that only its own user may read: whole under its name, or not at all.

    Raises `FileExistsError` when the name is taken; what lies there is then whole.
    """
    half = file.with_name(f".{file.name}.{secrets.token_hex(8)}.part")
    handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(secret)
            opened.flush()
            os.fsync(opened.fileno())
        os.link(half, file)
    finally:
        half.unlink()


def shipped_districts() -> Path:
    """The folder with the districts that come with the program."""
    return _CHECKOUT / "districts" if in_checkout() else _PACKAGE / "_districts"


def installation() -> dict[str, object]:
    """What this installation was set up as (`samvirke.toml` in the home): demo or not, the date it stands on."""
    file = home() / "samvirke.toml"
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


def is_demo() -> bool:
    """Whether the installation holds invented data only; `SAMVIRKE_DEMO` (on/off) decides when set."""
    stated = os.environ.get("SAMVIRKE_DEMO", "")
    return stated == "on" if stated else bool(installation().get("demo", False))


def is_casework_on() -> bool:
    """Whether the wing with cases and persons is installed; `SAMVIRKE_CASEWORK` (on/off) decides, the demo has it."""
    stated = os.environ.get("SAMVIRKE_CASEWORK", "")
    return stated == "on" if stated else is_demo()


def is_second_factor_demanded() -> bool:
    """Whether a password alone opens nothing; `SAMVIRKE_SECOND_FACTOR` (on/off) decides, else all but the demo do."""
    stated = os.environ.get("SAMVIRKE_SECOND_FACTOR", "")
    return stated == "on" if stated else not is_demo()
