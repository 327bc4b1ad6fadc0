"""A town in a file, and the two ways a command line ends: with an answer or with a sentence."""

from __future__ import annotations

import json

import pytest
from tests.doors.test_cli_analyse.rows import TOWN

from samvirke.doors.cli.main import run


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("SAMVIRKE_LANGUAGE", "en")


@pytest.fixture
def csv(tmp_path):
    """Writes a CSV file from its text."""

    def write(text, name="incidents.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


@pytest.fixture
def town(csv):
    return csv("x,y,date,place\n" + "".join(f"{x},{y},{date},{place}\n" for x, y, date, place in TOWN))


@pytest.fixture
def asked(capsys):
    """Runs a command line and gives the JSON that it answers."""

    def ask(*words):
        assert run(["analyse", *map(str, words), "--json"]) == 0
        return json.loads(capsys.readouterr().out, parse_constant=lambda word: pytest.fail(f"{word} is not JSON"))

    return ask


@pytest.fixture
def refused(capsys):
    """Runs a command line that is refused and gives the sentence."""

    def ask(*words):
        assert run(["analyse", *map(str, words)]) == 2
        return capsys.readouterr().err.strip()

    return ask
