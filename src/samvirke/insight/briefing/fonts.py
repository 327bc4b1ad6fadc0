"""Copies the design system's typefaces to where papers are set from; run with the folder node_modules at set-up."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

FONTS = Path(__file__).resolve().parent / "built" / "fonts"
_FACES = ("Regular", "Italic", "Medium", "SemiBold", "Bold")


def copy_fonts(node_modules: Path) -> None:
    """IBM Plex Sans (OFL), the faces that papers use."""
    source = node_modules / "dkfds" / "dist" / "fonts" / "IBMPlexSans" / "complete" / "ttf"
    FONTS.mkdir(parents=True, exist_ok=True)
    for face in _FACES:
        shutil.copyfile(source / f"IBMPlexSans-{face}.ttf", FONTS / f"IBMPlexSans-{face}.ttf")
    shutil.copyfile(source / "license.txt", FONTS / "license.txt")


if __name__ == "__main__":
    copy_fonts(Path(sys.argv[1]))
