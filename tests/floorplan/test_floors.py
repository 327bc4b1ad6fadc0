"""A floor uses the floors below it, never one above, in imports and in the keys of its tables."""

from __future__ import annotations

import configparser
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import models
from importlinter.api import read_configuration
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports
from tests.floorplan.source import PACKAGE, ROOT

FLOORS = ("foundation", "analysis", "trust", "registers", "desks", "insight", "handovers", "doors", "config")
HOUSES_OF_STRANGERS = ("doors", "insight", "desks", "registers", "trust")


def contracts() -> dict[str, configparser.SectionProxy]:
    file = configparser.ConfigParser()
    file.read(ROOT / ".importlinter")
    return {name.rpartition(":")[2]: file[name] for name in file.sections() if ":contract:" in name}


def folders(package: str) -> set[str]:
    """The rooms of a floor: its folders, and files that are a room by themselves."""
    inside = (PACKAGE / package).iterdir()
    names = {path.name.removesuffix(".py") for path in inside if path.is_dir() or path.suffix == ".py"}
    return {name for name in names if not name.startswith("__")}


def named_layers(contract: configparser.SectionProxy) -> set[str]:
    words = contract["layers"].replace("|", " ").replace("(", " ").replace(")", " ")
    return set(words.split())


def upstairs(own: str, other: str) -> bool:
    """Whether a module of the program lies on a higher floor than another."""
    floor = {name: height for height, name in enumerate(FLOORS)}
    return floor[other.split(".")[1]] > floor[own.split(".")[1]]


def keys() -> Iterator[tuple[str, str, str]]:
    """Every foreign key of our tables: its table, and the modules of both ends."""
    for model in apps.get_models():
        if model.__module__.startswith("samvirke."):
            for field in model._meta.get_fields():
                if isinstance(field, models.ForeignKey | models.ManyToManyField):
                    other = field.related_model.__module__
                    if other.startswith("samvirke."):
                        yield f"{model._meta.label}.{field.name}", model.__module__, other


def test_every_contract_between_the_floors_holds(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.chdir(ROOT)
    monkeypatch.syspath_prepend(str(ROOT / "src"))
    status = lint_imports(config_filename=str(ROOT / ".importlinter"), cache_dir=None)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_the_contracts_are_read_from_the_file_that_the_build_reads():
    read = read_configuration(str(ROOT / ".importlinter"))
    assert {options["id"] for options in read["contracts_options"]} == set(contracts())


@pytest.mark.parametrize("name", ["floors", *HOUSES_OF_STRANGERS])
def test_a_new_folder_breaks_the_build_until_the_contract_names_it(name: str):
    contract = contracts()["floors" if name == "floors" else name]
    assert contract["type"] == "layers"
    assert contract["exhaustive"] == "True"
    assert contract["containers"] == ("samvirke" if name == "floors" else f"samvirke.{name}")
    assert folders("." if name == "floors" else name) <= named_layers(contract)


def test_the_floors_stand_in_the_order_of_the_plan():
    lines = [line.split() for line in contracts()["floors"]["layers"].strip().splitlines()]
    assert [words[0] for words in reversed(lines)] == list(FLOORS)


def test_no_key_points_to_a_table_upstairs():
    found = list(keys())
    assert len(found) > 20
    assert [name for name, own, other in found if upstairs(own, other)] == []


def test_a_key_that_points_upstairs_would_be_found():
    assert upstairs("samvirke.registers.partners.models.body", "samvirke.desks.plan.models.plan")
    assert not upstairs("samvirke.desks.plan.models.plan", "samvirke.registers.partners.models.body")
    assert not upstairs("samvirke.registers.partners.models.seat", "samvirke.registers.places.models.district")


def test_every_room_of_the_staff_is_out_of_reach_of_the_public_process():
    contract = contracts()["two-worlds"]
    forbidden = set(contract["forbidden_modules"].split())
    assert {"samvirke.doors.public", "samvirke.config.public"} <= set(contract["source_modules"].split())
    rooms = {f"samvirke.registers.{room}" for room in folders("registers") - {"publications", "intake"}}
    doors = {f"samvirke.doors.{room}" for room in folders("doors") - {"public"}}
    floors = {f"samvirke.{floor}" for floor in ("trust", "desks", "insight", "handovers")}
    assert rooms | doors | floors | {"samvirke.config.staff", "samvirke.config.staff_urls"} <= forbidden


def test_the_trail_and_the_publications_have_no_keys_at_all():
    rooms = ("audit", "oversight", "publications")
    standing_alone = [model for room in rooms for model in apps.get_app_config(room).get_models()]
    assert len(standing_alone) == 6
    assert [
        field for model in standing_alone for field in model._meta.get_fields() if isinstance(field, models.ForeignKey)
    ] == []
