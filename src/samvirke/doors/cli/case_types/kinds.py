"""The kinds of agency in words, for the documentation."""

from __future__ import annotations

from collections.abc import Sequence

KINDS = {
    "police": "the police",
    "municipality": "a municipality",
    "region": "a region",
    "probation": "the Prison and Probation Service",
    "association": "an association or institution",
    "other": "another authority",
}


def agencies(kinds: Sequence[str]) -> str:
    """In a row, with commas; a dash where there is none."""
    return ", ".join(KINDS[kind] for kind in kinds) or "–"
