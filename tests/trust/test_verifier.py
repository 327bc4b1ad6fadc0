"""Every way to tamper with the trail is found by the stand-alone verifier, thousands of times over."""

from __future__ import annotations

import ast
import copy
import hashlib
import json
import random
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from samvirke.trust.audit import verifier
from samvirke.trust.audit.entry import CHAINED, GENESIS, line_hash, side_digest
from samvirke.trust.audit.verifier import FIELDS, verify

Line = dict[str, Any]
LENGTH = 40


class Trail:
    """A whole chain in memory: lines, personal sides, head."""

    def __init__(self, dice: random.Random, length: int = LENGTH) -> None:
        self.lines: list[Line] = []
        self.sides: dict[int, tuple[str, Any]] = {}
        self.before = GENESIS
        for seq in range(1, length + 1):
            self.add(dice, seq)

    def add(self, dice: random.Random, seq: int) -> None:
        digest = ""
        if dice.random() < 0.5:
            self.sides[seq] = (f"{dice.getrandbits(128):032x}", {"name": dice.choice(["Eva Strand", "Omar Holm"])})
            digest = side_digest(*self.sides[seq])
        line: Line = {
            "seq": seq,
            "at": datetime(2024, 8, 20, tzinfo=UTC) + timedelta(seconds=seq, microseconds=dice.randrange(10**6)),
            "actor": dice.choice(["7f3c", "system:operator"]),
            "agency": dice.choice(["", "fjordby-kommune"]),
            "action": dice.choice(["plan.publish", "plan.put"]),
            "decision": dice.choice(["permit", "deny"]),
            "ground": dice.choice(["operates this installation", "no ground"]),
            "things": [f"plan.plan:{dice.randrange(9)}"],
            "facts": {"edition": dice.randrange(5), "said": "Rådet"},
            "purpose": "",
            "basis": "",
            "channel": dice.choice(["cli", "page"]),
            "policy": "0123456789ab",
            "side_digest": digest,
            "before": self.before,
        }
        self.before = line["hash"] = hash_of(line)
        self.lines.append(line)

    @property
    def head(self) -> tuple[int, str]:
        return len(self.lines), self.before


def hash_of(line: Mapping[str, Any]) -> str:
    return line_hash({**line, "at": line["at"].isoformat()})


def another(value: Any, dice: random.Random) -> Any:
    """A value of the same form that is not this one."""
    if isinstance(value, bool | None):
        return not value
    if isinstance(value, int):
        return value + dice.choice([-1, 1, 10**6])
    if isinstance(value, datetime):
        return value + timedelta(microseconds=dice.choice([-1, 1, 10**9]))
    if isinstance(value, list):
        return dice.choice([[*value, "plan.plan:99"], value[1:], [*value, *value]])
    if isinstance(value, dict):
        return dice.choice([{**value, "slipped": "in"}, {}, {**value, next(iter(value)): "otherwise"}])
    if not value:
        return "x"
    flipped = dice.randrange(len(value))
    return dice.choice([value + "x", value[:flipped] + chr(ord(value[flipped]) ^ 1) + value[flipped + 1 :]])


def edit_a_field(trail: Trail, dice: random.Random) -> None:
    line, field = dice.choice(trail.lines), dice.choice(CHAINED)
    line[field] = another(line[field], dice)


def edit_a_hash(trail: Trail, dice: random.Random) -> None:
    line = dice.choice(trail.lines)
    line["hash"] = another(line["hash"], dice)


def edit_and_hash_again(trail: Trail, dice: random.Random) -> None:
    line, field = dice.choice(trail.lines), dice.choice(CHAINED)
    line[field] = another(line[field], dice)
    line["hash"] = hash_of(line)


def take_one_out(trail: Trail, dice: random.Random) -> None:
    trail.lines.pop(dice.randrange(len(trail.lines)))


def take_one_out_and_close_the_gap(trail: Trail, dice: random.Random) -> None:
    """Number and chain the rest again; only the head, which lies elsewhere, still tells."""
    gone = dice.randrange(len(trail.lines))
    trail.lines.pop(gone)
    before = trail.lines[gone - 1]["hash"] if gone else GENESIS
    for place, line in enumerate(trail.lines[gone:], start=gone + 1):
        line["seq"], line["before"] = place, before
        before = line["hash"] = hash_of(line)


def swap_two(trail: Trail, dice: random.Random) -> None:
    one, other = dice.sample(range(len(trail.lines)), 2)
    trail.lines[one], trail.lines[other] = trail.lines[other], trail.lines[one]


def swap_what_two_say(trail: Trail, dice: random.Random) -> None:
    one, other = dice.sample(trail.lines, 2)
    for name in set(CHAINED) - {"seq", "before"}:
        one[name], other[name] = other[name], one[name]


def cut_the_tail(trail: Trail, dice: random.Random) -> None:
    del trail.lines[-dice.randint(1, len(trail.lines)) :]


def fork(trail: Trail, dice: random.Random) -> None:
    """A second line in the same place, rightly chained to the one before."""
    place = dice.randrange(len(trail.lines))
    twin = copy.deepcopy(trail.lines[place])
    twin["actor"] = "somebody else"
    twin["hash"] = hash_of(twin)
    trail.lines.insert(place + 1, twin)


def slip_one_in(trail: Trail, dice: random.Random) -> None:
    place = dice.randrange(1, len(trail.lines))
    new = copy.deepcopy(trail.lines[place])
    new["before"], new["action"] = trail.lines[place - 1]["hash"], "plan.sing"
    new["hash"] = hash_of(new)
    trail.lines.insert(place, new)


def add_at_the_end(trail: Trail, dice: random.Random) -> None:
    new = copy.deepcopy(dice.choice(trail.lines))
    new["seq"], new["before"] = len(trail.lines) + 1, trail.lines[-1]["hash"]
    new["hash"] = hash_of(new)
    trail.lines.append(new)


def edit_a_side(trail: Trail, dice: random.Random) -> None:
    seq = dice.choice(sorted(trail.sides))
    salt, content = trail.sides[seq]
    trail.sides[seq] = dice.choice([(another(salt, dice), content), (salt, another(content, dice))])


def put_a_side_to_another_line(trail: Trail, dice: random.Random) -> None:
    seq = dice.choice(sorted(trail.sides))
    other = dice.choice([line["seq"] for line in trail.lines if line["seq"] != seq])
    trail.sides[other] = trail.sides.pop(seq)


TAMPERINGS: list[Callable[[Trail, random.Random], None]] = [
    edit_a_field, edit_a_hash, edit_and_hash_again, take_one_out, take_one_out_and_close_the_gap, swap_two,
    swap_what_two_say, cut_the_tail, fork, slip_one_in, add_at_the_end, edit_a_side, put_a_side_to_another_line,
]  # fmt: skip
TIMES = 2000 // len(TAMPERINGS) + 1


@pytest.fixture(scope="module")
def whole() -> Trail:
    return Trail(random.Random(20240820))


def test_a_trail_that_nobody_touched_is_whole(whole: Trail):
    assert verify(whole.lines, whole.sides, whole.head) == []
    assert verify([], {}, (0, GENESIS)) == []


@pytest.mark.parametrize("tamper", TAMPERINGS, ids=lambda tamper: tamper.__name__.replace("_", " "))
def test_every_tampering_is_found(whole: Trail, tamper: Callable[[Trail, random.Random], None]):
    missed = []
    for seed in range(TIMES):
        trail = copy.deepcopy(whole)
        tamper(trail, random.Random(seed))
        if not verify(trail.lines, trail.sides, whole.head):
            missed.append(seed)
    assert missed == []


def test_tampering_is_tried_two_thousand_times():
    assert TIMES * len(TAMPERINGS) >= 2000


def test_each_chained_field_is_guarded(whole: Trail):
    for field in CHAINED:
        trail = copy.deepcopy(whole)
        line = trail.lines[LENGTH // 2]
        line[field] = another(line[field], random.Random(1))
        assert verify(trail.lines, trail.sides, whole.head), field


def test_forgetting_sides_is_lawful(whole: Trail):
    trail = copy.deepcopy(whole)
    dice = random.Random(1)
    while trail.sides:
        trail.sides.pop(dice.choice(sorted(trail.sides)))
        assert verify(trail.lines, trail.sides, whole.head) == []


def test_a_finding_names_the_line(whole: Trail):
    trail = copy.deepcopy(whole)
    trail.lines[16]["actor"] = "somebody else"
    assert [(one.seq, one.what) for one in verify(trail.lines, trail.sides, whole.head)] == [
        (17, "changed after it was written")
    ]
    del trail.lines[16]
    assert {one.seq for one in verify(trail.lines, trail.sides, whole.head)} == {17, 18}


def test_the_zone_in_which_a_database_hands_out_a_moment_changes_nothing(whole: Trail):
    trail = copy.deepcopy(whole)
    for line in trail.lines:
        line["at"] = line["at"].astimezone(timezone(timedelta(hours=2)))
    assert verify(trail.lines, trail.sides, whole.head) == []


def test_the_verifier_stands_alone():
    tree = ast.parse(Path(verifier.__file__).read_text(encoding="utf-8"))
    named = [
        name.name if isinstance(node, ast.Import) else str(node.module)
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in node.names
    ]
    assert {name.partition(".")[0] for name in named} <= sys.stdlib_module_names
    assert FIELDS == CHAINED


def test_the_hash_is_what_its_description_says(whole: Trail):
    line = whole.lines[3]
    said = {name: line[name].isoformat() if name == "at" else line[name] for name in CHAINED}
    spelled = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert hashlib.sha256(spelled.encode()).hexdigest() == line["hash"]
