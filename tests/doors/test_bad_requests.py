"""What the command line says when it is asked for what is not there; nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest

_DISTRICTS = Path(__file__).resolve().parents[2] / "districts"


@pytest.mark.parametrize("quarter", ["2024Q5", "2024Q0", "2024Q", "2024-02", "24Q2", ""])
def test_a_quarter_that_does_not_exist_is_named_with_the_form(quarter, loaded, command_line, tmp_path):
    code, out, err = command_line("pack", "lokalraad-randers", "--quarter", quarter, "--out", tmp_path / "out")
    assert (code, out, (tmp_path / "out").exists()) == (2, "", False)
    assert f"“{quarter}”" in err
    assert "2024Q2" in err


@pytest.mark.parametrize("quarter", ["1990Q1", "2024Q3", "2031Q1"])
def test_a_quarter_without_figures_says_from_when_to_when_they_go(quarter, demo, db, command_line, tmp_path):
    code, out, err = command_line("pack", "lokalraad-randers", "--quarter", quarter, "--out", tmp_path / "out")
    assert (code, out, (tmp_path / "out").exists()) == (2, "", False)
    assert quarter in err
    assert "2019-07-01" in err
    assert "2024-06-30" in err


def test_a_district_without_figures_says_how_to_bring_them_in(db, command_line, tmp_path):
    assert command_line("district", "load", _DISTRICTS / "sydoestjylland")[0] == 0
    code, _out, err = command_line("pack", "lokalraad-horsens", "--quarter", "2024Q2", "--out", tmp_path / "out")
    assert code == 2
    assert "samvirke import incidents" in err


def test_a_mistyped_body_is_told_the_nearest(loaded, command_line, tmp_path):
    code, _out, err = command_line("pack", "lokalraad-rander", "--quarter", "2024Q2", "--out", tmp_path / "out")
    assert code == 2
    assert "nearest are: lokalraad-randers," in err


def test_a_body_without_papers_says_so(loaded, command_line, tmp_path):
    code, _out, err = command_line("pack", "psp-randers", "--quarter", "2024Q2", "--out", tmp_path / "out")
    assert code == 2
    assert "has no meeting pack" in err


def test_without_a_district_the_first_step_is_named(db, command_line, tmp_path):
    code, _out, err = command_line("pack", "lokalraad-nowhere", "--quarter", "2024Q2", "--out", tmp_path / "out")
    assert code == 2
    assert "lokalraad-nowhere" in err


def test_a_place_that_cannot_be_written_is_named(demo, db, command_line, tmp_path):
    (tmp_path / "taken").write_text("a file, no folder", encoding="utf-8")
    code, _out, err = command_line("pack", "lokalraad-randers", "--quarter", "2024Q2", "--out", tmp_path / "taken")
    assert code == 2
    assert str(tmp_path / "taken") in err


def test_an_unknown_option_is_a_wrong_request(command_line):
    assert command_line("pack", "lokalraad-randers", "--quater", "2024Q2")[0] == 2


def test_a_command_that_does_not_exist_is_a_wrong_request(command_line):
    assert command_line("pcak")[0] == 2
