"""Every way to tamper with the trail is found by the stand-alone verifier, thousands of times over."""

from __future__ import annotations

import ast
import copy
import hashlib
import json
import random
import sys
from datetime import timedelta, timezone
from pathlib import Path

import pytest
from tests.evidence import evidence
from tests.trust import tampering_beside_lines, tampering_with_lines
from tests.trust.tampering import LENGTH, OLD, TAMPERINGS, Tampering, Trail, another, name_of

from samvirke.trust.audit import verifier
from samvirke.trust.audit.entry import CHAINED, GENESIS
from samvirke.trust.audit.verifier import FIELDS, Finding, verify

FEW, MANY = 300, 10_000
_ONLY_SIGNED = [
    tampering_with_lines.edit_and_chain_everything_again,
    tampering_with_lines.take_one_out_and_chain_everything_again,
    tampering_with_lines.cut_the_tail_with_its_sides_and_set_the_head_back,
    tampering_with_lines.cut_the_tail_and_write_another,
    tampering_beside_lines.replay_an_old_checkpoint,
]


@pytest.fixture(scope="module")
def whole() -> Trail:
    return Trail(random.Random(20240820))


def missed(tamper: Tampering, seeds: range) -> list[int]:
    """The seeds whose tampering with a trail of their own is not found."""
    found = []
    for seed in seeds:
        trail = Trail(random.Random(seed))
        tamper(trail, random.Random(seed))
        if not trail.findings():
            found.append(seed)
    return found


def test_a_trail_that_nobody_touched_is_whole(whole: Trail):
    assert whole.findings() == []
    assert verify([], {}, (0, GENESIS)) == []
    assert [seed for seed in range(FEW) if Trail(random.Random(seed)).findings()] == []


@pytest.mark.parametrize("tamper", TAMPERINGS, ids=name_of)
def test_every_tampering_is_found(tamper: Tampering):
    assert missed(tamper, range(FEW // len(TAMPERINGS) + 1)) == []


@pytest.mark.slow
def test_ten_thousand_tamperings_are_all_found_and_nothing_is_found_where_nobody_tampered():
    times = range(MANY // len(TAMPERINGS) + 1)
    escaped = {name_of(tamper): seeds for tamper in TAMPERINGS if (seeds := missed(tamper, times))}
    alarms = [seed for seed in range(MANY) if Trail(random.Random(seed)).findings()]
    assert (escaped, alarms) == ({}, [])
    evidence(
        "T25",
        what=f"tampering with the trail in {len(TAMPERINGS)} ways",
        count=len(times) * len(TAMPERINGS),
        seed=f"0–{times[-1]}",
        result="all found",
        control=f"{MANY:,} trails that nobody touched: nothing found",
        database="none",
    )


@pytest.mark.parametrize("tamper", _ONLY_SIGNED, ids=name_of)
def test_without_checkpoints_a_trail_that_was_made_to_agree_again_would_pass_as_whole(tamper: Tampering, whole: Trail):
    trail = copy.deepcopy(whole)
    tamper(trail, random.Random(3))
    trail.sides, trail.subjects = {}, {}
    assert verify(trail.lines, {}, trail.head) == []
    assert trail.findings()


def test_each_chained_field_is_guarded_in_lines_of_either_version(whole: Trail):
    for place in (OLD // 2, LENGTH // 2):
        for field in CHAINED:
            trail = copy.deepcopy(whole)
            line = trail.lines[place]
            line[field] = another(line[field], random.Random(1))
            assert trail.findings(), (place, field)


def test_forgetting_sides_that_are_past_their_time_is_lawful(whole: Trail):
    trail = copy.deepcopy(whole)
    late = trail.lines[-1]["at"] + timedelta(seconds=1)
    dice = random.Random(1)
    while trail.sides:
        seq = dice.choice(sorted(trail.sides))
        trail.sides.pop(seq)
        assert verify(trail.lines, trail.sides, trail.head, subjects=trail.subjects, kept_since=late) == []
        trail.subjects.pop(seq, None)
    assert {one.what for one in trail.findings()} == {"its personal side was forgotten before its time"}


def test_a_finding_names_the_line_or_the_checkpoint(whole: Trail):
    trail = copy.deepcopy(whole)
    trail.lines[16]["actor"] = "somebody else"
    assert trail.findings() == [Finding(17, "changed after it was written")]
    del trail.lines[16]
    assert {17, 18} <= {one.seq for one in trail.findings()}
    trail = copy.deepcopy(whole)
    trail.witness.pop()
    assert trail.findings() == [Finding(35, "one place keeps fewer than another", 6)]


def test_without_keys_signatures_are_not_looked_at_and_all_else_is(whole: Trail):
    trail = copy.deepcopy(whole)
    trail.checkpoints[-1]["signature"] = "00"
    assert verify(trail.lines, trail.sides, trail.head, series=[trail.checkpoints]) == []
    trail.checkpoints[-1]["head"] = GENESIS
    assert verify(trail.lines, trail.sides, trail.head, series=[trail.checkpoints]) == [
        Finding(LENGTH, "the chain is not the one that was signed", 6)
    ]


def test_the_zone_in_which_a_database_hands_out_a_moment_changes_nothing(whole: Trail):
    trail = copy.deepcopy(whole)
    for line in trail.lines:
        line["at"] = line["at"].astimezone(timezone(timedelta(hours=2)))
    assert trail.findings() == []


def test_the_verifier_stands_alone_but_for_looking_at_signatures():
    tree = ast.parse(Path(verifier.__file__).read_text(encoding="utf-8"))
    named = [
        name.name if isinstance(node, ast.Import) else str(node.module)
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in node.names
    ]
    assert {name.partition(".")[0] for name in named} - sys.stdlib_module_names == {"cryptography"}
    assert not [name for name in vars(verifier) if "Ed25519" in name]
    assert FIELDS == CHAINED


@pytest.mark.parametrize("place", [OLD - 1, OLD])
def test_the_hash_is_what_its_description_says(place: int, whole: Trail):
    line = whole.lines[place]
    fields = [name for name in CHAINED if line["version"] == 2 or name not in ("version", "kind", "recipients")]
    said = {name: line[name].isoformat() if name == "at" else line[name] for name in fields}
    spelled = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert hashlib.sha256(spelled.encode()).hexdigest() == line["hash"]
