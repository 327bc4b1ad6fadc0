"""A folder of declarations is read by walking it, and a slip in a file is told by name."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

from samvirke.foundation.folder import declarations, form_fault, toml_file
from samvirke.foundation.words import Said


@dataclass(frozen=True)
class Duty:
    """What the files of these tests declare."""

    name: str


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., ModuleType]:
    """A package of files with this content."""

    def written(name: str, **files: str) -> ModuleType:
        folder = tmp_path / name
        folder.mkdir()
        (folder / "__init__.py").write_text("", encoding="utf-8")
        for stem, text in files.items():
            opening = f"from {__name__} import Duty\n" if "Duty" in text else ""
            (folder / f"{stem}.py").write_text(opening + text, encoding="utf-8")
        monkeypatch.syspath_prepend(str(tmp_path))
        monkeypatch.setitem(sys.modules, __name__, sys.modules[Duty.__module__])
        importlib.invalidate_caches()
        return importlib.import_module(name)

    return written


def test_every_file_of_a_folder_is_found_by_the_name_of_its_thing(package: Callable[..., ModuleType]):
    found = declarations(
        package("whole_duties", sing='ONE = Duty("sing")', call_a_meeting='ONE = Duty("call-a-meeting")'), Duty
    )
    assert list(found) == ["call-a-meeting", "sing"]
    assert found["sing"] == Duty("sing")


def test_a_file_declares_exactly_one_thing(package: Callable[..., ModuleType]):
    with pytest.raises(LookupError, match=r"two_duties\.both declares 2 of Duty"):
        declarations(package("two_duties", both='ONE = Duty("both")\nTWO = Duty("other")'), Duty)
    with pytest.raises(LookupError, match=r"no_duties\.none declares 0 of Duty"):
        declarations(package("no_duties", none="ONE = 1"), Duty)


def test_a_file_and_its_thing_agree_on_the_name(package: Callable[..., ModuleType]):
    with pytest.raises(LookupError, match=r"misnamed\.sing declares “hum”"):
        declarations(package("misnamed", sing='ONE = Duty("hum")'), Duty)


def test_what_a_form_finds_becomes_a_fault_with_its_key():
    told = form_fault({"loc": ("seats", 0, "agency"), "msg": "Field required", "type": "missing"}, "bodies/raad.toml")
    assert str(told) == "File bodies/raad.toml, key seats[1].agency: The key is missing. Add the key."


@pytest.mark.parametrize("sentence", ["No known CRS.", Said("No known {what}.", {"what": "CRS"})], ids=["id", "said"])
def test_a_form_of_our_own_speaks_its_own_sentence(sentence: str | Said):
    error = {"loc": ("crs",), "msg": "Value error, x", "type": "value_error", "ctx": {"error": ValueError(sentence)}}
    told = form_fault(error, "district.toml")
    assert str(told) == "File district.toml, key crs: No known CRS. Correct the value."


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b'name = "Fjordby', "The file is not TOML"),
        ('name = "Rådet"'.encode("latin-1"), "The file is not UTF-8 (byte 9)"),
        (None, "The file is missing"),
    ],
    ids=["half a string", "another encoding", "no file"],
)
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, content: bytes | None, what: str):
    if content is not None:
        (tmp_path / "body.toml").write_bytes(content)
    said, (fault,) = toml_file(tmp_path / "body.toml", tmp_path)
    assert said == {}
    assert fault.file == "body.toml"
    assert fault.what.text().startswith(what)
    assert fault.remedy.text()


def test_a_file_is_named_from_the_root_of_its_folder(tmp_path: Path):
    (tmp_path / "bodies").mkdir()
    (tmp_path / "bodies" / "raad.toml").write_text('name = "Rådet"', encoding="utf-8")
    assert toml_file(tmp_path / "bodies" / "raad.toml", tmp_path) == ({"name": "Rådet"}, [])
