"""The questions that a form of a case may ask."""

from __future__ import annotations

from dataclasses import dataclass

# Information about health needs a second pair of eyes before it crosses; about offences the law has its own rule.
ORDINARY, OFFENCE, HEALTH = MATTERS = ("ordinary", "offence", "health")


@dataclass(frozen=True)
class AtMost:
    """No later than so many years after the day that another question holds (`section.question`)."""

    years: int
    after: str
    source: str


@dataclass(frozen=True)
class YesNo:
    """Yes or no."""

    name: str
    label: str
    required: bool = False
    matter: str = ORDINARY
    hint: str = ""


@dataclass(frozen=True)
class Choice:
    """One of several; `options` pair a stored name with its words."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    required: bool = False
    matter: str = ORDINARY
    hint: str = ""


@dataclass(frozen=True)
class Several:
    """Any number of several."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    required: bool = False
    matter: str = ORDINARY
    hint: str = ""


@dataclass(frozen=True)
class ShortText:
    """A line of text."""

    name: str
    label: str
    required: bool = False
    matter: str = ORDINARY
    hint: str = ""


@dataclass(frozen=True)
class LongText:
    """Text of several lines; `assessment` marks a professional's judgement, kept apart from facts (LED article 7)."""

    name: str
    label: str
    required: bool = False
    matter: str = ORDINARY
    hint: str = ""
    assessment: bool = False


@dataclass(frozen=True)
class Day:
    """A date; `at_most` is how late the law lets it be."""

    name: str
    label: str
    required: bool = False
    matter: str = ORDINARY
    hint: str = ""
    at_most: AtMost | None = None


@dataclass(frozen=True)
class Amount:
    """A whole number, 0 or more."""

    name: str
    label: str
    required: bool = False
    matter: str = ORDINARY
    hint: str = ""


Question = YesNo | Choice | Several | ShortText | LongText | Day | Amount
FREE_TEXT = (ShortText, LongText)
