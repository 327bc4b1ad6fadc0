"""Whether a translation of a section is older than the text it translates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Version = Mapping[str, Mapping[str, str]]


def outdated(versions: Iterable[Version], now: Version, language: str) -> set[str]:
    """The languages whose words stayed as they were when those of `language` changed last.

    `versions` are heading and text after each change, the oldest first; `now` is how the section reads.
    """
    rows = [*versions, now]
    if not rows:
        return set()
    changed = {name: _last_change(rows, name) for name in _languages(now)}
    return {name for name, at in changed.items() if name != language and at < changed.get(language, 0)}


def _languages(one: Version) -> set[str]:
    return {name for words in one.values() for name, said in words.items() if said}


def _last_change(rows: list[Version], language: str) -> int:
    """The place of the last version that changed the words of a language; 0 when none did."""
    said = [tuple(words.get(language, "") for words in row.values()) for row in rows]
    return max((at for at in range(1, len(said)) if said[at] != said[at - 1]), default=0)
