"""`plans/<year>/plan.toml` and `plans/<year>/sections/*.toml`: a cooperation plan as structured content."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from samvirke.foundation.words import _
from samvirke.handovers.district_folder.basics import Origin, Part, Text
from samvirke.handovers.district_folder.district import Slug

CommitmentKind = Literal["cadence", "activity", "target", "one-off"]


class Signatory(Part):
    """A name under the plan. An office that the plan does not print comes from outside, or is not stated."""

    name: str
    office: Text | None = None
    agency: Slug | None = None
    origin: Origin


class Finding(Part):
    """Something about the printed plan that a careful reader would stop at."""

    kind: Literal["empty-section", "list-mismatch", "spelling", "numbering", "missing", "other"]
    what: Text
    section: str | None = None


class Document(Part):
    """The plan as a document. `cover` says what its front prints; an origin names it by the heading “Forside”."""

    id: Slug
    title: Text
    year: int = Field(ge=1990, le=2100)
    body: Slug
    signed_on: date | None = None
    signed_at: str | None = None
    published: Text
    cover: Text | None = None
    parts: tuple[Text, ...] = ()
    signatories: tuple[Signatory, ...] = Field(min_length=1)
    findings: tuple[Finding, ...] = ()


class FocusArea(Part):
    """A focus area: national or local, and the indicators that follow it.

    `listed` says whether it stands in a list of focus areas that the plan prints.
    """

    id: Slug
    title: Text
    scope: Literal["national", "local", "not-stated"]
    listed: bool = True
    indicators: tuple[Slug, ...] = ()
    without_indicator: Text | None = None

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        if not self.indicators and self.without_indicator is None:
            raise ValueError(_("A focus area without indicators says why in without_indicator."))
        return self


class Goal(Part):
    """What the plan wants to reach, and how one would see it."""

    id: Slug
    text: Text
    measurable: bool
    indicator: Slug | None = None
    why_not: Text | None = None

    @model_validator(mode="after")
    def _measured_or_explained(self) -> Self:
        if self.measurable and self.indicator is None:
            raise ValueError(_("A measurable goal names its indicator."))
        if not self.measurable and self.why_not is None:
            raise ValueError(_("A goal that cannot be measured as written says why in why_not."))
        return self


class Commitment(Part):
    """Who owes what by when. `times` and `per` belong to a cadence; `due` to what has a date.

    `optional` marks what the plan says may be done, not must.
    """

    id: Slug
    title: Text
    text: Text
    owners: tuple[Slug, ...] = Field(min_length=1)
    kind: CommitmentKind
    measurable: bool
    why_not: Text | None = None
    times: int | None = Field(default=None, ge=1)
    per: Literal["week", "month", "quarter", "year"] | None = None
    due: date | None = None
    target: Annotated[float, Field(ge=0)] | None = None
    indicator: Slug | None = None
    optional: bool = False

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.kind == "cadence" and (self.times is None or self.per is None):
            raise ValueError(_("A cadence says times and per (week, month, quarter or year)."))
        if not self.measurable and self.why_not is None:
            raise ValueError(_("A commitment that cannot be measured as written says why in why_not."))
        return self


class Point(Part):
    """One value of a printed series. `part` and `whole` belong to shares."""

    year: int
    value: float
    n: int | None = None


class Series(Part):
    """A series of numbers that the plan prints."""

    id: Slug
    title: Text
    unit: Text
    points: tuple[Point, ...] = Field(min_length=1)


class Figure(Part):
    """A single number that the plan prints, with exactly what it is said to count."""

    id: Slug
    what: Text
    value: float
    note: Text | None = None


class ListedFocus(Part):
    """A line of a printed list of focus areas, and the number of the section that describes it, if one does."""

    printed: str
    section: str | None = None


class Section(Part):
    """A numbered section, or an unnumbered one under it. The summary is in our own words, never the plan's."""

    number: str
    heading: Text
    order: int = Field(ge=1)
    part: int | None = None
    under: str | None = None
    printed_as: tuple[str, ...] = ()
    has_body: bool = True
    summary: Text | None = None
    focus_list: tuple[ListedFocus, ...] = ()
    focus_area: FocusArea | None = None
    goals: tuple[Goal, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    series: tuple[Series, ...] = ()
    figures: tuple[Figure, ...] = ()

    model_config = Part.model_config | {"str_min_length": 0}

    @model_validator(mode="after")
    def _body_or_not(self) -> Self:
        if self.has_body == (self.summary is None):
            raise ValueError(_("A section with a body has a summary, and one without (has_body = false) has none."))
        return self
