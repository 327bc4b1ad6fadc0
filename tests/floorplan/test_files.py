"""Files open with a sentence about themselves, and neither files nor functions nor templates grow without end."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.floorplan.source import PACKAGE, Source, sources

LONGEST_FILE, LONGEST_FUNCTION, LONGEST_TEMPLATE = 250, 60, 120
TEMPLATES = sorted(path for path in PACKAGE.rglob("templates/**/*") if path.is_file() and path.suffix != ".pyc")
# One sentence of two words or more; an analysis may ask its question first.
_SENTENCE = re.compile(r"(?:[A-Z][^.?]*\? )?[A-Z`](?:[^.]|\.(?! ))* (?:[^.]|\.(?! ))*[.?]")
# The translations' collector is a program of its own.
_MAY_BE_LONG = ("locale/",)


def without_a_sentence(source: Source) -> bool:
    """Whether the first line is no sentence about the file."""
    first = (ast.get_docstring(source.tree) or "").partition("\n")[0]
    return not _SENTENCE.fullmatch(first)


def too_long(source: Source) -> bool:
    return source.lines > LONGEST_FILE and not source.name.startswith(_MAY_BE_LONG)


def long_functions(source: Source) -> list[str]:
    return [one.name for one in source.functions if (one.end_lineno or 0) - one.lineno >= LONGEST_FUNCTION]


def test_there_are_files_to_look_at():
    assert len(sources()) > 300
    assert len(TEMPLATES) > 10


def test_every_file_opens_with_a_sentence_about_itself():
    assert [source.name for source in sources() if without_a_sentence(source)] == []


def test_no_file_is_longer_than_its_ceiling():
    assert [(source.name, source.lines) for source in sources() if too_long(source)] == []


def test_no_function_is_longer_than_its_ceiling():
    assert {source.name: long_functions(source) for source in sources() if long_functions(source)} == {}


def test_half_of_all_functions_are_short():
    lengths = sorted((one.end_lineno or 0) - one.lineno + 1 for source in sources() for one in source.functions)
    assert lengths[len(lengths) // 2] <= 10


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_is_longer_than_its_ceiling(template: Path):
    assert len(template.read_text(encoding="utf-8").splitlines()) <= LONGEST_TEMPLATE


@pytest.mark.parametrize(
    ("check", "text"),
    [
        pytest.param(without_a_sentence, "import os\n", id="no docstring"),
        pytest.param(without_a_sentence, '"""what it does."""\n', id="no capital letter"),
        pytest.param(without_a_sentence, '"""The utilities"""\n', id="no full stop"),
        pytest.param(without_a_sentence, '"""Utilities."""\n', id="a word for a sentence"),
        pytest.param(without_a_sentence, '"""The plans. And the goals."""\n', id="two sentences"),
        pytest.param(too_long, "x = 1\n" * 251, id="a file too long"),
        pytest.param(long_functions, "def f():\n" + "    x = 1\n" * 60, id="a function too long"),
    ],
)
def test_a_careless_file_would_be_found(check: Callable[[Source], object], text: str):
    assert check(Source("desks/plan/careless.py", text))
