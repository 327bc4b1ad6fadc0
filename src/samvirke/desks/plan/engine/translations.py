"""Whether a translation is older than the text it translates, and what becomes of it when the text is changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

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


def rewritten(
    old: Mapping[str, str],
    older: Mapping[str, str],
    said: tuple[str, str],
    given: Mapping[str, str],
    fits: Collection[str] = (),
) -> tuple[dict[str, str], dict[str, str]]:
    """The words after a change, and the translations of what they said before, which somebody has to look at again.

    `said` is a language and its words. A translation that stays as it was while the words change is older than they
    are, until it is written anew or is among those of which a person says that it `fits`. None is lost.
    """
    language, words = said
    new: dict[str, str] = {language: words}
    kept: dict[str, str] = {}
    changed = old.get(language) != words
    for name in sorted({*old, *older, *given} - {language}):
        before = old.get(name) or older.get(name, "")
        now = given.get(name, before).strip()
        if not now:
            continue
        stays = now == before and (changed or name in older) and name not in fits
        (kept if stays else new)[name] = now
    return new, kept
