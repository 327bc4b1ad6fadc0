"""`samvirke import sheet`: what it says when it goes well and when not."""

from __future__ import annotations

import pytest

from samvirke.registers.incidents.models import Sheet

pytestmark = pytest.mark.django_db
ASKED = ("--kind", "call-outs", "--district", "fjordkredsen", "--title", "The log")
HEAD = "day,municipality,cause,minutes,counted_as"


def test_it_says_how_many_rows_there_are_and_which_version_it_is(command_line, tmp_path, fjord):
    file = tmp_path / "calls.csv"
    file.write_text(f"{HEAD}\n2024-05-01,998,robbery,8.5,6 causes\n2024-05-02,,robbery,12,6 causes\n", encoding="utf-8")
    assert command_line("import", "sheet", file, *ASKED)[:2] == (
        0,
        "Call-outs with response time: version 1 has 2 rows.\n",
    )
    assert command_line("import", "sheet", file, *ASKED)[1] == "Call-outs with response time: version 2 has 2 rows.\n"


def test_a_fault_is_told_by_line_and_nothing_is_stored(command_line, tmp_path, fjord):
    file = tmp_path / "calls.csv"
    file.write_text(f"{HEAD}\n2024-05-01,998,robbery,soon,6 causes\n", encoding="utf-8")
    code, _out, err = command_line("import", "sheet", file, *ASKED)
    assert code != 0
    assert "“soon” does not fit here." in err
    assert not Sheet.objects.filter(district=fjord).exists()
