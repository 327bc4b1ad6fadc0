"""What is careless about a declaration, said in plain sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samvirke.desks.casework.engine.commas import forgotten_commas
from samvirke.desks.casework.engine.declaration import (
    CHARACTERS,
    CROSSES,
    NOTHING,
    TOLD,
    UNITS,
    CaseType,
    Clock,
    FromConfiguration,
    Section,
    Stage,
    Until,
)
from samvirke.desks.casework.engine.faults_of_counts import faults_of_counts
from samvirke.desks.casework.engine.questions import MATTERS, Choice, Day, LongText, Question, Several
from samvirke.trust.access.basis import PURPOSES, all_bases
from samvirke.trust.identity.models.affiliation import ROLES
from samvirke.trust.identity.models.agency import KINDS

_NAME = re.compile(r"[a-z][a-z0-9_]*")
# The product computes and keeps no number about a person's danger, need or worth.
_ABOUT_WORTH = re.compile(r"score|rank|likelihood|propensity|risk_?(level|number|points|class)|dangerousness")


def faults(declared: CaseType, known: frozenset[str] = frozenset()) -> list[str]:
    """Every fault, empty when there is none; `known` are the names of all kinds of case."""
    return list(forgotten_commas(declared)) or list(_found(declared, known))


def _found(one: CaseType, known: frozenset[str]) -> Iterator[str]:
    for name in one.bases:
        if name not in all_bases():
            yield f"say on what lawful basis: no basis is called {name}"
            return
    for kind in one.agencies:
        if kind not in KINDS:
            yield f"no kind of agency is called {kind}"
    if not one.owner:
        yield "say which kind of agency opens it"
    if not one.summary.strip():
        yield "say in a sentence what it is for"
    for other in one.refers_to:
        if known and other not in known:
            yield f"it refers to {other}, which is no kind of case"
    yield from _names(one)
    yield from _carried(one)
    yield from _consents(one)
    yield from _sections(one)
    yield from _stages(one)
    yield from faults_of_counts(one)
    yield from _roles(one)


def _names(one: CaseType) -> Iterator[str]:
    groups = {
        "section": [section.name for section in one.sections],
        "stage": [stage.name for stage in one.stages],
        "role": [role.name for role in one.people],
        **{f"question in {section.name}": [asked.name for asked in section.questions] for section in one.sections},
    }
    for kind, names in groups.items():
        for name in names:
            if not _NAME.fullmatch(name):
                yield f"{name} is no name for a {kind}: write small letters and underscores"
            if names.count(name) > 1:
                yield f"two things are called {name} ({kind})"
            if _ABOUT_WORTH.search(name):
                yield f"{name} would put a number or a rank on a person; the product does not"


def _carried(one: CaseType) -> Iterator[str]:
    for before, after in one.renamed.items():
        if not _is_question(one, after):
            yield f"{before} is renamed to {after}, which is no question"
    for path in one.dropped:
        if _is_question(one, path):
            yield f"{path} is dropped and yet asked"


def _consents(one: CaseType) -> Iterator[str]:
    """A basis that asks for consent needs a question that records it."""
    asked = {question.name for section in one.sections for question in section.questions}
    for name in one.bases:
        for party in all_bases()[name].consents:
            if all_bases()[name].joins_agencies and f"{party}_consents" not in asked:
                yield f"{name} asks for the consent of {party}: ask yes or no to {party}_consents"


def _sections(one: CaseType) -> Iterator[str]:
    for section in one.sections:
        if not section.questions:
            yield f"{section.name} asks nothing"
        if not section.by:
            yield f"say which kind of agency writes in {section.name}"
        for kind in section.by:
            if kind not in one.agencies:
                yield f"{kind} writes in {section.name} but takes no part"
        for role in section.readers:
            if role not in ROLES:
                yield f"{section.name} is for {role}, which is no role"
        for asked in section.questions:
            yield from _question(one, section, asked)


def _question(one: CaseType, section: Section, asked: Question) -> Iterator[str]:
    path = f"{section.name}.{asked.name}"
    if asked.matter not in MATTERS:
        yield f"{path} is about {asked.matter}, which is no matter"
    if asked.matter == "health" and not (section.readers or section.confidential):
        yield f"{path} is about health but everyone on the case reads {section.name}: name its readers"
    if isinstance(asked, Choice | Several) and len(asked.options) < 2:
        yield f"{path} offers no choice"
    if isinstance(asked, LongText) and asked.assessment and "assess" not in asked.name:
        yield f"{path} is an assessment: its name should say so"
    if isinstance(asked, Day) and asked.at_most and not _is_day(one, asked.at_most.after):
        yield f"{path} counts from {asked.at_most.after}, which is no day of the form"


def _stages(one: CaseType) -> Iterator[str]:
    reached = _reached(one)
    for stage in one.stages:
        if stage.name not in reached:
            yield f"{stage.name} cannot be reached"
        yield from _ways(one, stage)
        yield from _needs(one, stage.name, stage.needs)
        yield from _clock(one, stage.name)
        yield from _crossing(one, stage)
    if not any(stage.outcomes for stage in one.stages):
        yield "it never ends: give a last stage outcomes"


def _reached(one: CaseType) -> set[str]:
    names = {stage.name for stage in one.stages}
    reached, ahead = set[str](), [one.stages[0].name] if one.stages else []
    while ahead:
        name = ahead.pop()
        if name not in reached and name in names:
            reached.add(name)
            ahead += one.stage(name).leads_to
    return reached


def _ways(one: CaseType, stage: Stage) -> Iterator[str]:
    if not stage.leads_to and not stage.outcomes:
        yield f"{stage.name} leads nowhere and ends nothing: give it outcomes"
    if stage.outcomes and stage.leads_to:
        yield f"{stage.name} both ends the case and leads on"
    for other in stage.leads_to:
        if other not in {there.name for there in one.stages}:
            yield f"{stage.name} leads to {other}, which is no stage"
    for outcome in stage.outcomes:
        if outcome.erases and outcome.recalls:
            yield f"{outcome.name} both erases and recalls: what is to be confirmed has to stay until it is"
        if outcome.told not in TOLD:
            yield f"{outcome.name} tells the sender {outcome.told}, which is no class of outcome"


def _crossing(one: CaseType, stage: Stage) -> Iterator[str]:
    if stage.crosses not in CROSSES:
        yield f"{stage.name} lets {stage.crosses} cross"
    if stage.purpose and stage.purpose not in PURPOSES:
        yield f"{stage.name} serves {stage.purpose}, which is no purpose"
    elif one.purpose_at(stage.name) not in all_bases()[one.basis_at(stage.name)].serves:
        yield f"{stage.name} serves {one.purpose_at(stage.name)}, which its basis does not"
    yield from _bridge(one, stage)


def _bridge(one: CaseType, stage: Stage) -> Iterator[str]:
    """Whether what may cross at a stage ever could."""
    if stage.crosses == NOTHING or stage.outcomes or not (one.joined_by or one.refers_to):
        return
    found = all_bases()[one.basis_at(stage.name)]
    if not found.joins_agencies:
        yield f"{stage.name} lets something cross, which {found.name} does not"


def _needs(one: CaseType, stage: str, needs: tuple[str, ...]) -> Iterator[str]:
    for path in needs:
        if not _is_question(one, path):
            yield f"{stage} needs {path}, which is no question"
        elif not _is_owners(one, path):
            yield f"{stage} needs {path}, which the owner of the case does not write"


def _clock(one: CaseType, name: str) -> Iterator[str]:
    clock, owner = one.stage(name).clock, one.stage(name).clock_of
    if owner and owner not in one.agencies:
        yield f"the clock of {name} is that of {owner}, which takes no part"
    if isinstance(clock, Until) and not _is_day(one, clock.path):
        yield f"{name} lasts until {clock.path}, which is no day of the form"
    elif isinstance(clock, Until) and not _is_owners(one, clock.path):
        yield f"{name} lasts until {clock.path}, which the owner of the case does not write"
    if isinstance(clock, Clock):
        if clock.unit not in UNITS or clock.amount <= 0:
            yield f"the clock of {name} is no length of time"
        if not clock.source:
            yield f"say who gives {name} its time"
    if isinstance(clock, Clock | FromConfiguration):
        if clock.since and not _is_day(one, clock.since):
            yield f"the clock of {name} counts from {clock.since}, which is no day of the form"
        elif clock.since and not _is_owners(one, clock.since):
            yield f"the clock of {name} counts from {clock.since}, which the owner of the case does not write"


def _roles(one: CaseType) -> Iterator[str]:
    for name in one.some_of:
        if name not in {role.name for role in one.people}:
            yield f"some of {name} has to be named, which is no role"
    for role in one.people:
        if role.character not in CHARACTERS:
            yield f"say what part {role.name} has in the matter"
        if role.ages and role.ages[0] > role.ages[1]:
            yield f"the ages of {role.name} run backwards"
        if role.guardian_below and "guardian" not in {other.name for other in one.people}:
            yield f"{role.name} needs a guardian, who has no role"


def _is_question(one: CaseType, path: str) -> bool:
    try:
        one.question(path)
    except LookupError:
        return False
    return True


def _is_day(one: CaseType, path: str) -> bool:
    return _is_question(one, path) and isinstance(one.question(path), Day)


def _is_owners(one: CaseType, path: str) -> bool:
    """Stages and clocks follow the owner's own answers, so every kind of owner has to be asked."""
    return set(one.owner) <= set(one.section(path.partition(".")[0]).by)
