"""The documentation says what the product does: the generated part is fresh, links lead somewhere, commands exist."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from samvirke.doors.cli.commands.reference import pages
from samvirke.doors.cli.main import root

_ROOT = Path(__file__).resolve().parents[2]
_PAGES = sorted([*(_ROOT / "docs").rglob("*.md"), *_ROOT.glob("*.md")])
_IDS = [str(page.relative_to(_ROOT)) for page in _PAGES]
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s#]+)(#[^)\s]*)?\)")
_COMMAND = re.compile(r"^\s*(?:\$ )?(?:\.venv/bin/)?samvirke (.+?)(?:\s+#.*)?$", re.MULTILINE)
_FENCE = re.compile(r"^```(?:sh|bash|console|)\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("name", sorted(pages()))
def test_the_generated_reference_is_what_is_declared(name: str) -> None:
    assert (_ROOT / "docs" / "reference" / name).read_text(encoding="utf-8") == pages()[name], "run `make docs`"


@pytest.mark.parametrize("page", _PAGES, ids=_IDS)
def test_every_link_leads_to_a_file(page: Path) -> None:
    links = [target for target, _anchor in _LINK.findall(page.read_text(encoding="utf-8"))]
    inside = [target for target in links if "://" not in target and not target.startswith("mailto:")]
    assert [target for target in inside if not (page.parent / target).exists()] == []


def test_every_page_is_on_the_front_page_of_the_documentation_or_one_click_from_it() -> None:
    reached, waiting = set(), [_ROOT / "docs" / "README.md"]
    while waiting:
        page = waiting.pop().resolve()
        if page in reached or page.suffix != ".md" or not page.is_file():
            continue
        reached.add(page)
        waiting += [page.parent / target for target, _anchor in _LINK.findall(page.read_text(encoding="utf-8"))]
    assert {page.resolve() for page in (_ROOT / "docs").rglob("*.md")} - reached == set()


@pytest.mark.parametrize("page", _PAGES, ids=_IDS)
def test_every_command_that_a_page_types_is_there_with_its_options(page: Path) -> None:
    for block in _FENCE.findall(page.read_text(encoding="utf-8").replace("\\\n", " ")):
        for typed in _COMMAND.findall(block):
            _walk(shlex.split(typed))


def test_a_command_that_is_not_there_would_be_found() -> None:
    with pytest.raises(AssertionError, match="pcak"):
        _walk(["pcak", "lokalraad-randers"])
    with pytest.raises(AssertionError, match="--quater"):
        _walk(["pack", "lokalraad-randers", "--quater", "2024Q2"])


def test_every_make_target_that_the_readme_names_is_there() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (_ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in (_ROOT / "README.md", _ROOT / "CONTRIBUTING.md"):
        named = set(re.findall(r"`?make ([a-z-]+)", page.read_text(encoding="utf-8")))
        assert named - targets - {"sure"} == set(), page.name


def test_the_settings_page_names_every_setting_that_is_read() -> None:
    setting = re.compile(r"\bSAMVIRKE_[A-Z_]+\b")
    sources = (file.read_text(encoding="utf-8") for file in (_ROOT / "src").rglob("*.py"))
    read = {name for text in sources for name in setting.findall(text)}
    told = set(setting.findall((_ROOT / "docs" / "reference" / "settings.md").read_text(encoding="utf-8")))
    assert told == read


def _walk(words: list[str]) -> None:
    """Follow the words of a command line down to its command, and look up every option there."""
    found: click.Command = root
    context = click.Context(found, info_name="samvirke")
    while isinstance(found, click.Group) and words and not words[0].startswith("-"):
        inner = found.get_command(context, words[0])
        assert inner is not None, f"there is no command “{words[0]}”"
        found, words = inner, words[1:]
    known = {option for parameter in found.params for option in (*parameter.opts, *parameter.secondary_opts)}
    for word in words:
        option = word.split("=", 1)[0]
        assert not option.startswith("--") or option in known | {"--help"}, f"{option} is no option of {found.name}"
