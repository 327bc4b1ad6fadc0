"""`python -m samvirke.locale collect|compile`: gathers the message ids, and compiles what is translated."""

from __future__ import annotations

import sys
from pathlib import Path

from babel.messages import frontend

_HERE = Path(__file__).resolve().parent
_SOURCE = _HERE.parent
_MARKS = ["-k", "_", "-k", "Said:1", "-k", "said:1", "-k", "gettext_lazy", "-k", "because:1", "-k", "because:2"]


def collect(template: Path = _HERE / "django.pot") -> None:
    """Write every message id into the template and bring each language's file up to date with it."""
    babel = frontend.CommandLineInterface()
    mapping = str(_HERE / "babel.ini")
    babel.run(["pybabel", "-q", "extract", "-F", mapping, *_MARKS, "--no-location", "--omit-header", "--sort-output",
               "-o", str(template), str(_SOURCE)])  # fmt: skip
    babel.run(["pybabel", "-q", "update", "-D", "django", "-i", str(template), "-d", str(_HERE), "--no-fuzzy-matching",
               "--omit-header", "--ignore-obsolete", "-N"])  # fmt: skip


def compile_all() -> None:
    """Compile each language's file into what the program reads."""
    frontend.CommandLineInterface().run(["pybabel", "-q", "compile", "-D", "django", "-d", str(_HERE)])


if __name__ == "__main__":
    {"collect": collect, "compile": compile_all}[sys.argv[1] if len(sys.argv) > 1 else "compile"]()
