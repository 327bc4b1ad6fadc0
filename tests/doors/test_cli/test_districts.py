"""`samvirke district`: a folder is checked, loaded and listed, in words and as JSON, in English and in Danish."""

from __future__ import annotations

import json

import pytest

from samvirke.foundation.fault import Fault
from samvirke.registers.places.models import District

pytestmark = pytest.mark.django_db

SLIP = ("covers = [998, 999]", "covers = []")
CITY_SLIP = ('crs = "EPSG:25832"\n', "")


def spoil(folder, file, slip):
    path = folder / file
    path.write_text(path.read_text(encoding="utf-8").replace(*slip, 1), encoding="utf-8")


def test_a_whole_folder_is_in_order(fjord_folder, command_line):
    assert command_line("district", "check", fjord_folder) == (
        0, f"{fjord_folder} is in order. Bodies: 1; plans: 1.\n", "",
    )  # fmt: skip
    assert command_line("district", "check", fjord_folder, "--json") == (0, "[]\n", "")
    assert not District.objects.filter(pk="fjordkredsen").exists()


@pytest.mark.parametrize(
    ("file", "slip", "key"),
    [("bodies/kredsraad-fjordkredsen.toml", SLIP, "covers"), ("district.toml", CITY_SLIP, "crs")],
    ids=["a name that leads nowhere", "a fault of form"],
)
def test_a_folder_at_fault_is_told_by_file_and_key(fjord_folder, command_line, in_danish, file, slip, key):
    spoil(fjord_folder, file, slip)
    code, out, _err = command_line("district", "check", fjord_folder)
    assert code == 4
    assert out.startswith(f"File {file}, key {key}: ")
    code, told, _err = command_line("district", "check", fjord_folder, "--json")
    (fault,) = json.loads(told)
    assert (code, fault["file"], fault["key"], fault["text"]) == (4, file, key, out.strip())
    assert str(Fault.of({name: fault[name] for name in fault if name != "text"})) == out.strip()
    assert in_danish("district", "check", fjord_folder)[1].startswith(f"Fil {file}, nøgle {key}: ")


def test_a_folder_that_is_not_there_is_told(command_line, in_danish, tmp_path):
    for verb, expected in (("check", 4), ("load", 2)):
        code, out, err = command_line("district", verb, tmp_path / "gone")
        assert code == expected
        assert f"There is no folder {tmp_path / 'gone'}." in out + err
        assert "There is no folder" not in "".join(in_danish("district", verb, tmp_path / "gone")[1:])


def test_a_folder_is_loaded_and_again(fjord_folder, command_line, in_danish):
    said = "The Fjord District is loaded. Bodies: 1; plan sections: 2; commitments: 2.\n"
    assert command_line("district", "load", fjord_folder) == (0, said, "")
    code, out, _err = in_danish("district", "load", fjord_folder)
    assert (code, "Fjordkredsen" in out, "is loaded" in out) == (0, True, False)
    assert District.objects.get(pk="fjordkredsen").loaded_at


def test_a_folder_at_fault_is_not_loaded(fjord_folder, command_line):
    spoil(fjord_folder, "bodies/kredsraad-fjordkredsen.toml", SLIP)
    code, out, err = command_line("district", "load", fjord_folder)
    assert (code, out) == (2, "")
    assert "key covers: “kredsraad-fjordkredsen” covers no municipality." in err
    assert not District.objects.filter(pk="fjordkredsen").exists()


def test_districts_are_listed_with_their_bodies_and_sources(fjord, command_line, in_danish):
    code, out, _err = command_line("district", "list")
    assert code == 0
    assert "fjordkredsen: The Fjord District\n  bodies: kredsraad-fjordkredsen\n  sources: opdigtet\n" in out
    assert "fjordkredsen: Fjordkredsen\n" in in_danish("district", "list")[1]
    code, told, _err = command_line("district", "list", "--json")
    assert code == 0
    names = {"id": "fjordkredsen", "name": "The Fjord District"}
    assert {**names, "bodies": ["kredsraad-fjordkredsen"], "sources": ["opdigtet"]} in json.loads(told)
