"""Which indicators could follow a goal: those that share words with it, and never a target."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_WORD = re.compile(r"[a-zæøåéü]{4,}")
# The beginning of a word that two words must share: Danish puts words together ("indbrudstyveri" is about "indbrud").
_SHARED = 5
_SAYS_NOTHING = frozenset(
    "antal andel anmeldt anmeldte anmeldelser samlet flere færre mindre skal skabe styrke arbejde arbejder indsats "
    "indsatsen samarbejde samarbejdet politi politiet politiets kommune kommunen kommuner kommunerne borger borgere "
    "borgerne sager sagen number count total more fewer less shall should work with that from police municipality "
    "municipalities citizens reported recorded cases per year eller efter under over ved mellem hvor deres dette "
    "disse alle også bliver blive være have have their there which been through kriminalitet kriminaliteten "
    "kriminalitetens crime crimes".split()
)


def hints(goal: str, indicators: Mapping[str, Iterable[str]], most: int = 3) -> list[str]:
    """Names of indicators whose words begin as words of the goal do, the most in common first.

    `indicators` gives the texts (title, what is counted) by name. Nothing in common gives nothing.
    """
    wanted = _beginnings([goal])
    scored = [(len(wanted & _beginnings(texts)), name) for name, texts in indicators.items()]
    return [name for score, name in sorted(scored, key=lambda one: (-one[0], one[1])) if score][:most]


def _beginnings(texts: Iterable[str]) -> set[str]:
    words = {word for text in texts for word in _WORD.findall(text.lower())} - _SAYS_NOTHING
    return {word[:_SHARED] for word in words}
