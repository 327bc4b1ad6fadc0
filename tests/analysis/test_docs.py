"""The examples on the pages of the analyses: each is run, and what it prints is what the page says it prints."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest

PAGES = Path(__file__).resolve().parents[2] / "docs" / "explanation" / "analyses"
EXAMPLE = re.compile(r"^```python\n(.*?)^```\n\s*^```text\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("page", sorted(set(PAGES.glob("*.md")) - {PAGES / "README.md"}), ids=lambda page: page.stem)
def test_what_an_example_prints_is_what_its_page_says(page):
    text = page.read_text(encoding="utf-8")
    examples = EXAMPLE.findall(text)
    assert len(examples) == text.count("```python") > 0
    names: dict[str, object] = {}
    for code, printed in examples:
        with contextlib.redirect_stdout(io.StringIO()) as said:
            exec(compile(code, str(page), "exec"), names)
        assert said.getvalue() == printed


def test_the_proofs_that_are_named_exist():
    named = set(re.findall(r"`(test_\w+)`", (PAGES / "README.md").read_text(encoding="utf-8")))
    sources = "\n".join(each.read_text(encoding="utf-8") for each in Path(__file__).parent.glob("test_*.py"))
    assert len(named) > 20
    assert named <= set(re.findall(r"^def (test_\w+)\(", sources, re.MULTILINE))
