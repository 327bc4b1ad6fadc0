"""No file knows the machine it was written on, and the locks name releases, never the places they are fetched from."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.floorplan.source import ROOT

# Somebody's own folders are no part of a program.
_OWN_FOLDER = re.compile(r"(?<![\w.}])/(?:root|Users|home/(?!keys)\w+)/")
_FETCHED_FROM = re.compile(r"https?://|index-url|registry", re.I)
LOCKS = ("requirements/run.txt", "requirements/setup.txt", "requirements/test.txt", "requirements/uv.txt")
_THIS = Path(__file__).resolve()


def kept_files() -> list[Path]:
    """Every file that the repository holds or would take up."""
    if shutil.which("git") is None:
        pytest.skip("there is no git here")
    git = ["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(git, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("the sources are no checkout")
    return [path for name in listed.stdout.splitlines() if (path := ROOT / name).is_file() and path != _THIS]


def test_no_file_knows_anybodys_own_folder():
    found = {}
    for path in kept_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        if folders := _OWN_FOLDER.findall(text):
            found[str(path.relative_to(ROOT))] = folders
    assert found == {}


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("see /root/notes", True),
        ("/home/eva/samvirke", True),
        ("https://samvirke.example/home/site", False),
        ("{tmp}/home/keys", False),
    ],
)
def test_a_folder_of_somebodys_own_would_be_found(text: str, is_one: bool):
    assert bool(_OWN_FOLDER.search(text)) == is_one


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_pins_every_release_by_its_hash_and_names_no_registry(name: str):
    text = (ROOT / name).read_text(encoding="utf-8")
    pinned = re.findall(r"^[A-Za-z0-9._\[\]-]+==\S+", text, re.M)
    assert len(pinned) >= 1
    assert _FETCHED_FROM.findall(text) == []
    blocks = re.split(r"\n(?=[A-Za-z])", text.strip())
    assert [block.split()[0] for block in blocks if "==" in block and "--hash=sha256:" not in block] == []


def test_the_lock_of_the_looks_names_no_registry_either():
    text = (ROOT / "package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(text)["packages"]
    assert all("integrity" in package for name, package in packages.items() if name)
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert _FETCHED_FROM.findall(json.dumps([sorted(package) for package in packages.values()])) == []


def test_no_registry_is_written_into_the_settings_of_the_installers():
    for name in ("pyproject.toml", ".npmrc", "Makefile", "package.json"):
        spoken = (ROOT / name).read_text(encoding="utf-8")
        assert not re.search(r"index-url\s*=|registry\s*=\s*http|--index-url|https?://[^\s\"]*(pypi|npm)", spoken), name


@pytest.mark.parametrize("line", ["--index-url https://pypi.org/simple", "# from registry.example"])
def test_a_registry_in_a_lock_would_be_found(line: str):
    assert _FETCHED_FROM.findall(line)
