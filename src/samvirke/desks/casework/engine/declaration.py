"""What a kind of case says of itself: who, on which basis, asked what, through which stages, kept how long."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from samvirke.desks.casework.engine.questions import Question
from samvirke.trust.access.basis import basis

# What the sender of a referral may be told of how it ended, and nothing else.
TOLD = ("taken-up", "already-known", "passed-on", "not-taken-up")
# What may cross at a stage: nothing, only what names nobody, or exact fields by disclosure.
NOTHING, UNNAMED, FIELDS = CROSSES = ("nothing", "unnamed", "fields")
# Which part somebody has in the matter (the Law Enforcement Directive, article 6).
CHARACTERS = ("suspected", "convicted", "harmed", "witness", "relative", "child", "concerned", "applicant")
UNITS = ("days", "weekdays", "hours", "years")


@dataclass(frozen=True)
class FromConfiguration:
    """A period that the law does not give, or that could not be verified: the district enters its own, in days.

    It counts from the day the stage began, or from the day that the question `since` holds; `soft` as in `Clock`.
    """

    since: str = ""
    soft: bool = False


@dataclass(frozen=True)
class Clock:
    """How long a stage may last, and who says so.

    It counts from the day the stage began, or from the day that the question `since` holds. `soft` marks "as far as
    possible".
    """

    amount: int
    unit: str
    source: str
    since: str = ""
    soft: bool = False


@dataclass(frozen=True)
class Until:
    """A stage lasts until the day that a question holds (`section.question`)."""

    path: str


@dataclass(frozen=True)
class Role:
    """A part that people have in the case; `ages` are the youngest and the oldest, `guardian_below` asks for one."""

    name: str
    title: str
    character: str
    ages: tuple[int, int] | None = None
    guardian_below: int = 0
    at_least: int = 0


@dataclass(frozen=True)
class Section:
    """A part of the form. `by` are the kinds of agency that write in it, each its own; `readers` narrow who reads it.

    `readers` are roles of colleagues (empty: everyone of the agency who is on the case). What is `confidential` never
    crosses to another agency; that a `hidden` section exists is not told to them either.
    """

    name: str
    title: str
    questions: tuple[Question, ...]
    by: tuple[str, ...]
    readers: tuple[str, ...] = ()
    confidential: bool = False
    hidden: bool = False


@dataclass(frozen=True)
class Outcome:
    """A way for a case to end; `told` is what the sender of a referral learns, `erases` that only a count remains.

    `recalls` calls back everything that was disclosed in the case: each receiver confirms to have let go of it.
    """

    name: str
    title: str
    told: str = "taken-up"
    erases: bool = False
    recalls: bool = False


@dataclass(frozen=True)
class Stage:
    """A step of the case: what leads on, what must be answered first, its clock, whose it is, and what may cross.

    `needs` are questions (`section.question`) that have to be answered, with yes where they ask yes or no, before the
    stage may be entered. A last stage has outcomes. `purpose` and `basis` are the type's own when empty.
    """

    name: str
    title: str
    leads_to: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    clock: Clock | Until | FromConfiguration | None = None
    clock_of: str = ""
    crosses: str = FIELDS
    purpose: str = ""
    basis: str = ""
    outcomes: tuple[Outcome, ...] = ()


@dataclass(frozen=True)
class CaseType:
    """A kind of case in one version.

    `owner` are the kinds of agency that open it, `joined_by` those that may be invited. `keep` says how long after
    closing. `some_of` are roles of which at least one has to be named. `counts` name `stage` or `stage: outcome`.
    `refers_to` are types that a case may be referred to. `unverified` are sentences about what could not be confirmed.
    `renamed` and `dropped` say what became of questions (`section.question`) of the version before.
    """

    name: str
    version: int
    title: str
    summary: str
    basis: str
    owner: tuple[str, ...]
    sections: tuple[Section, ...]
    stages: tuple[Stage, ...]
    keep: Clock | FromConfiguration
    joined_by: tuple[str, ...] = ()
    people: tuple[Role, ...] = ()
    some_of: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    first_action: str = ""
    sensitive: bool = False
    refers_to: tuple[str, ...] = ()
    unverified: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    renamed: dict[str, str] = field(default_factory=dict, hash=False)
    dropped: tuple[str, ...] = ()

    def section(self, name: str) -> Section:
        """The section of that name; `LookupError` when there is none."""
        return _named(self.sections, name, f"{self.name} has no section")

    def stage(self, name: str) -> Stage:
        """The stage of that name; `LookupError` when there is none."""
        return _named(self.stages, name, f"{self.name} has no stage")

    def role(self, name: str) -> Role:
        """The role of that name; `LookupError` when there is none."""
        return _named(self.people, name, f"{self.name} has no role")

    def question(self, path: str) -> Question:
        """The question at `section.question`; `LookupError` when there is none."""
        section, _, name = path.partition(".")
        return _named(self.section(section).questions, name, f"{self.name} has no question in {section}")

    def purpose_at(self, stage: str) -> str:
        """For what anything may cross at a stage; it follows from the step and is nobody's choice."""
        return self.stage(stage).purpose or basis(self.basis_at(stage)).serves[0]

    def basis_at(self, stage: str) -> str:
        """On which basis a stage rests."""
        return self.stage(stage).basis or self.basis

    @property
    def bases(self) -> tuple[str, ...]:
        """Every basis that some stage rests on."""
        return tuple(dict.fromkeys([self.basis, *(one.basis for one in self.stages if one.basis)]))

    @property
    def agencies(self) -> tuple[str, ...]:
        """Every kind of agency that may take part."""
        return tuple(dict.fromkeys([*self.owner, *self.joined_by]))

    @property
    def first_stage(self) -> Stage:
        """Where a case begins."""
        return self.stages[0]


def _named(things: tuple[Any, ...], name: str, said: str) -> Any:
    for thing in things:
        if thing.name == name:
            return thing
    raise LookupError(f"{said} “{name}”")
