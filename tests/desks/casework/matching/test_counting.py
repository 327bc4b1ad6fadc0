"""How reports are spelled, how many pairs they give before one is formed, and which hang together."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from samvirke.desks.casework.matching import blocking
from samvirke.desks.casework.matching.blocking import RULES, Count, counted, pairs_alike, refuse_over_budget, rules_of
from samvirke.desks.casework.matching.fields import FIELDS, UNITS
from samvirke.desks.casework.matching.outlook import groups, outlooks
from samvirke.desks.casework.matching.record import plain, record
from samvirke.foundation.fault import Refused


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        ("  Søren-Åge ", "soeren aage"),
        ("ZOË", "zoe"),
        ("D'Arc", "d arc"),
        ("Müller", "myller"),
        ("–", None),
        ("", None),
    ],
)
def test_names_are_spelled_one_way(written: str, spelled: str | None):
    assert plain(written) == spelled


def test_the_street_is_the_address_without_its_numbers():
    one = record(
        "a", address="Store Kongensgade 4, 2. th", postcode="8900", born=date(2015, 2, 17), surname="Holmgaard"
    )
    assert (one.street, one.surname_start, one.year) == ("store kongensgade", "holm", "2015")
    nothing = record("b")
    assert (nothing.street, nothing.surname_start, nothing.year) == (None, None, None)


@settings(deadline=None)
@given(some.lists(some.tuples(some.sampled_from(["a", "b", None]), some.sampled_from(["x", "y", None])), max_size=12))
def test_pairs_are_counted_as_by_counting_each(rows: list[tuple[str | None, str | None]]):
    records = [record(str(at), given=one or "", surname=two or "") for at, (one, two) in enumerate(rows)]
    naive = sum(
        one.given == two.given and one.surname == two.surname and None not in (one.given, one.surname)
        for at, one in enumerate(records)
        for two in records[at + 1 :]
    )
    assert pairs_alike(records, ("given", "surname")) == naive
    assert counted(records, ["name"]) == Count({"name": naive})


def test_over_the_budget_it_is_said_which_way_gives_most(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(blocking, "BUDGET", 100)
    refuse_over_budget(Count({"born": 60, "address": 40}))
    with pytest.raises(Refused, match=r"101 pairs are more than the 100.*Same address.*Leave that way out"):
        refuse_over_budget(Count({"born": 50, "address": 51}))
    with pytest.raises(Refused, match="No two reports share"):
        refuse_over_budget(Count({"born": 0}))


def test_reports_hang_together_by_what_people_found():
    assert groups([("c", "b"), ("a", "b"), ("x", "y")]) == [["a", "b", "c"], ["x", "y"]]
    assert groups([]) == []


def test_a_threshold_tells_what_is_expected_listed_wrong_and_missed():
    half, *_rest, strictest = outlooks([0.99, 0.9, 0.4], 0.5)
    assert (half.listed, round(half.wrong, 2), round(half.missed, 2)) == (2, 0.11, 0.9)
    assert (strictest.listed, round(strictest.wrong, 2), round(strictest.missed, 2)) == (1, 0.01, 1.8)


def test_every_rule_and_field_is_said_in_words_and_starts_from_shares():
    assert {name for unit in UNITS for name in rules_of(unit)} == set(RULES)
    for field in FIELDS.values():
        assert field.said("missing") == field.missing
        for share in ("among_same", "among_others"):
            assert sum(getattr(one, share) for one in field.levels) == pytest.approx(1)
