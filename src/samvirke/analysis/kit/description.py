"""The words of an analysis: its question, method, caution and reference."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class About:
    """What an analysis says of itself; it travels with every result."""

    name: str
    question: str
    method: str
    caution: str
    reference: str
    version: int
