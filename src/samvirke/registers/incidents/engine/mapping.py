"""A mapping says how one source's columns become incidents; each is one declared file."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator
from pyproj import CRS
from pyproj.exceptions import CRSError

from samvirke.foundation.fault import Refused
from samvirke.foundation.folder import form_fault, toml_file
from samvirke.foundation.words import Said, Words, _
from samvirke.registers.incidents.categories import categories

SHIPPED = Path(__file__).resolve().parents[1] / "mappings"


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Title(_Form):
    """What the mapping is called in each language."""

    da: str
    en: str


class Identity(_Form):
    """The columns that tell an incident from every other. Without any, the whole row does."""

    columns: tuple[str, ...] = ()


class Moment(_Form):
    """A time, from one column or several joined by a space. Without patterns it is read as ISO 8601.

    `lasts` says how long the stated time stands for when only the hour, day or month is known.
    """

    columns: tuple[str, ...] = Field(min_length=1)
    patterns: tuple[str, ...] = ()
    lasts: Literal["hour", "day", "month"] | None = None


class Finer(_Form):
    """A category that a second column tells, for one offence code."""

    offence: str
    column: str
    values: tuple[str, ...] = Field(min_length=1)
    category: str


class Offence(_Form):
    """The column with the source's own code, and the common category of each code (lower case)."""

    column: str
    categories: dict[str, str] = Field(min_length=1)
    finer: tuple[Finer, ...] = ()

    @model_validator(mode="after")
    def _known_categories(self) -> Self:
        for code, category in [*self.categories.items(), *((one.offence, one.category) for one in self.finer)]:
            values = {"code": code, "category": category}
            if category not in categories():
                raise ValueError(Said(_("“{category}” (for “{code}”) is no common category."), values))
            if code != code.lower():
                raise ValueError(
                    Said(_("Write the code “{code}” in lower case; codes are compared without case."), values)
                )
        return self


class Column(_Form):
    """A single column."""

    column: str


class Point(_Form):
    """The columns with the coordinates: east before north, longitude before latitude."""

    x: str
    y: str


class Young(_Form):
    """The column that says whether a suspect was 10–17 years old, and the values that mean yes and no.

    Any other value is unknown, as an empty one is. `may_be_missing` lets a file in that lacks the column.
    """

    column: str
    yes: tuple[str, ...] = Field(min_length=1)
    no: tuple[str, ...] = Field(min_length=1)
    may_be_missing: bool = False

    @model_validator(mode="after")
    def _means_one_thing(self) -> Self:
        both = sorted({value.lower() for value in self.yes} & {value.lower() for value in self.no})
        if both:
            raise ValueError(Said(_("“{value}” cannot mean both yes and no."), {"value": both[0]}))
        return self


class Mapping(_Form):
    """How to read one source."""

    name: str
    version: int = Field(ge=1)
    title: Title
    crs: str
    delimiter: str = Field(default=",", min_length=1, max_length=1)
    encoding: Literal["utf-8", "latin-1"] = "utf-8"
    decimal_comma: bool = False
    clock: Literal["local", "utc"] = "local"
    empty: tuple[str, ...] = ()
    identity: Identity = Identity()
    starts: Moment
    ends: Moment | None = None
    counted: Moment | None = None
    offence: Offence
    municipality: Column | None = None
    point: Point | None = None
    dwelling: Column | None = None
    young: Young | None = None

    @property
    def words(self) -> Words:
        """The title in its languages."""
        return Words(self.title.da, self.title.en)

    @field_validator("crs")
    @classmethod
    def _is_known(cls, crs: str) -> str:
        try:
            CRS.from_user_input(crs)
        except CRSError as error:
            raise ValueError(Said(_("There is no coordinate system {name}."), {"name": crs})) from error
        return crs

    def columns(self) -> list[str]:
        """Every column that the file must have, each once."""
        moments = [self.starts, self.ends, self.counted]
        named = [*self.identity.columns, *(name for moment in moments if moment for name in moment.columns)]
        named += [self.offence.column, *(finer.column for finer in self.offence.finer)]
        named += [one.column for one in (self.municipality, self.dwelling) if one]
        named += [self.point.x, self.point.y] if self.point else []
        named += [self.young.column] if self.young and not self.young.may_be_missing else []
        return list(dict.fromkeys(named))


@cache
def shipped_mappings() -> dict[str, Mapping]:
    """The mappings that come with the program, by name."""
    return mappings_in(SHIPPED)


def mappings_in(folder: Path) -> dict[str, Mapping]:
    """The mappings of a folder. Raises `Refused` with file, key and remedy when one is not as it should be."""
    read = [_read(path, folder) for path in sorted(folder.glob("*.toml"))]
    return {mapping.name: mapping for mapping in read}


def _read(path: Path, folder: Path) -> Mapping:
    content, broken = toml_file(path, folder)
    if broken:
        raise Refused(*broken)
    try:
        mapping = Mapping.model_validate(content)
    except ValidationError as error:
        raise Refused(*[form_fault(one, path.name) for one in error.errors(include_url=False)]) from error
    if mapping.name != path.stem:
        what = Said(_("The file is called {file}, the mapping “{name}”."), {"file": path.name, "name": mapping.name})
        raise Refused.because(what, _("Give the file the mapping's name."), file=path.name, key="name")
    return mapping
