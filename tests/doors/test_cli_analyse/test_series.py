"""`samvirke analyse series`: offences in a file, and what is known of solved ones in another."""

from __future__ import annotations

import numpy as np
import pytest
from tests.analysis.shared import shared

HOW = ["window", "door", ""]


@pytest.fixture
def offences(csv):
    rng = np.random.default_rng(1)
    rows = [
        f"N{i},{x:.0f},{y:.0f},2024-0{1 + i % 6}-{1 + i % 27:02d} {i % 24:02d}:10,,{HOW[i % 3]},{i % 4}\n"
        for i, (x, y) in enumerate(rng.uniform(0, 9_000, (60, 2)))
    ]
    return csv("name,x,y,from,to,how,tool\n" + "".join(rows))


@pytest.fixture
def solved(csv):
    return csv(
        "who,name\n" + "".join(f"somebody {i % 9},N{i}\n" for i in range(30)) + "somebody 1,elsewhere\n", "s.csv"
    )


WORDS = ["--time", "from", "--end", "to", "--incident", "name"]


def test_solved_series_come_from_a_file_and_leave_no_name(asked, offences, solved):
    found = asked(
        "series", offences, *WORDS, "--solved", solved, "--manner", "how", "--manner", "tool", "--least", -999
    )
    result = found["result"]
    assert (found["n"], found["left_out"]) == (60, 0)
    assert (result["compared"], result["strong"]) == (30 * 29 // 2, 435)
    assert [each["name"] for each in result["model"]][4:] == ["how", "tool"]
    assert len(result["pairs"]) == 50
    assert "somebody" not in str(found).replace(str(solved), "")


def test_a_pair_is_explained(asked, offences, solved):
    words = ["--solved", solved, "--manner", "how,tool", "--explain", "N40,N41"]
    pair = asked("series", offences, *WORDS, *words)["result"]["explained"]
    assert [piece["name"] for piece in pair["why"]] == ["spatial", "temporal", "tod", "dow", "how", "tool"]
    assert {pair["first"], pair["second"]} == {"N40", "N41"}


def test_the_known_series_may_stand_in_the_table(asked, offences):
    assert asked("series", offences, *WORDS[:4], "--series", "tool", "--compare", "all")["result"]["linked"] == 420


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--most-pairs", 10], "--within-days"),
        (["--explain", "N40,N999"], "--explain"),
        (["--manner", "shoes"], "no column “shoes”"),
    ],
)
def test_what_cannot_be_is_refused(refused, offences, solved, words, told):
    assert told in refused("series", offences, *WORDS, "--solved", solved, *words)


def test_without_the_names_of_the_rows_solved_offences_cannot_be_found(refused, offences, solved):
    assert "--incident" in refused("series", offences, "--time", "from", "--solved", solved)


def test_the_published_offences_from_their_files(asked):
    words = ["--x", "X", "--y", "Y", "--time", "DT.FROM", "--end", "DT.TO", "--incident", "crimeID"]
    files = [shared(f"linkage/{name}.csv") for name in ("crimes", "offenders")]
    found = asked("series", files[0], *words, "--manner", "MO1,MO2,MO3", "--solved", files[1])
    assert found["result"]["linked"] == 255
    assert list(found["result"]["series_sizes"].values()) == [328, 39, 6, 4, 2, 6, 1, 1]
    assert found["result"]["pairs"][0]["first"] == "C:431"
