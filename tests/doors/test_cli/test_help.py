"""Every command explains itself, and the generated reference says the same."""

from __future__ import annotations

import click
import pytest

from samvirke import __version__
from samvirke.doors.cli.main import root


def paths(found=root, path=(), above=None):
    """Every command and group that the command line has."""
    yield path
    if isinstance(found, click.Group):
        context = click.Context(found, info_name=" ".join(path), parent=above, **root.context_settings)
        for name in found.list_commands(context):
            yield from paths(found.get_command(context, name), (*path, name), context)


EVERY = list(paths())
WANTED = {
    "accounts": "add", "audit": "verify", "district": "check list load", "import": "boundaries denominators incidents",
    "jobs": "run schedule work", "keys": "rotate", "plan": "read",
}  # fmt: skip


def test_the_command_line_has_what_the_operator_needs():
    assert {("demo",), ("migrate",), ("pack",), ("reference",), ("serve",)} - set(EVERY) == set()
    assert {(group, name) for group, names in WANTED.items() for name in names.split()} - set(EVERY) == set()


@pytest.mark.parametrize("path", EVERY, ids=" ".join)
def test_a_command_explains_itself(path, command_line):
    for asks in ("--help", "-h"):
        code, out, err = command_line(*path, asks)
        assert (code, err) == (0, "")
        usage, _blank, first, *_rest = out.splitlines()
        assert usage.startswith(f"Usage: {' '.join(('samvirke', *path))}")
        assert len(first.split()) >= 3


@pytest.mark.parametrize("path", EVERY, ids=" ".join)
def test_an_option_that_is_not_there_is_a_wrong_request(path, command_line):
    code, out, err = command_line(*path, "--no-such-option")
    assert (code, out) == (2, "")
    assert "--no-such-option" in err


@pytest.mark.parametrize(
    "words",
    ["pack", "pack lokalraad-randers", "district check", "district load", "import incidents", "import boundaries",
     "import denominators", "accounts add", "jobs run", "keys rotate", "reference"],
)  # fmt: skip
def test_a_command_without_what_it_needs_says_what_is_missing(words, command_line):
    code, out, err = command_line(*words.split())
    assert (code, out) == (2, "")
    assert "Error: Missing" in err


def test_the_version_is_told(command_line):
    assert command_line("--version") == (0, f"samvirke, version {__version__}\n", "")


def test_the_reference_has_a_page_for_the_command_line_and_names_every_command(db, command_line, in_danish, tmp_path):
    code, out, _err = command_line("reference", tmp_path / "reference")
    pages = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "reference").rglob("*.md")}
    assert (code, out) == (0, f"{len(pages)} reference pages are written to {tmp_path / 'reference'}.\n")
    headings = {line for line in pages["command-line.md"].splitlines() if line.startswith("## ")}
    assert headings >= {f"## {' '.join(('samvirke', *path))}" for path in EVERY}
    assert "reference pages" not in in_danish("reference", tmp_path / "reference")[1]


def test_a_reference_that_cannot_be_written_is_told_by_its_place(db, command_line, tmp_path):
    (tmp_path / "taken").write_text("", encoding="utf-8")
    code, _out, err = command_line("reference", tmp_path / "taken")
    assert code == 2
    assert str(tmp_path / "taken") in err
