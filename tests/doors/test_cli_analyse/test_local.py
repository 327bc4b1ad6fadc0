"""`samvirke analyse local`: a grid in a file, exactly or with shuffles, and what is refused."""

from __future__ import annotations

import numpy as np
import pytest


@pytest.fixture
def grid(csv):
    count = np.random.default_rng(1).poisson(2, (8, 8))
    count[3:5, 3:5] = 14
    rows = "".join(f"{563000 + 250 * x},{6257000 + 250 * y},{count[y, x]}\n" for y in range(8) for x in range(8))
    return csv("x,y,count\n" + rows)


def test_a_grid_is_recognised_and_its_hot_cells_named(asked, grid):
    found = asked("local", grid)
    result = found["result"]
    assert (found["n"], result["exact"], len(result["q"])) == (64, True, 64)
    assert set(result["label"]) <= {"hot", "cold", "not significant"}
    assert result["p"][3 * 8 + 3] < 0.002
    assert result["neighbours"][:3] == [3, 5, 5]
    assert "64 places were tested" in found["notes"][0]


def test_moran_by_rook_with_shuffles_from_a_seed(asked, grid):
    words = [
        "local",
        grid,
        "--statistic",
        "moran",
        "--contiguity",
        "rook",
        "--shuffles",
        199,
        "--seed",
        5,
        "--fdr",
        0.1,
    ]
    found = asked(*words)
    assert found["result"] == asked(*words)["result"]
    assert min(found["result"]["p"]) >= 1 / 200
    assert found["parameters"]["fdr"] == 0.1


def test_points_have_neighbours_within_a_distance(asked, csv):
    points = csv("x,y,n\n0,0,1\n30,0,5\n90,0,2\n500,0,9\n")
    found = asked("local", points, "--count", "n", "--contiguity", "distance:100")["result"]
    assert found["neighbours"] == [2, 2, 2, 0]
    assert found["z"][3] is None


def test_a_file_without_a_header_gets_its_names(asked, csv):
    found = asked(
        "local", csv("0,0,1\n30,0,5\n90,0,2\n500,0,9\n"), "--names", "x,y,count", "--contiguity", "distance:60"
    )
    assert found["result"]["neighbours"] == [1, 2, 1, 0]


def test_points_that_are_no_grid_are_refused_with_what_to_do(refused, csv):
    said = refused("local", csv("x,y,count\n500,500,1\n730,512,5\n990,870,2\n"))
    assert "not the cells of a regular grid" in said
    assert "--contiguity distance:500" in said
