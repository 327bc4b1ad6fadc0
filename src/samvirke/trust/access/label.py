"""A label that sticks to information: under which bases it came, what it may serve, and what it never may."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

from samvirke.trust.access.basis import PURPOSES, basis


@dataclass(frozen=True)
class Label:
    """What information may be used for. Join labels when something is derived from several."""

    bases: frozenset[str]
    serves: frozenset[str]
    forbids: frozenset[str]

    def permits(self, purpose: str) -> bool:
        """Whether the information may serve a purpose; what is unknown is denied."""
        return purpose in PURPOSES and purpose in self.serves and purpose not in self.forbids

    def join(self, other: Label) -> Label:
        """The label of what is derived from both: only what both permit, and nothing that one of them forbids."""
        return Label(self.bases | other.bases, self.serves & other.serves, self.forbids | other.forbids)


def label_of(*names: str) -> Label:
    """The label of information that came under these bases; at least one."""
    return joined(_label(name) for name in names)


def joined(labels: Iterable[Label]) -> Label:
    """All of them joined. Raises `ValueError` when there are none: unlabelled information may serve nothing."""
    found = list(labels)
    if not found:
        raise ValueError("information without a label may serve nothing")
    return reduce(Label.join, found)


def _label(name: str) -> Label:
    found = basis(name)
    return Label(frozenset({name}), frozenset(found.serves), frozenset(found.forbids))
