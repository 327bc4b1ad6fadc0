"""Copies what we use of the design system and of the map's library: `python -m samvirke.config.look node_modules`.

Of the design system only the style sheet, the typefaces it names (as woff2) and the pictures it names are copied; logos
never are. Of MapLibre the two scripts; its style sheet is left out, as its pictures lie in the sheet itself, which our
policy of content forbids.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

BUILT = Path(__file__).resolve().parent / "static" / "built" / "dkfds"
BUILT_MAP = BUILT.parent / "maplibre"
_SCRIPTS = ("maplibre-gl.mjs", "maplibre-gl-worker.mjs")
_SOURCE_MAP = re.compile(r"\n//# sourceMappingURL=\S+\s*$")
_FACE = re.compile(r"@font-face\{[^}]*\}")
_WOFF2 = re.compile(r"url\(([^)]*?complete/woff2/[^)]+\.woff2)\)")
_SOURCE = re.compile(r"src:[^;}]+")
_NAMED = re.compile(r"url\(\"?(\.\./[^)\"]+)\"?\)")


def build(node_modules: Path) -> None:
    """Write the style sheet and what it names below `BUILT`."""
    source = node_modules / "dkfds" / "dist"
    style = (source / "css" / "dkfds.min.css").read_text(encoding="utf-8")
    style = _FACE.sub(_with_woff2_only, style).replace("/*# sourceMappingURL=dkfds.min.css.map */", "")
    for named in sorted(set(_NAMED.findall(style))):
        if "logo" in named:
            style = style.replace(named, "data:,")
        else:
            _copy(source / "css" / named, BUILT / "css" / named)
    (BUILT / "css").mkdir(parents=True, exist_ok=True)
    (BUILT / "css" / "dkfds.min.css").write_text(style, encoding="utf-8")
    shutil.copyfile(source / "LICENSE.md", BUILT / "LICENSE.md")


def build_map(node_modules: Path) -> None:
    """Write the scripts that draw the map below `BUILT_MAP`."""
    source = node_modules / "maplibre-gl"
    BUILT_MAP.mkdir(parents=True, exist_ok=True)
    for name in _SCRIPTS:
        script = (source / "dist" / name).read_text(encoding="utf-8")
        (BUILT_MAP / name).write_text(_SOURCE_MAP.sub("\n", script), encoding="utf-8")
    shutil.copyfile(source / "LICENSE.txt", BUILT_MAP / "LICENSE.txt")


def _with_woff2_only(face: re.Match[str]) -> str:
    found = _WOFF2.search(face.group())
    return _SOURCE.sub(f'src:url({found.group(1)}) format("woff2")', face.group()) if found else ""


def _copy(source: Path, target: Path) -> None:
    target = target.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source.resolve(), target)


if __name__ == "__main__":
    build(Path(sys.argv[1]))
    build_map(Path(sys.argv[1]))
