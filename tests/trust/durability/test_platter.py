"""The disk that loses its power keeps what was synced, and of the rest whatever a real one might."""

from __future__ import annotations

import random

from tests.trust.durability.power_cut import SECTOR, Platter, Step


def images(platter: Platter, count: int = 400) -> set[tuple[tuple[str, bytes], ...]]:
    """What many cuts at the same moment leave."""
    dice = random.Random(1)
    return {tuple(platter.after_a_cut(dice).items()) for _ in range(count)}


def after(*steps: Step, **files: bytes) -> Platter:
    platter = Platter(files)
    for step in steps:
        platter.take(step)
    return platter


def write(name: str, data: bytes, at: int = 0) -> Step:
    return Step("write", name, at, data)


def test_what_was_synced_is_always_there():
    platter = after(write("db", b"new"), Step("sync", "db"), db=b"old!")
    assert images(platter) == {(("db", b"new!"),)}


def test_what_was_not_synced_is_there_or_not():
    assert images(after(write("db", b"new"), db=b"old!")) == {(("db", b"old!"),), (("db", b"new!"),)}


def test_writes_may_reach_the_platter_in_another_order_than_they_were_asked_for():
    found = images(after(write("db", b"A"), write("db", b"B", 1), db=b"--"))
    assert {content[0][1] for content in found} == {b"--", b"A-", b"-B", b"AB"}


def test_a_write_tears_only_between_sectors():
    old, new = b"o" * (2 * SECTOR), b"n" * SECTOR
    found = {content[0][1] for content in images(after(write("db", new, SECTOR // 2), db=old))}
    half, whole = SECTOR // 2, 2 * SECTOR
    first = b"o" * half + b"n" * half + b"o" * SECTOR
    second = b"o" * SECTOR + b"n" * half + b"o" * half
    both = b"o" * half + b"n" * SECTOR + b"o" * half
    assert found == {old, first, second, both}
    assert all(len(one) == whole for one in found)


def test_a_later_write_that_is_kept_leaves_zeros_where_an_earlier_one_was_lost():
    found = {content[0][1] for content in images(after(write("db", b"A"), write("db", b"B", 2), db=b""))}
    assert b"\0\0B" in found


def test_a_file_is_shortened_or_not_until_it_is_synced():
    shortened = Step("truncate", "db", 1)
    assert images(after(shortened, db=b"old")) == {(("db", b"old"),), (("db", b"o"),)}
    assert images(after(shortened, Step("sync", "db"), db=b"old")) == {(("db", b"o"),)}


def test_a_new_file_may_be_missing_until_it_is_synced():
    assert {(), (("log", b"A"),)} <= images(after(write("log", b"A")))
    assert images(after(write("log", b"A"), Step("sync", "log"))) == {(("log", b"A"),)}


def test_a_deleted_file_may_come_back_until_the_folder_is_synced():
    gone = Step("delete", "log")
    assert images(after(gone, log=b"A")) == {(), (("log", b"A"),)}
    assert images(after(Step("delete", "log", surely=True), log=b"A")) == {()}
    again = images(after(gone, write("log", b"B"), log=b"A"))
    assert {(("log", b"A"),), (("log", b"B"),), ()} <= again
    assert images(after(gone, write("log", b"B"), Step("sync", "log"), log=b"A")) == {(("log", b"B"),)}


def test_the_same_seed_gives_the_same_images():
    platter = after(write("db", b"new" * SECTOR), write("log", b"A" * SECTOR), db=b"old" * SECTOR)
    one, other = (random.Random(7) for _ in range(2))
    assert [platter.after_a_cut(one) for _ in range(20)] == [platter.after_a_cut(other) for _ in range(20)]
