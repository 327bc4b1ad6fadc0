"""Files that somebody has sent, kept until their import has been seen through and no longer."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterable
from pathlib import Path

from samvirke.foundation.disk import full_disk_refused
from samvirke.foundation.fault import Refused
from samvirke.foundation.home import home


def uploads() -> Path:
    """Where uploaded files wait, each in a folder of its own."""
    return home() / "uploads"


def keep_upload(name: str, content: Iterable[bytes]) -> Path:
    """The file as it now lies in a new folder of its own. Raises `Refused` when the disk is full."""
    folder = uploads() / uuid.uuid4().hex
    folder.mkdir(parents=True, mode=0o700)
    try:
        with full_disk_refused(), (folder / name).open("wb") as file:
            for chunk in content:
                file.write(chunk)
    except Refused:
        forget_upload(folder.name)
        raise
    return folder / name


def forget_upload(folder: str) -> None:
    """Remove an upload with its folder, when it is there still."""
    shutil.rmtree(uploads() / folder, ignore_errors=True)


def sweep_uploads(before: float) -> int:
    """Remove those that came before a moment (seconds): their import was killed. How many went."""
    old = [folder for folder in uploads().glob("*/") if folder.stat().st_mtime < before]
    for folder in old:
        forget_upload(folder.name)
    return len(old)
