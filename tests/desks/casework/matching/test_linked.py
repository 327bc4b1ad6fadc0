"""Reports of which the truth is known: what is found at each threshold, what was expected, and what siblings do."""

from __future__ import annotations

import random

import pytest
from tests.desks.casework.matching.simulated import Told, told

from samvirke.desks.casework.matching.blocking import counted, rules_of
from samvirke.desks.casework.matching.fields import CHILD, EVIDENCE, FAMILY, FIELDS, OF_UNIT
from samvirke.desks.casework.matching.linked import FLOOR, Linked, linked
from samvirke.desks.casework.matching.outlook import THRESHOLDS, outlooks
from samvirke.desks.casework.matching.record import record

# threshold → (least precision, least recall), for a child and for a family; 552 and 581 reports of 200 families.
BOUNDS = {
    CHILD: {0.5: (0.93, 0.93), 0.8: (0.98, 0.86), 0.9: (0.985, 0.83), 0.95: (0.99, 0.75), 0.99: (0.995, 0.6)},
    FAMILY: {0.5: (0.97, 0.8), 0.8: (0.97, 0.7), 0.9: (0.98, 0.3), 0.95: (0.99, 0.25), 0.99: (0.99, 0.25)},
}


@pytest.fixture(scope="module")
def reports() -> Told:
    return told(200, 1)


@pytest.fixture(scope="module")
def of_children(reports: Told) -> Linked:
    return linked(reports.records, CHILD, rules_of(CHILD))


@pytest.mark.parametrize(("unit", "seed"), [(CHILD, 1), (CHILD, 2), (FAMILY, 1), (FAMILY, 2)])
def test_precision_and_recall_hold_at_every_threshold(unit: str, seed: int):
    world = told(200, seed)
    truth, found = world.same(unit), linked(world.records, unit, rules_of(unit))
    print(f"\n{unit}, {len(world.records)} reports, {len(truth)} true pairs, {found.compared} compared, seed {seed}")
    for least, (precision, recall) in BOUNDS[unit].items():
        listed = {(one.first, one.second) for one in found.pairs if one.certainty >= least}
        right = len(listed & truth)
        print(f"  from {least:4}: {len(listed):4} pairs, precision {right / len(listed):.3f}, recall "
              f"{right / len(truth):.3f}")  # fmt: skip
        assert right / len(listed) >= precision
        assert right / len(truth) >= recall


def test_the_consequences_that_are_shown_are_near_what_comes(reports: Told, of_children: Linked):
    """Of 341 true pairs and 1,492 compared: the number expected wrong and missed, beside how many were."""
    truth = reports.same(CHILD)
    told_before = outlooks([one.certainty for one in of_children.pairs], of_children.left_out[1])
    assert [one.at_least for one in told_before] == list(THRESHOLDS)
    for one in told_before[:4]:
        listed = {(pair.first, pair.second) for pair in of_children.pairs if pair.certainty >= one.at_least}
        wrong = len(listed - truth)
        assert one.listed == len(listed)
        assert abs(one.wrong - wrong) <= 10
        # What no rule compares is missed as well, and nobody can know of it: at least so many are.
        assert len(truth) - (len(listed) - wrong) >= one.missed - 40


def test_brothers_and_sisters_are_two(reports: Told, of_children: Linked, monkeypatch: pytest.MonkeyPatch):
    """They share surname, address and telephone; taken for three pieces of evidence they would be one child."""
    siblings = {pair for pair in reports.same(FAMILY) if reports.child[pair[0]] != reports.child[pair[1]]}
    assert len(siblings) > 200

    def listed(found: Linked) -> int:
        return len({(one.first, one.second) for one in found.pairs if one.certainty >= 0.8} & siblings)

    assert listed(of_children) <= 4
    monkeypatch.setitem(EVIDENCE, CHILD, ("cpr", "given", "born", "surname", "address", "phone"))
    assert listed(linked(reports.records, CHILD, rules_of(CHILD))) > 50


def test_the_same_reports_in_another_order_give_the_same_answer(reports: Told, of_children: Linked):
    shuffled = list(reports.records)
    random.Random(5).shuffle(shuffled)
    assert linked(shuffled, CHILD, rules_of(CHILD)) == of_children


def test_no_more_pairs_are_compared_than_were_counted_before(reports: Told, of_children: Linked):
    count = counted(reports.records, rules_of(CHILD))
    assert 0 < of_children.compared <= count.at_most
    for name in rules_of(CHILD):
        if count.by_rule[name]:
            assert linked(reports.records, CHILD, [name]).compared == count.by_rule[name]


def test_every_pair_can_be_explained_and_its_certainty_follows_from_its_evidence(of_children: Linked):
    assert all(one.certainty >= FLOOR for one in of_children.pairs)
    for one in of_children.pairs:
        assert set(one.agreed) == set(OF_UNIT[CHILD])
        assert all(FIELDS[name].said(level) for name, (level, _bits) in one.agreed.items())
        bits = one.weight - sum(one.agreed[name][1] for name in EVIDENCE[CHILD])
        assert 2**bits == pytest.approx(of_children.prior / (1 - of_children.prior), rel=1e-6)
        assert one.certainty == pytest.approx(2**one.weight / (1 + 2**one.weight))


@pytest.mark.parametrize("unit", [CHILD, FAMILY])
def test_two_reports_are_enough_and_what_is_missing_says_nothing(unit: str):
    same = {"surname": "Holm", "address": "Engvej 4", "postcode": "8900"}
    few = [record("a", given="Asta", **same), record("b", given="Asta", **same)]
    found = linked(few, unit, rules_of(unit))
    assert [(one.first, one.second) for one in found.pairs] == [("a", "b")]
    assert found.pairs[0].agreed["phone"] == ("missing", 0.0)
    assert found.taught == dict.fromkeys(OF_UNIT[unit], 0.0)


def test_nothing_alike_gives_no_pair():
    few = [record("a", given="Asta", surname="Holm"), record("b", given="Noah", surname="Friis")]
    assert linked(few, CHILD, rules_of(CHILD)).pairs == ()
