"""Makes a lasting name out of a heading, and one that is still free."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.text import slugify

_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "ae", "Ø": "oe", "Å": "aa"})
_LONGEST = 76


def slug_of(heading: str) -> str:
    """The heading in plain small letters; "section" where it has none."""
    return slugify(heading.translate(_DANISH))[:_LONGEST].strip("-") or "section"


def free_slug(heading: str, taken: Collection[str]) -> str:
    """The heading's name, with a number behind it when it is taken."""
    wanted = slug_of(heading)
    if wanted not in taken:
        return wanted
    return next(name for n in range(2, len(taken) + 3) if (name := f"{wanted}-{n}") not in taken)
