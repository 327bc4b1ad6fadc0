"""Where an installation keeps its things: the home, the keys beside it, and the shipped districts."""

from __future__ import annotations

import os
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


def public_folder() -> Path:
    """The public process's own folder; another user of the machine may own it."""
    return home() / "public"


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
