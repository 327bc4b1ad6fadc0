"""Five hundred spoilt documents: each is read or refused in a sentence, none breaks the reading."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from tests.desks.plan.reading.mutations import spoilt
from tests.desks.plan.reading.shelf import NAMES, plan

from samvirke.desks.plan.reading.read import read_bytes
from samvirke.foundation.fault import Refused

ALL, SHARE = 500, 60


def outcome(seed: int) -> str:
    """What became of one spoilt document: read, or refused; anything else is a fault of ours and raises."""
    source = NAMES[seed % len(NAMES)]
    name = source.replace(".typ", ".pdf")
    content = spoilt(name, plan(source), seed)
    try:
        draft = read_bytes(name, content)
    except Refused as refusal:
        return (
            "refused" if all(fault.file == name and fault.remedy.text("da") for fault in refusal.faults) else "unsaid"
        )
    told = draft.to_json("da")
    json.dumps(told)
    orders = {one["order"] for one in told["sections"]}
    assert {one["under"] for one in told["sections"]} - {None} <= orders
    assert {one["section"] for one in told["commitments"]} <= orders
    return "read"


def test_a_share_of_the_spoilt_documents_is_read_or_refused() -> None:
    counted = Counter(outcome(seed) for seed in range(SHARE))
    assert set(counted) == {"read", "refused"}
    assert min(counted["read"], counted["refused"]) >= 5


@pytest.mark.slow
def test_all_five_hundred_spoilt_documents_are_read_or_refused() -> None:
    counted = Counter(outcome(seed) for seed in range(ALL))
    assert set(counted) == {"read", "refused"}
    assert min(counted["read"], counted["refused"]) >= 50


def test_a_seed_spoils_a_document_in_the_same_way_again() -> None:
    content = plan("jumps.txt")
    assert spoilt("jumps.txt", content, 7) == spoilt("jumps.txt", content, 7) != content
