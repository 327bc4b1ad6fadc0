"""A reader with a solver, every table ever published and the map: no hidden number comes within less than three."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from tests.evidence import evidence
from tests.insight.suppression.lp_reader import Sum, narrow, widths_said
from tests.insight.tiles.districts import FEWEST, MUNICIPALITIES, YEARS, invented, published

from samvirke.insight.suppression.squares import HIDDEN, NONE, SHOWN, Standing
from samvirke.insight.tiles.ground import Square

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SEED, ALL, SOME = 29, 40, 2


def attacked(seeds: Sequence[int], **decided: object) -> tuple[int, dict[Sum, float]]:
    """How many numbers are hidden in these districts, and those that the reader narrows too far."""
    hidden, found = 0, dict[Sum, float]()
    for seed in seeds:
        for year, known in published(invented(seed), **decided).items():
            hidden += sum(name not in known.told for name in known.hidden)
            found |= {(seed, year, *name): wide for name, wide in narrow(known, seed).items()}
    return hidden, found


def small_alone(counts: Mapping[Square, Sequence[int]], _year: object, *_rest: object) -> dict[Square, Standing]:
    """The careless rule: what is small is hidden, and nothing else."""

    def careless(count: int) -> str:
        return NONE if count == 0 else SHOWN if count >= FEWEST else HIDDEN

    return {
        square: Standing(tuple(careless(count) for count in found), careless(sum(found)))
        for square, found in counts.items()
    }


def exact(found: Mapping[object, float]) -> int:
    """How many the reader knows to a hair."""
    return sum(wide < 0.01 for wide in found.values())


def test_no_hidden_number_comes_out_within_less_than_three():
    hidden, found = attacked(range(SEED, SEED + SOME))
    assert hidden > 1000
    assert found == {}, widths_said(found)


def test_the_attack_finds_what_hiding_small_squares_alone_would_give_away():
    _hidden, found = attacked([SEED], decide=small_alone)
    assert exact(found) > 10


@pytest.mark.slow
def test_in_two_hundred_municipalities_no_hidden_number_comes_out():
    hidden, found = attacked(range(SEED, SEED + ALL))
    careless_hidden, careless = attacked([SEED], decide=small_alone)
    assert found == {}, widths_said(found)
    evidence(
        "T29",
        what=f"no hidden number of {ALL * MUNICIPALITIES} invented municipalities in {len(YEARS)} years, over tables "
        "of months, quarters and years and three sizes of squares, comes out within less than 3",
        count=hidden,
        seed=SEED,
        result="0 narrower than 3, 0 exact",
        control=f"hiding small squares alone: {exact(careless):,} of {careless_hidden:,} exact, in one district",
    )
