"""The lock of the kinds of case: a declared version never changes unnoticed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from samvirke.desks.casework.engine.locked import LOCK, changed, lock_text, read_lock, unlocked
from samvirke.desks.casework.register import case_types

_KINDS = list(case_types().values())
_FIRST = _KINDS[0]


def said(faults) -> list[str]:
    return [one.text() for one in faults]


def test_every_declared_kind_is_what_its_line_in_the_lock_says():
    locked = read_lock(LOCK.read_text(encoding="ascii"))
    assert said(changed(_KINDS, locked)) == [], "give it the next version"
    assert said(unlocked(_KINDS, locked)) == []


def test_the_lock_is_read_as_it_was_written_one_line_for_each_kind_in_order():
    text = lock_text(reversed(_KINDS))
    assert text == lock_text(_KINDS)
    assert [line.split()[0] for line in text.splitlines()] == sorted(one.name for one in _KINDS)
    assert said(changed(_KINDS, read_lock(text))) == said(unlocked(_KINDS, read_lock(text))) == []


@pytest.mark.parametrize("other", [{"summary": "Something else."}, {"sections": _FIRST.sections[:1]}, {"counts": ()}])
def test_a_changed_declaration_is_told_to_get_the_next_version(other):
    locked = read_lock(lock_text(_KINDS))
    (fault,) = said(changed([replace(_FIRST, **other)], locked))
    assert fault.startswith(f"“{_FIRST.name}” has changed, and is still version {_FIRST.version}. Give it the next")


def test_the_next_version_is_not_a_change_but_has_to_be_locked():
    locked, newer = read_lock(lock_text(_KINDS)), replace(_FIRST, version=_FIRST.version + 1, summary="Something else.")
    assert changed([newer], locked) == []
    missing, *gone = said(unlocked([newer, *_KINDS[1:]], locked))
    assert missing == f"“{_FIRST.name}” version {newer.version} is not in the lock. Run: samvirke cases lock"
    assert gone == [f"“{_FIRST.name}” version {_FIRST.version} is declared no more. Run: samvirke cases lock"]


def test_a_kind_without_a_line_is_told():
    assert len(unlocked(_KINDS, {})) == len(_KINDS)
    assert changed(_KINDS, {}) == []
