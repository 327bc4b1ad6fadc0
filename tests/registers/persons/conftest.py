"""Two municipalities' caseworkers, and keys that are the test's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from samvirke.desks.casework.models import Case
from samvirke.registers.persons.commands.put_person import put_person
from samvirke.registers.persons.models import Person
from samvirke.trust.access.actor import Actor
from samvirke.trust.identity.models import Agency

HERE, THERE = "fjordby-kommune", "fjordkredsens-politi"
NUMBER, OTHER = "010107-4321", "311299-1234"  # invented
Put = Callable[..., Person]


@pytest.fixture(autouse=True)
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of keys that is gone with the test: some of these tests change and damage keys."""
    monkeypatch.setenv("SAMVIRKE_KEYS", str(tmp_path / "keys"))
    return tmp_path / "keys"


@pytest.fixture
def workers(fjord: object, person: Callable[..., Actor]) -> dict[str, Actor]:
    """Who does casework in each of the two agencies. The demo's cases and people are not there for these tests."""
    Case.objects.filter(invented=True).delete()
    Person.objects.filter(invented=True).delete()
    return {agency: person("caseworker", agency) for agency in (HERE, THERE)}


@pytest.fixture
def put(workers: dict[str, Actor]) -> Put:
    """Enter somebody as the agency's own caseworker."""

    def entered(name: str = "Sofie Opdigtet", agency: str = HERE, **facts: object) -> Person:
        return put_person(
            workers[agency], agency=Agency.objects.get(pk=agency), name=name, **{"invented": True, **facts}
        )

    return entered
