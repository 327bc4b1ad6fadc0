"""`samvirke analyse --help`: every analysis is there with its question, and its example can be copied."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from tests.analysis.examples import ANALYSES

from samvirke.doors.cli.main import run


def test_help_lists_every_analysis_with_its_question(capsys):
    assert run(["analyse", "--help"]) == 0
    said = capsys.readouterr().out
    for analysis in ANALYSES.values():
        assert analysis.about.name in said
        assert analysis.about.question in said


@pytest.mark.parametrize("name", sorted(ANALYSES))
def test_the_help_of_an_analysis_says_what_it_asks_and_gives_an_example(capsys, name):
    assert run(["analyse", name, "--help"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert ANALYSES[name].about.question in said
    assert ANALYSES[name].about.caution.split(".")[0] in said
    assert f"samvirke analyse {name}" in said


def test_the_example_of_each_help_can_be_copied(capsys, csv, monkeypatch, tmp_path):
    """With the files that it names."""
    rows = [
        f"{1000 + i * 7},{2000 - i * 3},2024-03-{1 + i % 30:02d} 22:{i % 60:02d},street {i % 5},theft,"
        f"{i % 7},{i % 9},{i % 2}"
        for i in range(320)
    ]
    csv("x,y,time,place,offence,count,minutes,answer\n" + "\n".join(rows) + "\n")
    csv("offence,days\ntheft,2\n", "weights.csv")
    csv("x,y,count\n" + "".join(f"{900 + i % 7},{i // 7},{i * i % 11}\n" for i in range(49)), "cells.csv")
    csv("x,y,weight\n0,700,1\n300,800,2\n900,0,4\n", "demand.csv")
    csv("x,y\n100,700\n800,0\n", "sites.csv")
    monkeypatch.chdir(tmp_path)
    for name in ANALYSES:
        assert run(["analyse", name, "--help"]) == 0
        words = " ".join(capsys.readouterr().out.split())
        example = words[words.rindex("samvirke analyse") :].split()
        assert run(example[1:]) == 0, example
        assert json.loads(capsys.readouterr().out)["name"] == name


def test_it_runs_as_a_program_without_django(town):
    program = "import sys; from samvirke.doors.cli.main import run; run(sys.argv[1:]); print('django' in sys.modules)"
    words = ["analyse", "concentration", town, "--place", "place"]
    said = subprocess.run(
        [sys.executable, "-c", program, *words], capture_output=True, text=True, check=True, env=dict(os.environ)
    )
    assert said.stdout.strip().endswith("False")
