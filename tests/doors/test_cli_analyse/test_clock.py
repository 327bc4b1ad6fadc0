"""`samvirke analyse aoristic`: windows in a file, ends that are missing, and times kept in UTC."""

from __future__ import annotations

import pytest
from tests.analysis.shared import shared

ROWS = "from,to\n2024-03-31 00:30,2024-03-31 01:30\n2024-07-01 22:30,\n2024-07-01 10:00,2024-07-01 10:00\n"


def test_a_missing_end_is_a_row_like_any_other(asked, csv):
    found = asked("aoristic", csv(ROWS), "--time", "from", "--end", "to")
    assert (found["n"], found["left_out"]) == (3, 0)
    hours = found["result"]["hours_of_week"]
    assert (len(hours), len(hours[0])) == (24, 7)
    assert hours[0][6] == hours[1][6] == 0.5
    assert hours[22][0] == hours[10][0] == 1
    assert found["result"]["start_only"] == 2


def test_a_missing_start_is_still_refused_or_left_out(asked, refused, csv):
    table = csv(ROWS + ",2024-07-01 10:00\n")
    assert "Rows without a value" in refused("aoristic", table, "--time", "from", "--end", "to")
    assert asked("aoristic", table, "--time", "from", "--end", "to", "--skip-missing")["left_out"] == 1


def test_times_in_utc_are_brought_to_the_clock_on_the_wall(asked, csv):
    """From half past one to half past three: the hour after two was skipped, and counts as an hour of the clock."""
    words = ["--time", "from", "--end", "to", "--clock", "Europe/Copenhagen"]
    hours = asked("aoristic", csv(ROWS), *words)["result"]["hours_of_week"]
    assert [hours[hour][6] for hour in (1, 2, 3)] == [0.25, 0.5, 0.25]
    assert (hours[0][1], hours[12][0]) == (1, 1)


@pytest.mark.parametrize(
    ("rows", "zone", "word"),
    [
        ("time\n2024-03-31 00:30\n", "Europe/Kobenhavn", "no time zone"),
        ("time\n2024-03-31T00:30+02:00\n", "Europe/Copenhagen", "says its zone itself"),
        ("time\n19000\n", "Europe/Copenhagen", "no clock"),
    ],
)
def test_a_clock_that_cannot_be_right_is_refused(refused, csv, rows, zone, word):
    assert word in refused("aoristic", csv(rows), "--time", "time", "--clock", zone)


def test_the_published_table_from_its_file(asked):
    file = shared("aoristic/dcburglaries.csv")
    words = ["--time", "StartDateTime", "--end", "EndDateTime", "--clock", "America/New_York"]
    hours = asked("aoristic", file, *words)["result"]["hours_of_week"]
    assert [round(each, 3) for each in hours[14]] == [9.045, 11.697, 7.656, 11.846, 7.310, 3.747, 2.832]
