"""`samvirke analyse black-spots`: a rule on accidents in a file, and Empirical Bayes on places in one."""

from __future__ import annotations

import pytest


def test_stretches_by_a_rule(asked, csv):
    rows = [("E45", 1000 + 100 * i, i % 2) for i in range(6)] + [("Rute 16", 400, 1), ("Rute 16", 9000, 0)]
    file = csv("road,at,hurt\n" + "".join(f"{road},{at},{hurt}\n" for road, at, hurt in rows))
    words = ["--place", "road", "--position", "at", "--injured", "hurt", "--years", 5, "--least", 4]
    found = asked("black-spots", file, *words, "--least-injured", 2, "--metres", 500)
    assert (found["n"], found["result"]["flagged"]) == (8, 1)
    first = found["result"]["spots"][0]
    assert (first["place"], first["start"], first["end"], first["observed"]) == ("E45", 1000, 1500, 6)
    assert (first["injured"], first["flagged"], first["eb"]) == (3, True, None)


def test_empirical_bayes_over_three_years(asked, csv):
    file = csv("place,count,traffic,length\nA,12,4000,1.8\nA,7,4000,1.8\nA,8,4000,1.8\n")
    words = ["--method", "empirical-bayes", "--constant", 0.0224, "--power", 0.564, "--dispersion", 2.05]
    columns = ["--count", "count", "--traffic", "traffic", "--length", "length"]
    spot = asked("black-spots", file, *columns, "--years", 3, *words)["result"]["spots"][0]
    assert spot["observed"] == 27
    assert spot["eb"] == pytest.approx(23.9, abs=0.05)
    assert {"observed", "expected", "eb", "sd", "flagged"} <= spot.keys()


def test_without_a_rule_nothing_is_flagged_but_refused(refused, csv):
    file = csv("place\nTorvet\n")
    assert "--least" in refused("black-spots", file, "--years", 5)
    assert "There is no column “traffic”" in refused(
        "black-spots", file, "--years", 5, "--least", 3, "--traffic", "traffic"
    )
