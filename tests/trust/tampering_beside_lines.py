"""Ways to tamper with what stands beside the lines: personal sides, the index of persons, and checkpoints."""

from __future__ import annotations

import copy
import random

from tests.trust.tampering import FORGED, NAMES, OURS, Trail, another, tampering

_OURS = OURS.public_key().public_bytes_raw().hex()
_FORGED = FORGED.public_key().public_bytes_raw().hex()


@tampering
def edit_a_side(trail: Trail, dice: random.Random) -> None:
    seq = dice.choice(sorted(trail.sides))
    salt, content = trail.sides[seq]
    trail.sides[seq] = dice.choice([(another(salt, dice), content), (salt, another(content, dice))])


@tampering
def put_a_side_to_another_line(trail: Trail, dice: random.Random) -> None:
    seq = dice.choice(sorted(trail.sides))
    other = dice.choice([line["seq"] for line in trail.lines if line["seq"] != seq])
    trail.sides[other] = trail.sides.pop(seq)


@tampering
def name_another_actor_in_a_side(trail: Trail, dice: random.Random) -> None:
    seq = dice.choice(sorted(trail.sides))
    salt, content = trail.sides[seq]
    trail.sides[seq] = salt, {**content, "name": next(name for name in NAMES if name != content["name"])}


@tampering
def forget_a_side_before_its_time(trail: Trail, dice: random.Random) -> None:
    seq = dice.choice(sorted(trail.sides))
    trail.sides.pop(seq)
    trail.subjects.pop(seq, None)


@tampering
def remove_a_person_from_the_index(trail: Trail, dice: random.Random) -> None:
    trail.subjects.pop(dice.choice(sorted(trail.subjects)))


@tampering
def put_another_person_in_the_index(trail: Trail, dice: random.Random) -> None:
    seq = dice.choice(sorted(trail.subjects))
    trail.subjects[seq] = [another(one, dice) for one in trail.subjects[seq]]


@tampering
def put_a_person_to_a_line_that_does_not_concern_them(trail: Trail, dice: random.Random) -> None:
    trail.subjects.setdefault(dice.randint(1, len(trail.lines) + 3), []).append("0-first:" + "5" * 64)


@tampering
def edit_a_checkpoint(trail: Trail, dice: random.Random) -> None:
    one = dice.choice(dice.choice([trail.checkpoints, trail.witness]))
    name = dice.choice(sorted(one))
    one[name] = another(one[name], dice)


@tampering
def take_a_checkpoint_away(trail: Trail, dice: random.Random) -> None:
    trail.checkpoints.pop(dice.randrange(len(trail.checkpoints)))


@tampering
def replay_an_old_checkpoint(trail: Trail, dice: random.Random) -> None:
    """Cut the trail back to what was once signed, and leave nothing signed since in the own folder."""
    kept = dice.randrange(1, len(trail.checkpoints))
    del trail.checkpoints[kept:], trail.lines[trail.checkpoints[-1]["size"] :]
    trail.chain_again(len(trail.lines))
    for beside in (trail.sides, trail.subjects):
        for seq in [one for one in beside if one > len(trail.lines)]:
            beside.pop(seq)


@tampering
def put_an_old_checkpoint_at_the_end(trail: Trail, dice: random.Random) -> None:
    for place in (trail.checkpoints, trail.witness):
        place.append(copy.deepcopy(dice.choice(trail.checkpoints[:-1])))


@tampering
def sign_another_trail_with_another_key(trail: Trail, dice: random.Random) -> None:
    """Also when the new signature says that it is ours, and when every place is given it."""
    place = dice.randrange(len(trail.lines))
    trail.lines[place]["actor"] += "x"
    trail.chain_again(place)
    trail.checkpoints = []
    trail.sign(FORGED, key=dice.choice([_OURS, _FORGED]))
    trail.witness = copy.deepcopy(trail.checkpoints)


@tampering
def sign_another_trail_with_our_own_key(trail: Trail, dice: random.Random) -> None:
    """Who has stolen the key still does not reach what the witness has."""
    place = dice.randrange(len(trail.lines))
    trail.lines[place]["actor"] += "x"
    trail.chain_again(place)
    numbers = len(trail.checkpoints)
    trail.checkpoints = []
    for _number in range(numbers):
        trail.sign(OURS)
