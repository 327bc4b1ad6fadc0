"""What became of a question in later versions of its kind of case."""

from __future__ import annotations

from collections.abc import Iterable

from samvirke.desks.casework.engine.declaration import CaseType


def carried(path: str, later: Iterable[CaseType]) -> str | None:
    """The path of a question (`section.question`) in the newest of these versions, in rising order.

    Nothing when it was dropped on the way: then no rule speaks of it any more, and it does not cross.
    """
    for version in later:
        if path in version.dropped:
            return None
        path = version.renamed.get(path, path)
    return path


def lost(earlier: CaseType, later: CaseType) -> list[str]:
    """The questions of a version that the next neither has, nor renames to one it has, nor drops: careless changes."""
    asked = [f"{section.name}.{one.name}" for section in earlier.sections for one in section.questions]
    there = {f"{section.name}.{one.name}" for section in later.sections for one in section.questions}
    return [path for path in asked if (now := carried(path, [later])) is not None and now not in there]
