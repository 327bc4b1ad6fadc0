"""How often the intervals of the room of effects hold what was planted, over simulated interventions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from samvirke.analysis.simulation.interventions import BLOCK, Intervention, World, intervention
from samvirke.insight.effects.engine.judged import Counted, Ends, Judged, compared
from samvirke.insight.effects.engine.judged_alone import interrupted, one_after_another
from samvirke.insight.effects.engine.periods import Periods, number
from samvirke.insight.effects.engine.sorts import CANNOT_TELL, DIFFERENCE, RATIO

FIRST = date(2021, 1, 4)
Judge = Callable[[Intervention, Periods], tuple[Judged, Ends, float]]


@dataclass
class Shown:
    """Out of `tried`: intervals that hold the truth, verdicts of “cannot tell”, and verdicts of the wrong direction."""

    tried: int = 0
    held: int = 0
    untold: int = 0
    false: int = 0
    nothing: int = 0

    @property
    def coverage(self) -> float:
        return self.held / self.tried

    def __str__(self) -> str:
        false = f"{self.false} of {self.nothing}"
        return f"held {self.coverage:.1%}, cannot tell {self.untold / self.tried:.1%}, effects of nothing {false}"


def periods_of(world: World) -> Periods:
    start = FIRST + timedelta(days=BLOCK * world.before)
    last = start + timedelta(days=BLOCK * world.after - 1)
    return Periods(FIRST, start - timedelta(days=1), start, last)


def by_ratio(one: Intervention, periods: Periods) -> tuple[Judged, Ends, float]:
    judged = compared(Counted(one.treated), Counted(one.control), None, None, periods, RATIO)
    return judged, judged.ratio, one.ratio


def by_difference(one: Intervention, periods: Periods) -> tuple[Judged, Ends, float]:
    rings = Counted(one.ring), Counted(one.control_ring)
    judged = compared(Counted(one.treated), Counted(one.control), *rings, periods, DIFFERENCE)
    return judged, judged.difference, one.difference


def by_series(one: Intervention, periods: Periods) -> tuple[Judged, Ends, float]:
    judged = interrupted(Counted(one.treated), periods)
    return judged, judged.ratio, one.ratio


def recovered(judge: Judge, world: World, many: int, seed: int) -> Shown:
    generator, shown, periods = np.random.default_rng(seed), Shown(), periods_of(world)
    for _one in range(many):
        planted = intervention(world, number(FIRST), generator)
        counted(shown, *judge(planted, periods), nothing=planted.ratio == 1)
    return shown


def counted(shown: Shown, judged: Judged, ends: Ends, truth: float, nothing: bool) -> None:
    """One that has no interval (a count of nothing) claims nothing, and holds whatever is true."""
    shown.tried += 1
    shown.held += ends.low is None or ends.high is None or ends.low <= truth <= ends.high
    shown.untold += judged.verdict == CANNOT_TELL
    shown.nothing += nothing
    shown.false += nothing and judged.verdict != CANNOT_TELL


def recovered_in_turn(spread: float, many: int, seed: int) -> Shown:
    """Three areas that begin one after another beside two that never do, with the same planted ratio."""
    generator, shown = np.random.default_rng(seed), Shown()
    world = World(26, 13, like=(1.0, 1.0), spread=spread)
    periods = periods_of(world)
    for _one in range(many):
        ratio = 1.0 if generator.random() < 1 / 3 else float(generator.uniform(0.5, 1.2))
        season = np.exp(generator.uniform(0, 0.3) * np.sin(np.arange(39) / 13 * 2 * np.pi))
        areas = [_area(generator, season, ratio, begins, spread) for begins in (13, 20, 26, None, None)]
        judged = one_after_another(areas, periods.before_from, periods.after_until)
        counted(shown, judged, judged.ratio, ratio, nothing=ratio == 1)
    return shown


def _area(
    generator: np.random.Generator, season: np.ndarray, ratio: float, begins: int | None, spread: float
) -> tuple[Counted, date | None]:
    stretch = np.arange(season.size)
    mean = generator.uniform(4, 30) * season * np.where(stretch >= (begins or 10**6), ratio, 1.0)
    counts = generator.poisson(mean) if spread == 1 else generator.negative_binomial(mean / (spread - 1), 1 / spread)
    days = np.repeat(number(FIRST) + BLOCK * stretch, counts) + generator.integers(0, BLOCK, counts.sum())
    return Counted(days), None if begins is None else FIRST + timedelta(days=BLOCK * begins)


# Each way of telling whether it helped, with a world in which its number has a planted truth. The difference is only
# that of the effect where both areas have the same level; a series needs some years before.
WAYS: dict[str, Callable[[float, int, int], Shown]] = {
    "ratio": lambda spread, many, seed: recovered(by_ratio, World(spread=spread), many, seed),
    "ratio, half the time": lambda spread, many, seed: recovered(by_ratio, World(13, 7, spread=spread), many, seed),
    "difference with the ring": lambda spread, many, seed: recovered(
        by_difference, World(like=(1.0, 1.0), spread=spread), many, seed
    ),
    "series": lambda spread, many, seed: recovered(by_series, World(39, 13, spread=spread), many, seed),
    "one after another": recovered_in_turn,
}
SPREADS = (1.0, 1.5, 2.5)


def recovered_over_spreads(way: str, many: int, seed: int) -> tuple[Shown, dict[float, Shown]]:
    """A third each with counts that vary as by chance, half as much more, and two and a half times as much."""
    each = many // len(SPREADS) + 1
    by_spread = {spread: WAYS[way](spread, each, seed + step) for step, spread in enumerate(SPREADS)}
    together = Shown()
    for one in by_spread.values():
        for name in ("tried", "held", "untold", "false", "nothing"):
            setattr(together, name, getattr(together, name) + getattr(one, name))
    return together, by_spread


def table(many: int, seed: int) -> str:
    """The proof as a table of the explanation: `python -m tests.insight.effects.recovery` prints it."""
    head = [
        "way",
        *(f"counts vary {spread:g} times as by chance" for spread in SPREADS),
        "cannot tell",
        "effects of nothing",
    ]
    rows = []
    for way in WAYS:
        shown, by_spread = recovered_over_spreads(way, many, seed)
        held = [f"{by_spread[spread].coverage:.1%}" for spread in SPREADS]
        rows.append([way, *held, f"{shown.untold / shown.tried:.0%}", f"{shown.false / shown.nothing:.1%}"])
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * len(head), *rows])


if __name__ == "__main__":
    print(table(3_000, 20240820))
