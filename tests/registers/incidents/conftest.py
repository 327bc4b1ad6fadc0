"""What the tests of imports stand on: an invented district, a home that only they use, and homes for whole programs."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.registers.incidents.arrange import Home, write_rows

from samvirke.registers.incidents.commands.import_incidents import import_file
from samvirke.registers.incidents.engine.outcome import Outcome
from samvirke.registers.incidents.models import Source
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import system

_FOLDER = Path(__file__).resolve().parents[2] / "handovers" / "fixtures" / "fjordkredsen"


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own for the store, the mappings and the keys; the database stays where it is."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("SAMVIRKE_HOME", str(home))
    monkeypatch.setenv("SAMVIRKE_KEYS", str(tmp_path / "keys"))
    return home


@pytest.fixture
def source(fjord: District, own_home: Path) -> Source:
    """The one source of the invented district; it is read as the Danish CSV."""
    return Source.objects.select_related("district").get(pk="opdigtet")


@pytest.fixture
def take(source: Source) -> Callable[..., Outcome]:
    """Import a file into the source as the operator would: `take(path)`, `take(path, dry=True)`."""

    def taken(path: Path, **options: object) -> Outcome:
        return import_file(system("operator"), source=source, path=path, **{"language": "en", **options})

    return taken


@pytest.fixture
def take_rows(take: Callable[..., Outcome], tmp_path: Path) -> Callable[..., Outcome]:
    """Write rows as a Danish CSV and import it: `take_rows([row(journal="A1"), row(journal="A2")])`."""

    def taken(rows: list[dict[str, str]], **options: object) -> Outcome:
        return take(write_rows(tmp_path / "rows.csv", rows), **options)

    return taken


@pytest.fixture(scope="session")
def _first_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home that the program itself has made, with the invented district loaded."""
    place = tmp_path_factory.mktemp("program")
    folder = place / "fjordkredsen"
    shutil.copytree(_FOLDER, folder)
    file = folder / "district.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('country = "DK"', 'country = "XX"'), encoding="utf-8")
    home = Home(place / "home")
    said = home.run("district", "load", str(folder))
    assert said.returncode == 0, said.stderr
    return home


@pytest.fixture
def program(_first_home: Home, tmp_path: Path) -> Home:
    """A home in which the program is run as a process of its own, as somebody types it."""
    shutil.copytree(_first_home.folder, tmp_path / "home")
    return Home(tmp_path / "home")
