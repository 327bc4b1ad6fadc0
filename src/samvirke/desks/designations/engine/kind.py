"""How a kind of designation is declared: what a place is named for, on what grounds, by whom, and for how long."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

POINT, LINE, POLYGON, MUNICIPALITY = SHAPES = ("point", "line", "polygon", "municipality")
PURPOSE, CRITERION, EVIDENCE, BASELINE, AFTERWARDS, BODY, DECISION, PERIOD, REVIEWER, PLAN = NEEDS = (
    "purpose", "criterion", "evidence", "baseline", "afterwards", "body", "decision", "period", "reviewer", "plan",
)  # fmt: skip
# No place is named without these: a rule, what showed it, who decided, for how long, and who looks at it again.
ALWAYS = (CRITERION, EVIDENCE, DECISION, PERIOD, REVIEWER)
GREEN, YELLOW, RED = LEVELS = ("green", "yellow", "red")


@dataclass(frozen=True)
class Stage:
    """One step on the way, and what must be there before it is taken.

    The one that `names` puts the place in force. `outcomes` are the answers that it can have, by name and title; after
    one that `stops`, no further step follows.
    """

    name: str
    title: str
    needs: tuple[str, ...] = ()
    names: bool = False
    outcomes: tuple[tuple[str, str], ...] = ()
    stops: tuple[str, ...] = ()


@dataclass(frozen=True)
class By:
    """Who does it: people in these roles, in agencies of a kind."""

    agency: str
    roles: tuple[str, ...] = ("secretary", "coordinator")


@dataclass(frozen=True)
class Follows:
    """What follows by itself so many days after the first day, and how sure the source of it is."""

    said: str
    days: int
    confidence: str


@dataclass(frozen=True)
class Kind:
    """What a place can be named for.

    `longest_months` and `review_weeks` are nothing where no source states them: the district enters its practice first,
    and what a source states it may only make shorter. Where `criterion_is_local` the rule itself is the municipality's
    and is entered too. `discussed_in` is the kind of body that must have spoken of it. `measured` says in words by what
    one sees whether it helped, `indicators` and `categories` name the figures. `homes` says that people live in such
    places: how many homes lie there is then stated, and one home alone is refused. `plan` is the title of a restricted
    paper that belongs to it. A `closed` kind is seen by the police alone. `target` is a number to reach, such as none.
    Where they are `sited`, a study may say where so many of them would reach most.
    `area_kind` is what plans call such areas, where they name them.
    """

    name: str
    title: str
    about: str
    source: str
    confidence: str
    shapes: tuple[str, ...]
    stages: tuple[Stage, ...]
    proposed_by: tuple[By, ...]
    decided_by: tuple[By, ...]
    measured: str
    never: tuple[str, ...]
    indicators: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    discussed_in: str = ""
    longest_months: int | None = None
    review_weeks: int | None = None
    criterion_is_local: bool = False
    homes: bool = False
    has_levels: bool = False
    two_sources: bool = False
    plan: str = ""
    closed: bool = False
    target: int | None = None
    follows: tuple[Follows, ...] = ()
    sited: bool = False
    duty: str = ""
    area_kind: str = ""

    @property
    def naming(self) -> Stage:
        """The stage that puts the place in force."""
        return next(stage for stage in self.stages if stage.names)

    @property
    def has_purpose(self) -> bool:
        """Whether it is named for a purpose that must be said."""
        return PURPOSE in self.naming.needs

    @property
    def before(self) -> tuple[Stage, ...]:
        """The stages that come before it is named."""
        return self.stages[: self.stages.index(self.naming)]

    def stage(self, name: str) -> Stage | None:
        """The stage of that name."""
        return next((stage for stage in self.stages if stage.name == name), None)

    def spoken(self) -> Iterator[str]:
        """Every sentence and title of it, for the translators and the tests."""
        yield from (self.title, self.about, self.source, self.measured, *self.never)
        for stage in self.stages:
            yield from (stage.title, *(title for _name, title in stage.outcomes))
        yield from (one.said for one in self.follows)
        if self.plan:
            yield self.plan
