"""What the police find themselves chooses no place unless somebody said so, and no square of a study is one home."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.insight.studies.stored import scope_of_rows

from samvirke.analysis.kde import Parameters as Kde
from samvirke.foundation.fault import Refused
from samvirke.insight.studies.discovered import discovered_said, weightless
from samvirke.insight.studies.engine.carry_out import carry_out
from samvirke.insight.studies.engine.spread import Here
from samvirke.insight.studies.every import every_kind, kind_called
from samvirke.registers.incidents.categories import categories

PLACES = {"concentration", "kde", "local", "near-repeat", "near-repeat-by-municipality", "scan", "siting"}
FOUND = {code for code, one in categories().items() if one.found}


@pytest.fixture
def scope(tmp_path):
    return scope_of_rows(tmp_path, 900)


def carried(name, scope, parameters):
    return carry_out(kind_called(name), scope, parameters, 5, Here(), lambda _share, _doing: None)


def told(kind, *chosen):
    return [one.text("en") for one in discovered_said(kind_called(kind), list(chosen))]


def test_every_kind_that_shows_where_says_what_weighs_nothing_in_it():
    assert {name for name, kind in every_kind().items() if kind.chooses_places} == PLACES
    assert told("kde", "burglary-home") == ["What the police find themselves weighs nothing here."]
    assert told("change", "burglary-home") == []


def test_what_was_chosen_on_purpose_is_named_in_the_answer():
    [note] = told("siting", "collision-injury", "speeding", "drink-driving")
    assert "counted here because somebody chose it: Speeding, Drink-driving." in note
    assert "because it is looked at" in note
    assert told("change", "drugs") == ["Found by the police themselves: Drugs. More of it may mean more looking."]


def test_only_what_was_chosen_has_weight():
    assert set(weightless(["burglary-home"])) == FOUND
    assert set(weightless(["drugs", "burglary-home"])) == FOUND - {"drugs"}


def test_a_square_in_which_only_the_police_found_something_is_no_square_of_a_study(scope):
    asked = kind_called("local").analysis.asks(cell=1000.0)
    every = carried("local", replace(scope, categories=("theft",)), asked).result
    without = carried("local", replace(scope, categories=("theft",), weightless=("violence",)), asked).result
    assert without.n < every.n
    assert without.count.sum() == every.count.sum()


@pytest.mark.parametrize("parameters", [Kde(cell=20.0, bandwidth=200.0), Kde(cell=99.0, bandwidth=200.0)])
def test_a_surface_of_squares_as_small_as_a_home_is_refused(scope, parameters):
    with pytest.raises(Refused, match="a home is a person"):
        carried("kde", scope, parameters)


def test_a_square_that_is_compared_is_no_home_either(scope):
    asks = kind_called("local").analysis.asks
    with pytest.raises(Refused, match="at least 100 m"):
        carried("local", scope, asks(cell=50.0))
    assert carried("local", scope, asks(cell=100.0)).n > 0
