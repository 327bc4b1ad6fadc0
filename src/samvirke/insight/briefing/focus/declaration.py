"""How a focus-area brief is declared: its question, what answers it, what cannot be answered yet, and what is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samvirke.foundation.words import Said, _

DISTRICT, MUNICIPALITY = GEOGRAPHIES = ("district", "municipality")
QUARTER, TWELVE_MONTHS = SPANS = ("quarter", "twelve-months")
# What a brief shows beside its indicators, each worked out in a file of its own.
HOURS, SERIES, RESPONSES, SURVEY, WAITS, BREAKS = PARTS = (
    "hours", "series", "responses", "survey", "waits", "breaks",
)  # fmt: skip
_SECTION = _("The cooperation plan of {district} {year}, section {section}")


@dataclass(frozen=True)
class At:
    """A place in a plan: it is pointed to by plan, year and section, and never copied."""

    district: str
    year: int
    section: str

    def said(self) -> Said:
        """The place in words."""
        return Said(_SECTION, {"district": self.district, "year": self.year, "section": self.section})


@dataclass(frozen=True)
class Unanswered:
    """A question that the store cannot answer: what brings the answer, and how.

    With `sheet` it is asked only until such a table has been put in place.
    """

    question: str
    brings: str
    sheet: str = ""


@dataclass(frozen=True)
class Aim:
    """An aim that a plan prints, and the indicators by which one can see how it goes; none where nothing tells."""

    said: str
    indicators: tuple[str, ...] = ()


@dataclass(frozen=True)
class Measure:
    """A measure that may be taken, as a plan names it. One that is `off` is not done here by itself, and says why."""

    said: str
    source: At
    off: str = ""


@dataclass(frozen=True)
class Brief:
    """One focus area.

    `words` are the field words, Danish and English with commas between, by which a plan's focus area, a commitment and
    a learning activity are known to be about it; they are read as those of an indicator. `smallest` is the smallest
    area of which a change is told and `fewest` the least number that is told of it; where that is the district, a
    municipality has one pooled number. `span` is the period that is compared. `categories` are those whose hours of
    the week are told, for the whole district only.
    """

    name: str
    version: int
    title: str
    question: str
    source: tuple[At, ...]
    confidence: str
    words: str
    never: tuple[str, ...]
    indicators: tuple[str, ...] = ()
    unanswered: tuple[Unanswered, ...] = ()
    aims: tuple[Aim, ...] = ()
    measures: tuple[Measure, ...] = ()
    duties: tuple[str, ...] = ()
    designations: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    smallest: str = MUNICIPALITY
    span: str = QUARTER
    fewest: int = 5

    @property
    def field_words(self) -> tuple[str, ...]:
        """The field words one by one."""
        return tuple(one.strip() for one in self.words.split(",") if one.strip())

    def spoken(self) -> Iterator[str]:
        """Every sentence and title of it, for the translators and the tests."""
        yield from (self.title, self.question, *self.never, *self.breaks)
        yield from (one.said for one in self.aims)
        for question in self.unanswered:
            yield from (question.question, question.brings)
        for measure in self.measures:
            yield from (measure.said, *([measure.off] if measure.off else []))
