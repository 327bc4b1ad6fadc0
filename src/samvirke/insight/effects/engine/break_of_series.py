"""A day on which the figures of a category stopped meaning what they meant before: nobody compares across it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Break:
    """`categories` are those that it breaks; `source_id` is the one source whose figures it breaks, or empty for all.

    `confidence` says how sure we are: H read in the source itself, M a secondary source, L weak, mem from memory.
    """

    name: str
    on: date
    what: str
    categories: tuple[str, ...]
    source: str
    confidence: str
    source_id: str = ""
