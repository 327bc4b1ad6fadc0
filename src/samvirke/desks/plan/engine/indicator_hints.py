"""Which indicators could follow a goal: those whose own field words it uses; no answer is better than a bad one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

_WORD = re.compile(r"[a-zæøåéü]+(?:-[a-zæøåéü]+)*")
# Two words of a title are alike when they begin alike: Danish puts words together and bends them.
_BEGINNING = 6
_SHORTEST = 4
_SAYS_NOTHING = frozenset(
    "antal andel anmeldt anmeldte anmeldelser samlet flere færre mindre reported recorded number share count new "
    "with their from mod ved mellem inden year months late held nye times".split()
)
_NEVER = "!"


def hints(goal: str, indicators: Mapping[str, tuple[Iterable[str], Iterable[str]]], most: int = 3) -> list[str]:
    """Names of the indicators that say most of what the goal does, at most `most`; nothing where none does.

    `indicators` gives titles and field words by name. A field word stands for every word of the goal that begins with
    it; of several with spaces between all must be there; one that begins with “!” rules the indicator out. A title
    counts where the goal has all its words.
    """
    wanted = set(_WORD.findall(goal.lower()))
    scored = {name: _score(wanted, titles, list(words)) for name, (titles, words) in indicators.items()}
    best = max(scored.values(), default=0)
    return [name for name, score in sorted(scored.items()) if score == best][:most] if best else []


def _score(wanted: Collection[str], titles: Iterable[str], words: list[str]) -> int:
    """How many words the longest entry has that the goal uses; 0 where none is used, or one forbids it."""
    if any(_is_there(wanted, word.removeprefix(_NEVER)) for word in words if word.startswith(_NEVER)):
        return 0
    entries = [word.split() for word in words if not word.startswith(_NEVER)]
    entries += [told for title in titles if len(told := _telling(title)) > 1]
    return max((len(entry) for entry in entries if all(_is_there(wanted, word) for word in entry)), default=0)


def _is_there(wanted: Collection[str], word: str) -> bool:
    return any(one.startswith(word) for one in wanted)


def _telling(title: str) -> list[str]:
    words = [word for word in _WORD.findall(title.lower()) if len(word) >= _SHORTEST and word not in _SAYS_NOTHING]
    return [word[:_BEGINNING] for word in words]
