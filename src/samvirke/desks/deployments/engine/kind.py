"""How a kind of deployment is declared: who is where, what they may find, what was promised, and whom it reaches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samvirke.registers.places.shapes import LINE, MUNICIPALITY, POINT, POLYGON
from samvirke.trust.access.by import By

SCHOOL = "school"
PLACES = (POINT, LINE, POLYGON, SCHOOL, MUNICIPALITY)
WEEK, YEAR = PER = ("week", "year")
# What is counted of every kind, besides the counts that it declares.
TIMES, DAYS, SCHOOLS, GROUPS = COUNTED = ("times", "days", "schools", "groups")


@dataclass(frozen=True)
class Count:
    """A number of things that were found. `of` names the count that it is a part of, and can never exceed."""

    name: str
    title: str
    of: str = ""


@dataclass(frozen=True)
class Choice:
    """An answer that is chosen among some, by name and title."""

    name: str
    title: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Companion:
    """Somebody of another agency who may take part on a day, such as a psychiatric nurse; never by name."""

    name: str
    title: str
    agency: str


@dataclass(frozen=True)
class Sort:
    """One of several things that a kind can be. `duty` names the duty that it fulfils for a school or a body."""

    name: str
    title: str
    duty: str = ""


@dataclass(frozen=True)
class Promise:
    """So many of what is counted each week or year, as a source says.

    `companion` counts only the days on which that one took part. `districts` are those that the source speaks of, and
    `commitment` names what their plans promise with it.
    """

    counted: str
    times: int
    per: str
    source: str
    confidence: str
    districts: tuple[str, ...]
    companion: str = ""
    commitment: str = ""


@dataclass(frozen=True)
class Kind:
    """What people and equipment can be somewhere for.

    Where no source promises a number, the district enters its own target for anything in `counted`. `groups` are those
    that it can reach. `answer_days` and `hold_days` are the days within which a request is answered and carried out,
    where a source states them. What is `closed_until_done` the police alone see before it is over, for a check that is
    known ahead checks nobody. `sites` are kinds of designation, and `categories` those of *reported* incidents, from
    which a place and an hour may be suggested. One that `needs_reason` is not requested without a written one. Of one
    that is `sited` a study may say where so many of them would reach most.
    """

    name: str
    title: str
    about: str
    source: str
    confidence: str
    places: tuple[str, ...]
    requested_by: tuple[By, ...]
    planned_by: tuple[By, ...]
    done_by: tuple[By, ...]
    never: tuple[str, ...]
    findings: tuple[Count | Choice, ...] = ()
    promises: tuple[Promise, ...] = ()
    groups: tuple[tuple[str, str], ...] = ()
    companions: tuple[Companion, ...] = ()
    sorts: tuple[Sort, ...] = ()
    sites: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    answer_days: int | None = None
    hold_days: int | None = None
    closed_until_done: bool = False
    needs_reason: bool = False
    sited: bool = False

    @property
    def counts(self) -> tuple[Count, ...]:
        """Its findings that are numbers."""
        return tuple(one for one in self.findings if isinstance(one, Count))

    @property
    def counted(self) -> tuple[str, ...]:
        """Everything that a target can be set for, by name."""
        found = [TIMES, DAYS, *([SCHOOLS] if SCHOOL in self.places else []), *([GROUPS] if self.groups else [])]
        return (*found, *(one.name for one in self.counts))

    def finding(self, name: str) -> Count | Choice | None:
        """The finding of that name."""
        return next((one for one in self.findings if one.name == name), None)

    def sort(self, name: str) -> Sort | None:
        """The sort of that name."""
        return next((one for one in self.sorts if one.name == name), None)

    def promised(self, district_id: str) -> tuple[Promise, ...]:
        """What a source promises of it in a district."""
        return tuple(one for one in self.promises if district_id in one.districts)

    def spoken(self) -> Iterator[str]:
        """Every sentence and title of it, for the translators and the tests."""
        yield from (self.title, self.about, self.source, *self.never)
        for finding in self.findings:
            yield finding.title
            if isinstance(finding, Choice):
                yield from (title for _name, title in finding.choices)
        yield from (promise.source for promise in self.promises)
        yield from (title for _name, title in self.groups)
        yield from (one.title for one in self.companions)
        yield from (one.title for one in self.sorts)
