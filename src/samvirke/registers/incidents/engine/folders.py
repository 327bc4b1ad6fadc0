"""Where a source's files lie in the home."""

from __future__ import annotations

from pathlib import Path

from samvirke.foundation.home import home


def store_root(source: str) -> Path:
    """The folder of one source; paths in a version are counted from here."""
    return home() / "incidents" / source


def rejected_folder() -> Path:
    """Where the files of rejected rows are put for whoever imported."""
    return home() / "rejected"
