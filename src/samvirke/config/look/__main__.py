"""Copies what we use of the design system: `python -m samvirke.config.look node_modules`.

Only the style sheet, the typefaces it names (as woff2) and the pictures it names are copied; logos never are.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

BUILT = Path(__file__).resolve().parent / "static" / "built" / "dkfds"
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


def _with_woff2_only(face: re.Match[str]) -> str:
    found = _WOFF2.search(face.group())
    return _SOURCE.sub(f'src:url({found.group(1)}) format("woff2")', face.group()) if found else ""


def _copy(source: Path, target: Path) -> None:
    target = target.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source.resolve(), target)


if __name__ == "__main__":
    build(Path(sys.argv[1]))
