"""`district.toml`, `agencies.toml`, `bodies/*.toml`, `areas/*.toml` and `sources/*.toml`: who and where."""

from __future__ import annotations

import re
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, field_validator, model_validator
from pyproj import CRS
from pyproj.exceptions import CRSError

from samvirke.foundation.words import Said, _
from samvirke.handovers.district_folder.basics import Origin, Part, Text

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_COUNTRY = re.compile(r"[A-Z]{2}")


def _is_slug(value: str) -> str:
    if not _SLUG.fullmatch(value):
        raise ValueError(
            Said(_("“{value}” is no id: write small letters a to z, digits, and single hyphens."), {"value": value})
        )
    return value


def _is_address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/?#<>\"'\\]+\.[^\s<>\"'\\]+", value):
        raise ValueError(
            _("This is no address of a licence; write it as https://creativecommons.org/licenses/by/4.0/.")
        )
    return value


def _is_country(value: str) -> str:
    if not _COUNTRY.fullmatch(value):
        raise ValueError(Said(_("“{value}” is no country: write two capital letters, such as DK."), {"value": value}))
    return value


Slug = Annotated[str, Field(max_length=80), AfterValidator(_is_slug)]

BodyKind = Literal[
    "district-council", "local-council", "psp-committee", "psp-strategic-forum", "infohouse", "infohouse-network",
    "ssp-network", "licensing-board", "economy-committee", "preparedness-commission", "crisis-staff",
    "restaurant-network", "exit-unit", "exit-network", "director-forum", "victim-support-board", "youth-crime-board",
    "prevention-secretariat", "mediation-service", "housing-area-group", "traffic-cooperation", "contact-point",
    "special-team", "cooperation-forum", "other",
]  # fmt: skip


class Municipality(Part):
    """A municipality of the district with its official code."""

    code: int = Field(gt=0)
    name: str
    origin: Origin


class Extent(Part):
    """A box in WGS84 degrees outside which no place of the district can lie; a rough net for slips, not a border."""

    west: float = Field(ge=-180, le=180)
    south: float = Field(ge=-90, le=90)
    east: float = Field(ge=-180, le=180)
    north: float = Field(ge=-90, le=90)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.west >= self.east or self.south >= self.north:
            raise ValueError(_("West lies before east, and south before north."))
        return self


class District(Part):
    """A police district."""

    id: Slug
    name: Text
    police: Slug
    language: Literal["da", "en"] = "da"
    country: Annotated[str, AfterValidator(_is_country)]
    crs: str
    time_zone: str
    extent: Extent
    license: Annotated[str, AfterValidator(_is_address)] | None = Field(default=None, max_length=300)
    harm_weights: str | None = None
    invented: bool = False
    municipalities: tuple[Municipality, ...] = Field(min_length=1)

    @field_validator("crs")
    @classmethod
    def _projected(cls, value: str) -> str:
        try:
            crs = CRS.from_user_input(value)
        except CRSError as error:
            raise ValueError(_("This is no known CRS; write it as EPSG:25832.")) from error
        if not crs.is_projected:
            raise ValueError(_("This CRS is not projected; distances are in metres, so take one such as EPSG:25832."))
        return value

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError) as error:
            raise ValueError(_("This is no known time zone; write it as Europe/Copenhagen.")) from error
        return value


class Agency(Part):
    """An authority or association that takes part; a municipality says by its official code which one it is."""

    id: Slug
    name: Text
    kind: Literal["police", "municipality", "region", "probation", "association", "other"]
    municipality: int | None = Field(default=None, ge=1, le=9999)
    origin: Origin


class Agencies(Part):
    """All agencies of the district."""

    agencies: tuple[Agency, ...] = Field(min_length=1)


class Seat(Part):
    """A seat of a body: the office that fills it, and for which agency.

    `any_number` is so where the source speaks of several and prints no number; `count` stays 1 where it names one
    office. `term_years` is how long an appointment to the seat lasts at most, where it ends by itself. `id` keeps the
    seat the same when its office is worded anew; without one it follows from the office. `electable` are the roles that
    members may elect whoever sits there to; `area` is the place that a local officer's seat is tied to.
    """

    id: Slug | None = None
    office: Text
    role: Literal["chair", "vice-chair", "member", "substitute", "secretary", "guest"] = "member"
    agency: Slug | None = None
    municipality: int | None = None
    area: Slug | None = None
    electable: tuple[Literal["chair", "vice-chair"], ...] = ()
    count: int = Field(default=1, ge=1)
    any_number: bool = False
    term_years: int | None = Field(default=None, ge=1, le=20)
    origin: Origin | None = None


class Quorum(Part):
    """With how many members a body decides: a number, or more than half of them."""

    least: int | None = Field(default=None, ge=1, le=200)
    more_than_half: bool = False

    @model_validator(mode="after")
    def _says_one_of_the_two(self) -> Self:
        if (self.least is not None) == self.more_than_half:
            raise ValueError(_("Write either least = a number of members, or more_than_half = true."))
        return self


class Body(Part):
    """A council, board, committee, network or team; `covers` are the municipalities that it works for.

    `decided_by` says who decides, where the source says that it is not the body as such; `quorum` is left out where the
    rules of the body are not known.
    """

    id: Slug
    kind: BodyKind
    name: Text
    task: Text
    decided_by: Text | None = None
    covers: tuple[int, ...]
    located_in: int | None = None
    parent: Slug | None = None
    quorum: Quorum | None = None
    seats: tuple[Seat, ...] = ()
    duties: tuple[Slug, ...] = ()
    origin: Origin


class Area(Part):
    """A place that a plan names for something; the plans print no borders, so it has none here."""

    id: Slug
    kind: Literal["sub-area", "nightlife-zone", "camera-town"]
    name: Text
    municipality: int
    note: Text | None = None
    origin: Origin


class Town(Part):
    """A town and about where it lies, in WGS84 degrees: to label maps, not to measure."""

    name: str
    municipality: int
    east: float = Field(ge=-180, le=180)
    north: float = Field(ge=-90, le=90)


class Towns(Part):
    """The towns that maps of the district are labelled with, and where their positions come from."""

    origin: Origin
    towns: tuple[Town, ...] = Field(min_length=1)


class Source(Part):
    """Where incidents of the district come from, and the mapping that reads them."""

    name: Slug
    title: Text
    mapping: Slug
    counted: Text
    invented: bool = False
    origin: Origin
