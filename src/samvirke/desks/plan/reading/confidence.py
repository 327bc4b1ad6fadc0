"""How sure reading is of what it found: high, medium or low, and in words why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from samvirke.foundation.words import Said, said

HIGH, MEDIUM, LOW = "high", "medium", "low"


@dataclass(frozen=True)
class Confidence:
    """One of three levels, with the reasons for it."""

    level: str
    why: tuple[Said, ...]

    def to_json(self, language: str) -> dict[str, Any]:
        """The level and its reasons in a language."""
        return {"level": self.level, "why": [one.text(language) for one in self.why]}


def sure(level: str, *why: Said | str) -> Confidence:
    """A confidence with its reasons; a plain message id is a reason without values."""
    return Confidence(level, tuple(said(one) for one in why))


def of(level: str, why: Iterable[str]) -> Confidence:
    """A confidence from message ids."""
    return sure(level, *why)
