"""Where they should stand: the study chooses among busy squares, and says what stands today does."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import numpy as np
import pytest
from tests.insight.studies.stored import rows_of, scope_of_rows

from samvirke.analysis.siting import Parameters
from samvirke.foundation.fault import Refused
from samvirke.insight.studies.engine.carry_out import carry_out
from samvirke.insight.studies.engine.spread import Here
from samvirke.insight.studies.every import kind_called


def placed(scope, **asked):
    return carry_out(kind_called("siting"), scope, Parameters(**asked), 1, Here(), lambda _share, _doing: None)


def squares(scope):
    rows = rows_of(scope, "x, y")
    return Counter((x // 250, y // 250) for x, y in rows if x is not None)


def within(demand, sites, radius):
    centre = np.array([((column + 0.5) * 250, (row + 0.5) * 250) for column, row in demand])
    apart = np.hypot(*(centre[:, None, :] - np.array(sites)[None, :, :]).transpose(2, 0, 1)).min(axis=1)
    return int(np.array(list(demand.values()))[apart <= radius].sum())


@pytest.fixture(scope="module")
def few(tmp_path_factory):
    """So few incidents that every choice of two squares can be tried."""
    return scope_of_rows(tmp_path_factory.mktemp("store"), 240)


def test_no_two_busy_squares_reach_more_than_those_that_it_chose(few):
    found, demand = placed(few, k=2, radius=400.0).result, squares(few)
    busy = [((column + 0.5) * 250, (row + 0.5) * 250) for (column, row), n in demand.items() if n >= 2]
    best = max(within(demand, pair, 400.0) for pair in combinations(busy, 2))
    assert (found.covered, found.gap) == (best, 0)
    assert within(demand, list(zip(found.x, found.y, strict=True)), 400.0) == best


def test_where_they_stand_today_is_counted_beside_it_and_belongs_to_what_was_read(few, tmp_path):
    stand = ((560_000.0, 6_220_000.0), (563_000.0, 6_222_000.0))
    beside = scope_of_rows(tmp_path, 240, standing=stand)
    carried = placed(beside, k=2, radius=400.0)
    assert carried.result.present.covered == within(squares(beside), stand, 400.0)
    assert carried.result.present.covered <= carried.result.covered
    without = placed(few, k=2, radius=400.0)
    assert without.result.present is None
    assert carried.digest != without.digest
    assert carried.n == without.n == sum(squares(few).values())


def test_more_than_there_are_busy_squares_is_refused_with_the_number(few):
    busy = sum(n >= 2 for n in squares(few).values())
    with pytest.raises(Refused, match=f"only {busy} squares"):
        placed(few, k=busy + 1, radius=400.0)


def test_a_scope_without_incidents_is_refused(few, tmp_path):
    with pytest.raises(Refused, match="There are no incidents"):
        placed(scope_of_rows(tmp_path, 30, categories=("robbery",)), k=1, radius=400.0)
