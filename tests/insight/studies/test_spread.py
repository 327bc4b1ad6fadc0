"""A study gives the same answer here and on a cluster, also when one of its machines dies in the middle."""

from __future__ import annotations

import numpy as np
import pytest
from tests.insight.studies.cluster import cluster
from tests.insight.studies.stored import scope_of_rows

from samvirke.analysis.kde import Parameters as Kde
from samvirke.analysis.near_repeat import Parameters as NearRepeat
from samvirke.foundation.fault import Refused
from samvirke.insight.studies.engine.carry_out import carry_out
from samvirke.insight.studies.engine.spread import SETTING, Here, spread
from samvirke.insight.studies.every import kind_called
from samvirke.insight.studies.kinds import kde as of_kde
from samvirke.insight.studies.kinds import near_repeat as of_near_repeats

ASKED = {
    "near-repeat-by-municipality": NearRepeat((0.0, 200.0, 1000.0), (0.0, 7.0, 30.0), "euclidean", 199),
    "near-repeat": NearRepeat((0.0, 200.0), (0.0, 7.0, 30.0), "euclidean", 200),
    "counts": None,
    "kde": Kde(cell=100.0, bandwidth=400.0),
}


@pytest.fixture(scope="module")
def scope(tmp_path_factory):
    return scope_of_rows(tmp_path_factory.mktemp("store"), 6000, files=6)


def carried(name, scope, where, tell=lambda _share, _doing: None):
    kind = kind_called(name)
    return carry_out(kind, scope, ASKED[name] or kind.analysis.asks(), 7, where, tell)


def test_one_setting_spreads_a_study_and_a_dead_worker_changes_nothing(scope, tmp_path, monkeypatch):
    monkeypatch.setattr(of_kde, "_INCIDENTS_A_BAND", 300)
    monkeypatch.setattr(of_near_repeats, "_BATCH", 63)
    here = {name: carried(name, scope, Here()) for name in ASKED}
    with cluster(tmp_path, workers=2) as (address, crew):
        monkeypatch.setenv(SETTING, address)
        with spread() as there:
            assert there.where == "dask, 2 workers"
            for name, alone in here.items():
                found = carried(name, scope, there)
                assert (found.n, found.digest, found.result.as_dict()) == (
                    alone.n,
                    alone.digest,
                    alone.result.as_dict(),
                )
            found = carried("kde", scope, there)
            np.testing.assert_array_equal(found.result.grid, here["kde"].result.grid)

            def die(share, _doing):
                if share > 0.1 and crew[0].poll() is None:
                    crew[0].kill()

            found = carried("kde", scope, there, tell=die)
            assert crew[0].wait() == -9
            np.testing.assert_array_equal(found.result.grid, here["kde"].result.grid)
            assert found.digest == here["kde"].digest


def test_what_the_analysis_refuses_on_a_worker_is_refused_here_in_the_same_words(scope, tmp_path, monkeypatch):
    empty = scope_of_rows(tmp_path, 60, files=1, municipality=101)
    kind = kind_called("near-repeat")
    with cluster(tmp_path, workers=1) as (address, _crew):
        monkeypatch.setenv(SETTING, address)
        with spread() as there, pytest.raises(Refused, match="fewer than two incidents"):
            carry_out(kind, empty, kind.analysis.asks(), 7, there, lambda _share, _doing: None)


def test_a_scheduler_that_does_not_answer_is_named_and_nothing_is_quietly_done_here(monkeypatch):
    monkeypatch.setenv(SETTING, "tcp://127.0.0.1:9")
    monkeypatch.setattr("samvirke.insight.studies.engine.spread._SECONDS_TO_ANSWER", 1)
    with pytest.raises(Refused, match=r"127\.0\.0\.1:9") as refused, spread():
        pass
    assert refused.value.faults[0].key == SETTING


def test_without_the_setting_it_is_done_here(monkeypatch):
    monkeypatch.delenv(SETTING, raising=False)
    with spread() as where:
        assert where.where == "local"
