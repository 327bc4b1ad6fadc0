"""What somebody who mistyped a name may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher


def nearest(name: str, known: Iterable[str], most: int = 6) -> str:
    """The known names that are most like `name`, nearest first, in a row for an error to show."""
    matcher = SequenceMatcher(b=name.casefold())
    return ", ".join(sorted(known, key=lambda one: (-_likeness(matcher, one), one))[:most])


def _likeness(matcher: SequenceMatcher[str], one: str) -> float:
    matcher.set_seq1(one.casefold())
    return matcher.ratio()
