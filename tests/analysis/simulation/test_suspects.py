"""Young suspects are told beside everything else: in their shares, the same each time, and nothing else is moved."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np

from samvirke.analysis.simulation import csv_columns, demo_parameters, simulate
from samvirke.analysis.simulation.columns import NOT_TOLD, SOMEBODY_YOUNG, SimulatedDistrict
from samvirke.analysis.simulation.demo.suspects import YOUNG
from samvirke.analysis.simulation.suspects import with_suspects


def test_each_kind_has_its_share_and_what_has_none_is_not_told(demo):
    for kind in set(demo.parameters.kind_of_code):
        young = demo.rows.young[demo.kind == kind]
        if kind not in YOUNG:
            assert set(young) <= {NOT_TOLD}
            continue
        assert NOT_TOLD not in young
        expected, spread = YOUNG[kind] * len(young), np.sqrt(YOUNG[kind] * len(young))
        assert abs((young == SOMEBODY_YOUNG).sum() - expected) < 4 * spread + 1


def test_without_shares_every_other_column_is_as_it_was(shapes):
    parameters = replace(demo_parameters(0.02), quarters=demo_parameters().quarters[:5])
    told, silent = (simulate(one, shapes, one.generator()).rows for one in (parameters, replace(parameters, young={})))
    assert set(silent.young) == {NOT_TOLD}
    assert set(told.young) == {-1, 0, 1}
    for each in fields(told):
        if each.name != "young":
            assert np.array_equal(getattr(told, each.name), getattr(silent, each.name)), each.name


def test_the_same_seed_tells_the_same_and_each_quarter_its_own(demo):
    quarter = demo.parameters.quarters[-1]
    rows = demo.rows.at(demo.rows.reported >= np.datetime64(quarter.first))
    again = with_suspects(rows, demo.parameters, quarter)
    assert np.array_equal(again.young, rows.young)
    assert not np.array_equal(with_suspects(rows, demo.parameters, quarter.shifted(-1)).young, rows.young)


def test_the_csv_says_yes_no_or_nothing(demo):
    some = SimulatedDistrict(demo.rows.at(np.arange(4000)), demo.parameters)
    told = csv_columns(some)["unge"]
    words = np.array(["", "nej", "ja"])
    assert told == words[some.rows.young + 1].tolist()
    assert set(told) == {"", "nej", "ja"}
