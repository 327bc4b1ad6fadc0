"""`samvirke study`: works a study out at the command line, keeps it, and lists what is kept."""

from __future__ import annotations

import json

import pytest

from samvirke.insight.studies.models import Study

pytestmark = pytest.mark.django_db
_ASKED = ("--district", "oestjylland", "--category", "burglary-home", "--from", "2023-07-01", "--to", "2024-07-01")
_BANDS = ("--area", 730, "--set", "metres=0,200,1000", "--set", "days=0,14,60", "--set", "shuffles=99", "--seed", 7)


def test_it_is_worked_out_kept_and_listed(demo, command_line):
    code, printed, complained = command_line("study", "run", "near-repeat", *_ASKED, *_BANDS, "--json")
    assert code == 0, complained
    found = json.loads(printed)
    assert (found["seed"], found["ran_on"], len(found["result"]["observed"])) == (7, "local", 2)
    kept = Study.objects.get(pk=found["study"])
    assert (kept.digest, kept.found["result"]) == (found["digest"], found["result"])
    again = json.loads(command_line("study", "run", "near-repeat", *_ASKED, *_BANDS, "--json")[1])
    assert (again["digest"], again["result"]) == (found["digest"], found["result"])
    listed = json.loads(command_line("study", "list", "--district", "oestjylland", "--json")[1])
    assert {found["study"], again["study"]} <= {one["study"] for one in listed}


def test_its_table_is_printed_with_what_to_read_with_it(demo, command_line):
    code, printed, _complained = command_line("study", "run", "near-repeat", *_ASKED, *_BANDS)
    assert code == 0
    assert "p 0." in printed
    assert "by chance alone" in printed


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("study", "run", "nothing", *_ASKED), "nothing"),
        (("study", "run", "near-repeat", *_ASKED, "--set", "shuffles"), "NAME=VALUE"),
        (("study", "run", "near-repeat", *_ASKED, "--set", "colour=red"), "colour"),
        (("study", "run", "near-repeat", *_ASKED, "--area", 101), "101"),
    ],
)
def test_what_cannot_be_asked_is_refused_and_nothing_is_kept(words, said, demo, command_line):
    before = Study.objects.count()
    code, _printed, complained = command_line(*words)
    assert code == 2
    assert said in complained
    assert Study.objects.count() == before


def test_what_the_analysis_refuses_leaves_no_study(demo, command_line):
    before = Study.objects.count()
    words = ("--district", "oestjylland", "--category", "homicide", "--from", "1990-01-01", "--to", "1990-02-01")
    code, _printed, _complained = command_line("study", "run", "near-repeat", *words)
    assert code == 2
    assert Study.objects.count() == before
