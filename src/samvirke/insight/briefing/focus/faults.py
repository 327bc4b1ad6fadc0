"""What is careless in the declaration of a brief, in sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from samvirke.insight.briefing.focus.declaration import (
    BREAKS,
    DISTRICT,
    GEOGRAPHIES,
    HOURS,
    PARTS,
    SPANS,
    TWELVE_MONTHS,
    Brief,
)

_CONFIDENCES = ("H", "M", "L", "mem")
_LEAST, _LEAST_OF_LARGE = 5, 10


@dataclass(frozen=True)
class Known:
    """The names that a brief may use."""

    indicators: Collection[str]
    duties: Collection[str]
    designations: Collection[str]
    categories: Collection[str]
    sheets: Collection[str]


def faults(brief: Brief, known: Known) -> list[str]:
    """Everything that is wrong with it; nothing when it is sound."""
    return [f"{brief.name}: {words}" for words in (*_words(brief), *_names(brief, known), *_numbers(brief))]


def _words(brief: Brief) -> list[str]:
    found = [f"its {what} cannot be empty" for what in ("title", "question") if not getattr(brief, what).strip()]
    if not brief.source:
        found.append("it cannot stand without a source: name plan, year and section")
    if brief.confidence not in _CONFIDENCES:
        found.append("nobody can tell how sure its source is: say H, M, L or mem")
    if not any("person" in words.lower() for words in brief.never):
        found.append("it cannot leave out that it never shows persons")
    if not brief.field_words:
        found.append("no plan's focus area can be known by it: give its field words")
    found += [
        f"“{one.question}” cannot stay without what brings the answer"
        for one in brief.unanswered
        if not one.brings.strip()
    ]
    return found


def _names(brief: Brief, known: Known) -> list[str]:
    followed = (*brief.indicators, *(name for aim in brief.aims for name in aim.indicators))
    asked = [one.sheet for one in brief.unanswered if one.sheet]
    used = {
        "indicator": (followed, known.indicators),
        "duty": (brief.duties, known.duties),
        "kind of place": (brief.designations, known.designations),
        "category": (brief.categories, known.categories),
        "table": (asked, known.sheets),
        "part": (brief.parts, PARTS),
    }
    found = [
        f"it cannot use the {what} {name}, which does not exist"
        for what, (names, declared) in used.items()
        for name in dict.fromkeys(names)
        if name not in declared
    ]
    twice = [name for name, count in Counter(brief.indicators).items() if count > 1]
    return found + [f"the indicator {name} cannot stand twice" for name in twice]


def _numbers(brief: Brief) -> list[str]:
    found = []
    if brief.smallest not in GEOGRAPHIES:
        found.append(f"its smallest area cannot be “{brief.smallest}”: it is one of {', '.join(GEOGRAPHIES)}")
    if brief.span not in SPANS:
        found.append(f"its span cannot be “{brief.span}”: it is one of {', '.join(SPANS)}")
    if brief.fewest < _LEAST:
        found.append(f"it cannot tell numbers below {_LEAST}")
    if brief.smallest == DISTRICT and (brief.fewest < _LEAST_OF_LARGE or brief.span != TWELVE_MONTHS):
        found.append(f"what is told of large areas only cannot be told below {_LEAST_OF_LARGE}, or by the quarter")
    if (HOURS in brief.parts) != bool(brief.categories):
        found.append("the hours of the week and their categories cannot go without each other")
    if not (brief.indicators or brief.parts or brief.unanswered):
        found.append("it cannot answer nothing and ask nothing: give indicators, parts, or what is unanswered")
    if BREAKS in brief.parts and not brief.breaks:
        found.append("it cannot tell of breaks and name none")
    return found
