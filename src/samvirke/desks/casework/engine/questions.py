"""The questions that a form of a case may ask."""

from __future__ import annotations

from dataclasses import dataclass, field

# Information about health needs a second pair of eyes before it crosses; about offences the law has its own rule.
ORDINARY, OFFENCE, HEALTH = MATTERS = ("ordinary", "offence", "health")


@dataclass(frozen=True)
class AtMost:
    """No later than so many years after the day that another question holds (`section.question`)."""

    years: int
    after: str
    source: str


@dataclass(frozen=True)
class _Asked:
    """What every question has; `matter` is what it is about."""

    name: str
    label: str
    required: bool = field(default=False, kw_only=True)
    matter: str = field(default=ORDINARY, kw_only=True)
    hint: str = field(default="", kw_only=True)


@dataclass(frozen=True)
class YesNo(_Asked):
    """Yes or no."""


@dataclass(frozen=True)
class Choice(_Asked):
    """One of several; `options` pair a stored name with its words."""

    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Several(_Asked):
    """Any number of several."""

    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ShortText(_Asked):
    """A line of text."""


@dataclass(frozen=True)
class LongText(_Asked):
    """Text of several lines; `assessment` marks a professional's judgement, kept apart from facts (LED article 7)."""

    assessment: bool = False


@dataclass(frozen=True)
class Day(_Asked):
    """A date; `at_most` is how late the law lets it be."""

    at_most: AtMost | None = None


@dataclass(frozen=True)
class Amount(_Asked):
    """A whole number, 0 or more."""


Question = YesNo | Choice | Several | ShortText | LongText | Day | Amount
FREE_TEXT = (ShortText, LongText)
