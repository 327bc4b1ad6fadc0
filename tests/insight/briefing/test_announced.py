"""When many changes are tried only those are announced that remain certain after counting how many (Holm 1979)."""

from __future__ import annotations

import random

import numpy as np
import pytest

from samvirke.foundation.period import read_period
from samvirke.foundation.speech import Speech
from samvirke.insight.briefing.announced import announced, by_chance
from samvirke.insight.briefing.change_said import change_said
from samvirke.insight.briefing.figures import Line
from samvirke.insight.briefing.rows import Row
from samvirke.insight.indicators.kit import all_indicators
from samvirke.insight.suppression.cells import FEW, Cell

SPRING = read_period("2024Q2")


def a_row(title: str, now: float | None, before: float | None) -> Row:
    """A row with these two counts; `None` is hidden."""
    cells = [Cell(None, FEW) if count is None else Cell(count) for count in (now, before)]
    return Row(
        indicator=all_indicators()["burglary-homes"], area=0, title=title, subject=title, source="", period=SPRING,
        before=SPRING.year_before(), now=str(now), past=str(before), note="", change=change_said(*cells, Speech("en")),
        line=Line("none"), broken_at=None, break_said="", rate="",
    )  # fmt: skip


def titles(rows: list[Row]) -> list[str]:
    return [row.title for row in rows]


def test_a_lone_certain_change_is_announced():
    assert titles(announced([a_row("burglary", 61, 96)])) == ["burglary"]


def test_a_change_certain_in_its_own_row_is_not_announced_among_many_that_were_tried():
    weak = a_row("violence", 140, 180)
    assert weak.change.is_certain
    assert 0.01 < weak.change.p < 0.05
    others = [a_row(f"other {number}", 100, 100) for number in range(6)]
    assert announced([weak, *others]) == []


def test_the_strongest_comes_first_and_what_is_too_few_or_hidden_was_not_tried():
    strong, stronger = a_row("burglary", 60, 100), a_row("stalking", 160, 56)
    untried = [a_row(f"few {number}", 3, 40) for number in range(20)] + [a_row("hidden", None, 90)]
    assert titles(announced([strong, *untried, stronger])) == ["stalking", "burglary"]


def test_after_one_that_fails_nothing_weaker_is_announced():
    rows = [a_row("first", 160, 56), a_row("second", 140, 180), a_row("third", 141, 181), a_row("fourth", 99, 100)]
    assert titles(announced(rows)) == ["first"]


@pytest.mark.parametrize("seed", range(3))
def test_it_is_holms_procedure_as_it_is_defined(seed):
    generator = random.Random(seed)
    rows = [a_row(str(number), generator.randint(20, 200), generator.randint(20, 200)) for number in range(7)]
    tested = [row for row in rows if row.change.p is not None]
    # Adjusted p-values: the running maximum of (m − i) · p over p in order; announced are those up to 5 %.
    adjusted, running = {}, 0.0
    for place, row in enumerate(sorted(tested, key=lambda row: row.change.p)):
        running = max(running, (len(tested) - place) * row.change.p)
        adjusted[row.title] = running
    assert set(titles(announced(rows))) == {title for title, p in adjusted.items() if p <= 0.05}


def test_where_nothing_moved_something_is_announced_in_no_more_than_5_of_100_papers():
    generator, papers = np.random.default_rng(20240820), 1500
    means = np.array([109, 61, 95, 40, 30, 300])
    before, now = (generator.poisson(means, (papers, len(means))) for _ in range(2))
    wrong = sum(
        bool(announced([a_row("", float(b), float(a)) for a, b in zip(*pair, strict=True)]))
        for pair in zip(before, now, strict=True)
    )
    assert wrong / papers <= 0.05


def test_how_often_chance_alone_looks_certain_grows_with_how_many_are_tried():
    assert by_chance(1) == pytest.approx(0.05)
    assert by_chance(6) == pytest.approx(0.265, abs=1e-3)


def test_nothing_tried_is_nothing_announced():
    assert announced([]) == announced([a_row("few", 2, 30)]) == []
