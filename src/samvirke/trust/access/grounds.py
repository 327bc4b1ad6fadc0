"""Grounds: reasons in words, each with the expression that decides it.

`question.py` answers "may I?" over one loaded thing, `filters.py` "which ones?" as a filter on a table. A test holds
the two equal on random expressions and records.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from samvirke.foundation.words import Said
from samvirke.trust.access.expressions import (
    AgenciesAs,
    Anything,
    Begun,
    Both,
    DistrictsAs,
    Either,
    Exists,
    Expression,
    Has,
    In,
    Is,
    Lasts,
    Not,
    Nothing,
    Of,
    OfActor,
)
from samvirke.trust.access.filters import as_filter
from samvirke.trust.access.question import Test, holds, question

__all__ = [
    "AgenciesAs", "Anything", "Begun", "Both", "DistrictsAs", "Either", "Exists", "Expression", "Ground", "Has", "In",
    "Is", "Lasts", "Not", "Nothing", "Of", "OfActor", "as_filter", "holds",
]  # fmt: skip


@dataclass(frozen=True)
class Ground:
    """A reason in words, finishing "because this person …", and the expression that decides it."""

    because: Said
    when: Expression

    @cached_property
    def is_so(self) -> Test:
        """The expression as a function of a loaded thing and an actor, made ready once."""
        return question(self.when)
