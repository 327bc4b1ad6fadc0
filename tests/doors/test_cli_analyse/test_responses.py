"""`samvirke analyse responses`: from calls and arrivals in a file, for each version of the definition."""

from __future__ import annotations

import pytest


def test_calls_and_arrivals_by_version(asked, csv):
    rows = [f"2024-05-{1 + i % 28:02d} 10:00,2024-05-{1 + i % 28:02d} 10:{i % 60:02d},v{i % 2}" for i in range(120)]
    table = csv("called,arrived,counted\n" + "\n".join(rows) + "\n")
    words = ["--time", "called", "--end", "arrived", "--series", "counted", "--quantiles", "0.5,0.9"]
    found = asked("responses", table, *words)["result"]
    assert [(each["name"], each["n"]) for each in found["versions"]] == [("v0", 60), ("v1", 60)]
    assert found["versions"][0]["quantiles"][0]["minutes"] == pytest.approx(29)


def test_a_call_without_an_arrival_is_refused_and_cannot_be_skipped(refused, csv):
    table = csv("called,arrived\n2024-05-01 10:00,2024-05-01 10:09\n2024-05-01 11:00,\n")
    said = refused("responses", table, "--time", "called", "--end", "arrived")
    assert "with rows left out this answer would be wrong" in said
