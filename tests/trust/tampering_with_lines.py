"""Ways to tamper with the lines of a trail: edit, take out, swap, cut, fork, slip in."""

from __future__ import annotations

import copy
import random

from tests.trust.tampering import EVERY, Trail, another, hash_of, tampering

from samvirke.trust.audit.entry import CHAINED


@tampering
def edit_a_field(trail: Trail, dice: random.Random) -> None:
    line, field = dice.choice(trail.lines), dice.choice(CHAINED)
    line[field] = another(line[field], dice)


@tampering
def edit_a_hash(trail: Trail, dice: random.Random) -> None:
    line = dice.choice(trail.lines)
    line["hash"] = another(line["hash"], dice)


@tampering
def edit_and_hash_again(trail: Trail, dice: random.Random) -> None:
    line, field = dice.choice(trail.lines), dice.choice(CHAINED)
    line[field] = another(line[field], dice)
    line["hash"] = hash_of(line)


@tampering
def edit_and_chain_everything_again(trail: Trail, dice: random.Random) -> None:
    """Who owns the database can make the whole chain and its head agree; the checkpoints were signed before."""
    place = dice.randrange(len(trail.lines))
    trail.lines[place]["actor"] += "x"
    trail.chain_again(place)


@tampering
def edit_a_field_that_an_old_line_did_not_have(trail: Trail, dice: random.Random) -> None:
    line = dice.choice([one for one in trail.lines if one["version"] == 1])
    line.update(dice.choice([{"kind": "read"}, {"recipients": ["dal-kommune"]}]))


@tampering
def call_a_new_line_an_old_one(trail: Trail, dice: random.Random) -> None:
    line = dice.choice([one for one in trail.lines if one["version"] == 2])
    line.update(version=1, **dice.choice([{}, {"kind": "", "recipients": []}]))


@tampering
def take_one_out(trail: Trail, dice: random.Random) -> None:
    trail.lines.pop(dice.randrange(len(trail.lines)))


@tampering
def take_one_out_and_chain_everything_again(trail: Trail, dice: random.Random) -> None:
    gone = dice.randrange(len(trail.lines))
    trail.lines.pop(gone)
    trail.chain_again(gone)


@tampering
def swap_two(trail: Trail, dice: random.Random) -> None:
    one, other = dice.sample(range(len(trail.lines)), 2)
    trail.lines[one], trail.lines[other] = trail.lines[other], trail.lines[one]


@tampering
def swap_what_two_say(trail: Trail, dice: random.Random) -> None:
    one, other = dice.sample(trail.lines, 2)
    for name in set(CHAINED) - {"seq", "before"}:
        one[name], other[name] = other[name], one[name]


@tampering
def cut_the_tail(trail: Trail, dice: random.Random) -> None:
    del trail.lines[-dice.randint(1, len(trail.lines)) :]


@tampering
def cut_the_tail_with_its_sides_and_set_the_head_back(trail: Trail, dice: random.Random) -> None:
    del trail.lines[-dice.randint(1, len(trail.lines)) :]
    trail.chain_again(len(trail.lines))
    for beside in (trail.sides, trail.subjects):
        for seq in [one for one in beside if one > len(trail.lines)]:
            beside.pop(seq)


@tampering
def cut_the_tail_and_write_another(trail: Trail, dice: random.Random) -> None:
    """As long as before, with other deeds in it: a fork that only what was signed can tell."""
    place = dice.randrange(len(trail.lines) - EVERY)
    for line in trail.lines[place:]:
        line["things"] = [f"plan.plan:{dice.randrange(10, 99)}"]
    trail.chain_again(place)


@tampering
def fork(trail: Trail, dice: random.Random) -> None:
    """A second line in the same place, rightly chained to the one before."""
    place = dice.randrange(len(trail.lines))
    twin = copy.deepcopy(trail.lines[place])
    twin["actor"] = "somebody else"
    twin["hash"] = hash_of(twin)
    trail.lines.insert(place + 1, twin)


@tampering
def slip_one_in(trail: Trail, dice: random.Random) -> None:
    place = dice.randrange(1, len(trail.lines))
    new = copy.deepcopy(trail.lines[place])
    new["before"], new["action"] = trail.lines[place - 1]["hash"], "plan.sing"
    new["hash"] = hash_of(new)
    trail.lines.insert(place, new)


@tampering
def add_at_the_end(trail: Trail, dice: random.Random) -> None:
    new = copy.deepcopy(dice.choice(trail.lines))
    new["seq"], new["before"] = len(trail.lines) + 1, trail.lines[-1]["hash"]
    new["hash"] = hash_of(new)
    trail.lines.append(new)
